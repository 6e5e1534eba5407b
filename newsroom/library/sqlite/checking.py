"""SQLite's own tests of a file and of its indexes of words."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from newsroom.library.engine import Store

_INDEX_TESTS = {
    "search": "INSERT INTO search(search) VALUES ('integrity-check')",
    "likeness": "INSERT INTO likeness(likeness) VALUES ('integrity-check')",
}
_DAMAGED = N_("The library is damaged: {what}. Open the newest backup.")


def quick(connection: Connection) -> Iterator[Message]:
    """Give what SQLite's quick test finds."""
    yield from _pragma(connection, "quick_check(20)")


def tests(connection: Connection) -> tuple[Iterator[Message], ...]:
    """Give SQLite's own tests."""
    return _pragma(connection, "integrity_check(20)"), _references(connection)


def _pragma(connection: Connection, name: str) -> Iterator[Message]:
    try:
        found = list(connection.execute(text(f"PRAGMA {name}")).scalars())
    except DatabaseError as fault:
        found = [str(fault.orig)]
    yield from (msg(_DAMAGED, what=line) for line in found if line != "ok")


def _references(connection: Connection) -> Iterator[Message]:
    for row in islice(connection.execute(text("PRAGMA foreign_key_check")), 20):
        yield msg(_DAMAGED, what=f"{row[0]} {row[1]}")


def index_tests(store: Store) -> Iterator[Message]:
    """Give what is damaged about the indexes of words; SQLite asks that in a transaction that may write."""
    with store.writing() as connection:
        for name, statement in _INDEX_TESTS.items():
            try:
                connection.execute(text(statement))
            except DatabaseError:
                yield msg(N_("The index “{name}” is damaged."), name=name)
