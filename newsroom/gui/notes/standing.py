"""Where the notes of the open story stand in its fields: cursors that move with the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsroom.domain.finding import Field
from newsroom.gui.editor.text_edit import TextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor

    from newsroom.domain.note_places import Places
    from newsroom.gui.editor.pane import EditorPane

_WORDS = 80


class Stretch(NamedTuple):
    """A stretch of a field's text that a note is about."""

    edit: TextEdit
    cursor: QTextCursor


class Standing:
    """The stretches of each note, in the order of the text."""

    def __init__(self, editor: EditorPane) -> None:
        self._editor = editor
        self._stretches: dict[str, list[Stretch]] = {}

    def find(self, places: Places) -> None:
        """Find the stretches of notes anew."""
        self._stretches = {name: [] for name in places}
        for field in (Field.LEAD, Field.BODY):
            edit = self._editor.places.field(field)
            assert isinstance(edit, TextEdit)
            wanted = [(name, p) for name, several in places.items() for p in several if p.field is field]
            cursors = edit.select_all_of([(max(p.block, 0), p.start, p.end) for _name, p in wanted])
            for (name, _place), cursor in zip(wanted, cursors, strict=True):
                self._stretches[name].append(Stretch(edit, cursor))

    def of(self, name: str) -> list[Stretch]:
        """Give the stretches of a note; none where its text was deleted."""
        return self._stretches.get(name, [])

    def at(self, edit: TextEdit, position: int) -> str:
        """Give the note that a position of a field is in, the innermost of several, or nothing."""
        holding = [
            (stretch.cursor.selectionEnd() - stretch.cursor.selectionStart(), name)
            for name, stretches in self._stretches.items()
            for stretch in stretches
            if stretch.edit is edit
            and stretch.cursor.selectionStart() <= position <= stretch.cursor.selectionEnd()
        ]
        return min(holding)[1] if holding else ""

    def names(self) -> list[str]:
        """Give the notes that have a place, in the order of the text."""
        return sorted(self._stretches, key=self._rank)

    def _rank(self, name: str) -> tuple[int, int]:
        first = self._stretches[name][0]
        return self._editor.edits.index(first.edit), first.cursor.selectionStart()

    def next_to(self, edit: TextEdit, position: int, step: int, among: set[str]) -> str:
        """Give the note that begins next after or before a position, going around at the end."""
        here = (self._editor.edits.index(edit), position)
        ranked = [(self._rank(name), name) for name in self.names() if name in among]
        ahead = [name for rank, name in ranked if (rank > here if step > 0 else rank < here)]
        if ahead:
            return ahead[0] if step > 0 else ahead[-1]
        return ranked[0 if step > 0 else -1][1] if ranked else ""

    def words(self, name: str) -> str:
        """Give the words a note is about, a long stretch shortened."""
        text = " … ".join(stretch.cursor.selectedText() for stretch in self.of(name)[:1])
        text = text.replace("\u2029", " ").replace("\u2028", " ").replace("\ufffc", "")
        return text if len(text) <= _WORDS else f"{text[:_WORDS].rstrip()} …"
