"""The search and the likeness index as tables of FTS5.

Both are contentless tables whose row number is the story's sort key, so that newest-first needs no sort.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Connection

    from newsroom.library.indexes import Indexed

_SET = "INSERT INTO search(search, rank) VALUES ('{name}', {value})"
_EVERYDAY = (_SET.format(name="hashsize", value=2**26), _SET.format(name="automerge", value=4))
_BUILDING = (_SET.format(name="hashsize", value=2**28), _SET.format(name="automerge", value=0))
"""Bytes FTS5 gathers before it writes a piece, and pieces it merges by itself: who builds the whole merges once, at its end."""

TABLES = (
    "CREATE VIRTUAL TABLE search USING fts5(words, stems, content='', prefix='1 2 3', tokenize='ascii')",
    *_EVERYDAY,
    "CREATE VIRTUAL TABLE likeness USING fts5(terms, content='', detail='none', columnsize=0, tokenize='ascii')",
    "CREATE VIRTUAL TABLE likeness_terms USING fts5vocab('likeness', 'row')",
)
_NAMES = ("likeness_terms", "likeness", "search")
_PARTS = ("data", "idx", "docsize", "config", "content")
"""The tables in which FTS5 keeps an index."""

_PUT = "INSERT INTO search(rowid, words, stems) VALUES (?, ?, ?)"
_TAKE = "INSERT INTO search(search, rowid, words, stems) VALUES ('delete', ?, ?, ?)"
_PUT_LIKE = "INSERT INTO likeness(rowid, terms) VALUES (?, ?)"
_TAKE_LIKE = "INSERT INTO likeness(likeness, rowid, terms) VALUES ('delete', ?, ?)"
_FREQUENCIES = "SELECT term, doc FROM likeness_terms WHERE term IN ({marks})"
_HOLDERS = (
    "SELECT * FROM (SELECT ?, ifnull(group_concat(rowid), '') FROM "
    "(SELECT rowid FROM likeness WHERE likeness MATCH ? ORDER BY rowid DESC LIMIT ?))"
)
"""The keys of a term come in one text: a row for each would take longer than to find them."""


def put(connection: Connection, entries: Sequence[Indexed]) -> None:
    """Put stories into the indexes."""
    _run(connection, _PUT, _PUT_LIKE, entries)


def take(connection: Connection, entries: Sequence[Indexed]) -> None:
    """Take stories out of the indexes, by exactly what was put in."""
    _run(connection, _TAKE, _TAKE_LIKE, entries)


def _run(connection: Connection, search: str, likeness: str, entries: Sequence[Indexed]) -> None:
    connection.exec_driver_sql(search, [(found.key, found.words, found.stems) for found in entries])
    connection.exec_driver_sql(likeness, [(found.key, found.terms) for found in entries])


def empty(connection: Connection) -> None:
    """Take everything out of the indexes: they are made anew, which damaged ones can be too."""
    for name in _NAMES:
        _remove(connection, name)
    for statement in (*TABLES, *_BUILDING):
        connection.execute(text(statement))


def _remove(connection: Connection, name: str) -> None:
    """Take an index away; one that is damaged so that SQLite cannot even drop it goes part by part."""
    try:
        connection.execute(text(f"DROP TABLE IF EXISTS {name}"))
    except DatabaseError:
        connection.execute(text("PRAGMA writable_schema=ON"))
        connection.execute(text("DELETE FROM sqlite_master WHERE name = :name"), {"name": name})
        connection.execute(text("PRAGMA writable_schema=RESET"))
        for part in _PARTS:
            connection.execute(text(f"DROP TABLE IF EXISTS {name}_{part}"))


def settle(connection: Connection) -> None:
    """Merge the indexes into one piece each, after many stories came in at once."""
    for statement in ("INSERT INTO search(search) VALUES ('optimize')", *_EVERYDAY):
        connection.execute(text(statement))
    connection.execute(text("INSERT INTO likeness(likeness) VALUES ('optimize')"))


def frequencies(connection: Connection, terms: Sequence[str]) -> Mapping[str, int]:
    """Give how many headlines hold each term; those that none holds are left out."""
    asked = _FREQUENCIES.format(marks=",".join("?" * len(terms)))
    return dict(tuple(row) for row in connection.exec_driver_sql(asked, tuple(terms)))


def holders(connection: Connection, weights: Mapping[str, int], most: int) -> Iterator[tuple[int, int]]:
    """Give weight and sort key for each headline that holds one of the terms, the newest of each term."""
    asked = " UNION ALL ".join([_HOLDERS] * len(weights))
    values = [value for term, weight in weights.items() for value in (weight, f'"{term}"', most)]
    for weight, keys in connection.exec_driver_sql(asked, tuple(values)):
        yield from ((weight, int(key)) for key in keys.split(",") if key)
