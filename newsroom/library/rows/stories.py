"""The tables of stories and of what belongs to one."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Table, TypedColumns, text

from newsroom.library.rows import columns as of
from newsroom.library.rows.columns import METADATA


class ArticleColumns(TypedColumns):
    """A story without its long texts; the columns from digest to findings are derived from the others."""

    id = of.number(primary_key=True, autoincrement=False)
    uid = Column(of.short(36), nullable=False, unique=True)
    version = of.number()
    digest = of.words()
    sort_key = Column(BigInteger, nullable=False, unique=True)
    in_trash = of.flag()
    headline_key = of.words()
    section_key = of.words()
    byline = of.words()
    spoken = of.words()
    lookalikes = of.number(server_default=text("0"))
    findings = of.number(server_default=text("0"))
    genre = of.words()
    kicker = of.words()
    headline = of.words()
    subheadline = of.words()
    teaser = of.words()
    web_headline = of.words()
    ordered_amount = of.perhaps_number()
    ordered_unit = of.words()
    dateline = of.words()
    authors = of.words()
    sign_off = of.words()
    section = of.words()
    slug = of.words()
    keywords = of.words()
    publish_time = of.perhaps_time()
    embargo = of.perhaps_time()
    embargo_line = of.words()
    language = of.words()
    detected_language = of.words()
    priority = of.words()
    source = of.words()
    rights = of.words()
    ai_use = of.words()
    editors_note = of.words()
    correction_note = of.words()
    state = of.words()
    trashed = of.perhaps_time()
    approved_by = of.words()
    approved_hash = of.words()
    approved_at = of.perhaps_time()
    dismissed = of.words()
    imported = of.flag()
    created_by = of.words()
    created = of.time()
    modified = of.time()
    byline_key = of.words(server_default=text("''"))
    """Last, as where the migration added it."""


BY_COLUMN = {
    "spoken": "spoken",
    "author": "byline_key",
    "findings": "findings",
    "lookalikes": "lookalikes",
}
"""What lists are put in order by, beside the columns that filters ask for."""

RARE = {
    "lookalikes": "lookalikes > 0",
    "embargo": "embargo IS NOT NULL OR embargo_line != ''",
}
"""What is true of few stories, which are then found at once."""

ARTICLE = Table(
    "article",
    METADATA,
    ArticleColumns,
    Index("ix_article_newest", "in_trash", "sort_key"),
    Index("ix_article_state", "in_trash", "state", "sort_key"),
    Index("ix_article_section", "in_trash", "section_key", text("sort_key DESC")),
    Index("ix_article_section_state", "in_trash", "section_key", "state", "sort_key"),
    Index(
        "ix_article_untimed",
        "in_trash",
        "modified",
        "id",
        sqlite_where=text("publish_time IS NULL"),
    ),
    Index("ix_article_genre", "in_trash", "genre", "sort_key"),
    *(Index(f"ix_article_by_{name}", "in_trash", by, "sort_key") for name, by in BY_COLUMN.items()),
    *(
        Index(f"ix_article_{name}", "in_trash", "sort_key", sqlite_where=text(rare))
        for name, rare in RARE.items()
    ),
    Index("ix_article_headline", "in_trash", "headline_key", "id"),
    Index("ix_article_modified", "in_trash", "modified", "id"),
    Index(
        "ix_article_slug",
        "slug",
        unique=True,
        sqlite_where=text("slug != ''"),
    ),
)


class TextColumns(TypedColumns):
    """The long texts of a story, as JSON; apart, so that lists never read over them."""

    article_id = of.story_number(primary_key=True)
    lead = of.words()
    body = of.words()
    notes = of.words()
    changes = of.words()
    import_notes = of.words()


TEXT = Table("article_text", METADATA, TextColumns)


class LinkColumns(TypedColumns):
    """One link from a story to another."""

    article_id = of.story_number(primary_key=True)
    position = of.number(primary_key=True)
    kind = of.words()
    uid = Column(of.short(36), nullable=False, index=True)


LINK = Table("link", METADATA, LinkColumns)


class CounterpartColumns(TypedColumns):
    """What a story knows of its other version, in print or on the web, as JSON."""

    article_id = of.story_number(primary_key=True)
    known = of.words()


COUNTERPART = Table("counterpart", METADATA, CounterpartColumns)


class AuthorColumns(TypedColumns):
    """Whose story it is: those of the byline and the one who began it, in small letters."""

    name = of.words(primary_key=True)
    article_id = of.story_number(primary_key=True, index=True)


AUTHOR = Table("author", METADATA, AuthorColumns, sqlite_with_rowid=False)


class SourceColumns(TypedColumns):
    """Which source a story was read from, so that the same one is known again."""

    key = of.words(primary_key=True)
    article_id = of.story_number()


SOURCE = Table("source", METADATA, SourceColumns, sqlite_with_rowid=False)


class NoteColumns(TypedColumns):
    """A note of a story, for the list of all; latest is when something was last said, placed whether it stands."""

    article_id = of.story_number(primary_key=True)
    name = of.words(primary_key=True)
    author = of.words()
    author_key = of.words()
    text = of.words()
    replies = of.number()
    resolved = of.flag()
    placed = of.flag()
    latest = of.time()


NOTE = Table(
    "note",
    METADATA,
    NoteColumns,
    Index("ix_note_latest", "resolved", "latest", "article_id", "name"),
    Index("ix_note_author", "author_key", "latest"),
    sqlite_with_rowid=False,
)
