"""Search beside raw FTS5, LIKE and tantivy."""

from __future__ import annotations

import random
import tempfile
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from newsroom.domain.listing import Ranking
from newsroom.library import open_library
from newsroom.library.indexes import searchable
from newsroom.text.terms import folded
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.libraries import filled, raw
from tests.benchmarks.rows import Row, spread

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from newsroom.library.door import Library

MOST_BESIDE = 100_000
"""So many stories the other engine is given at most: making its index takes longer than all searches."""


def run(size: str) -> list[Row]:
    """Measure searches in a library of the size."""
    path = filled(size)
    with open_library(path) as library, closing(raw(path)) as beside:
        return list(_searches(library, beside, Corpus()))


def _searches(library: Library, raw_file: sqlite3.Connection, corpus: Corpus) -> Iterator[Row]:
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
        beside = spread(partial(_raw_search, raw_file, query, name) for query in queries)[0]
        yield Row(f"search {name}, p50", half, beside, "raw FTS5, no snippet", "<= 5 ms")
        yield Row(f"search {name}, p95", most, goal="<= 50 ms")
    yield from _in_the_language(library, heads, common, rare)
    yield from _ranked(library, asked)
    half = spread(partial(library.lists.search, query) for query in asked["word"])[0]
    like = spread(partial(_like, raw_file, query.strip()) for query in asked["word"][:5])[0]
    yield Row("search word", half, like, "LIKE", "<= 0.01 x")
    yield from _beside_tantivy(library, asked)


def _in_the_language(
    library: Library, heads: list[list[str]], common: list[str], rare: list[str]
) -> Iterator[Row]:
    """Measure fields and alternatives: what is common beside what is rare, and the other way round."""
    pairs = list(zip(common, rare, strict=False))[:40]
    asked = {
        "headline": [f"headline:{head[0]} " for head in heads[:40]],
        "headline, common": [f"headline:{word} " for word in common],
        "section and common word": [f"section:Sport {word} " for word in common],
        "rare state and common word": [f"state:returned {word} " for word in common],
        "no section and common word": [f"section:Nowhere {word} " for word in common],
        "year and common word": [f"on:2016 {word} " for word in common],
        "or": [f"{one} or {other} " for one, other in pairs],
        "without": [f"{other} -{one} " for one, other in pairs],
    }
    for name, queries in asked.items():
        half, most = spread(partial(library.lists.search, query) for query in queries)
        yield Row(f"search {name}, p50", half, goal="<= 5 ms")
        yield Row(f"search {name}, p95", most, goal="<= 50 ms")


def _ranked(library: Library, asked: dict[str, list[str]]) -> Iterator[Row]:
    """Measure the best first, at once and among all."""
    for name in ("word", "two words", "common word"):
        best = (partial(library.lists.search, query, order=Ranking.BEST) for query in asked[name])
        yield Row(f"search {name}, best first, p95", spread(best)[1], goal="<= 100 ms")
    whole = (partial(library.lists.best, query, lambda: False) for query in asked["common word"][:5])
    yield Row("search common word, best of all, in the background", spread(whole)[0])


def _raw_search(beside: sqlite3.Connection, query: str, kind: str) -> None:
    words = folded(query)
    match = (
        f'"{words}"'
        if kind in {"phrase", "common word", "word"}
        else " ".join(f'"{w}"' for w in words.split())
    )
    match += " *" if kind.startswith("prefix") else ""
    beside.execute(
        "SELECT a.id, a.headline, a.section, a.publish_time, a.state, t.lead, t.body FROM search s "
        "JOIN article a ON a.sort_key = s.rowid JOIN article_text t ON t.article_id = a.id "
        "WHERE search MATCH ? ORDER BY s.rowid DESC LIMIT 51",
        (f"{{words}} : ({match})",),
    ).fetchall()


def _like(beside: sqlite3.Connection, word: str) -> None:
    beside.execute(
        "SELECT article_id FROM article_text WHERE body LIKE ? ORDER BY article_id DESC LIMIT 51",
        (f"%{word}%",),
    ).fetchall()


def _beside_tantivy(library: Library, asked: dict[str, list[str]]) -> Iterator[Row]:
    """Search the same stories with an engine that does nothing else; its index is made here, its stories kept in it."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("key", fast=True)
    builder.add_text_field("words", stored=False)
    builder.add_text_field("text", stored=True, tokenizer_name="raw")
    with tempfile.TemporaryDirectory() as folder:
        index = tantivy.Index(builder.build(), path=folder)
        writer = index.writer(256 << 20, num_threads=1)
        numbers = library.lists.ids(limit=MOST_BESIDE)
        for start in range(0, len(numbers), 1_000):
            for story in library.stories.articles(numbers[start : start + 1_000]):
                words = " ".join(map(folded, searchable(story)))
                writer.add_document(tantivy.Document(key=story.id, words=words, text=words))
        writer.commit()
        writer.wait_merging_threads()
        index.reload()
        searcher = index.searcher()

        def newest(query: str) -> list[object]:
            parsed = index.parse_query(query, ["words"])
            found = searcher.search(parsed, 50, order_by_field="key")
            return [searcher.doc(address)["text"] for _, address in found.hits]

        for name in ("word", "two words", "common word"):
            queries = [" ".join(f"+{word}" for word in folded(query).split()) for query in asked[name]]
            ours = spread(partial(library.lists.search, query) for query in asked[name])
            theirs = spread(partial(newest, query) for query in queries)
            told = f"tantivy, newest 50 of {len(numbers)}"
            yield Row(f"search {name} beside tantivy, p50", ours[0], theirs[0], told)
            yield Row(f"search {name} beside tantivy, p95", ours[1], theirs[1], told)
