"""Like headlines beside rapidfuzz over all."""

from __future__ import annotations

import random
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from newsroom.library import open_library
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.libraries import filled, raw
from tests.benchmarks.rows import Row, middle, spread

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from newsroom.library.door import Library


def run(size: str) -> list[Row]:
    """Measure lookalikes in a library of the size."""
    path = filled(size)
    with open_library(path) as library, closing(raw(path)) as beside:
        return list(_lookalikes(library, beside, Corpus()))


def _lookalikes(library: Library, beside: sqlite3.Connection, corpus: Corpus) -> Iterator[Row]:
    from rapidfuzz import process
    from rapidfuzz.fuzz import token_sort_ratio

    cards = library.lists.cards(limit=5_000).items
    chosen = random.Random(3).sample(cards, 60)
    slips = [corpus.slip(library.stories.article(card.id)).headline for card in chosen]
    new = [corpus.headline("de") for _ in range(60)]
    half, most = spread(partial(library.doubles.headlines, headline) for headline in (*slips, *new))
    all_headlines = [row[0] for row in beside.execute("SELECT headline FROM article")]
    scan = middle(lambda: process.extract(slips[0], all_headlines, scorer=token_sort_ratio, limit=20), 3)
    yield Row("lookalikes, p50", half, scan, "rapidfuzz over all", "")
    yield Row("lookalikes, p95", most, goal="<= 5 ms at 100k")
    met = sum(
        card.id in {match.id for match in library.doubles.headlines(slip)}
        for card, slip in zip(chosen, slips, strict=True)
    )
    yield Row("lookalikes found under a slip", met / len(chosen) * 100, unit="%", goal=">= 98 %")
    false = sum(bool(library.doubles.headlines(headline)) for headline in new)
    yield Row("false hints for new headlines", false / len(new) * 100, unit="%", goal="<= 2 %")
