"""Erasing in a file: the journal's guards off for a moment, and nothing of what is deleted left in the file."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from newsroom.library.engine import Store

_PATIENCE = 1_000
"""Milliseconds that a reader is waited for before it is said that one bars the way."""
_GUARDS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('journal', 'revision', 'approval')"


@contextmanager
def unguarded(connection: Connection) -> Iterator[None]:
    """Let the journal shrink for a while, within the transaction."""
    guards = connection.execute(text(_GUARDS)).all()
    for name, _statement in guards:
        connection.execute(text(f"DROP TRIGGER {name}"))
    yield
    for _name, statement in guards:
        connection.execute(text(statement))


def scrub(store: Store) -> bool:
    """Write the file anew without what is deleted, and empty its log; another program that reads just now bars it."""
    raw = store.engine.raw_connection()
    try:
        connection = raw.driver_connection
        assert isinstance(connection, sqlite3.Connection)
        connection.execute(f"PRAGMA busy_timeout={_PATIENCE}")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("VACUUM")
        busy, _pages, _done = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.OperationalError:
        return False
    else:
        return not busy
    finally:
        raw.invalidate()  # another one is made with the usual patience
