"""The tables of what was: versions and the journal."""

from __future__ import annotations

from sqlalchemy import Index, Table, TypedColumns, text

from newsroom.library.rows import columns as of
from newsroom.library.rows.columns import METADATA


class RevisionColumns(TypedColumns):
    """One saved version of a story, whole: plain, as older libraries have it, or packed beside its base."""

    article_id = of.story_number(primary_key=True)
    version = of.number(primary_key=True)
    time = of.time()
    person = of.words()
    action = of.words()
    note = of.words()
    headline = of.words()
    digest = of.words()
    story = of.words()
    packed = of.perhaps_octets()
    base = of.perhaps_number()


REVISION = Table(
    "revision",
    METADATA,
    RevisionColumns,
    Index("ix_revision_plain", "article_id", sqlite_where=text("packed IS NULL")),
)


class JournalColumns(TypedColumns):
    """One entry of a story's journal: the very text that was hashed, and its digest."""

    article_id = of.number(primary_key=True, autoincrement=False)
    number = of.number(primary_key=True, autoincrement=False)
    sealed = of.words()
    digest = of.words()


JOURNAL = Table("journal", METADATA, JournalColumns)


class HeadColumns(TypedColumns):
    """The last entry of a story's journal, kept apart so that a cut-off end shows."""

    article_id = of.number(primary_key=True, autoincrement=False)
    number = of.number()
    digest = of.words()


HEAD = Table("journal_head", METADATA, HeadColumns)
