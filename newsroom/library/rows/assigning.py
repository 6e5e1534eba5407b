"""The tables of who shall do what: assignments, what follows from them and from states, and what people are told."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Table, TypedColumns

from newsroom.library.rows import columns as of
from newsroom.library.rows.columns import METADATA


class AssignmentColumns(TypedColumns):
    """Who shall do a story until when; soon is set once the person was told that it is due soon."""

    article_id = of.story_number(primary_key=True)
    person = of.words()
    person_key = of.words()
    due = of.perhaps_time()
    by = of.words()
    time = of.time()
    soon = of.flag()


ASSIGNMENT = Table(
    "assignment",
    METADATA,
    AssignmentColumns,
    Index("ix_assignment_person", "person_key", "soon", "due"),
)


class TodoColumns(TypedColumns):
    """A story that somebody has to do something about, derived from the story, its authors and its assignment.

    Without a person it concerns anybody who may; due is when it is late.
    """

    person_key = of.words(primary_key=True)
    kind = of.words(primary_key=True)
    article_id = of.story_number(primary_key=True, index=True)
    due = of.perhaps_time()


DUTY = Table(
    "todo",
    METADATA,
    TodoColumns,
    Index("ix_todo_due", "person_key", "kind", "due"),
    sqlite_with_rowid=False,
)


class NoticeColumns(TypedColumns):
    """What a person is told, of which story, and whether they have seen it."""

    id = of.number(primary_key=True)
    person_key = of.words()
    kind = of.words()
    article_id: Column[int | None] = Column(ForeignKey("article.id", ondelete="CASCADE"), index=True)
    by = of.words()
    note = of.words()
    due = of.perhaps_time()
    time = of.time()
    seen = of.flag()


NOTICE = Table(
    "notice",
    METADATA,
    NoticeColumns,
    Index("ix_notice_person", "person_key", "id"),
    Index("ix_notice_seen", "person_key", "seen"),
)
