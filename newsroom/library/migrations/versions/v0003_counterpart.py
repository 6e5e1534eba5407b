"""What a story knows of its other version, in print or on the web."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "counterpart",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("known", _WORDS, nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_counterpart_article_id_article", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", name="pk_counterpart"),
    )


def downgrade() -> None:
    """Take the table away, and with it what stories know of their other version."""
    op.drop_table("counterpart")
