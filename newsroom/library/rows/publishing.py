"""The tables of publishing: what waits to go out, what went out with its very bytes, and what may not."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKeyConstraint, Index, Table, TypedColumns

from newsroom.library.rows import columns as of
from newsroom.library.rows.columns import METADATA


class BlockColumns(TypedColumns):
    """A story that nothing may be taken of: who forbade it, when and why."""

    uid = Column(of.short(36), primary_key=True)
    person = of.words()
    time = of.time()
    reason = of.words()


BLOCK = Table("legal_block", METADATA, BlockColumns)


class OutgoingColumns(TypedColumns):
    """A story that was published or withdrawn and whose files are not all written; holder writes them until then."""

    article_id = of.story_number(primary_key=True)
    version = of.number()
    kind = of.words()
    channels = of.words()
    person = of.words()
    time = of.time()
    holder = of.words()
    held_until = of.perhaps_time()
    fault = of.words()


OUTGOING = Table("outgoing", METADATA, OutgoingColumns)


class ReleaseColumns(TypedColumns):
    """One story sent out by one channel: which version, its readers' hash, by whom; written when the files stood."""

    article_id = of.story_number(primary_key=True)
    number = of.number(primary_key=True)
    channel = of.words()
    kind = of.words()
    version = of.number()
    hash = of.words()
    person = of.words()
    time = of.time()
    folder = of.words()
    pattern = of.words()
    correction = of.words()
    written = of.perhaps_time()


RELEASE = Table("release", METADATA, ReleaseColumns, Index("ix_release_time", "time", "article_id", "number"))


class ReleaseFileColumns(TypedColumns):
    """One file of a release: its way within the channel's folder, its format (none for one beside), its bytes' SHA-256."""

    article_id = of.number(primary_key=True, autoincrement=False)
    number = of.number(primary_key=True, autoincrement=False)
    position = of.number(primary_key=True, autoincrement=False)
    format = of.words()
    path = of.words()
    sha256 = Column(of.short(64), nullable=False, index=True)
    size = of.number()


RELEASE_FILE = Table(
    "release_file",
    METADATA,
    ReleaseFileColumns,
    ForeignKeyConstraint(
        ["article_id", "number"], ["release.article_id", "release.number"], ondelete="CASCADE"
    ),
    Index("ix_release_file_path", "path"),
)


class SentColumns(TypedColumns):
    """The bytes of a file that went out, under their SHA-256; small says that they are kept compressed."""

    sha256 = Column(of.short(64), primary_key=True)
    small = of.flag()
    data = of.octets()


SENT = Table("sent_bytes", METADATA, SentColumns)


class ErasedColumns(TypedColumns):
    """A story that a court had erased: its number and uid, which no story has again, and nothing of its words."""

    uid = Column(of.short(36), primary_key=True)
    article_id = of.number(index=True)
    person = of.words()
    time = of.time()
    reason = of.words()


ERASED = Table("erased", METADATA, ErasedColumns)
