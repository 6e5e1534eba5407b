"""The other clocks that a computer's own is held against: that of the library's server, and that of the last change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select, text

from newsroom.library.rows import ARTICLE, RELEASE

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection


def newest_change(connection: Connection) -> datetime | None:
    """Give when a story was last saved or sent out; indexes answer it, however many there are."""
    changed = [
        connection.scalar(select(func.max(ARTICLE.c.modified)).where(ARTICLE.c.in_trash.is_(trash)))
        for trash in (False, True)
    ]
    found = [*changed, connection.scalar(select(func.max(RELEASE.c.time)))]
    return max(filter(None, found), default=None)


def server_time(connection: Connection) -> datetime | None:
    """Give the server's time, or nothing where there is no server."""
    if connection.dialect.name != "postgresql":
        return None
    found: datetime = connection.execute(text("SELECT clock_timestamp()")).scalar_one()
    return found
