"""Notes on a stretch of text, for colleagues and never for readers.

A note's id stands in the marks of the text it is about, or in an anchor where it is about no text. A note
whose text was deleted has no place any more: it is kept and listed until someone resolves or deletes it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer under a note."""

    author: str
    time: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note; its id stands in the marks or the anchor that shows its place."""

    id: str
    author: str
    time: datetime
    text: str
    replies: tuple[Reply, ...] = ()
    resolved: bool = False

    @property
    def latest(self) -> datetime:
        """Give when something was last said here."""
        return max((self.time, *(reply.time for reply in self.replies)))


Notes = tuple[Note, ...]


def new_note(author: str, time: datetime, text: str) -> Note:
    """Make a note with an id of its own."""
    return Note(os.urandom(8).hex(), author, time, text)


def put(notes: Notes, note: Note) -> Notes:
    """Give notes with one put in the place of the one with its id, or at the end."""
    if any(one.id == note.id for one in notes):
        return tuple(note if one.id == note.id else one for one in notes)
    return (*notes, note)


def rewritten(note: Note, text: str) -> Note:
    """Give a note with other words."""
    return replace(note, text=text)


def answered(note: Note, reply: Reply) -> Note:
    """Give a note with one answer more; an answer opens a resolved note again."""
    return replace(note, replies=(*note.replies, reply), resolved=False)


def resolved(note: Note, *, done: bool = True) -> Note:
    """Give a note as resolved, or as open again."""
    return replace(note, resolved=done)


def without_note(notes: Notes, name: str) -> Notes:
    """Give notes less the one with this id."""
    return tuple(note for note in notes if note.id != name)
