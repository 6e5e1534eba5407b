"""What the library remembers beyond its stories: tables and indexes that came with the library on a server."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables and indexes."""
    _shorter_keys()
    _catalogue()
    _editing()
    _index_agenda()
    _index_few()
    _alike()


def downgrade() -> None:
    """Take them away again; what only they held is lost, and no story changes."""
    for name in ("pair", "verdict", "shingle"):
        op.drop_table(name)
    op.drop_table("editing")
    op.drop_index("ix_article_untimed", "article")
    op.drop_index("ix_article_section_state", "article")
    _without_few()
    _without_catalogue()


def _alike() -> None:
    """Keep samples of texts, decisions on pairs and the pairs found; opening fills the samples."""
    op.create_table(
        "shingle",
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("number", "article_id", name="pk_shingle"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "verdict",
        *(sa.Column(name, sa.String(36), nullable=False) for name in ("uid", "other")),
        *(sa.Column(name, _TEXT, nullable=False) for name in ("verdict", "person")),
        sa.Column("time", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("uid", "other", name="pk_verdict"),
    )
    op.create_index("ix_verdict_other", "verdict", ["other"])
    op.create_table(
        "pair",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("article_id", "other_id")),
        *(sa.Column(name, _TEXT, nullable=False) for name in ("kind", "body")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("score", "share")),
        sa.PrimaryKeyConstraint("article_id", "other_id", name="pk_pair"),
        *(
            sa.ForeignKeyConstraint(
                [name], ["article.id"], name=f"fk_pair_{name}_article", ondelete="CASCADE"
            )
            for name in ("article_id", "other_id")
        ),
    )
    op.create_index("ix_pair_other_id", "pair", ["other_id"])


_BY_COLUMN: dict[str, str | sa.TextClause] = {
    "spoken": "spoken",
    "byline": sa.text("substr(byline, 1, 400)"),
    "findings": "findings",
    "lookalikes": "lookalikes",
}
_FEW = {
    "lookalikes": "lookalikes > 0",
    "embargo": "embargo IS NOT NULL OR embargo_line != ''",
}


def _index_few() -> None:
    """Serve searches for what is true of few stories."""
    op.create_index("ix_article_genre", "article", ["in_trash", "genre", "sort_key"])
    for name, by in _BY_COLUMN.items():
        op.create_index(f"ix_article_by_{name}", "article", ["in_trash", by, "sort_key"])
    for name, few in _FEW.items():
        where = sa.text(few)
        op.create_index(
            f"ix_article_{name}",
            "article",
            ["in_trash", "sort_key"],
            sqlite_where=where,
            postgresql_where=where,
        )


def _without_few() -> None:
    for name in ("genre", *_FEW, *(f"by_{name}" for name in _BY_COLUMN)):
        op.drop_index(f"ix_article_{name}", "article")


def _shorter_keys() -> None:
    """End the keys that lists are sorted by where a server's index ends them."""
    for name in ("headline_key", "section_key"):
        op.execute(f"UPDATE article SET {name} = substr({name}, 1, 400) WHERE length({name}) > 400")  # noqa: S608 - our own names


def _without_catalogue() -> None:
    for name in ("renamed_story", "renaming", "former_name", "usage"):
        op.drop_table(name)
    op.execute("DELETE FROM fact WHERE name = 'usage form'")
    op.add_column("tally", sa.Column("folded", _TEXT, nullable=False, server_default=""))
    op.create_index("ix_tally_folded", "tally", ["kind", "folded"])


def _catalogue() -> None:
    """Count the names of sections, genres, people and keywords, and keep what they were called; opening fills it."""
    op.create_table(
        "usage",
        *(sa.Column(name, _TEXT, nullable=False) for name in ("kind", "name", "folded")),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("live", "open", "trashed")),
        sa.Column("used", sa.DateTime(timezone=True)),
        *(sa.Column(name, sa.Boolean(), nullable=False) for name in ("kept", "retired")),
        sa.PrimaryKeyConstraint("kind", "name", name="pk_usage"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_usage_folded", "usage", ["kind", "folded", "name"])
    op.create_index("ix_usage_live", "usage", ["kind", "live"])
    op.create_table(
        "former_name",
        *(sa.Column(name, _TEXT, nullable=False) for name in ("kind", "name", "target")),
        sa.PrimaryKeyConstraint("kind", "name", name="pk_former_name"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_former_name_target", "former_name", ["kind", "target"])
    _renamings()
    op.drop_index("ix_tally_folded", "tally")
    op.execute("DELETE FROM tally WHERE kind = 'keyword'")
    op.drop_column("tally", "folded")


def _renamings() -> None:
    op.create_table(
        "renaming",
        sa.Column("id", sa.Integer(), nullable=False),
        *(
            sa.Column(name, _TEXT, nullable=False)
            for name in ("kind", "old", "new", "old_title", "new_title")
        ),
        *(sa.Column(name, sa.Boolean(), nullable=False) for name in ("merged", "bylines")),
        sa.Column("reverses", sa.Integer()),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("total", "done")),
        sa.Column("in_trash", sa.Boolean(), nullable=False),
        sa.Column("place", sa.BigInteger()),
        *(sa.Column(name, sa.Boolean(), nullable=False) for name in ("finished", "undone")),
        sa.Column("person", _TEXT, nullable=False),
        *(sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in ("begun", "touched")),
        sa.Column("kept", _TEXT, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_renaming"),
    )
    op.create_table(
        "renamed_story",
        sa.Column("renaming_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("renaming_id", "article_id", name="pk_renamed_story"),
        *(
            sa.ForeignKeyConstraint(
                [f"{kept}_id"],
                [f"{table}.id"],
                name=f"fk_renamed_story_{kept}_id_{table}",
                ondelete="CASCADE",
            )
            for kept, table in (("renaming", "renaming"), ("article", "article"))
        ),
        sqlite_with_rowid=False,
    )


def _index_agenda() -> None:
    """Serve the board and the calendar: a section by state, and what still needs a publish time."""
    op.create_index("ix_article_section_state", "article", ["in_trash", "section_key", "state", "sort_key"])
    untimed = sa.text("publish_time IS NULL")
    op.create_index(
        "ix_article_untimed",
        "article",
        ["in_trash", "modified", "id"],
        sqlite_where=untimed,
        postgresql_where=untimed,
    )


def _editing() -> None:
    """Note who edits which story."""
    op.create_table(
        "editing",
        sa.Column("uid", sa.String(36).with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("session", _TEXT, nullable=False),
        *(sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in ("since", "seen")),
        sa.PrimaryKeyConstraint("uid", name="pk_editing"),
    )
