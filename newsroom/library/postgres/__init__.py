"""A library on a server of PostgreSQL: what of `newsroom.library.database.Database` is its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.dialects.postgresql import insert

from newsroom.library.postgres.adding import add
from newsroom.library.postgres.engine import BATCH, READING, WRITING
from newsroom.library.postgres.faults import told
from newsroom.library.postgres.indexes import empty, frequencies, holders, put, settle, take
from newsroom.library.postgres.matching import matching
from newsroom.library.postgres.schema import create_beside, mark, version
from newsroom.library.postgres.tables import BESIDE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sqlalchemy import Connection

    from newsroom.library.database import Announcements, Rights
    from newsroom.library.engine import Store
    from newsroom.library.guarding import Guard
    from newsroom.translation import Message

__all__ = [
    "BATCH", "BESIDE", "READING", "WRITING", "add", "announce", "announcements", "back_up", "create_beside", "empty", "frequencies",
    "guard", "holders", "index_tests", "insert", "interrupt", "mark", "matching", "put", "quick", "rights_of", "scrub", "settle", "take", "tests", "told",
    "unguarded",
    "version",
]  # fmt: skip

guard: Guard | None = None
"""Whoever opens this library writes its tables."""


def announcements(store: Store) -> Announcements:
    """Give what tells of changes."""
    from newsroom.library.postgres.announcing import Listening

    return Listening(store)


def announce(connection: Connection, number: int) -> None:
    """Tell others the running number as soon as the transaction holds."""
    connection.execute(text("SELECT pg_notify('newsroom', :number)"), {"number": str(number)})


def quick(connection: Connection) -> Iterator[Message]:
    """Give what the server knows to be damaged."""
    from newsroom.library.postgres import checking

    return checking.quick(connection)


def interrupt(connection: Connection) -> None:
    """End what a connection is asking; the server is told over a connection of its own."""
    raw = connection.connection.driver_connection
    assert raw is not None, "a connection that asks is open"
    raw.cancel_safe()


def tests(connection: Connection) -> tuple[Iterator[Message], ...]:
    """Give the server's own tests."""
    from newsroom.library.postgres import checking

    return checking.tests(connection)


def index_tests(store: Store) -> Iterator[Message]:
    """Give what is damaged about the indexes of words."""
    from newsroom.library.postgres import checking

    return checking.index_tests(store)


def rights_of(store: Store) -> Rights:
    """Give what puts the rights of people on a library."""
    from newsroom.library.postgres.rights.logins import Rights

    return Rights(store)


def back_up(store: Store, target: Path) -> None:
    """Write a copy, as a library in a file, that was read back and compared; raises NotWritten."""
    from newsroom.library.postgres.backup import back_up

    back_up(store, target)


def unguarded(connection: Connection) -> AbstractContextManager[None]:
    """Let the journal shrink for a while, within the transaction."""
    from newsroom.library.postgres import erasing

    return erasing.unguarded(connection)


def scrub(store: Store) -> bool:
    """Take what is deleted out of the database's files; tell whether that was possible just now."""
    from newsroom.library.postgres import erasing

    return erasing.scrub(store)
