"""A library in a file of SQLite: what of `newsroom.library.database.Database` is its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.dialects.sqlite import insert

from newsroom.domain.errors import NotAllowed
from newsroom.library.sqlite.adding import add
from newsroom.library.sqlite.engine import BATCH, READING, WRITING, told
from newsroom.library.sqlite.indexes import empty, frequencies, holders, put, settle, take
from newsroom.library.sqlite.matching import matching
from newsroom.library.sqlite.schema import BESIDE, create_beside, mark, version
from newsroom.translation import N_, msg

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
    from newsroom.library.sqlite.announcing import Polling

    return Polling(store)


def announce(connection: Connection, number: int) -> None:
    """Leave it to the running number, which others read."""


def quick(connection: Connection) -> Iterator[Message]:
    """Give what SQLite's quick test finds."""
    from newsroom.library.sqlite import checking

    return checking.quick(connection)


def interrupt(connection: Connection) -> None:
    """End what a connection is asking."""
    raw = connection.connection.driver_connection
    assert raw is not None, "a connection that asks is open"
    raw.interrupt()


def tests(connection: Connection) -> tuple[Iterator[Message], ...]:
    """Give SQLite's own tests."""
    from newsroom.library.sqlite import checking

    return checking.tests(connection)


def index_tests(store: Store) -> Iterator[Message]:
    """Give what is damaged about the indexes of words."""
    from newsroom.library.sqlite import checking

    return checking.index_tests(store)


def rights_of(_store: Store) -> Rights:
    """Refuse: a file can keep no rights against whoever holds it."""
    sentence = N_(
        "A library in a file knows no rights: whoever holds the file may change it. Put it on a server."
    )
    raise NotAllowed(msg(sentence))


def back_up(store: Store, target: Path) -> None:
    """Write a copy that was read back and compared; raises NotWritten and harms nothing."""
    from newsroom.library.sqlite.backup import back_up

    back_up(store, target)


def unguarded(connection: Connection) -> AbstractContextManager[None]:
    """Let the journal shrink for a while, within the transaction."""
    from newsroom.library.sqlite import erasing

    return erasing.unguarded(connection)


def scrub(store: Store) -> bool:
    """Take what is deleted out of the database's files; tell whether that was possible just now."""
    from newsroom.library.sqlite import erasing

    return erasing.scrub(store)
