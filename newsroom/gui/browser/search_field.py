"""The search field: searches while typing, shows its key, completes, is left by Escape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from newsroom.gui.actions.actions import key_text
from newsroom.gui.parts import named
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QResizeEvent

_PAUSE = 120
_EDGE = 6


class SearchField(QLineEdit):
    """Emits `searched` with the words after a short pause, `left` when the search ends, `entered` to go on."""

    searched = Signal(str)
    left = Signal()
    entered = Signal()
    helped = Signal()
    """Somebody asks how to search."""
    focused = Signal(bool)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchField")
        self.setPlaceholderText(_("Search the library …"))
        self.setAccessibleName(_("Search the library"))
        self.setToolTip(f"{_('Search the library')} ({key_text(key)})")
        self.setClearButtonEnabled(True)
        self.answers: Callable[[Qt.Key], bool] = lambda _key: False
        """Takes a key before the field does, and tells whether it did."""
        self._hint = named(QLabel(key_text(key), self), "keyHint")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._help = named(QToolButton(self), "searchHelp")
        self._help.setText("?")
        self._help.setToolTip(_("How to search"))
        self._help.setAccessibleName(_("How to search"))
        self._help.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._help.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self._help.clicked.connect(self.helped)
        self._pause = AfterPause(self._tell, _PAUSE, self)
        self._told = ""
        self.textChanged.connect(self._typed)

    def _typed(self, _text: str) -> None:
        self._lay_out()
        self._pause.ask()

    def show_words(self, words: str) -> None:
        """Show what is searched for already, and tell nobody."""
        blocked = self.blockSignals(True)
        self.setText(words)
        self.blockSignals(blocked)
        self._pause.forget()
        self._told = words.lstrip()
        self._lay_out()

    def settle(self) -> None:
        """Tell at once what was typed or cleared a moment ago, before somebody goes elsewhere."""
        self._pause.now()

    def _tell(self) -> None:
        words = self.text().lstrip()
        if words == self._told:
            return
        self._told = words
        if words.strip():
            self.searched.emit(words)
        else:
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        """Let Tab take what is offered, before it moves the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            tabbed = event.key() == Qt.Key.Key_Tab and self.answers(Qt.Key.Key_Tab)
            if tabbed:
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the search with Escape, go to the list with Return or Down."""
        key = Qt.Key(event.key())
        if self.answers(key):
            return
        if key == Qt.Key.Key_Escape:
            self.clear()
            self._pause.now()
            self.entered.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self._pause.now()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody came."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody went."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key and the way to help at the right edge."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        self._help.setFixedSize(22, 22)
        right = self.width() - self._help.width() - _EDGE
        if self.text():  # the cross that clears is there
            right -= 24
        self._help.move(right, (self.height() - self._help.height()) // 2)
        self._hint.adjustSize()
        left = right - self._hint.width() - _EDGE
        self._hint.move(left, (self.height() - self._hint.height()) // 2)
        self._hint.setVisible(not self.text() and self.width() > 2 * self._hint.width() + 150)
        self.setTextMargins(0, 0, self._help.width() + _EDGE, 0)
