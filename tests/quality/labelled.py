"""The labelled set: pairs of headlines and of texts, what one edit makes of one, and honest near misses.

It is cut in two by chance: thresholds are chosen on one half, and everything is reported on the other.
"""

from __future__ import annotations

import random
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from tests.quality import edits, english, german, kernels, text_edits
from tests.quality.headlines import ENGLISH, GERMAN, RECURRING
from tests.quality.stories import ENGLISH_TOPICS, TOPICS, story, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.quality.headlines import Told

SEED = 5
STORIES = 12
"""Stories of each topic."""
TIMES = 4
"""Times each edit is made of each story, with other chances."""
REPORTS = 200
UNLIKE = 900
"""Pairs of headlines from different events, drawn from all there are."""


class Labelled(NamedTuple):
    """Two headlines or texts, the class of the edit between them, and whether they tell of one event."""

    kind: str
    first: str
    second: str
    alike: bool


def halves(pairs: Sequence[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """Cut pairs in two by chance, always the same: one half to choose on, one to report on."""
    mixed = random.Random(1).sample(list(pairs), len(pairs))
    return mixed[::2], mixed[1::2]


def by_class(pairs: Iterable[Labelled]) -> dict[str, list[Labelled]]:
    """Give the pairs of each class."""
    found: dict[str, list[Labelled]] = defaultdict(list)
    for pair in pairs:
        found[pair.kind].append(pair)
    return found


def headlines() -> list[Labelled]:
    """Give pairs of headlines."""
    chance = random.Random(SEED)
    pairs: list[Labelled] = []
    every: list[str] = []
    for language, told in ((german, GERMAN), (english, ENGLISH)):
        events = list(_events(language.HEADLINES, told))
        every += [headline for headline, _ in events]
        for headline, misses in events:
            pairs += _edited(headline, language, chance)
            pairs += [Labelled("same topic, other event", headline, miss, alike=False) for miss in misses]
        pairs += [Labelled("synonym", one.headline, one.reworded, alike=True) for one in told]
        formats = (line.split(" | ") for line in language.FORMATS)
        pairs += [Labelled("recurring", one, other, alike=False) for one, other in formats]
    pairs += [Labelled("recurring", *two, alike=False) for two in RECURRING]
    drawn = chance.sample(list(combinations(every, 2)), UNLIKE)
    return pairs + [Labelled("unlike", *two, alike=False) for two in drawn]


def _events(lines: Iterable[str], told: Iterable[Told]) -> Iterator[tuple[str, Sequence[str]]]:
    """Give each headline with those that look like it and tell of something else."""
    for line in lines:
        headline, *misses = line.split(" | ")
        yield headline, misses
    for one in told:
        yield one.headline, one.misses


def _edited(headline: str, language: object, chance: random.Random) -> Iterator[Labelled]:
    for kind, edit in edits.EDITS.items():
        for _ in range(2 if kind in edits.STRICT else 1):
            changed = " ".join(edit(chance, headline.split(), language))
            if changed != headline:
                yield Labelled(kind, headline, changed, alike=True)
    for kind, near in edits.NEAR.items():
        changed = near(chance, headline)
        if changed != headline:
            yield Labelled(kind, headline, changed, alike=False)


def texts() -> list[Labelled]:
    """Give pairs of texts."""
    chance = random.Random(SEED)
    pairs = [*_of_topics("de", chance), *_of_topics("en", chance)]
    for told in (kernels.GERMAN, kernels.ENGLISH):
        for number, sentences in enumerate(told):
            other = told[(number + 1) % len(told)]
            pairs += _changed(sentences, other, chance)
            pairs.append(_pair("one sentence shared", sentences, [*other[:-1], sentences[-1]]))
            pairs.append(_pair("one sentence quoted", sentences, [*other, sentences[2]]))
            pairs += [_pair("unlike", sentences, stranger) for stranger in told[number + 1 :]]
    for kind, ways in (
        ("match report", kernels.MATCH),
        ("match report", kernels.MATCH_EN),
        ("weather report", kernels.WEATHER),
    ):
        for _ in range(REPORTS):
            pairs.append(_pair(kind, text_edits.filled(chance, ways), text_edits.filled(chance, ways)))
    return pairs


def _of_topics(language: str, chance: random.Random) -> Iterator[Labelled]:
    topics = TOPICS if language == "de" else ENGLISH_TOPICS
    for topic in topics:
        made = [story(language, topic, chance) for _ in range(STORIES)]
        for sentences in made:
            other = story(language, chance.choice([name for name in topics if name != topic]), chance)
            yield from _changed(sentences, other, chance)
            yield _pair("unlike", sentences, other)
        forms = [story(language, topic, chance, whole=True) for _ in range(STORIES // 2)]
        for kind, told in (("same form, other facts", forms), ("same topic, other event", made)):
            for one, second in combinations(told, 2):
                yield _pair(kind, one, second)


def _changed(sentences: list[str], other: list[str], chance: random.Random) -> Iterator[Labelled]:
    """Give what newsrooms make of one story."""
    for kind, edit in text_edits.EDITS.items():
        for second in dict.fromkeys(text(edit(chance, sentences, other)) for _ in range(TIMES)):
            if second != text(sentences):
                yield Labelled(kind, text(sentences), second, alike=True)


def _pair(kind: str, one: Iterable[str], other: Iterable[str]) -> Labelled:
    return Labelled(kind, text(one), text(other), alike=False)
