"""The notes of the open story, kept in step with their marks in the text.

Undo, redo, cut and paste move marks without knowing of notes. The book therefore keeps every note it has seen
since the story was opened: one whose mark comes back is back, and one whose making was undone is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.note_places import Places, Span, content_spans, gathered, spans
from newsroom.domain.notes import Note, Notes, put, without_note

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from newsroom.domain.body import Block, Body
    from newsroom.domain.finding import Field
    from newsroom.domain.inline import Content
    from newsroom.gui.editor.text_edit import TextEdit


class NoteBook:
    """Knows the notes of one story and where they stand."""

    def __init__(self, edits: Mapping[Field, TextEdit]) -> None:
        self._edits = edits
        self._notes: Notes = ()
        self._shelf: dict[str, Note] = {}
        self._born: dict[str, tuple[TextEdit, int]] = {}
        self._known: dict[int, tuple[Block, tuple[Span, ...]]] = {}
        self.places: Places = {}

    @property
    def notes(self) -> Notes:
        """Give the notes as they were when they were settled last."""
        return self._notes

    @property
    def empty(self) -> bool:
        """Tell whether no note was ever seen here."""
        return not self._shelf

    def open(self, notes: Notes) -> None:
        """Take the notes of a story that is opened."""
        self._notes = notes
        self._shelf = {note.id: note for note in notes}
        self._known.clear()
        self._born.clear()

    def put(self, note: Note) -> None:
        """Keep a note, or what has become of it."""
        self._shelf[note.id] = note
        self._notes = put(self._notes, note)

    def remove(self, name: str) -> None:
        """Let go of a note whose marks were taken away; undo brings it back with them."""
        self._notes = without_note(self._notes, name)

    def born(self, name: str, edit: TextEdit) -> None:
        """Remember that a note was made by the last step of a field."""
        self._born[name] = (edit, edit.dressing.depth())

    def carry(self, notes: Iterable[Note]) -> None:
        """Know notes whose marks are about to be pasted."""
        for note in notes:
            self._shelf.setdefault(note.id, note)

    def carried(self, names: Iterable[str]) -> Notes:
        """Give the notes with these ids, to go along with their text."""
        wanted = set(names)
        return tuple(note for note in self._shelf.values() if note.id in wanted)

    def settle(self, lead: Content, body: Body) -> Notes:
        """Give the notes that belong to a text as it stands now, and find their places."""
        if not self._shelf:
            self.places = {}
            return self._notes
        self.places = gathered(content_spans(lead), map(self._spans, body.blocks))
        self._known = {id(block): self._known[id(block)] for block in body.blocks}
        for name in self.places.keys() - {note.id for note in self._notes}:
            self._revive(name)
        self._notes = tuple(note for note in self._notes if not self._undone(note.id))
        return self._notes

    def _spans(self, block: Block) -> tuple[Span, ...]:
        """Give the spans of a block; a block that was read before is the same object."""
        known = self._known.get(id(block))
        if known is None or known[0] is not block:
            known = self._known[id(block)] = (block, spans(block))
        return known[1]

    def _revive(self, name: str) -> None:
        known = self._shelf.get(name)
        if known is not None:
            self._notes = (*self._notes, known)
            edit = self._edits[self.places[name][0].field]
            self._born.setdefault(name, (edit, edit.dressing.depth()))

    def _undone(self, name: str) -> bool:
        """Tell whether a note stands nowhere because the step that made it was undone."""
        if name in self.places or name not in self._born:
            return False
        edit, steps = self._born[name]
        return edit.dressing.depth() < steps
