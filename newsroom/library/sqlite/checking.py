"""SQLite's own tests of a file and of its indexes of words."""

from __future__ import annotations

import sqlite3
from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from newsroom.library.articles import rows_of
from newsroom.library.check import sound
from newsroom.library.fields import article_of
from newsroom.library.indexes import indexed
from newsroom.library.ordering import sort_key
from newsroom.library.rows import ARTICLE
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from newsroom.library.engine import Store
    from newsroom.library.indexes import Indexed

_INDEX_TESTS = {
    "search": "INSERT INTO search(search) VALUES ('integrity-check')",
    "likeness": "INSERT INTO likeness(likeness) VALUES ('integrity-check')",
}
_SAMPLE = 20
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
        if isinstance(fault.orig, sqlite3.Error) and fault.orig.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
            raise
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
                lost = not all(_held(connection, name, entry) for entry in _sample(connection))
            except DatabaseError:
                lost = True
            if lost:
                yield msg(N_("The index “{name}” is damaged."), name=name)


def _sample(connection: Connection) -> Iterator[Indexed]:
    """Give what the indexes hold of some stories, the newest and the oldest: an index that lost all looks whole."""
    key = ARTICLE.c.sort_key
    for order in (key.desc(), key):
        chosen = list(connection.scalars(select(ARTICLE.c.id).order_by(order).limit(_SAMPLE)))
        for stored in rows_of(connection, chosen).values():
            if sound(stored):  # a damaged story is told where stories are tested
                story = article_of(stored)
                yield indexed(story, sort_key(story))


def _held(connection: Connection, name: str, entry: Indexed) -> bool:
    """Tell whether an index finds a story by the first word that it holds of it."""
    words = (entry.words if name == "search" else entry.terms).split()
    if not words:
        return True
    asked = text(f"SELECT 1 FROM {name} WHERE {name} MATCH :word AND rowid = :key")  # noqa: S608 - our own names
    return connection.scalar(asked, {"word": f'"{words[0]}"', "key": entry.key}) is not None
