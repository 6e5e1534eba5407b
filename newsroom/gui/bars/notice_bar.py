"""The bar that tells what went wrong, or what can be done, without stopping anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from newsroom.gui.parts import across, button, label, restyle
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from newsroom.gui.icons import Icons

    Way = tuple[str, Callable[[], None]]

PASSING = 12_000
"""How long a calm sentence that only confirms is shown, in milliseconds."""
ICONS = {"bad": "bad", "warn": "warn", "calm": "info"}


class NoticeBar(QFrame):
    """One sentence and the ways on; the newest is shown, and closed with its cross or Escape.

    A calm one that only confirms goes by itself, unless the mouse rests on it.
    """

    rested = Signal()
    """Nothing is said any more; the words are still those that were said last."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self._icons = icons
        self._tone = "calm"
        self._standing: tuple[str, str, tuple[Way, ...]] | None = None
        self._picture = label("")
        self.words = label("", wrap=True)
        self._ways: list[QWidget] = []
        self._passing = QTimer(self, singleShot=True, interval=PASSING)
        self._passing.timeout.connect(self._pass)
        self._close = button("", self.dismiss, "quiet")
        self._close.setAccessibleName(_("Close the message"))
        self._close.setToolTip(_("Close the message"))
        self._row = across(self, 12)
        self._row.setContentsMargins(14, 6, 8, 6)
        self._row.addWidget(self._picture)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self._close)
        icons.changed.connect(self._dress)
        self.hide()

    def say(self, tone: str, words: str, ways: Sequence[Way] = (), *, stays: bool = False) -> None:
        """Show a sentence; tone is bad, warn or calm. What stays holds until it is taken back."""
        if self._standing is not None and words == self._standing[1]:
            return
        self._show(tone, words, ways, stays=stays)

    def stand(self, tone: str, words: str, ways: Sequence[Way] = ()) -> None:
        """Show a sentence that comes back when others are done, until it is lifted or closed."""
        self._standing = (tone, words, tuple(ways))
        self._show(tone, words, ways, stays=True)

    def lift(self) -> None:
        """Take the standing sentence back; others stay."""
        standing, self._standing = self._standing, None
        if standing is not None and self.words.text() == standing[1]:
            self._rest()

    def _show(self, tone: str, words: str, ways: Sequence[Way], *, stays: bool) -> None:
        for old in self._ways:
            old.hide()
            old.deleteLater()
        self._ways = []
        for name, way in ways:
            made = button(name, self.dismiss)
            made.clicked.connect(way)
            self._row.insertWidget(self._row.count() - 1, made)
            self._ways.append(made)
        self._tone = tone
        self.setProperty("tone", tone)
        restyle(self)
        self.words.setText(words)
        self.words.setAccessibleName(words)
        self._dress()
        self.show()
        if tone == "calm" and not ways and not stays:
            self._passing.start()
        else:
            self._passing.stop()

    def _pass(self) -> None:
        if self.underMouse():
            self._passing.start()
        else:
            self.dismiss()

    @property
    def urgent(self) -> bool:
        """Tell whether a sentence stands that no calm word may take the place of."""
        return self.isVisible() and self._tone != "calm"

    def dismiss(self) -> None:
        """Take the sentence away; one that stands comes back behind another, and is gone when it is closed itself."""
        standing = self._standing
        if standing is not None and self.words.text() != standing[1]:
            self._show(*standing, stays=True)
        else:
            self._rest()

    def _rest(self) -> None:
        self._passing.stop()
        self.hide()
        self.rested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        colour = {"calm": "accent_text"}.get(self._tone, self._tone)
        self._picture.setPixmap(self._icons.pixmap(ICONS[self._tone], colour, 18))
        self._close.setIcon(self._icons.icon("close", "muted"))
