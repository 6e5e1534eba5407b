"""What is marked in one field: its mistakes, but not the word that is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.gui.editor.spelling.waves import Waves

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QTextBlock, QTextCursor

    from newsroom.gui.editor.line_field import LineField
    from newsroom.gui.editor.text_edit import TextEdit
    from newsroom.text.spelling import Doubt

    Field = LineField | TextEdit
    Mistakes = Callable[[Field, QTextBlock], Iterable[Doubt]]


class Marking(QObject):
    """Draws the marks of a field, and knows while the word at the caret is being written."""

    def __init__(self, field: Field, mistakes: Mistakes) -> None:
        super().__init__(field)
        self._field, self._mistakes = field, mistakes
        self._writing = False
        self._revision = field.document().revision()
        self.waves = Waves(field, self.shown)
        field.overlays.append(self.waves.paint)
        field.cursorPositionChanged.connect(self._moved)

    def _moved(self) -> None:
        """Note whether the caret moved by writing; once it moves by itself the word is written."""
        revision = self._field.document().revision()
        wrote, self._revision = revision != self._revision, revision
        if self._writing and not wrote:
            self._field.viewport().update()
        self._writing = wrote

    def all_in(self, block: QTextBlock) -> tuple[Doubt, ...]:
        """Give the mistakes of a block."""
        return tuple(self._mistakes(self._field, block))

    def shown(self, block: QTextBlock) -> tuple[Doubt, ...]:
        """Give what is marked in a block now."""
        found = self.all_in(block)
        if not found or not self._writing or not self._field.hasFocus():
            return found
        caret = self._field.textCursor().position() - block.position()
        return tuple(doubt for doubt in found if not doubt.start <= caret <= doubt.end)

    def at(self, cursor: QTextCursor) -> Doubt | None:
        """Give the mistake at a place."""
        place = cursor.position() - cursor.block().position()
        return next((one for one in self.all_in(cursor.block()) if one.start <= place <= one.end), None)
