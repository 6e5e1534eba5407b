"""Notes on a stretch of text, for colleagues and never for readers.

A note's id stands in the marks of the text it is about, or in an anchor where it is about no text. A note
whose text was deleted has no place any more: it is kept and listed until someone resolves or deletes it.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any


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


def as_values(note: Note) -> list[Any]:
    """Give a note as plain JSON values; times are in UTC."""
    replies = [[reply.author, _stamp(reply.time), reply.text] for reply in note.replies]
    return [note.id, note.author, _stamp(note.time), note.text, replies, note.resolved]


def from_values(entry: list[Any]) -> Note:
    """Make a note from plain JSON values; raises ValueError or TypeError where they are none."""
    name, author, time, words, replies, done = entry
    answers = tuple(Reply(who, datetime.fromisoformat(when), said) for who, when, said in replies)
    return Note(name, author, datetime.fromisoformat(time), words, answers, done)


def _stamp(time: datetime) -> str:
    return time.astimezone(UTC).isoformat()
