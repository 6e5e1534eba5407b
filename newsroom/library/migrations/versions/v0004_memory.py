"""What the library remembers beyond its stories: tables and indexes that came with the library on a server."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables and indexes."""
    _editing()


def _editing() -> None:
    """Note who edits which story."""
    op.create_table(
        "editing",
        sa.Column(
            "uid", sa.String(36).with_variant(sa.String(36, collation="C"), "postgresql"), nullable=False
        ),
        sa.Column("session", _TEXT, nullable=False),
        *(sa.Column(name, sa.DateTime(timezone=True), nullable=False) for name in ("since", "seen")),
        sa.PrimaryKeyConstraint("uid", name="pk_editing"),
    )
