"""Notes in a table of their own beside the stories' texts, so that those of all stories can be listed."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from collections.abc import Iterator

revision = "0002"
down_revision = "0001"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table and fill it from the stories there are."""
    table = op.create_table(
        "note",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("name", _WORDS, nullable=False),
        sa.Column("author", _WORDS, nullable=False),
        sa.Column("author_key", _WORDS, nullable=False),
        sa.Column("text", _WORDS, nullable=False),
        sa.Column("replies", sa.Integer(), nullable=False),
        sa.Column("resolved", sa.Boolean(), nullable=False),
        sa.Column("placed", sa.Boolean(), nullable=False),
        sa.Column("latest", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_note_article_id_article", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", "name", name="pk_note"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_note_latest", "note", ["resolved", "latest", "article_id", "name"])
    op.create_index("ix_note_author", "note", ["author_key", "latest"])
    rows = list(_rows())
    if rows:
        op.bulk_insert(table, rows)


def downgrade() -> None:
    """Take the table away; the notes stand with their stories."""
    op.drop_table("note")


def _rows() -> Iterator[dict[str, Any]]:
    asked = "SELECT article_id, lead, body, notes FROM article_text WHERE notes != '[]'"
    for story, lead, body, notes in op.get_bind().execute(sa.text(asked)):
        for entry in {entry[0]: entry for entry in json.loads(notes)}.values():
            yield _row(story, lead + body, *entry)


def _row(
    story: int, texts: str, name: str, author: str, time: str, words: str, replies: list[Any], resolved: bool
) -> dict[str, Any]:
    times = [datetime.fromisoformat(when) for when in (time, *(reply[1] for reply in replies))]
    return {
        "article_id": story,
        "name": name,
        "author": author,
        "author_key": author.casefold(),
        "text": words,
        "replies": len(replies),
        "resolved": resolved,
        "placed": json.dumps(name, ensure_ascii=False) in texts,
        "latest": max(times).astimezone(UTC).replace(tzinfo=None),
    }
