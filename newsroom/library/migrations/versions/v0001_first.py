"""The first library: stories and their texts, versions, journal, indexes of words, and the house's lists."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_SQLITE = (
    "CREATE VIRTUAL TABLE search USING fts5(words, stems, content='', prefix='1 2 3', tokenize='ascii')",
    "INSERT INTO search(search, rank) VALUES ('hashsize', 67108864)",
    "CREATE VIRTUAL TABLE likeness USING fts5(terms, content='', detail='none', columnsize=0, tokenize='ascii')",
    "CREATE VIRTUAL TABLE likeness_terms USING fts5vocab('likeness', 'row')",
    """CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
)
_POSTGRES = (
    "ALTER TABLE search ALTER COLUMN lexemes SET STATISTICS 1000, ALTER COLUMN lexemes SET STORAGE MAIN",
    """CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$BEGIN RAISE EXCEPTION 'the journal is append-only'; END$$""",
    """CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_is_append_only()""",
    """CREATE TRIGGER journal_never_shrinks BEFORE DELETE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only()""",
)


def upgrade() -> None:
    """Make all tables."""
    for make in (
        _article,
        _draft,
        _fact,
        _genre,
        _journal,
        _journal_head,
        _person,
        _picture,
        _section,
        _tally,
        _article_text,
        _author,
        _link,
        _revision,
        _source,
    ):
        make()
    on_server = op.get_bind().dialect.name == "postgresql"
    if on_server:
        _indexes_on_server()
    for statement in _POSTGRES if on_server else _SQLITE:
        op.execute(statement)


def downgrade() -> None:
    """Take everything away; with it goes the library."""
    for name in ("source", "revision", "link", "author", "article_text"):
        op.drop_table(name)
    for name in (
        "tally",
        "section",
        "picture",
        "person",
        "journal_head",
        "journal",
        "genre",
        "fact",
        "draft",
        "article",
    ):
        op.drop_table(name)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION journal_is_append_only()")
    else:
        op.drop_table("likeness_terms")
    op.drop_table("likeness")
    op.drop_table("search")


def _indexes_on_server() -> None:
    from sqlalchemy.dialects.postgresql import TSVECTOR

    op.create_table(
        "search",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lexemes", TSVECTOR(), nullable=False),
        *_texts("words", "stems"),
        sa.PrimaryKeyConstraint("key", name="pk_search"),
    )
    op.create_index("ix_search_lexemes", "search", ["lexemes"], postgresql_using="gin")
    op.create_table(
        "likeness",
        *_texts("term"),
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("term", "key", name="pk_likeness"),
    )


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, _WORDS, nullable=False) for name in names]


def _short(name: str, length: int) -> sa.Column[str]:
    kind = sa.String(length).with_variant(sa.Text(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=False)


def _time(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _article() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        _short("uid", 36),
        sa.Column("version", sa.Integer(), nullable=False),
        *_texts("digest"),
        sa.Column("sort_key", sa.BigInteger(), nullable=False),
        sa.Column("in_trash", sa.Boolean(), nullable=False),
        *_texts("headline_key", "section_key", "byline", "spoken"),
        sa.Column("lookalikes", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("findings", sa.Integer(), server_default=sa.text("0"), nullable=False),
        *_texts("genre", "kicker", "headline", "subheadline", "teaser", "web_headline"),
        sa.Column("ordered_amount", sa.Integer(), nullable=True),
        *_texts("ordered_unit", "dateline", "authors", "sign_off", "section", "slug", "keywords"),
        _time("publish_time", nullable=True),
        _time("embargo", nullable=True),
        *_texts(
            "embargo_line",
            "language",
            "detected_language",
            "priority",
            "source",
            "rights",
            "ai_use",
            "editors_note",
            "correction_note",
            "state",
        ),
        _time("trashed", nullable=True),
        *_texts("approved_by", "approved_hash"),
        _time("approved_at", nullable=True),
        *_texts("dismissed"),
        sa.Column("imported", sa.Boolean(), nullable=False),
        *_texts("created_by"),
        _time("created"),
        _time("modified"),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
        sa.UniqueConstraint("uid", name="uq_article_uid"),
        sa.UniqueConstraint("sort_key", name="uq_article_sort_key"),
    )
    _article_indexes()


def _article_indexes() -> None:
    op.create_index("ix_article_headline", "article", ["in_trash", "headline_key", "id"])
    op.create_index("ix_article_modified", "article", ["in_trash", "modified", "id"])
    op.create_index("ix_article_newest", "article", ["in_trash", "sort_key"])
    op.create_index("ix_article_section", "article", ["in_trash", "section_key", sa.text("sort_key DESC")])
    op.create_index(
        "ix_article_slug",
        "article",
        ["slug"],
        unique=True,
        sqlite_where=sa.text("slug != ''"),
        postgresql_where=sa.text("slug != ''"),
    )
    op.create_index("ix_article_state", "article", ["in_trash", "state", "sort_key"])


def _draft() -> None:
    op.create_table(
        "draft",
        *_texts("session"),
        _short("uid", 36),
        _time("time"),
        *_texts("story"),
        sa.PrimaryKeyConstraint("session", "uid", name="pk_draft"),
    )


def _fact() -> None:
    op.create_table("fact", *_texts("name", "value"), sa.PrimaryKeyConstraint("name", name="pk_fact"))


def _genre() -> None:
    op.create_table(
        "genre",
        sa.Column("id", sa.Integer(), nullable=False),
        *_texts("key", "name"),
        sa.Column("wants_lead", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_genre"),
        sa.UniqueConstraint("key", name="uq_genre_key"),
    )


def _journal() -> None:
    op.create_table(
        "journal",
        sa.Column("article_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        *_texts("sealed", "digest"),
        sa.PrimaryKeyConstraint("article_id", "number", name="pk_journal"),
    )


def _journal_head() -> None:
    op.create_table(
        "journal_head",
        sa.Column("article_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        *_texts("digest"),
        sa.PrimaryKeyConstraint("article_id", name="pk_journal_head"),
    )


def _person() -> None:
    op.create_table(
        "person",
        sa.Column("id", sa.Integer(), nullable=False),
        *_texts("name", "name_key", "role", "sign_off"),
        sa.PrimaryKeyConstraint("id", name="pk_person"),
        sa.UniqueConstraint("name_key", name="uq_person_name_key"),
    )


def _picture() -> None:
    op.create_table(
        "picture",
        _short("sha256", 64),
        *_texts("mime"),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_picture"),
    )


def _section() -> None:
    op.create_table(
        "section",
        sa.Column("id", sa.Integer(), nullable=False),
        *_texts("name", "colour"),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_section"),
        sa.UniqueConstraint("name", name="uq_section_name"),
    )


def _tally() -> None:
    op.create_table(
        "tally",
        *_texts("kind", "key", "folded"),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "key", name="pk_tally"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_tally_folded", "tally", ["kind", "folded"])


def _article_text() -> None:
    op.create_table(
        "article_text",
        sa.Column("article_id", sa.Integer(), nullable=False),
        *_texts("lead", "body", "notes", "changes", "import_notes"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_article_text_article_id_article", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", name="pk_article_text"),
    )


def _author() -> None:
    op.create_table(
        "author",
        *_texts("name"),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_author_article_id_article", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("name", "article_id", name="pk_author"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_author_article_id", "author", ["article_id"])


def _link() -> None:
    op.create_table(
        "link",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        *_texts("kind"),
        _short("uid", 36),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_link_article_id_article", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", "position", name="pk_link"),
    )
    op.create_index("ix_link_uid", "link", ["uid"])


def _revision() -> None:
    op.create_table(
        "revision",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _time("time"),
        *_texts("person", "action", "note", "headline", "digest", "story"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_revision_article_id_article", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", "version", name="pk_revision"),
    )


def _source() -> None:
    op.create_table(
        "source",
        *_texts("key"),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_source_article_id_article", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", name="pk_source"),
        sqlite_with_rowid=False,
    )
