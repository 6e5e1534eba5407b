"""The tables of the story list and of editions; a day is kept as the text of its date."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Table, TypedColumns

from newsroom.library.rows import columns as of
from newsroom.library.rows.columns import METADATA


class TopicColumns(TypedColumns):
    """A planned story; uid names the story that it became."""

    id = of.number(primary_key=True)
    day = Column(of.short(10), nullable=False)
    position = of.number()
    topic = of.words()
    author = of.words()
    section = of.words()
    ordered_amount = of.perhaps_number()
    ordered_unit = of.words()
    deadline = of.perhaps_time()
    picture = of.flag()
    uid = Column(of.short(36), nullable=False, index=True)
    version = of.number()


TOPIC = Table("topic", METADATA, TopicColumns, Index("ix_topic_day", "day", "position", "id"))


class EditionColumns(TypedColumns):
    """An edition: its day, and the hour at which it appears."""

    id = of.number(primary_key=True)
    name = of.words()
    day = Column(of.short(10), nullable=False)
    hour = of.perhaps_time()
    version = of.number()


EDITION = Table("edition", METADATA, EditionColumns, Index("ix_edition_day", "day", "id"))


class PartColumns(TypedColumns):
    """A page or a story of an edition, in its order."""

    edition_id: Column[int] = Column(
        ForeignKey("edition.id", ondelete="CASCADE"), primary_key=True, nullable=False
    )
    position = of.number(primary_key=True, autoincrement=False)
    page = of.flag()
    title = of.words()
    uid = Column(of.short(36), nullable=False, index=True)
    topic = of.number()
    ordered_amount = of.perhaps_number()
    ordered_unit = of.words()


PART = Table("edition_part", METADATA, PartColumns, sqlite_with_rowid=False)
