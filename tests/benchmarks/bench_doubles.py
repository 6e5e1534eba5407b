"""Like stories asked of a filled library: how quickly, beside rapidfuzz and datasketch, and how well.

The pairs are the half of the labelled set of `tests/quality` on which no threshold was chosen. Each is asked of a library that
holds all the others and made-up stories besides, so that what the index misses counts as missed.
"""

from __future__ import annotations

import csv
import os
import random
import tempfile
import time
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from newsroom.domain.article import Article
from newsroom.domain.body import Body, paragraphs
from newsroom.library import open_library
from newsroom.library.bodies import words_of
from newsroom.library.rows import SHINGLE
from newsroom.settings import House
from newsroom.text.shingles import rows_of, sample
from newsroom.text.terms import folded_words
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.libraries import PERSON, copied, raw
from tests.benchmarks.rows import Row, timed
from tests.quality import edits
from tests.quality.labelled import halves, headlines, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newsroom.library.door import Library
    from tests.quality.labelled import Labelled

DATA = Path(os.environ.get("NEWSROOM_TEST_DATA", "../shared/data")) / "german-news.csv"
A_DAY = 25
_DAY = datetime(2025, 3, 3, 6, tzinfo=UTC)
OTHERS = frozenset({"same topic, other event", "unlike", "recurring"})
OTHER_TEXTS = frozenset({"same topic, other event", "unlike", "one sentence shared", "one sentence quoted"})


class Judged(NamedTuple):
    """A pair, and whether the other story was found."""

    sample: Labelled
    found: bool


def run(size: str) -> list[Row]:
    """Copy a filled library, measure it, ask all labelled pairs of it, then look through real stories where there are some."""
    with tempfile.TemporaryDirectory() as folder, open_library(copied(size, Path(folder))) as library:
        rows = [
            *_speed(library),
            *_rate(library),
            *_table("headline", _headlines(library), OTHERS, edits.STRICT),
            *_table("text", _texts(library), OTHER_TEXTS, ("30 % exchanged", "shortened")),
        ]
    return [*rows, *_real()]


def _speed(library: Library) -> Iterator[Row]:
    """Ask for the likes of stories that came in again, edited, and of new ones."""
    from rapidfuzz import process
    from rapidfuzz.fuzz import token_sort_ratio

    corpus, chance = Corpus(7), random.Random(4)
    kept = [library.stories.article(story) for story in chance.sample(library.lists.ids(), 100)]
    heads = [*(corpus.slip(story).headline for story in kept), *(corpus.headline("de") for _ in kept)]
    half, most = _spread(partial(library.doubles.headlines, headline) for headline in heads)
    with closing(raw(Path(library.location))) as beside:
        every = [headline for (headline,) in beside.execute("SELECT headline FROM article")]
    scan = _spread([lambda: process.extract(heads[0], every, scorer=token_sort_ratio, limit=20)] * 3)[0]
    yield Row("like headlines, p50", half, scan, "rapidfuzz over all")
    yield Row("like headlines, p95", most, goal="<= 5 ms at 100k, 20 ms at 1M")
    asked = [*(_edited(story, chance) for story in kept), *map(corpus.story, range(100))]
    half, most = _spread(partial(library.doubles.alike, replace(story, headline="")) for story in asked)
    yield Row("like texts, p50", half)
    yield Row("like texts, p95", most, goal="<= 2 ms at 100k")
    with library._store.reading() as connection:
        number = connection.scalar(select(func.count()).select_from(SHINGLE)) or 0
    yield Row("rows kept of a text", number / len(every), unit="", goal="<= 0.5 kB a story")


def _spread(works: Iterable[Callable[[], object]]) -> tuple[float, float]:
    """Give median and 95th percentile of the thread's own milliseconds: what else the machine does is left out."""
    taken = []
    for work in works:
        begin = time.thread_time()
        work()
        taken.append((time.thread_time() - begin) * 1000)
    taken.sort()
    return median(taken), taken[int(len(taken) * 0.95)]


def _edited(article: Article, chance: random.Random) -> Article:
    """Give a new story with nearly the text of another: one paragraph is left out."""
    blocks = list(article.body.blocks)
    blocks.pop(chance.randrange(len(blocks)))
    return Article.new(lead=article.lead, body=Body(tuple(blocks)), publish_time=article.publish_time)


def _rate(library: Library) -> Iterator[Row]:
    """Say how many texts a second are made ready for an index, beside datasketch, which is for benchmarks alone."""
    texts = [words_of(story) for story in library.stories.articles(library.lists.ids(limit=1_000))]
    ours = timed(lambda: [sample(rows_of(text)) for text in texts])
    try:
        from datasketch import MinHash, MinHashLSH
    except ImportError:
        yield Row("texts made ready", len(texts) / ours * 1000, unit="/s")
        return

    def minhashed() -> None:
        index = MinHashLSH(threshold=0.4, num_perm=128)
        for place, text in enumerate(texts):
            words = folded_words(text)
            made = MinHash(num_perm=128)
            rows = zip(words, words[1:], words[2:], strict=False)
            made.update_batch([" ".join(row).encode() for row in rows])
            index.insert(place, made)

    beside = timed(minhashed)
    rates = (len(texts) / took * 1000 for took in (ours, beside))
    yield Row("texts made ready", *rates, "datasketch, 128 permutations, LSH", ">= 3.5 x", "/s")


def _headlines(library: Library) -> list[Judged]:
    """Ask as the house does, on the same day."""
    house = House()
    samples = halves(headlines())[1]
    kept = _kept(library, samples, lambda words: Article.new(headline=words, publish_time=_DAY))

    def met(sample: Labelled) -> bool:
        found = library.doubles.headlines(
            sample.second,
            near=_DAY,
            days=house.lookalike_days,
            threshold=house.lookalike_threshold,
            limit=100,
        )
        return kept[sample.first] in {match.id for match in found}

    return [Judged(sample, met(sample)) for sample in samples]


def _texts(library: Library) -> list[Judged]:
    samples = halves(texts())[1]
    kept = _kept(library, samples, _told)

    def met(sample: Labelled) -> bool:
        found = library.doubles.alike(_told(sample.second), limit=100)
        return kept[sample.first] in {match.id for match in found if match.body}

    return [Judged(sample, met(sample)) for sample in samples]


def _told(words: str) -> Article:
    return Article.new(body=paragraphs([words]), publish_time=_DAY)


def _kept(library: Library, samples: Iterable[Labelled], made: Callable[[str], Article]) -> dict[str, int]:
    words = list(dict.fromkeys(sample.first for sample in samples))
    added = library.stories.add_many([(made(one), "") for one in words], PERSON)
    return {one: story.id for one, story in zip(words, added, strict=True)}


def _table(
    what: str, judged: Sequence[Judged], others: frozenset[str], strict: Iterable[str]
) -> Iterator[Row]:
    """Give recall and precision of each class, and how often each kind of other story is taken for a double."""
    rates = _rates(judged)
    false = _false([one for one in judged if one.sample.kind in others])
    for kind in dict.fromkeys(one.sample.kind for one in judged):
        told = 100 * rates[kind]
        if not next(one for one in judged if one.sample.kind == kind).sample.alike:
            yield Row(f"{what}, {kind}: taken for a double", told, unit="%")
            continue
        goal = (">= 98 %" if what == "headline" else ">= 95 %") if kind in strict else ""
        yield Row(f"{what}, {kind}: recall", told, goal=goal, unit="%")
        if told:
            precision = 100 * told / (told + 100 * false)
            yield Row(f"{what}, {kind}: precision among as many others", precision, goal=goal, unit="%")
    yield Row(f"{what}: other stories taken for a double", 100 * false, goal="<= 1 %", unit="%")
    yield Row(f"{what}: pairs", len(judged), unit="")


def _rates(judged: Iterable[Judged]) -> dict[str, float]:
    number, found = Counter[str](), Counter[str]()
    for one in judged:
        number[one.sample.kind] += 1
        found[one.sample.kind] += one.found
    return {kind: found[kind] / number[kind] for kind in number}


def _false(judged: Sequence[Judged]) -> float:
    return sum(one.found for one in judged) / len(judged)


def _real() -> Iterator[Row]:
    """Count hints at real stories as they would come in, so many a day; most are hints at nothing."""
    if not DATA.is_file():
        return
    with DATA.open(encoding="utf-8", newline="") as file:
        texts = [row[1] for row in csv.reader(file, delimiter=";", quotechar="'") if len(row) > 1]
    told = [_real_story(number, text) for number, text in enumerate(texts)]
    house = House()
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "real") as library:
        added = library.stories.add_many([(story, "") for story in told], PERSON)
        asked = {"days": house.lookalike_days, "threshold": house.lookalike_threshold}
        alike = [
            library.doubles.alike(story, **asked, standing_heads=house.standing_heads) for story in added
        ]
    for what, found in (
        ("hints at headlines", [any(match.kind for match in matches) for matches in alike]),
        ("hints at texts", [any(match.body for match in matches) for matches in alike]),
    ):
        yield Row(f"real stories, {what}, of 50", 50 * sum(found) / len(found), goal="<= 1", unit="")


def _real_story(number: int, text: str) -> Article:
    headline, _, rest = text.partition(". ")
    time = _DAY + timedelta(days=number // A_DAY, minutes=number % A_DAY)
    return replace(_told(rest or text), headline=headline, publish_time=time)
