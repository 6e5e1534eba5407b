"""The grounds under noted words; resolved notes have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat

if TYPE_CHECKING:
    from newsroom.gui.editor.layers import Stretch
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.notes.standing import Standing

LAYER = "notes"


class Highlights:
    """Draws the words of open notes, those of the note at hand more strongly."""

    def __init__(self, editor: EditorPane, standing: Standing) -> None:
        self._editor, self._standing = editor, standing

    def show(self, names: set[str], lit: str) -> None:
        """Draw the words of these notes; the one that is lit is drawn even where it is resolved."""
        quiet, strong = self._form(self._editor.look.note), self._form(self._editor.look.note_lit)
        strong.setFontUnderline(True)
        strong.setUnderlineColor(QColor(self._editor.look.warn))
        for edit in self._editor.edits:
            drawn: list[Stretch] = []
            for name in [*sorted(names - {lit}), lit]:
                form = strong if name == lit else quiet
                drawn += [(one.cursor, form) for one in self._standing.of(name) if one.edit is edit]
            edit.layers.show(LAYER, drawn)

    def _form(self, colour: str) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setBackground(QColor(colour))
        return form
