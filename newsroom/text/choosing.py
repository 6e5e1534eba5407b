"""Which names a person means by a few letters: commands, places and the like, best first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from newsroom.text.terms import fold, folded_words, spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BEGINS, _HOLDS, _SLIPS = 100.0, 70.0, 60.0
_FIRST, _WHOLE = 8.0, 4.0
_SLIPPING = 4
"""Shorter words are not guessed at."""
_NEAR = 75.0


@dataclass(frozen=True, slots=True)
class Choice:
    """A name that is meant: its number, how well it fits, and the stretches of it that were asked for."""

    number: int
    score: float
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Word:
    place: int
    start: int
    end: int
    folded: str


def choose(asked: str, names: Sequence[str], most: int = 8) -> tuple[Choice, ...]:
    """Give the names that hold every word asked for, begun, inside or with a slip of the keyboard."""
    wanted = folded_words(asked)
    if not wanted:
        return ()
    found = (choice for number, name in enumerate(names) if (choice := _fit(wanted, number, name)))
    return tuple(sorted(found, key=lambda choice: (-choice.score, choice.number))[:most])


def _fit(wanted: list[str], number: int, name: str) -> Choice | None:
    words = _words(name)
    total = 0.0
    marks: list[tuple[int, int]] = []
    for asked in wanted:
        score, mark = max(_scores(asked, words), default=(0.0, (0, 0)))
        if not score:
            return None
        total += score
        marks.append(mark)
    return Choice(number, total / len(wanted) - len(words) / 10, tuple(sorted(set(marks))))


@lru_cache(maxsize=2048)
def _words(name: str) -> tuple[_Word, ...]:
    """Give the words of a name, remembered: the same names are asked for at every key."""
    return tuple(_Word(place, start, end, fold(word)) for place, (start, end, word) in enumerate(spans(name)))


def _scores(asked: str, words: tuple[_Word, ...]) -> Iterator[tuple[float, tuple[int, int]]]:
    for word in words:
        early = _FIRST / (word.place + 1)
        if word.folded.startswith(asked):
            whole = _WHOLE if word.folded == asked else 0.0
            yield _BEGINS + early + whole, (word.start, min(word.start + len(asked), word.end))
        elif len(asked) > 1 and asked in word.folded:
            at = word.start + word.folded.index(asked)
            yield _HOLDS + early, (min(at, word.end - 1), min(at + len(asked), word.end))
        elif len(asked) >= _SLIPPING and _near(asked, word.folded):
            yield _SLIPS + early, (word.start, word.end)


def _near(asked: str, word: str) -> bool:
    from rapidfuzz.fuzz import ratio

    return ratio(asked, word[: len(asked) + 1], score_cutoff=_NEAR) > 0
