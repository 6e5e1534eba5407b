"""The tables of running counts, unsaved texts and pictures."""

from __future__ import annotations

from sqlalchemy import Column, Table, TypedColumns

from newsroom.library.rows import columns as of
from newsroom.library.rows.columns import METADATA


class TallyColumns(TypedColumns):
    """A running count: of states, sections, one person's stories by state."""

    kind = of.words(primary_key=True)
    key = of.words(primary_key=True)
    number = of.number()


TALLY = Table("tally", METADATA, TallyColumns, sqlite_with_rowid=False)


class DraftColumns(TypedColumns):
    """What a session typed and has not saved."""

    session = of.words(primary_key=True)
    uid = Column(of.short(36), primary_key=True)
    time = of.time()
    story = of.words()


DRAFT = Table("draft", METADATA, DraftColumns)


class PictureColumns(TypedColumns):
    """The bytes of a picture, under their SHA-256."""

    sha256 = Column(of.short(64), primary_key=True)
    mime = of.words()
    data = of.octets()


PICTURE = Table("picture", METADATA, PictureColumns)
