"""The tables of a library, with typed columns; only this room sees them.

They are tables of SQLAlchemy Core, not classes mapped to rows: no row ever becomes an object here but goes
straight into the domain's, so a mapping would only be imported (a fifth of the time to open a library).

The search and the likeness index are virtual tables, which `schema` makes beside these.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypedColumns,
    text,
)
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
        return stored_time

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], datetime | None]:  # noqa: ARG002 - SQLAlchemy calls it so
        """Give what makes a time of the stored text."""
        return _read


def stored_time(value: datetime | None) -> str | None:
    """Give the text that a time is stored as; a naive one is our fault and is refused."""
    if value is None:
        return None
    if value.tzinfo is None:
        raise TypeError("a time without zone cannot be stored")
    return value.astimezone(UTC).isoformat(" ", "microseconds")[:_STORED]


def _read(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value + "+00:00")


METADATA = MetaData(naming_convention=CONVENTION)


def _words(**options: Any) -> Column[str]:
    return Column(Text, nullable=False, **options)


def _number(**options: Any) -> Column[int]:
    return Column(Integer, nullable=False, **options)


def _perhaps_number() -> Column[int | None]:
    return Column(Integer)


def _flag() -> Column[bool]:
    return Column(Boolean, nullable=False)


def _time() -> Column[datetime]:
    return Column(Utc, nullable=False)


def _perhaps_time() -> Column[datetime | None]:
    return Column(Utc)


def _bytes() -> Column[bytes]:
    return Column(LargeBinary, nullable=False)


def _story(**options: Any) -> Column[int]:
    return Column(ForeignKey("article.id", ondelete="CASCADE"), nullable=False, **options)


class ArticleColumns(TypedColumns):
    """A story without its long texts; the columns from digest to findings are derived from the others."""

    id = _number(primary_key=True, autoincrement=False)
    uid = Column(String(36), nullable=False, unique=True)
    version = _number()
    digest = _words()
    sort_key = Column(BigInteger, nullable=False, unique=True)
    in_trash = _flag()
    headline_key = _words()
    section_key = _words()
    byline = _words()
    spoken = _words()
    lookalikes = _number(server_default=text("0"))
    findings = _number(server_default=text("0"))
    genre = _words()
    kicker = _words()
    headline = _words()
    subheadline = _words()
    teaser = _words()
    web_headline = _words()
    ordered_amount = _perhaps_number()
    ordered_unit = _words()
    dateline = _words()
    authors = _words()
    sign_off = _words()
    section = _words()
    slug = _words()
    keywords = _words()
    publish_time = _perhaps_time()
    embargo = _perhaps_time()
    embargo_line = _words()
    language = _words()
    detected_language = _words()
    priority = _words()
    source = _words()
    rights = _words()
    ai_use = _words()
    editors_note = _words()
    correction_note = _words()
    state = _words()
    trashed = _perhaps_time()
    approved_by = _words()
    approved_hash = _words()
    approved_at = _perhaps_time()
    dismissed = _words()
    imported = _flag()
    created_by = _words()
    created = _time()
    modified = _time()


ARTICLE = Table(
    "article",
    METADATA,
    ArticleColumns,
    Index("ix_article_newest", "in_trash", "sort_key"),
    Index("ix_article_state", "in_trash", "state", "sort_key"),
    Index("ix_article_section", "in_trash", "section_key", text("sort_key DESC")),
    Index("ix_article_headline", "in_trash", "headline_key", "id"),
    Index("ix_article_modified", "in_trash", "modified", "id"),
    Index("ix_article_slug", "slug", unique=True, sqlite_where=text("slug != ''")),
)


class TextColumns(TypedColumns):
    """The long texts of a story, as JSON; apart, so that lists never read over them."""

    article_id = _story(primary_key=True)
    lead = _words()
    body = _words()
    notes = _words()
    changes = _words()
    import_notes = _words()


TEXT = Table("article_text", METADATA, TextColumns)


class LinkColumns(TypedColumns):
    """One link from a story to another."""

    article_id = _story(primary_key=True)
    position = _number(primary_key=True)
    kind = _words()
    uid = Column(String(36), nullable=False, index=True)


LINK = Table("link", METADATA, LinkColumns)


class CounterpartColumns(TypedColumns):
    """What a story knows of its other version, in print or on the web, as JSON."""

    article_id = _story(primary_key=True)
    known = _words()


COUNTERPART = Table("counterpart", METADATA, CounterpartColumns)


class AuthorColumns(TypedColumns):
    """Whose story it is: those of the byline and the one who began it, in small letters."""

    name = _words(primary_key=True)
    article_id = _story(primary_key=True, index=True)


AUTHOR = Table("author", METADATA, AuthorColumns, sqlite_with_rowid=False)


class SourceColumns(TypedColumns):
    """Which source a story was read from, so that the same one is known again."""

    key = _words(primary_key=True)
    article_id = _story()


SOURCE = Table("source", METADATA, SourceColumns, sqlite_with_rowid=False)


class NoteColumns(TypedColumns):
    """A note of a story, for the list of all; latest is when something was last said, placed whether it stands."""

    article_id = _story(primary_key=True)
    name = _words(primary_key=True)
    author = _words()
    author_key = _words()
    text = _words()
    replies = _number()
    resolved = _flag()
    placed = _flag()
    latest = _time()


NOTE = Table(
    "note",
    METADATA,
    NoteColumns,
    Index("ix_note_latest", "resolved", "latest", "article_id", "name"),
    Index("ix_note_author", "author_key", "latest"),
    sqlite_with_rowid=False,
)


class RevisionColumns(TypedColumns):
    """One saved version of a story, whole."""

    article_id = _story(primary_key=True)
    version = _number(primary_key=True)
    time = _time()
    person = _words()
    action = _words()
    note = _words()
    headline = _words()
    digest = _words()
    story = _words()


REVISION = Table("revision", METADATA, RevisionColumns)


class JournalColumns(TypedColumns):
    """One entry of a story's journal: the very text that was hashed, and its digest."""

    article_id = _number(primary_key=True, autoincrement=False)
    number = _number(primary_key=True, autoincrement=False)
    sealed = _words()
    digest = _words()


JOURNAL = Table("journal", METADATA, JournalColumns)


class HeadColumns(TypedColumns):
    """The last entry of a story's journal, kept apart so that a cut-off end shows."""

    article_id = _number(primary_key=True, autoincrement=False)
    number = _number()
    digest = _words()


HEAD = Table("journal_head", METADATA, HeadColumns)


class TallyColumns(TypedColumns):
    """A running count: of states, sections, one person's stories by state, keywords."""

    kind = _words(primary_key=True)
    key = _words(primary_key=True)
    folded = _words()
    number = _number()


TALLY = Table(
    "tally", METADATA, TallyColumns, Index("ix_tally_folded", "kind", "folded"), sqlite_with_rowid=False
)


class DraftColumns(TypedColumns):
    """What a session typed and has not saved."""

    session = _words(primary_key=True)
    uid = Column(String(36), primary_key=True)
    time = _time()
    story = _words()


DRAFT = Table("draft", METADATA, DraftColumns)


class PictureColumns(TypedColumns):
    """The bytes of a picture, under their SHA-256."""

    sha256 = Column(String(64), primary_key=True)
    mime = _words()
    data = _bytes()


PICTURE = Table("picture", METADATA, PictureColumns)


class SectionColumns(TypedColumns):
    """A section of the house."""

    id = _number(primary_key=True)
    name = _words(unique=True)
    colour = _words()
    position = _number()
    retired = _flag()


SECTION = Table("section", METADATA, SectionColumns)


class GenreColumns(TypedColumns):
    """A genre of the house."""

    id = _number(primary_key=True)
    key = _words(unique=True)
    name = _words()
    wants_lead = _flag()
    position = _number()


GENRE = Table("genre", METADATA, GenreColumns)


class PersonColumns(TypedColumns):
    """Someone who acts; their name is theirs alone, however it is written."""

    id = _number(primary_key=True)
    name = _words()
    name_key = _words(unique=True)
    role = _words()
    sign_off = _words()


PERSON = Table("person", METADATA, PersonColumns)


class FactColumns(TypedColumns):
    """What the library knows about itself: running number, forms of its indexes, settings of the house."""

    name = _words(primary_key=True)
    value = _words()


FACT = Table("fact", METADATA, FactColumns)
