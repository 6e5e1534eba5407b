"""The steps in which typing is undone: word by word, and never together with what was pasted or put in before."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextCursor
    from PySide6.QtWidgets import QTextEdit


class WordSteps:
    """Knows where the typing in a field stopped; Qt takes what follows into the same step unless it is told."""

    def __init__(self, field: QTextEdit) -> None:
        self._field = field
        self._stopped = (-1, -1)

    @contextmanager
    def typing(self, text: str) -> Iterator[None]:
        """Let a text be typed inside, as a step of its own where a word begins with it."""
        cursor = self._field.textCursor()
        begins = self._begins(cursor, text)
        if begins:
            cursor.beginEditBlock()
        try:
            yield
        finally:
            if begins:
                cursor.endEditBlock()
        self._stopped = (self._field.document().revision(), self._field.textCursor().position())

    def _begins(self, cursor: QTextCursor, text: str) -> bool:
        if self._stopped != (cursor.document().revision(), cursor.position()):
            return True
        before = cursor.document().characterAt(cursor.position() - 1)
        return before.isspace() and not text[:1].isspace()
