"""The field on a card in which a note or an answer is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from newsroom.gui.panels.note_field import NoteField

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent
    from PySide6.QtWidgets import QWidget

_ELSEWHERE = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})
"""Reasons for which the focus goes and comes back by itself."""


class WritingField(NoteField):
    """Tells each change at once; Ctrl+Enter and leaving end the writing, Escape gives it up."""

    typed = Signal(str)
    ended = Signal(bool)
    grown = Signal()

    def __init__(self, hint: str, parent: QWidget) -> None:
        super().__init__(hint, hint, 2, parent)
        self._over = False
        self.edited.connect(lambda: self.typed.emit(self.words()))

    def finish(self) -> None:
        """End the writing and keep what was written."""
        self._end(keep=True)

    def give_up(self) -> None:
        """End the writing and leave the note as it was."""
        self._end(keep=False)

    def _end(self, *, keep: bool) -> None:
        if not self._over:
            self._over = True
            self.ended.emit(keep)

    def _grow(self, size: QSizeF) -> None:
        super()._grow(size)
        self.grown.emit()

    def event(self, event: QEvent) -> bool:
        """Have the keys that end the writing, before an action of the window takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _ends(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End with Ctrl+Enter, give up with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif _ends(event):
            self.finish()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was written when the field is left for another."""
        super().focusOutEvent(event)
        if event.reason() not in _ELSEWHERE and not self._near():
            self.finish()

    def _near(self) -> bool:
        """Tell whether the focus went to a button of the same card."""
        now, card = QApplication.focusWidget(), self.parentWidget()
        return now is not None and card is not None and card.isAncestorOf(now)


def _ends(event: QKeyEvent) -> bool:
    enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
    control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    return event.key() == Qt.Key.Key_Escape or (enter and control)
