"""What the library remembers beyond its stories: tables and indexes that came with the library on a server."""

from __future__ import annotations

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables and indexes."""
