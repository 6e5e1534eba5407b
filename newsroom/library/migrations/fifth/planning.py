"""Assignments, what everybody has to do, notices, the story list and editions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables and fill what follows from the stories."""
    _assigning()
    _notices()
    _planning()


def downgrade() -> None:
    """Take the tables away."""
    for name in ("edition_part", "edition", "topic", "notice", "todo", "assignment"):
        op.drop_table(name)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, _TEXT, nullable=False) for name in names]


def _of_a_story(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_article_id_article"
    return sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=name, ondelete="CASCADE")


def _assigning() -> None:
    """Know who shall do what until when, and what everybody has to do, which follows from the stories."""
    op.create_table(
        "assignment",
        sa.Column("article_id", sa.Integer(), nullable=False),
        *_texts("person", "person_key"),
        sa.Column("due", sa.DateTime(timezone=True)),
        *_texts("by"),
        sa.Column("time", sa.DateTime(timezone=True), nullable=False),
        sa.Column("soon", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("article_id", name="pk_assignment"),
        _of_a_story("assignment"),
    )
    op.create_index("ix_assignment_person", "assignment", ["person_key", "soon", "due"])
    op.create_table(
        "todo",
        *_texts("person_key", "kind"),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("person_key", "kind", "article_id", name="pk_todo"),
        _of_a_story("todo"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_todo_article_id", "todo", ["article_id"])
    op.create_index("ix_todo_due", "todo", ["person_key", "kind", "due"])
    for rows in _TO_DO:
        op.execute(f"INSERT INTO todo (person_key, kind, article_id, due) {rows}")


_OPEN = """NOT in_trash AND (state IN ('for-review', 'returned', 'approved', 'scheduled')
    OR (state = 'draft' AND NOT imported))"""
_OF_AUTHORS = "FROM author JOIN article ON article.id = author.article_id"
_TO_DO = (
    f"SELECT '', 'open', id, publish_time FROM article WHERE {_OPEN}",  # noqa: S608 - our own names
    f"SELECT author.name, 'mine', id, publish_time {_OF_AUTHORS} WHERE {_OPEN}",
    f"SELECT author.name, 'returned', id, publish_time {_OF_AUTHORS} WHERE {_OPEN} AND state = 'returned'",
    f"SELECT '', 'review', id, publish_time FROM article WHERE {_OPEN} AND state = 'for-review'",  # noqa: S608 - our own names
)
"""What is to be done, as the stories of a library say that has no assignments yet."""


def _notices() -> None:
    """Keep what people are quietly told."""
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        *_texts("person_key", "kind"),
        sa.Column("article_id", sa.Integer()),
        *_texts("by", "note"),
        sa.Column("due", sa.DateTime(timezone=True)),
        sa.Column("time", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_notice"),
        _of_a_story("notice"),
    )
    op.create_index("ix_notice_article_id", "notice", ["article_id"])
    op.create_index("ix_notice_person", "notice", ["person_key", "id"])
    op.create_index("ix_notice_seen", "notice", ["person_key", "seen"])


def _short(name: str, length: int) -> sa.Column[str]:
    kind = sa.String(length).with_variant(sa.Text(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=False)


def _planning() -> None:
    """Keep the story list and the editions."""
    op.create_table(
        "topic",
        sa.Column("id", sa.Integer(), nullable=False),
        _short("day", 10),
        sa.Column("position", sa.Integer(), nullable=False),
        *_texts("topic", "author", "section"),
        sa.Column("ordered_amount", sa.Integer()),
        *_texts("ordered_unit"),
        sa.Column("deadline", sa.DateTime(timezone=True)),
        sa.Column("picture", sa.Boolean(), nullable=False),
        _short("uid", 36),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_topic"),
    )
    op.create_index("ix_topic_day", "topic", ["day", "position", "id"])
    op.create_index("ix_topic_uid", "topic", ["uid"])
    op.create_table(
        "edition",
        sa.Column("id", sa.Integer(), nullable=False),
        *_texts("name"),
        _short("day", 10),
        sa.Column("hour", sa.DateTime(timezone=True)),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_edition"),
    )
    op.create_index("ix_edition_day", "edition", ["day", "id"])
    _parts()


def _parts() -> None:
    op.create_table(
        "edition_part",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("edition_id", "position")),
        sa.Column("page", sa.Boolean(), nullable=False),
        *_texts("title"),
        _short("uid", 36),
        sa.Column("topic", sa.Integer(), nullable=False),
        sa.Column("ordered_amount", sa.Integer()),
        *_texts("ordered_unit"),
        sa.PrimaryKeyConstraint("edition_id", "position", name="pk_edition_part"),
        sa.ForeignKeyConstraint(
            ["edition_id"], ["edition.id"], name="fk_edition_part_edition_id_edition", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_edition_part_uid", "edition_part", ["uid"])
