"""The grounds under noted words; resolved notes have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat

if TYPE_CHECKING:
    from newsroom.gui.editor.layers import Stretch
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.editor.text_edit import TextEdit
    from newsroom.gui.notes.standing import Standing

LAYER = "notes"
LIT = "notes lit"


class Highlights:
    """Draws the words of open notes, those of the note at hand more strongly."""

    def __init__(self, editor: EditorPane, standing: Standing) -> None:
        self._editor, self._standing = editor, standing

    def show(self, names: set[str]) -> None:
        """Draw the words of these notes."""
        form = _ground(self._editor.look.note)
        for edit in self._editor.edits:
            edit.layers.show(LAYER, self._of(names, edit, form))

    def light(self, name: str) -> None:
        """Draw the words of the note at hand over that, of a resolved one too."""
        form = _ground(self._editor.look.note_lit)
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        form.setUnderlineColor(QColor(self._editor.look.warn))
        for edit in self._editor.edits:
            edit.layers.show(LIT, self._of({name}, edit, form))

    def _of(self, names: set[str], edit: TextEdit, form: QTextCharFormat) -> list[Stretch]:
        return [
            (one.cursor, form)
            for name in sorted(names)
            for one in self._standing.of(name)
            if one.edit is edit
        ]


def _ground(colour: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setBackground(QColor(colour))
    return form
