"""What the library remembers beyond its stories: tables and indexes that came with the library on a server."""

from __future__ import annotations

from alembic import op
from sqlalchemy import text

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables and indexes."""
    _index_agenda()


def _index_agenda() -> None:
    """Serve the board and the calendar: a section by state, and what still needs a publish time."""
    op.create_index("ix_article_section_state", "article", ["in_trash", "section_key", "state", "sort_key"])
    untimed = text("publish_time IS NULL")
    op.create_index(
        "ix_article_untimed",
        "article",
        ["in_trash", "modified", "id"],
        sqlite_where=untimed,
        postgresql_where=untimed,
    )
