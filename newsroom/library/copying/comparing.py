"""Tells whether a table holds the same rows in two libraries: each row's hash, and one of them all."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from newsroom.library.copying import chunks
from newsroom.library.copying.chunks import Key, key_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import Connection, RowMapping, Table

Prints = dict[Key, bytes]


def print_of(row: RowMapping) -> bytes:
    """Give the hash of a row, the same whichever database it was read from."""
    words = repr([_plain(value) for value in row.values()])
    return blake2b(words.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return bytes(value) if isinstance(value, memoryview) else value


def prints_of(rows: Sequence[RowMapping], table: Table) -> Prints:
    """Give the hashes of rows by their keys."""
    return {key_of(row, table): print_of(row) for row in rows}


def digest_of(ours: Connection, theirs: Connection, table: Table, step: Callable[[int], None]) -> str | None:
    """Give one hash of all rows of a table where both libraries hold the same, else None."""
    found = blake2b(digest_size=16)
    for rows in chunks.chunks(ours, table):
        wanted = prints_of(rows, table)
        if wanted != prints_of(chunks.same(theirs, table, wanted), table):
            return None
        for one in wanted.values():
            found.update(one)
        step(len(rows))
    return found.hexdigest() if chunks.count(ours, table) == chunks.count(theirs, table) else None


def apart(ours: Connection, theirs: Connection, table: Table) -> Iterator[list[Key]]:
    """Give, chunk by chunk, the keys of their rows that are not ours or not as ours are."""
    for rows in chunks.chunks(theirs, table):
        held = prints_of(rows, table)
        wanted = prints_of(chunks.same(ours, table, held), table)
        if wrong := [key for key, one in held.items() if wanted.get(key) != one]:
            yield wrong
