"""The tables of approval: who approved which text, and what stands beside a story for the four-eyes rule."""

from __future__ import annotations

from sqlalchemy import Index, Table, TypedColumns, text

from newsroom.library.rows import columns as of
from newsroom.library.rows.columns import METADATA


class ApprovalColumns(TypedColumns):
    """An approval for ever: bound to the hash of the readers' text; open holds the findings that were open, as JSON."""

    article_id = of.story_number(primary_key=True)
    number = of.number(primary_key=True)
    version = of.number()
    grade = of.words()
    person = of.words()
    time = of.time()
    hash = of.words()
    note = of.words()
    override = of.words()
    open = of.words()
    edited = of.flag()
    due = of.perhaps_time()


APPROVAL = Table("approval", METADATA, ApprovalColumns)


class StandingColumns(TypedColumns):
    """What is known beside a story that was changed by others, half approved, or seen by readers."""

    article_id = of.story_number(primary_key=True)
    hands = of.words()
    left_byline = of.words()
    first = of.words()
    first_hash = of.words()
    out_version = of.perhaps_number()
    was_out = of.flag()
    eyes_due = of.perhaps_time()


EYES_DUE = "eyes_due IS NOT NULL"
"""What is true of the few stories that second eyes must look at."""

STANDING = Table(
    "standing",
    METADATA,
    StandingColumns,
    Index("ix_standing_eyes_due", "eyes_due", "article_id", sqlite_where=text(EYES_DUE)),
)
