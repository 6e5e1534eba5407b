"""History: what versions take on disk, how quickly it opens, two versions are compared, journals are verified.

The newsroom's versions are made by editing its own stories as editors do: some words of a paragraph or two a save.
"""

from __future__ import annotations

import difflib
import json
import random
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from sqlite3 import connect
from statistics import median
from typing import TYPE_CHECKING

from newsroom.desk import Desk
from newsroom.desk.comparing import compared
from newsroom.domain.body import TEXT_BLOCKS, Body, block_text
from newsroom.domain.inline import text
from newsroom.library import open_library, verifying
from newsroom.library.articles import row_of
from newsroom.library.fields import digest_of, story_of
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.libraries import PERSON
from tests.benchmarks.past import seen
from tests.benchmarks.rows import Row, middle, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsroom.domain.article import Article
    from newsroom.library.door import Library

STORIES = {"10k": 500, "100k": 10_000, "1M": 10_000}
"""Stories of 20 versions each; as many as the issue at hand asks for take minutes to make."""
VERSIONS = 20
MANY = 1_000
WORDS = 5_000
ENTRIES = 100_000
WINDOWS = 3


def run(size: str) -> list[Row]:
    """Make versions, and give the table."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "past.newsroom"
        with open_library(path, clock=_Clock()) as library:
            plain = _fill(library, STORIES[size])
            rows = [*_sizes(path, plain), *_opening(library, path), *_comparing(), *_verifying(library)]
            rows += _thinning(library)
    return rows


class _Clock:
    """Tells a later minute each time."""

    def __init__(self) -> None:
        self._now = datetime(2025, 1, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(minutes=1)
        return self._now


def edited(story: Article, chance: random.Random, paragraphs: int = 1) -> Article:
    """Give a story with some words of some paragraphs put elsewhere or taken out."""
    blocks = list(story.body.blocks)
    places = [place for place, block in enumerate(blocks) if isinstance(block, TEXT_BLOCKS)]
    for place in chance.sample(places, min(paragraphs, len(places))):
        block = blocks[place]
        assert isinstance(block, TEXT_BLOCKS)
        words = block_text(block).split()
        for _ in range(chance.randrange(1, 8)):
            words.insert(chance.randrange(len(words) + 1), words[chance.randrange(len(words))])
            words.pop(chance.randrange(len(words)))
        blocks[place] = replace(block, content=text(" ".join(words)))
    return replace(story, body=Body(tuple(blocks)))


def _fill(library: Library, stories: int) -> int:
    """Save stories so many times and give what their versions take as plain text."""
    chance, plain = random.Random(5), 0
    corpus = Corpus(seed=5)
    for start in range(0, stories, 100):
        kept = library.stories.add_many(
            [(story, "") for story in corpus.stories(100)][: stories - start], PERSON
        )
        plain += sum(map(_plain, kept))
        for _ in range(VERSIONS - 1):
            saved = library.stories.save_many([(edited(one, chance), "saved") for one in kept], PERSON)
            kept = list(saved.articles)
            plain += sum(map(_plain, kept))
    return plain


def _plain(story: Article) -> int:
    return len(row_of(story)[2].encode())


def _sizes(path: Path, plain: int) -> Iterator[Row]:
    with closing(connect(path)) as file:
        asked = "SELECT sum(length(packed)) FROM revision"
        packed = file.execute(asked).fetchone()[0]
        pages = "SELECT sum(pgsize) FROM dbstat WHERE name = 'revision'"
        try:
            whole = file.execute(pages).fetchone()[0]
        except Exception:  # noqa: BLE001 - not every SQLite can tell
            whole = 0
    goal = "<= 0.35 x"
    yield Row("texts of versions", packed / 1e6, plain / 1e6, "the same as plain text", goal, "MB")
    if whole:
        yield Row("table of versions", whole / 1e6, plain / 1e6, "the same as plain text", goal, "MB")


def _opening(library: Library, path: Path) -> Iterator[Row]:
    chance = random.Random(7)
    story = library.stories.save(Corpus(seed=9).story(0), PERSON).article
    plain: list[str] = []
    for _ in range(MANY - 1):
        story = library.stories.save(edited(story, chance), PERSON).article
        plain.append(row_of(story)[2])
    desk = Desk(library, PERSON)
    ours = _thread(partial(desk.history.timeline, story.id), 7)
    yield Row(f"timeline of {MANY} versions", ours, goal="<= 100 ms")
    yield from _in_window(path, story.id)
    last = partial(desk.history.version, story.id, MANY)
    theirs = partial(story_of, plain[-1])
    yield Row("a version read", middle(last, 30), middle(theirs, 30), "from plain text in memory")
    save = partial(_saved_again, library, [story])
    yield Row("save of a version", middle(save, 30))
    yield Row("pack", middle(partial(_packed, plain[-2], plain[-1]), 50), goal="")


def _in_window(path: Path, story: int) -> Iterator[Row]:
    """Press the key of the history in windows of their own, and give what is seen when."""
    runs = [seen(path, story) for _ in range(WINDOWS)]
    one = {name: median(run[name] for run in runs) for name in runs[0]}
    beside, goal = "bare list of the same rows", "<= 100 ms"
    for when, said in (("", "first time"), (" again", "again")):
        yield Row(f"history seen from the key on, {said}", one[f"timeline{when}"], one["bare"], beside, goal)
        yield Row("its work", one[f"timeline work{when}"], one["bare work"], beside, goal)
        yield Row("two versions seen beside each other", one[f"beside{when}"])
        yield Row("its work", one[f"beside work{when}"])


def _packed(before: str, now: str) -> None:
    from newsroom.library.packing import pack

    pack(now.encode(), before.encode())


def _saved_again(library: Library, held: list[Article]) -> None:
    held[0] = library.stories.save(held[0], PERSON).article


def _comparing() -> Iterator[Row]:
    chance = random.Random(11)
    old = _long()
    for name, new in (
        ("a tenth of the paragraphs", edited(old, chance, len(old.body.blocks) // 10)),
        ("every paragraph", edited(old, chance, len(old.body.blocks))),
        (
            "in another order",
            replace(old, body=Body(tuple(chance.sample(old.body.blocks, len(old.body.blocks))))),
        ),
        ("one paragraph of all words", None),
    ):
        one, other = (old, new) if new is not None else _in_one(old, chance)
        ours = _thread(partial(compared, one, other), 5)
        theirs = _thread(partial(_difflib, one, other), 1)
        yield Row(f"{WORDS} words, {name}", ours, theirs, "difflib, word by word", "<= 150 ms")


def _long() -> Article:
    blocks: list[object] = []
    words = 0
    for story in Corpus(seed=13).stories(400):
        for block in story.body.blocks:
            blocks.append(block)
            words += len(block_text(block).split())
            if words >= WORDS:
                return replace(story, body=Body(tuple(blocks)))  # type: ignore[arg-type]  # blocks of a body
    raise AssertionError("the corpus is too short")


def _in_one(story: Article, chance: random.Random) -> tuple[Article, Article]:
    from newsroom.domain.body import Paragraph

    words = " ".join(map(block_text, story.body.blocks))
    one = replace(story, body=Body((Paragraph(text(words)),)))
    two = one
    for _ in range(20):
        two = edited(two, chance)
    return one, two


def _difflib(old: Article, new: Article) -> None:
    sides = [" ".join(map(block_text, one.body.blocks)).split() for one in (old, new)]
    difflib.SequenceMatcher(None, *sides, autojunk=False).get_opcodes()


def _verifying(library: Library) -> Iterator[Row]:
    """Measure how long so many entries would take; fewer are made."""
    with library._store.reading() as connection:
        entries = library.history.entries()
        ours = _thread(lambda: list(verifying.verify(connection)), 3)
        rows = connection.exec_driver_sql("SELECT sealed, digest FROM journal").all()
    theirs = _thread(lambda: [digest_of(row[0]) == row[1] and json.loads(row[0]) for row in rows], 3)
    part = ENTRIES / entries
    words = f"{ENTRIES} entries verified, texts too"
    yield Row(words, ours * part, theirs * part, "hash and parse of each entry alone", "<= 5000 ms")


def _thread(work: Callable[[], object], times: int) -> float:
    """Give the median of several runs, in milliseconds of this thread: others at work on the machine count for nothing."""

    def once() -> float:
        begin = time.thread_time()
        work()
        return (time.thread_time() - begin) * 1000

    return median(once() for _ in range(times))


def _thinning(library: Library) -> Iterator[Row]:
    until = datetime(2030, 1, 1, tzinfo=UTC)
    done = []
    taken = timed(lambda: done.append(library.history.thin(until, PERSON)))
    yield Row("thinning, a story", taken / max(done[0].stories, 1))
