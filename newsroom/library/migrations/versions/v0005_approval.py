"""What approval needs: lasting versions, records of what went out, plans, editions, and the rights on a server."""

from __future__ import annotations

from newsroom.library.migrations.fifth import approving, bylines, packing, planning, publishing

revision = "0005"
down_revision = "0004"

_STEPS = (packing, planning, bylines, approving, publishing)


def upgrade() -> None:
    """Make the tables, columns and indexes."""
    for step in _STEPS:
        step.upgrade()


def downgrade() -> None:
    """Take them away again; what only they held is lost, and no story changes."""
    for step in reversed(_STEPS):
        step.downgrade()
