"""How well like stories are told apart: recall and precision by class, on labelled pairs and on real stories.

Thresholds were chosen on one half of the pairs; ours is the other half. Each pair is asked of a library that
holds all the others, so that what the index misses counts as missed.
"""

from __future__ import annotations

import csv
import os
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsroom.domain.article import Article
from newsroom.domain.body import paragraphs
from newsroom.domain.person import Person
from newsroom.library import open_library
from newsroom.settings import House
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.labelled import headlines, stories
from tests.benchmarks.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from newsroom.library.door import Library
    from tests.benchmarks.labelled.headlines import Sample

PERSON = Person("Bench")
DATA = Path(os.environ.get("NEWSROOM_TEST_DATA", "../shared/data")) / "german-news.csv"
AROUND = 2_000
A_DAY = 25
_DAY = datetime(2025, 3, 3, 6, tzinfo=UTC)
OTHERS = frozenset({"other event", "stranger", "recurring format"})
OTHER_TEXTS = frozenset({"other story", "one sentence shared", "one sentence quoted"})


class Judged(NamedTuple):
    """A pair, and whether the other story was found."""

    sample: Sample
    found: bool


def run(_size: str) -> list[Row]:
    """Ask all labelled pairs of a library, then look through real stories where there are some."""
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder) / "quality") as library:
        around = islice(Corpus().stories(AROUND), AROUND)
        library.stories.add_many([(story, "") for story in around], PERSON)
        rows = [
            *_table("headline", _headlines(library), OTHERS, headlines.STRICT),
            *_table("text", _texts(library), OTHER_TEXTS, ("30 % changed", "shortened")),
        ]
    return [*rows, *_real()]


def _headlines(library: Library) -> list[Judged]:
    """Ask as the house does, on the same day."""
    house = House()
    samples = list(headlines.samples())
    kept = _kept(library, samples, lambda words: Article.new(headline=words, publish_time=_DAY))

    def met(sample: Sample) -> bool:
        found = library.doubles.headlines(
            sample.other, near=_DAY, days=house.lookalike_days, threshold=house.lookalike_threshold, limit=100
        )
        return kept[sample.one] in {match.id for match in found}

    return [Judged(sample, met(sample)) for sample in samples]


def _texts(library: Library) -> list[Judged]:
    samples = list(stories.samples())
    kept = _kept(library, samples, _told)

    def met(sample: Sample) -> bool:
        found = library.doubles.alike(_told(sample.other), limit=100)
        return kept[sample.one] in {match.id for match in found if match.body}

    return [Judged(sample, met(sample)) for sample in samples]


def _told(words: str) -> Article:
    return Article.new(body=paragraphs([words]), publish_time=_DAY)


def _kept(library: Library, samples: Iterable[Sample], made: Callable[[str], Article]) -> dict[str, int]:
    words = list(dict.fromkeys(sample.one for sample in samples))
    added = library.stories.add_many([(made(one), "") for one in words], PERSON)
    return {one: story.id for one, story in zip(words, added, strict=True)}


def _table(
    what: str, judged: Sequence[Judged], others: frozenset[str], strict: Iterable[str]
) -> Iterator[Row]:
    """Give recall and precision of each class, and how often each kind of other story is taken for a double."""
    rates = [_rates([one for one in judged if one.sample.half == half]) for half in (0, 1)]
    false = _false([one for one in judged if one.sample.half == 1 and one.sample.kind in others])
    for kind in dict.fromkeys(one.sample.kind for one in judged):
        chosen, told = (rate[kind] * 100 for rate in rates)
        if not next(one for one in judged if one.sample.kind == kind).sample.alike:
            yield Row(f"{what}, {kind}: taken for a double", told, chosen, "in the half chosen on", unit="%")
            continue
        goal = ">= 98 %" if kind in strict else ""
        yield Row(f"{what}, {kind}: recall", told, chosen, "in the half chosen on", goal, unit="%")
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
