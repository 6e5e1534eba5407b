"""The wide margin right of the text, in which cards stand beside the words they are about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.gui.editor.text_edit import TextEdit

WIDTH = 288
GAP = 8
_EDGE = 24


class Beside(NamedTuple):
    """A card, and the position in a field that it stands beside."""

    card: QWidget
    edit: TextEdit
    position: int


class Margin(QWidget):
    """Cards by source, beside their words as near as may be, none over another."""

    filled = Signal()
    """There are cards now where there were none, or none any more."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = parent
        self._sources: dict[str, list[Beside]] = {}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._place)

    @property
    def shown(self) -> bool:
        """Tell whether there is room for cards; where there is none the panel lists what they say."""
        return self.isVisibleTo(self._page)

    @property
    def empty(self) -> bool:
        """Tell whether there is nothing to show."""
        return not any(self._sources.values())

    def show_cards(self, source: str, cards: Iterable[tuple[QWidget, TextEdit, int]]) -> None:
        """Show the cards of a source in the place of those it showed before, which are deleted unless shown again."""
        was_empty = self.empty
        fresh = [Beside(*one) for one in cards]
        kept = {id(one.card) for one in fresh}
        for old in self._sources.get(source, []):
            if id(old.card) not in kept:
                old.card.hide()
                old.card.deleteLater()
        self._sources[source] = fresh
        for card in (one.card for one in fresh if one.card.parent() is not self):
            card.setParent(self)
            card.hide()  # until it has its place
        if was_empty is not self.empty:
            self.filled.emit()
        self.place()

    def place(self) -> None:
        """Put the cards beside their words once the text has been laid out."""
        self._soon.start()

    def place_now(self) -> None:
        """Put the cards beside their words at once, so that one of them can take the focus."""
        self._soon.stop()
        self._place()

    def _place(self) -> None:
        if not self.shown:
            return
        wanted = [(self._height_of(one), one.card) for cards in self._sources.values() for one in cards]
        free = 0
        for top, card in sorted(wanted, key=lambda pair: pair[0]):
            card.setFixedWidth(WIDTH - _EDGE)
            size = card.sizeHint() if not card.hasHeightForWidth() else card.minimumSizeHint()
            tall = max(size.height(), card.heightForWidth(WIDTH - _EDGE))
            free = max(free, top)
            card.setGeometry(0, free, WIDTH - _EDGE, tall)
            card.show()
            free += tall + GAP
        self.setMinimumHeight(free)  # the page grows with its cards, so that the last can be reached

    def _height_of(self, one: Beside) -> int:
        """Give how far down the words are that a card stands beside."""
        cursor = one.edit.textCursor()
        cursor.setPosition(min(one.position, one.edit.document().characterCount() - 1))
        return one.edit.mapTo(self._page, one.edit.cursorRect(cursor).topLeft()).y() - self.y()
