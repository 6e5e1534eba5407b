"""Lists of stories beside raw SQLite: pages, sorts, filters, jumps, counts."""

from __future__ import annotations

import random
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from newsroom.domain.listing import EVERYTHING, Filter, Heading, Order, Sort
from newsroom.domain.workflow import State
from newsroom.library import open_library
from tests.benchmarks.corpus import SECTIONS
from tests.benchmarks.libraries import PERSON, filled, raw
from tests.benchmarks.rows import Row, middle, spread, timed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from newsroom.library.door import Library


def run(size: str) -> list[Row]:
    """Measure lists of a library of the size."""
    path = filled(size)
    with open_library(path) as library, closing(raw(path)) as beside:
        return list(_lists(library, beside))


def _lists(library: Library, beside: sqlite3.Connection) -> Iterator[Row]:
    columns = "id, uid, version, headline, kicker, section, genre, state, spoken, publish_time, modified, embargo, byline, sort_key"
    first = f"SELECT {columns} FROM article WHERE in_trash = 0 ORDER BY sort_key DESC LIMIT 201"
    plain = middle(lambda: beside.execute(first).fetchall(), 30)
    yield Row("first page of 200", middle(library.lists.cards, 30), plain, "raw sqlite3", "<= 2.5 x")
    for sort in Sort:
        yield Row(f"first page, {sort.value}", middle(partial(library.lists.cards, sort=sort), 15))
    for name, chosen in (
        ("state", Filter(states=frozenset({State.FOR_REVIEW}))),
        ("three states", Filter(states=frozenset({State.DRAFT, State.FOR_REVIEW, State.PUBLISHED}))),
        ("section", Filter(section=SECTIONS[5])),
        ("author", Filter(author=library.lists.cards().items[0].authors)),
    ):
        yield Row(
            f"first page of one {name}", middle(partial(library.lists.cards, chosen), 15), goal="<= 20 ms"
        )
    chance, total = random.Random(1), library.lists.count()
    rows = [chance.randrange(max(total - 200, 1)) for _ in range(40)]
    for heading in Heading:
        jumps = (partial(library.lists.at, EVERYTHING, Order(heading), row) for row in rows)
        yield Row(f"jump into the list by {heading.value}, p95", spread(jumps)[1], goal="<= 20 ms")
    yield Row("all numbers of the list", timed(lambda: library.lists.numbers(EVERYTHING)))
    yield Row("counts of the sidebar", middle(lambda: library.lists.counts(PERSON), 15), goal="<= 20 ms")
