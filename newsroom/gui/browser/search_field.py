"""The search field: searches while typing, shows its key, is left by Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from newsroom.gui.actions.actions import key_text
from newsroom.gui.parts import named
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

_PAUSE = 120


class SearchField(QLineEdit):
    """Emits `searched` with the words after a short pause, `left` when the search ends, `entered` to go on."""

    searched = Signal(str)
    left = Signal()
    entered = Signal()

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchField")
        self.setPlaceholderText(_("Search the library …"))
        self.setAccessibleName(_("Search the library"))
        self.setToolTip(f"{_('Search the library')} ({key_text(key)})")
        self.setClearButtonEnabled(True)
        self._hint = named(QLabel(key_text(key), self), "keyHint")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._pause = AfterPause(self._tell, _PAUSE, self)
        self._told = ""
        self.textChanged.connect(self._typed)

    def _typed(self, text: str) -> None:
        self._hint.setVisible(not text)
        self._pause.ask()

    def _tell(self) -> None:
        words = self.text().strip()
        if words == self._told:
            return
        self._told = words
        if words:
            self.searched.emit(words)
        else:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the search with Escape, go to the list with Return or Down."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._pause.now()
            self.entered.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self._pause.now()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key at the right edge."""
        super().resizeEvent(event)
        self._hint.adjustSize()
        self._hint.move(self.width() - self._hint.width() - 12, (self.height() - self._hint.height()) // 2)
        self._hint.setVisible(not self.text() and self.width() > 2 * self._hint.width() + 120)
