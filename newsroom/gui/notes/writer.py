"""What a person does to the notes of the open story; each letter is kept at once, so that none is lost."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from newsroom.domain.notes import Note, Reply, answered, new_note, resolved, rewritten
from newsroom.gui.notes import marking
from newsroom.gui.notes.card import DELETE, EDIT, REOPEN, REPLY, RESOLVE
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.notes.standing import Standing, Stretch
    from newsroom.gui.room import Room


@dataclass(frozen=True, slots=True)
class Writing:
    """What is being written: the note as it was, what words make of it, what to begin with and to ask for."""

    note: Note
    become: Callable[[str], Note]
    words: str
    hint: str
    new: bool = False


class Writer(QObject):
    """Adds, answers, changes, resolves and deletes notes."""

    changed = Signal()
    """Notes are others now; all that shows them must look."""
    opened = Signal()
    """Words are wanted: somewhere a field must open."""
    over = Signal()
    """The words are written, or given up."""

    def __init__(self, room: Room, standing: Standing) -> None:
        super().__init__(room.session)
        self._room, self._standing = room, standing
        self._book = room.editor.notes
        self.writing: Writing | None = None
        self._verbs: dict[str, Callable[[Note], object]] = {
            REPLY: self._reply,
            EDIT: self._edit,
            RESOLVE: partial(self._resolve, done=True),
            REOPEN: partial(self._resolve, done=False),
            DELETE: self.delete,
        }

    def note(self, name: str) -> Note | None:
        """Give a note of the open story."""
        return next((note for note in self._book.notes if note.id == name), None)

    def do(self, verb: str, name: str) -> None:
        """Do to a note what was asked on its card."""
        note = self.note(name)
        if note is not None and self._room.session.writable:
            self._verbs[verb](note)

    def add(self) -> None:
        """Begin a note on what is selected."""
        edit = self._room.editor.active()
        if self._room.editor.focused() is not edit:
            self._room.say("calm", _("Notes stand on the lead and on the text: choose words there."))
            return
        if edit.isReadOnly() or not self._room.session.writable:
            return
        cursor = marking.stretch(edit)
        note = new_note(self._room.desk.person.name, self._room.desk.clock(), "")
        marking.put_on(edit, cursor, note.id)
        self._book.put(note)
        self._book.born(note.id, edit)
        self._begin(Writing(note, partial(rewritten, note), "", _("Note"), new=True))

    def _reply(self, note: Note) -> None:
        me, now = self._room.desk.person.name, self._room.desk.clock()
        self._begin(Writing(note, lambda words: answered(note, Reply(me, now, words)), "", _("Reply")))

    def _edit(self, note: Note) -> None:
        self._begin(Writing(note, partial(rewritten, note), note.text, _("Note")))

    def _begin(self, writing: Writing) -> None:
        self.writing = writing
        self.changed.emit()
        self.opened.emit()

    def take(self, words: str) -> None:
        """Keep what was written so far; no words leave the note as it was."""
        writing = self.writing
        if writing is not None:
            written = words.strip()
            self._put(writing.become(written) if written else writing.note)

    def end(self, keep: bool) -> None:
        """End the writing; what is given up, and a new note without words, is gone."""
        writing, self.writing = self.writing, None
        if writing is None:
            return
        now = self.note(writing.note.id)
        if writing.new and (not keep or now is None or not now.text):
            self._drop(writing.note)
        elif not keep:
            self._put(writing.note)
        self.changed.emit()
        self.over.emit()

    def forget(self) -> None:
        """Let go of what was being written: its story was left, and it is kept as far as it was written."""
        self.writing = None

    def _put(self, note: Note) -> None:
        if note != self.note(note.id):
            self._book.put(note)
            self._room.editor.edited.emit()

    def _resolve(self, note: Note, *, done: bool) -> None:
        self._put(resolved(note, done=done))
        self.changed.emit()

    def delete(self, note: Note) -> None:
        """Take a note away with its marks; the bar offers it back."""
        stretches = self._drop(note)
        self.changed.emit()
        undo = (_("Undo"), partial(self._put_back, note, stretches))
        self._room.window.notice.say("calm", _("The note was deleted."), (undo,))

    def _drop(self, note: Note) -> list[Stretch]:
        stretches = [one._replace(cursor=QTextCursor(one.cursor)) for one in self._standing.of(note.id)]
        for edit in self._room.editor.edits:
            marking.take_off(edit, [one.cursor for one in stretches if one.edit is edit], note.id)
        self._book.remove(note.id)
        self._room.editor.edited.emit()
        return stretches

    def _put_back(self, note: Note, stretches: list[Stretch]) -> None:
        for edit, cursor in stretches:
            marking.put_on(edit, cursor, note.id)
        self._book.put(note)
        self._room.editor.edited.emit()
        self.changed.emit()
