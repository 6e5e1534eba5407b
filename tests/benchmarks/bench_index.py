"""The indexes of words built whole: beside FTS5 as it comes, with the very same words, tables and prefixes.

What is put in is made ready before the clock runs; a last row says what building costs with that too, from
the stories as they stand to the finished indexes.
"""

from __future__ import annotations

import tempfile
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.library import open_library
from newsroom.library.indexes import indexed
from newsroom.library.schema import rebuild_indexes
from newsroom.library.sqlite import indexes
from tests.benchmarks.corpus import SIZES, Corpus
from tests.benchmarks.libraries import PERSON, raw
from tests.benchmarks.rows import Row, timed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from sqlite3 import Connection

    from newsroom.library.door import Library
    from newsroom.library.indexes import Indexed

_PIECE = 1_000
_MOST = 100_000
"""More are told by the growth of the file alone; making the words of a million takes an hour."""
_PUT = "INSERT INTO search(rowid, words, stems) VALUES (?, ?, ?)"
_PUT_LIKE = "INSERT INTO likeness(rowid, terms) VALUES (?, ?)"


def run(size: str) -> list[Row]:
    """Build both from as many stories as the size says, at most 100,000, piece by piece in turn."""
    number = min(SIZES[size], _MOST)
    with tempfile.TemporaryDirectory() as folder:
        places = Path(folder) / "ours", Path(folder) / "plain", Path(folder) / "whole"
        with open_library(places[0]) as library, closing(_plain(places[1])) as plain:
            ours, theirs = _built(library, plain, number)
        sizes = [place.stat().st_size / 1e6 for place in places[:2]]
        rebuilt = _rebuilt(places[2], number)
    rates = [number / took * 1000 for took in (ours, theirs)]
    return [
        Row("words indexed", *rates, "FTS5 as it comes", ">= 1.5 x", "/s"),
        Row("file", *sizes, "FTS5 as it comes", unit="MB"),
        Row("stories read and indexed anew", number / rebuilt * 1000, unit="/s"),
    ]


def _built(library: Library, plain: Connection, number: int) -> tuple[float, float]:
    """Put the same pieces into both, each in one transaction, and give the milliseconds each took."""
    with library._store.writing() as connection:
        ours = timed(partial(indexes.empty, connection))
        theirs = 0.0
        for piece in _pieces(number):
            ours += timed(partial(indexes.put, connection, piece))
            theirs += timed(partial(_put, plain, piece))
        ours += timed(partial(indexes.settle, connection)) + timed(connection.commit)
    return ours, theirs + timed(plain.commit)


def _plain(path: Path) -> Connection:
    """Make our tables of words in an empty file, without anything said of how they are filled."""
    beside = raw(path)
    beside.execute("PRAGMA journal_mode=WAL")
    for statement in indexes.TABLES:
        if statement.startswith("CREATE"):
            beside.execute(statement)
    beside.execute("BEGIN IMMEDIATE")
    return beside


def _put(plain: Connection, piece: Sequence[Indexed]) -> None:
    plain.executemany(_PUT, [(found.key, found.words, found.stems) for found in piece])
    plain.executemany(_PUT_LIKE, [(found.key, found.terms) for found in piece])


def _pieces(number: int) -> Iterator[list[Indexed]]:
    """Give what the indexes hold of made-up stories, a thousand at a time, the oldest first."""
    corpus = Corpus()
    for start in range(0, number, _PIECE):
        yield [indexed(corpus.story(place), place + 1) for place in range(start, start + _PIECE)]


def _rebuilt(path: Path, number: int) -> float:
    """Build the indexes of a library anew and give the milliseconds."""
    corpus = Corpus()
    with open_library(path) as library:
        for start in range(0, number, _PIECE):
            stories = [(corpus.story(place), "") for place in range(start, start + _PIECE)]
            library.stories.add_many(stories, PERSON)
        with library._store.writing() as connection:
            return timed(partial(rebuild_indexes, connection))
