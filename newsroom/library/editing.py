"""Who edits which story: one session holds it, says so now and then, and may be followed by another.

Whether a session still runs is judged by whoever asks; so a claim names the holder that it takes the place of,
and fails where that is another by now. On a server its clock counts, for those of many machines differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select, update

from newsroom.domain.listing import Hold
from newsroom.library.rows import EDITING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection


def holder(connection: Connection, uid: str, now: datetime) -> Hold | None:
    """Give who holds a story, or None."""
    row = connection.execute(select(EDITING).where(EDITING.c.uid == uid)).one_or_none()
    return None if row is None else Hold(row.session, row.since, _time(connection, now) - row.seen)


def holders(connection: Connection, uids: Sequence[str], now: datetime) -> dict[str, Hold]:
    """Give of these stories those that are held, and who holds them."""
    rows = connection.execute(select(EDITING).where(EDITING.c.uid.in_(uids))).all()
    time = _time(connection, now) if rows else now
    return {row.uid: Hold(row.session, row.since, time - row.seen) for row in rows}


def claim(connection: Connection, uid: str, session: str, over: str, now: datetime) -> Hold | None:
    """Let a session hold a story and no other, where nobody does or the one named; else give who holds it."""
    held = holder(connection, uid, now)
    if held is not None and held.session not in {session, over}:
        return held
    time = _time(connection, now)
    since = held.since if held is not None and held.session == session else time
    connection.execute(delete(EDITING).where((EDITING.c.session == session) | (EDITING.c.uid == uid)))
    connection.execute(EDITING.insert().values(uid=uid, session=session, since=since, seen=time))
    return None


def renew(connection: Connection, session: str, now: datetime) -> None:
    """Note that a session still edits what it holds."""
    time = _time(connection, now)
    connection.execute(update(EDITING).where(EDITING.c.session == session).values(seen=time))


def release(connection: Connection, session: str) -> None:
    """Let go of what a session holds."""
    connection.execute(delete(EDITING).where(EDITING.c.session == session))


def _time(connection: Connection, now: datetime) -> datetime:
    if connection.dialect.name != "postgresql":
        return now
    time: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return time
