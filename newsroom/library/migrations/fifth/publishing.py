"""What waits to go out, what went out with its bytes, what may not, and what had to be erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa
from alembic import op

if TYPE_CHECKING:
    from datetime import datetime

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables and their indexes."""
    _publishing()


def downgrade() -> None:
    """Take them away again; what only they held is lost, and no story changes."""
    for name in ("erased", "sent_bytes", "release_file", "release", "outgoing", "legal_block"):
        op.drop_table(name)


def _of_story(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_article_id_article"
    return sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=name, ondelete="CASCADE")


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, _TEXT, nullable=False) for name in names]


def _numbers(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def _short(name: str, length: int) -> sa.Column[str]:
    kind = sa.String(length).with_variant(sa.Text(collation="C"), "postgresql")
    return sa.Column(name, kind, nullable=False)


def _moment(name: str, *, perhaps: bool = False) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=perhaps)


def _publishing() -> None:
    """Keep what waits to go out, what went out with its bytes, what may not, and what had to be erased."""
    op.create_table(
        "legal_block",
        _short("uid", 36),
        *_words("person"),
        _moment("time"),
        *_words("reason"),
        sa.PrimaryKeyConstraint("uid", name="pk_legal_block"),
    )
    op.create_table(
        "outgoing",
        *_numbers("article_id", "version"),
        *_words("kind", "channels", "person"),
        _moment("time"),
        *_words("holder"),
        _moment("held_until", perhaps=True),
        *_words("fault"),
        sa.PrimaryKeyConstraint("article_id", name="pk_outgoing"),
        _of_story("outgoing"),
    )
    _releases()
    op.create_table(
        "erased",
        _short("uid", 36),
        *_numbers("article_id"),
        *_words("person"),
        _moment("time"),
        *_words("reason"),
        sa.PrimaryKeyConstraint("uid", name="pk_erased"),
    )
    op.create_index("ix_erased_article_id", "erased", ["article_id"])


def _releases() -> None:
    op.create_table(
        "release",
        *_numbers("article_id", "number"),
        *_words("channel", "kind"),
        *_numbers("version"),
        *_words("hash", "person"),
        _moment("time"),
        *_words("folder", "pattern", "correction"),
        _moment("written", perhaps=True),
        sa.PrimaryKeyConstraint("article_id", "number", name="pk_release"),
        _of_story("release"),
    )
    op.create_index("ix_release_time", "release", ["time", "article_id", "number"])
    op.create_table(
        "release_file",
        *_numbers("article_id", "number", "position"),
        *_words("format", "path"),
        _short("sha256", 64),
        *_numbers("size"),
        sa.PrimaryKeyConstraint("article_id", "number", "position", name="pk_release_file"),
        sa.ForeignKeyConstraint(
            ["article_id", "number"],
            ["release.article_id", "release.number"],
            name="fk_release_file_article_id_number_release",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_release_file_path", "release_file", ["path"])
    op.create_index("ix_release_file_sha256", "release_file", ["sha256"])
    op.create_table(
        "sent_bytes",
        _short("sha256", 64),
        sa.Column("small", sa.Boolean(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_sent_bytes"),
    )
