"""The library beside raw SQLite: import, save, lists, search, lookalikes, reopening."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.listing import Filter, Sort
from newsroom.domain.person import Person
from newsroom.domain.workflow import State
from newsroom.library import open_library
from newsroom.library.adding import add
from newsroom.library.articles import row_of
from newsroom.library.rows import ARTICLE, TEXT
from newsroom.text.terms import folded
from tests.benchmarks.corpus import SECTIONS, SIZES, Corpus
from tests.benchmarks.rows import Row, middle, spread, timed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.article import Article
    from newsroom.library.door import Library

PERSON = Person("Bench")
_PIECE = 10_000


def run(size: str) -> list[Row]:
    """Fill a library, measure it, and give the table."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus()
        path = Path(folder) / "bench.newsroom"
        with open_library(path) as library:
            rows = list(_filled(library, corpus, SIZES[size]))
            rows += _saving(library, corpus)
        rows.append(Row("open and first page", middle(partial(_reopened, path)), goal="<= 600 ms"))
        with open_library(path) as library, closing(_raw(path)) as raw:
            rows += [
                *_lists(library, raw),
                *_searches(library, raw, corpus),
                *_lookalikes(library, raw, corpus),
            ]
        rows.append(Row("file", path.stat().st_size / 1e6, unit="MB"))
    return rows


def _filled(library: Library, corpus: Corpus, number: int) -> Iterator[Row]:
    stories = corpus.stories(number)
    taken = 0.0
    while piece := list(islice(stories, _PIECE)):
        taken += timed(partial(library.stories.add_many, [(story, "") for story in piece], PERSON))
    added = number / taken * 1000
    yield Row("add many", added, unit="/s", goal=">= 500/s")
    sample = [library.stories.article(story) for story in library.lists.ids(limit=2_000)]
    yield Row(
        "rows alone, by Core",
        _bulk(library, sample),
        _executemany(library, sample),
        "executemany of the same rows",
        "<= 1.2 x",
    )


def _bulk(library: Library, sample: list[Article]) -> float:
    """Write the rows of stories by Core into an empty library and give the milliseconds."""
    values = [row_of(story) for story in sample]
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "core") as other:

        def write() -> None:
            with other._store.writing() as connection:
                add(connection, ARTICLE, [row for row, _, _ in values])
                add(connection, TEXT, [texts for _, texts, _ in values])

        return timed(write)


def _executemany(library: Library, sample: list[Article]) -> float:
    ids = tuple(story.id for story in sample)
    marks = ",".join("?" * len(ids))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "raw"
        open_library(path).close()
        with closing(_raw(Path(library.location))) as source, closing(_raw(path)) as raw:
            read = {
                name: source.execute(f"SELECT * FROM {name} WHERE {key} IN ({marks})", ids).fetchall()
                for name, key in (("article", "id"), ("article_text", "article_id"))
            }

            def write() -> None:
                raw.execute("BEGIN IMMEDIATE")
                for name, rows in read.items():
                    raw.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(rows[0]))})", rows)
                raw.execute("COMMIT")

            return timed(write)


def _saving(library: Library, corpus: Corpus) -> Iterator[Row]:
    saved = [library.stories.save(corpus.story(0), PERSON).article]

    def again() -> None:
        saved[0] = library.stories.save(saved[0], PERSON).article

    yield Row("save", middle(again, 50))
    yield Row("autosave", middle(partial(library.drafts.keep, "bench", saved[0]), 50))


def _raw(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("PRAGMA trusted_schema=OFF")
    return raw


def _reopened(path: Path) -> None:
    with open_library(path) as library:
        library.lists.cards()


def _lists(library: Library, raw: sqlite3.Connection) -> Iterator[Row]:
    columns = "id, uid, version, headline, kicker, section, genre, state, spoken, publish_time, modified, embargo, byline, sort_key"
    first = f"SELECT {columns} FROM article WHERE in_trash = 0 ORDER BY sort_key DESC LIMIT 201"
    plain = middle(lambda: raw.execute(first).fetchall(), 30)
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
    found: list[tuple[int, ...]] = []
    yield Row("all numbers of the list", timed(lambda: found.append(library.lists.ids())))
    chance = random.Random(1)
    jumps = [chance.randrange(max(len(found[0]) - 200, 1)) for _ in range(40)]
    taken = spread(partial(library.lists.cards_of, found[0][place : place + 200]) for place in jumps)
    yield Row("jump into the list, p95", taken[1], goal="<= 20 ms")
    yield Row("counts of the sidebar", middle(lambda: library.lists.counts(PERSON), 15), goal="<= 20 ms")


def _searches(library: Library, raw: sqlite3.Connection, corpus: Corpus) -> Iterator[Row]:
    chance = random.Random(2)
    words = corpus.words["de"]
    rare = [word for word in words[2_000:30_000] if len(word) > 5]
    common = [word for word in words[:60] if len(word) > 2]
    heads = [card.headline.split() for card in library.lists.cards().items]
    asked = {
        "word": [chance.choice(rare) + " " for _ in range(40)],
        "two words": [f"{chance.choice(common)} {chance.choice(rare)} " for _ in range(40)],
        "phrase": [f'"{" ".join(head[:2])}"' for head in heads[:40]],
        "prefix of 1": [word[0] for word in rare[:40]],
        "prefix of 3": [word[:3] for word in rare[:40]],
        "prefix of 5": [word[:5] for word in rare[:40]],
        "common word": [f"{word} " for word in common[:40]],
    }
    for name, queries in asked.items():
        half, most = spread(partial(library.lists.search, query) for query in queries)
        beside = spread(partial(_raw_search, raw, query, name) for query in queries)[0]
        yield Row(f"search {name}, p50", half, beside, "raw FTS5, no snippet", "<= 5 ms")
        yield Row(f"search {name}, p95", most, goal="<= 50 ms")
    half = spread(partial(library.lists.search, query) for query in asked["word"])[0]
    like = spread(partial(_like, raw, query.strip()) for query in asked["word"][:5])[0]
    yield Row("search word", half, like, "LIKE", "<= 0.01 x")


def _raw_search(raw: sqlite3.Connection, query: str, kind: str) -> None:
    words = folded(query)
    match = (
        f'"{words}"'
        if kind in {"phrase", "common word", "word"}
        else " ".join(f'"{w}"' for w in words.split())
    )
    match += " *" if kind.startswith("prefix") else ""
    raw.execute(
        "SELECT a.id, a.headline, a.section, a.publish_time, a.state, t.lead, t.body FROM search s "
        "JOIN article a ON a.sort_key = s.rowid JOIN article_text t ON t.article_id = a.id "
        "WHERE search MATCH ? ORDER BY s.rowid DESC LIMIT 51",
        (f"{{words}} : ({match})",),
    ).fetchall()


def _like(raw: sqlite3.Connection, word: str) -> None:
    raw.execute(
        "SELECT article_id FROM article_text WHERE body LIKE ? ORDER BY article_id DESC LIMIT 51",
        (f"%{word}%",),
    ).fetchall()


def _lookalikes(library: Library, raw: sqlite3.Connection, corpus: Corpus) -> Iterator[Row]:
    from rapidfuzz import process
    from rapidfuzz.fuzz import token_sort_ratio

    cards = library.lists.cards(limit=5_000).items
    chosen = random.Random(3).sample(cards, 60)
    slips = [corpus.slip(library.stories.article(card.id)).headline for card in chosen]
    new = [corpus.headline("de") for _ in range(60)]
    half, most = spread(partial(library.doubles.headlines, headline) for headline in (*slips, *new))
    all_headlines = [row[0] for row in raw.execute("SELECT headline FROM article")]
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
