"""Labelled pairs of headlines and of texts: what one edit makes of one, and honest near misses."""

from __future__ import annotations

import random
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from tests.quality.edits import headline_edits
from tests.quality.headlines import ENGLISH, GERMAN, RECURRING
from tests.quality.stories import ENGLISH_TOPICS, SYNONYMS, TOPICS, story, text

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 5
VARIANTS = 3
"""Times each edit is made of each headline and each story, with other chances."""

STORIES = 12
"""Stories of each topic."""

UNLIKE = 900
"""Pairs of headlines from different events, drawn from all there are."""


class Labelled(NamedTuple):
    """Two headlines or texts, the class of the edit between them, and whether they tell of one event."""

    kind: str
    first: str
    second: str
    alike: bool


def headlines() -> list[Labelled]:
    """Give pairs of headlines."""
    chance = random.Random(SEED)
    pairs = [
        pair
        for language, told in (("de", GERMAN), ("en", ENGLISH))
        for pair in _edited(language, told, chance)
    ]
    for one in (*GERMAN, *ENGLISH):
        pairs.append(Labelled("synonym", one.headline, one.reworded, alike=True))
        pairs += [Labelled("same topic, other event", one.headline, miss, alike=False) for miss in one.misses]
    pairs += [Labelled("recurring", *two, alike=False) for two in RECURRING]
    every = [one.headline for one in (*GERMAN, *ENGLISH)]
    drawn = chance.sample(list(combinations(every, 2)), UNLIKE)
    return pairs + [Labelled("unlike", *two, alike=False) for two in drawn]


def _edited(language: str, told: tuple[object, ...], chance: random.Random) -> Iterator[Labelled]:
    for kind, edit in headline_edits(language).items():
        for one in told:
            for second in {edit(one.headline, chance) for _ in range(VARIANTS)} - {one.headline}:
                yield Labelled(kind, one.headline, second, alike=True)


def texts() -> list[Labelled]:
    """Give pairs of texts."""
    chance = random.Random(SEED)
    pairs: list[Labelled] = []
    for language, topics in (("de", TOPICS), ("en", ENGLISH_TOPICS)):
        for topic in topics:
            made = [story(language, topic, chance) for _ in range(STORIES)]
            pairs += [
                pair for sentences in made for pair in _changed(sentences, language, topic, topics, chance)
            ]
            forms = [story(language, topic, chance, whole=True) for _ in range(STORIES // 2)]
            pairs += [
                Labelled("same form, other facts", text(a), text(b), alike=False)
                for a, b in combinations(forms, 2)
            ]
            pairs += [
                Labelled("same topic, other event", text(a), text(b), alike=False)
                for a, b in combinations(made, 2)
            ]
    return pairs


def _changed(
    sentences: list[str], language: str, topic: str, topics: dict[str, object], chance: random.Random
) -> Iterator[Labelled]:
    """Give what newsrooms make of one story."""
    whole, number = text(sentences), len(sentences)
    other = story(language, chance.choice([name for name in topics if name != topic]), chance)

    def exchanged(share: float) -> str:
        at = set(chance.sample(range(number), round(share * number)))
        return text(other[place % len(other)] if place in at else one for place, one in enumerate(sentences))

    shuffled = chance.sample(sentences, number)
    words = whole.split()
    slips = [w[:2] + w[3:2:-1] + w[4:] if len(w) > 5 and n % 25 == 3 else w for n, w in enumerate(words)]
    changes = {
        "typo": " ".join(slips),
        "order": text(shuffled),
        "added": text((*sentences, *other[:3])),
        "dropped": text(one for place, one in enumerate(sentences) if place % 4 != 2),
        "synonym": " ".join(SYNONYMS.get(word, word) for word in words),
        "umlaut form": whole.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss"),
        "punctuation": whole.replace(". ", " – ").replace(",", ""),
        "kicker": f"Nordküste / Lokales. {whole}",
        "shortened": text(sentences[: max(4, number // 2)]),
        "rewritten lead": text((*other[:2], *sentences[2:])),
        "merged": text((*sentences, *other)),
        "10 % exchanged": exchanged(0.1),
        "30 % exchanged": exchanged(0.3),
        "50 % exchanged": exchanged(0.5),
    }
    for kind, second in changes.items():
        yield Labelled(kind, whole, second, alike=True)
    yield Labelled("unlike", whole, text(other), alike=False)
