"""The final and the original text to be read: in the place of the fields, which keep what is written."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from newsroom.domain.body import Body, Paragraph
from newsroom.domain.changes import final, original
from newsroom.gui.editor.text_edit import TextEdit

if TYPE_CHECKING:
    from newsroom.gui.editor.pane import EditorPane


class View(StrEnum):
    """How changes are shown."""

    SHOWN = "changes-shown"
    HIDDEN = "changes-hidden"
    FINAL = "changes-final"
    ORIGINAL = "changes-original"


READING = frozenset({View.FINAL, View.ORIGINAL})


class ReadingTwins:
    """One field to read for each field that is written, made when it is first wanted."""

    def __init__(self, editor: EditorPane) -> None:
        self._editor = editor
        self._twins: list[TextEdit] = []

    def show(self, view: View) -> None:
        """Show what a view reads, or the fields themselves."""
        reads = view in READING
        if reads and not self._twins:
            self._twins = [self._make(edit) for edit in self._editor.edits]
        if reads:
            self._fill(view)
        for edit in self._editor.edits:
            edit.setVisible(not reads)
        for twin in self._twins:
            twin.setVisible(reads)

    def _make(self, edit: TextEdit) -> TextEdit:
        twin = TextEdit(edit.look, edit.accessibleName(), self._editor.page.column, single=edit.single)
        twin.setReadOnly(True)
        twin.installEventFilter(self._editor)
        self._editor.page.add_behind(edit, twin)
        return twin

    def _fill(self, view: View) -> None:
        changes = tuple(self._editor.changes.ledger.changes.values())
        for edit, twin in zip(self._editor.edits, self._twins, strict=True):
            body = Body((Paragraph(edit.content()),)) if edit.single else edit.body()
            twin.gallery = edit.gallery
            twin.set_look(edit.look)
            twin.set_body(final(body) if view is View.FINAL else original(body, changes))
