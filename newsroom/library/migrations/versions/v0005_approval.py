"""What approval needs: lasting versions, records of what went out, plans, editions, and the rights on a server."""

from __future__ import annotations

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables, columns and indexes."""


def downgrade() -> None:
    """Take them away again; what only they held is lost, and no story changes."""
