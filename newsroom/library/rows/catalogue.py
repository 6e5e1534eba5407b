"""The tables of the catalogue beside its lists: how much each name is used, what it was called, what is being renamed."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Table, TypedColumns

from newsroom.library.rows import columns as of
from newsroom.library.rows.columns import METADATA


class UsageColumns(TypedColumns):
    """How much a name of the catalogue is used, and what was decided of it where it has no row of its own.

    The counts are kept in the transaction that changes them; kept and retired are decisions and no counts.
    """

    kind = of.words(primary_key=True)
    name = of.words(primary_key=True)
    folded = of.words()
    live = of.number()
    open = of.number()
    trashed = of.number()
    used = of.perhaps_time()
    kept = of.flag()
    retired = of.flag()


USAGE = Table(
    "usage",
    METADATA,
    UsageColumns,
    Index("ix_usage_folded", "kind", "folded", "name"),
    Index("ix_usage_live", "kind", "live"),
    sqlite_with_rowid=False,
)


class FormerColumns(TypedColumns):
    """A name that something had, and the one it has now; whoever still writes the former means the other."""

    kind = of.words(primary_key=True)
    name = of.words(primary_key=True)
    target = of.words()


FORMER = Table(
    "former_name",
    METADATA,
    FormerColumns,
    Index("ix_former_name_target", "kind", "target"),
    sqlite_with_rowid=False,
)


class RenamingColumns(TypedColumns):
    """A rename or merge: begun, in the middle of its stories, done, undone; kept is what undoing it needs, as JSON."""

    id = of.number(primary_key=True)
    kind = of.words()
    old = of.words()
    new = of.words()
    old_title = of.words()
    new_title = of.words()
    merged = of.flag()
    bylines = of.flag()
    reverses = of.perhaps_number()
    total = of.number()
    done = of.number()
    in_trash = of.flag()
    place = Column(BigInteger)
    finished = of.flag()
    undone = of.flag()
    person = of.words()
    begun = of.time()
    touched = of.time()
    kept = of.words()


RENAMING = Table("renaming", METADATA, RenamingColumns)


class RenamedColumns(TypedColumns):
    """A story that a merge changed, and the version it made, so that undoing finds it."""

    renaming_id: Column[int] = Column(
        ForeignKey("renaming.id", ondelete="CASCADE"), primary_key=True, nullable=False
    )
    article_id = of.story_number(primary_key=True)
    version = of.number()


RENAMED_STORY = Table("renamed_story", METADATA, RenamedColumns, sqlite_with_rowid=False)
