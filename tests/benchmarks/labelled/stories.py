"""Makes the labelled pairs of stories: edits by class, and honest near-misses; all text is invented."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from tests.benchmarks.labelled.headlines import Sample
from tests.benchmarks.labelled.kernels import ENGLISH, GERMAN, MATCH, MATCH_EN, WEATHER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Edit = Callable[[random.Random, list[str], list[str]], list[str]]

TIMES = 6
_TEAMS = ("Altenried", "Lindenau", "Sonnberg", "Bergheim", "Grünberg", "Moorfelde", "Talheim", "Rebheim")
_NAMES = ("Kern", "Vogt", "Brandt", "Moll", "Wiesner", "Kröger", "Hellmann", "Mertens", "Lindner", "Ahlers")


def _with_others(share: float) -> Edit:
    """Give an edit that puts sentences of another story in the place of some."""

    def edit(chance: random.Random, sentences: list[str], others: list[str]) -> list[str]:
        number = int(len(sentences) * share + chance.random())
        gone = set(chance.sample(range(len(sentences)), number))
        spare = iter(chance.sample(others, number))
        return [next(spare) if place in gone else one for place, one in enumerate(sentences)]

    return edit


def _shortened(_: random.Random, sentences: list[str], __: list[str]) -> list[str]:
    return sentences[: max(2, len(sentences) // 3)]


def _picked(chance: random.Random, sentences: list[str], _: list[str]) -> list[str]:
    """Shorten from anywhere, as a desk does."""
    kept = sorted(chance.sample(range(len(sentences)), max(3, len(sentences) // 2)))
    return [sentences[place] for place in kept]


def _rewritten_lead(_: random.Random, sentences: list[str], others: list[str]) -> list[str]:
    return [others[0], *sentences[1:]]


def _merged(_: random.Random, sentences: list[str], others: list[str]) -> list[str]:
    return [*sentences, *others]


def _typos(chance: random.Random, sentences: list[str], _: list[str]) -> list[str]:
    """Put a slip into one word in twelve."""
    changed = []
    for sentence in sentences:
        words = sentence.split()
        for place, word in enumerate(words):
            if len(word) > 4 and chance.random() < 1 / 12:
                words[place] = word[:2] + word[3] + word[2] + word[4:]
        changed.append(" ".join(words))
    return changed


def _umlauts(_: random.Random, sentences: list[str], __: list[str]) -> list[str]:
    form = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
    return [sentence.translate(form) for sentence in sentences]


def _order(chance: random.Random, sentences: list[str], _: list[str]) -> list[str]:
    return chance.sample(sentences, len(sentences))


EDITS: dict[str, Edit] = {
    "10 % changed": _with_others(0.125),
    "30 % changed": _with_others(0.3),
    "50 % changed": _with_others(0.5),
    "shortened": _shortened,
    "half picked": _picked,
    "rewritten lead": _rewritten_lead,
    "merged": _merged,
    "typos": _typos,
    "umlaut": _umlauts,
    "order": _order,
}


def samples(seed: int = 6) -> Iterator[Sample]:
    """Give all labelled pairs of stories, the same in every run."""
    chance = random.Random(seed)
    for kernels in (GERMAN, ENGLISH):
        for number, story in enumerate(kernels):
            other = kernels[(number + 1) % len(kernels)]
            yield from _of(chance, story, other)
            for stranger in kernels[number + 1 :]:
                yield _sample("other story", story, stranger, alike=False)
    yield from _formats(chance)


def _of(chance: random.Random, story: list[str], other: list[str]) -> Iterator[Sample]:
    for kind, edit in EDITS.items():
        for _ in range(TIMES):
            yield _sample(kind, story, edit(chance, story, other), alike=True)
    shared = [*other[:-1], story[-1]]
    yield _sample("one sentence shared", story, shared, alike=False)
    quoted = [*other, story[2]]
    yield _sample("one sentence quoted", story, quoted, alike=False)


def _formats(chance: random.Random) -> Iterator[Sample]:
    """Give yesterday's report and today's of the same kind."""
    for _ in range(40):
        for kind, lines in (("match report", MATCH), ("match report", MATCH_EN), ("weather report", WEATHER)):
            one, other = _filled(chance, lines), _filled(chance, lines)
            yield _sample(kind, one, other, alike=False)


def _filled(chance: random.Random, lines: Sequence[Sequence[str]]) -> list[str]:
    """Write a report as a person does: each sentence in one of some ways, with its own names and numbers."""
    home, away = chance.sample(_TEAMS, 2)
    one, two, three = chance.sample(_NAMES, 3)
    numbers = {f"n{place}": chance.randint(2, 89) for place in range(6)}
    known = {"home": home, "away": away, "one": one, "two": two, "three": three, **numbers}
    return [chance.choice(ways).format(**known) for ways in lines]


def _sample(kind: str, one: list[str], other: list[str], *, alike: bool) -> Sample:
    return Sample(kind, " ".join(one), " ".join(other), alike)
