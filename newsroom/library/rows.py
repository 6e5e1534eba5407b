"""The tables of a library, as typed rows; only this room sees them.

The search and the likeness index are virtual tables, which `schema` makes beside these.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    DateTime,
    ForeignKey,
    Index,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Dialect

CONVENTION = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


_STORED = len("2026-01-01 00:00:00.000000")


class Utc(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC and given back in UTC; a naive one is our fault and is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[datetime | None], str | None]:  # noqa: ARG002 - SQLAlchemy calls it so
        """Give what makes the stored text; one plain function, for it runs for every time of every row."""
        return _stored

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], datetime | None]:  # noqa: ARG002 - SQLAlchemy calls it so
        """Give what makes a time of the stored text."""
        return _read


def _stored(value: datetime | None) -> str | None:
    if value is None:
        return None
    if value.tzinfo is None:
        raise TypeError("a time without zone cannot be stored")
    return value.astimezone(UTC).isoformat(" ", "microseconds")[:_STORED]


def _read(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value + "+00:00")


class Rows(DeclarativeBase):
    """Gives every table the same naming and types."""

    metadata = MetaData(naming_convention=CONVENTION)
    type_annotation_map = {datetime: Utc, str: Text, bytes: LargeBinary}  # noqa: RUF012 - SQLAlchemy's own form


def _story(**options: Any) -> Mapped[int]:
    return mapped_column(ForeignKey("article.id", ondelete="CASCADE"), **options)


class ArticleRow(Rows):
    """A story without its long texts; the columns from digest to findings are derived from the others."""

    __tablename__ = "article"
    __table_args__ = (
        Index("ix_article_newest", "in_trash", "sort_key"),
        Index("ix_article_state", "in_trash", "state", "sort_key"),
        Index("ix_article_section", "in_trash", "section_key", text("sort_key DESC")),
        Index("ix_article_headline", "in_trash", "headline_key", "id"),
        Index("ix_article_modified", "in_trash", "modified", "id"),
        Index("ix_article_slug", "slug", unique=True, sqlite_where=text("slug != ''")),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    uid: Mapped[str] = mapped_column(String(36), unique=True)
    version: Mapped[int]
    digest: Mapped[str]
    sort_key: Mapped[int] = mapped_column(BigInteger, unique=True)
    in_trash: Mapped[bool]
    headline_key: Mapped[str]
    section_key: Mapped[str]
    byline: Mapped[str]
    spoken: Mapped[str]
    lookalikes: Mapped[int] = mapped_column(server_default=text("0"))
    findings: Mapped[int] = mapped_column(server_default=text("0"))
    genre: Mapped[str]
    kicker: Mapped[str]
    headline: Mapped[str]
    subheadline: Mapped[str]
    teaser: Mapped[str]
    web_headline: Mapped[str]
    ordered_amount: Mapped[int | None]
    ordered_unit: Mapped[str]
    dateline: Mapped[str]
    authors: Mapped[str]
    sign_off: Mapped[str]
    section: Mapped[str]
    slug: Mapped[str]
    keywords: Mapped[str]
    publish_time: Mapped[datetime | None]
    embargo: Mapped[datetime | None]
    embargo_line: Mapped[str]
    language: Mapped[str]
    detected_language: Mapped[str]
    priority: Mapped[str]
    source: Mapped[str]
    rights: Mapped[str]
    ai_use: Mapped[str]
    editors_note: Mapped[str]
    correction_note: Mapped[str]
    state: Mapped[str]
    trashed: Mapped[datetime | None]
    approved_by: Mapped[str]
    approved_hash: Mapped[str]
    approved_at: Mapped[datetime | None]
    dismissed: Mapped[str]
    imported: Mapped[bool]
    created_by: Mapped[str]
    created: Mapped[datetime]
    modified: Mapped[datetime]


class TextRow(Rows):
    """The long texts of a story, as JSON; apart, so that lists never read over them."""

    __tablename__ = "article_text"

    article_id: Mapped[int] = _story(primary_key=True)
    lead: Mapped[str]
    body: Mapped[str]
    notes: Mapped[str]
    changes: Mapped[str]
    import_notes: Mapped[str]


class LinkRow(Rows):
    """One link from a story to another."""

    __tablename__ = "link"

    article_id: Mapped[int] = _story(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    uid: Mapped[str] = mapped_column(String(36), index=True)


class AuthorRow(Rows):
    """Whose story it is: those of the byline and the one who began it, in small letters."""

    __tablename__ = "author"
    __table_args__ = ({"sqlite_with_rowid": False},)

    name: Mapped[str] = mapped_column(primary_key=True)
    article_id: Mapped[int] = _story(primary_key=True, index=True)


class SourceRow(Rows):
    """Which source a story was read from, so that the same one is known again."""

    __tablename__ = "source"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: Mapped[str] = mapped_column(primary_key=True)
    article_id: Mapped[int] = _story()


class RevisionRow(Rows):
    """One saved version of a story, whole."""

    __tablename__ = "revision"

    article_id: Mapped[int] = _story(primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True)
    time: Mapped[datetime]
    person: Mapped[str]
    action: Mapped[str]
    note: Mapped[str]
    headline: Mapped[str]
    digest: Mapped[str]
    story: Mapped[str]


class JournalRow(Rows):
    """One entry of a story's journal: the very text that was hashed, and its digest."""

    __tablename__ = "journal"

    article_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sealed: Mapped[str]
    digest: Mapped[str]


class HeadRow(Rows):
    """The last entry of a story's journal, kept apart so that a cut-off end shows."""

    __tablename__ = "journal_head"

    article_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    number: Mapped[int]
    digest: Mapped[str]


class TallyRow(Rows):
    """A running count: of states, sections, one person's stories by state, keywords."""

    __tablename__ = "tally"
    __table_args__ = (Index("ix_tally_folded", "kind", "folded"), {"sqlite_with_rowid": False})

    kind: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(primary_key=True)
    folded: Mapped[str]
    number: Mapped[int]


class DraftRow(Rows):
    """What a session typed and has not saved."""

    __tablename__ = "draft"

    session: Mapped[str] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(36), primary_key=True)
    time: Mapped[datetime]
    story: Mapped[str]


class PictureRow(Rows):
    """The bytes of a picture, under their SHA-256."""

    __tablename__ = "picture"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    mime: Mapped[str]
    data: Mapped[bytes]


class SectionRow(Rows):
    """A section of the house."""

    __tablename__ = "section"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    colour: Mapped[str]
    position: Mapped[int]
    retired: Mapped[bool]


class GenreRow(Rows):
    """A genre of the house."""

    __tablename__ = "genre"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    wants_lead: Mapped[bool]
    position: Mapped[int]


class PersonRow(Rows):
    """Someone who acts; their name is theirs alone, however it is written."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    name_key: Mapped[str] = mapped_column(unique=True)
    role: Mapped[str]
    sign_off: Mapped[str]


class FactRow(Rows):
    """What the library knows about itself: running number, forms of its indexes, settings of the house."""

    __tablename__ = "fact"

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


def table(row: type[Rows]) -> Table:
    """Give the table behind a row, for statements that write many."""
    found = row.__table__
    assert isinstance(found, Table)
    return found
