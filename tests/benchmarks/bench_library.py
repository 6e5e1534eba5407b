"""The library beside raw SQLite: stories added, saved, opened again; rows written and read."""

from __future__ import annotations

import tempfile
from contextlib import closing, suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.library import now_utc, open_library
from newsroom.library.adding import add
from newsroom.library.articles import row_of
from newsroom.library.revisions import add_many
from newsroom.library.rows import ARTICLE, TEXT
from newsroom.library.sqlite import BATCH
from tests.benchmarks.corpus import SIZES, Corpus
from tests.benchmarks.libraries import PERSON, filled, raw
from tests.benchmarks.rows import Row, middle, timed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.article import Article
    from newsroom.library.door import Library

ADDED = 5_000


def run(size: str) -> list[Row]:
    """Add to a library of the size, save in it, open it again, and give the table."""
    path = filled(size)
    with open_library(path) as library:
        corpus = Corpus(seed=7)
        rows = [_added(library, corpus, SIZES[size]), _by_core(library), *_saving(library, corpus)]
    rows.append(Row("open and first page", middle(partial(_reopened, path)), goal="<= 600 ms"))
    return [*rows, Row("file", path.stat().st_size / 1e6, unit="MB")]


def _added(library: Library, corpus: Corpus, held: int) -> Row:
    """Measure how quickly stories are added, in a transaction that is taken back: the library stays what it was."""
    incoming = [(story, "") for story in islice(corpus.stories(held + ADDED), ADDED)]
    taken: list[float] = []
    with suppress(_TakenBack), library._store.writing() as connection:
        for start in range(0, ADDED, BATCH):
            piece = incoming[start : start + BATCH]
            taken.append(timed(partial(add_many, connection, piece, PERSON, now_utc())))
        raise _TakenBack
    return Row("add many", ADDED / sum(taken) * 1000, unit="/s", goal=">= 500/s")


class _TakenBack(Exception):
    """Ends a transaction that shall leave nothing."""


def _by_core(library: Library) -> Row:
    sample = [library.stories.article(story) for story in library.lists.ids(limit=2_000)]
    ours, theirs = _bulk(library, sample), _executemany(library, sample)
    return Row("rows alone, by Core", ours, theirs, "executemany of the same rows", "<= 1.2 x")


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
        with closing(raw(Path(library.location))) as source, closing(raw(path)) as beside:
            read = {
                name: source.execute(f"SELECT * FROM {name} WHERE {key} IN ({marks})", ids).fetchall()
                for name, key in (("article", "id"), ("article_text", "article_id"))
            }

            def write() -> None:
                beside.execute("BEGIN IMMEDIATE")
                for name, rows in read.items():
                    beside.executemany(f"INSERT INTO {name} VALUES ({','.join('?' * len(rows[0]))})", rows)
                beside.execute("COMMIT")

            return timed(write)


def _saving(library: Library, corpus: Corpus) -> Iterator[Row]:
    saved = [library.stories.save(corpus.story(0), PERSON).article]

    def again() -> None:
        saved[0] = library.stories.save(saved[0], PERSON).article

    yield Row("save", middle(again, 50))
    yield Row("autosave", middle(partial(library.drafts.keep, "bench", saved[0]), 50))


def _reopened(path: Path) -> None:
    with open_library(path) as library:
        library.lists.cards()
