"""What is carried with the mouse: a small card that follows it and says what it is, and where it would land."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget

from newsroom.gui.parts import down, label, restyle
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.domain.card import StoryCard

_OFFSET = QPoint(12, 10)
_WIDTH = 200


class Carried(QFrame):
    """Shown over a widget while something is carried in it; it takes no mouse itself."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setObjectName("carried")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.what, self.where = label(""), label("", "carriedPlace")
        column = down(self, 2)
        column.setContentsMargins(10, 6, 10, 6)
        column.addWidget(self.where)
        column.addWidget(self.what)
        self.where.hide()
        self.hide()

    def take(self, cards: Sequence[StoryCard], number: int = 0) -> None:
        """Show what is carried: the headline of one story, or how many there are with those not loaded."""
        number = max(number, len(cards))
        one = cards[0].headline or _("No headline")
        words = one if number == 1 else ngettext("{n} story", "{n} stories", number)
        self.what.setText(self.what.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _WIDTH))
        self.say("")

    def say(self, words: str, tone: str = "") -> None:
        """Say where it would land."""
        self.where.setText(words)
        self.where.setVisible(bool(words))
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)
            restyle(self.where)

    def follow(self, at: QPoint) -> None:
        """Stand beside the mouse, within the widget it is carried over."""
        over = self._over
        self.adjustSize()
        place = over.mapFromGlobal(at) + _OFFSET
        most = QPoint(over.width() - self.width(), over.height() - self.height())
        self.move(min(place.x(), most.x()), min(place.y(), most.y()))
        self.show()
        self.raise_()
