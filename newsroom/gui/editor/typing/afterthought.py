"""A step that was made of what was typed, apart from the typing, so that one Backspace takes it back."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QKeyEvent, QTextCursor
    from PySide6.QtWidgets import QTextEdit


class Afterthought:
    """Remembers the last such step of a field until anything else happens there."""

    def __init__(self, field: QTextEdit) -> None:
        self._field = field
        self._made: tuple[int, int, int] | None = None
        """Revision and caret after the step, and the caret before it."""

    @contextmanager
    def step(self) -> Iterator[QTextCursor]:
        """Give a cursor at the caret, all of whose edits are one step of the undo history."""
        cursor = self._field.textCursor()
        before = cursor.position()
        cursor.beginEditBlock()  # at the caret, so that undo brings the caret back
        try:
            yield cursor
        finally:
            cursor.endEditBlock()
        self._made = (*self._now(), before)

    def _now(self) -> tuple[int, int]:
        return self._field.document().revision(), self._field.textCursor().position()

    def fresh(self) -> bool:
        """Tell whether nothing happened since the step."""
        selected = self._field.textCursor().hasSelection()
        return self._made is not None and self._made[:2] == self._now() and not selected

    def take(self, event: QKeyEvent) -> bool:
        """Take the step back where Backspace was pressed right after it; tell whether it was."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() != Qt.Key.Key_Backspace or not plain or not self.fresh():
            return False
        assert self._made is not None
        before, self._made = self._made[2], None
        self._field.undo()
        cursor = self._field.textCursor()
        cursor.setPosition(min(before, self._field.document().characterCount() - 1))
        self._field.setTextCursor(cursor)
        return True
