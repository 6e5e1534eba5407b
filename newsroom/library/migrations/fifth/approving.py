"""What the four-eyes rule needs: every approval for ever, and what is known beside a story."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables, and fill them with what is known of stories approved or published before."""
    _approvals()
    _standing()


def downgrade() -> None:
    """Take the tables away."""
    for name in ("standing", "approval"):
        op.drop_table(name)


def _of_story(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_article_id_article"
    return sa.ForeignKeyConstraint(["article_id"], ["article.id"], name=name, ondelete="CASCADE")


def _words(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, _TEXT, nullable=False) for name in names]


def _approvals() -> None:
    """Keep every approval with the text it is bound to; of those given before, the one that stands."""
    op.create_table(
        "approval",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("article_id", "number", "version")),
        *_words("grade", "person"),
        sa.Column("time", sa.DateTime(timezone=True), nullable=False),
        *_words("hash", "note", "override", "open"),
        sa.Column("edited", sa.Boolean(), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("article_id", "number", name="pk_approval"),
        _of_story("approval"),
    )
    op.execute(
        "INSERT INTO approval (article_id, number, version, grade, person, time, hash, note, override, open, edited) "
        "SELECT id, 1, version, 'full', approved_by, approved_at, approved_hash, '', '', '[]', false "
        "FROM article WHERE approved_hash != '' AND approved_at IS NOT NULL"
    )


def _standing() -> None:
    """Know beside a story who changed it, and whether readers saw it; of what is begun anew, that they still do."""
    op.create_table(
        "standing",
        sa.Column("article_id", sa.Integer(), nullable=False),
        *_words("hands", "left_byline", "first", "first_hash"),
        sa.Column("out_version", sa.Integer(), nullable=True),
        sa.Column("was_out", sa.Boolean(), nullable=False),
        sa.Column("eyes_due", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("article_id", name="pk_standing"),
        _of_story("standing"),
    )
    op.create_index(
        "ix_standing_eyes_due",
        "standing",
        ["eyes_due", "article_id"],
        sqlite_where=sa.text("eyes_due IS NOT NULL"),
    )
    op.execute(
        "INSERT INTO standing (article_id, hands, left_byline, first, first_hash, out_version, was_out) "
        "SELECT article_id, '[]', '[]', '', '', max(version), true FROM revision "
        "WHERE action = 'publish' AND article_id IN "
        "(SELECT id FROM article WHERE state NOT IN ('published', 'withdrawn')) GROUP BY article_id"
    )
