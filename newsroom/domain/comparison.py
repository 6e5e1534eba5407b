"""Two versions of a text beside each other: paragraph by paragraph, the differences marked by words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(r"\w+|[^\w\s]")
MOST_WORDS = 4_000
"""Longer paragraphs that differ are marked from their first to their last difference, as one."""
MOST_MARKED = 500
"""So many changed paragraphs are marked by words; those after them are marked whole."""
MOST_PAIRS = 40_000
"""Where more paragraphs changed than this allows, they are laid beside each other in order."""
ALIKE = 0.3
"""Paragraphs that share fewer of their words than this are not two versions of one."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one side; it differs where it is not on the other."""

    text: str
    differs: bool = False


Side = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph on both sides, or on one: the other is then without parts."""

    old: Side
    new: Side

    @property
    def same(self) -> bool:
        """Tell whether both sides read the same."""
        return self.old == self.new


Pair = tuple[int | None, int | None]
"""Where a paragraph stands in the one version and in the other; None where it is not in that one."""


def compare(old: Sequence[str], new: Sequence[str]) -> tuple[Row, ...]:
    """Give the paragraphs of two versions beside each other."""
    rows: list[Row] = []
    marked = 0
    for one, other in aligned(old, new):
        ours, theirs = _at(old, one), _at(new, other)
        if ours == theirs and ours is not None:
            rows.append(_whole(ours, theirs, differs=False))
        else:
            rows.append(_row(ours, theirs, whole=marked >= MOST_MARKED))
            marked += 1
    return tuple(rows)


def aligned(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """Give which paragraph of one version became which of the other, in order; each stands once."""
    done: list[Pair] = []
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            done += zip(range(first, last), range(start, end), strict=True)
        else:
            done += (
                (None if one is None else first + one, None if other is None else start + other)
                for one, other in pairs(old[first:last], new[start:end])
            )
    return done


def _at(texts: Sequence[str], place: int | None) -> str | None:
    return None if place is None else texts[place]


def _row(old: str | None, new: str | None, *, whole: bool) -> Row:
    if old is None or new is None or whole:
        return _whole(old, new, differs=True)
    return compare_words(old, new)


def _whole(old: str | None, new: str | None, *, differs: bool) -> Row:
    sides = [() if text is None else (Part(text, differs),) for text in (old, new)]
    return Row(sides[0], sides[1])


def pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Give the places of changed paragraphs with those they became, in order; what came or went stands alone."""
    at, to = 0, 0
    for place, target in _matched(old, new):
        yield from ((gone, None) for gone in range(at, place))
        yield from ((None, come) for come in range(to, target))
        yield place, target
        at, to = place + 1, target + 1
    yield from ((gone, None) for gone in range(at, len(old)))
    yield from ((None, come) for come in range(to, len(new)))


def _matched(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Give the pairs, rising on both sides, that are most alike in all."""
    if len(old) * len(new) > MOST_PAIRS:
        return [(place, place) for place in range(min(len(old), len(new)))]
    words = [_words(text) for text in (*old, *new)]
    ours, theirs = words[: len(old)], words[len(old) :]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    likeness = [[_likeness(one, other) for other in theirs] for one in ours]
    for place in reversed(range(len(old))):
        for target in reversed(range(len(new))):
            paired = likeness[place][target] + best[place + 1][target + 1]
            best[place][target] = max(paired, best[place + 1][target], best[place][target + 1])
    return list(_walked(best, likeness))


def _walked(best: list[list[float]], likeness: list[list[float]]) -> Iterator[tuple[int, int]]:
    """Give the pairs of the best way through the table."""
    place = target = 0
    while place < len(likeness) and target < len(likeness[0]):
        score = likeness[place][target]
        if score and best[place][target] == score + best[place + 1][target + 1]:
            yield place, target
            place, target = place + 1, target + 1
        elif best[place][target] == best[place + 1][target]:
            place += 1
        else:
            target += 1


def likeness(one: str, other: str) -> float:
    """Give how much of their words two paragraphs share, 0 to 1; 0 where they are not two versions of one."""
    return _likeness(_words(one), _words(other))


def overlap(one: str, other: str) -> float:
    """Give how much of the words of the shorter text the longer one has, 0 to 1."""
    ours, theirs = _words(one), _words(other)
    least = min(ours.total(), theirs.total())
    return (ours & theirs).total() / least if least else 1.0


def _words(text: str) -> Counter[str]:
    return Counter(_TOKEN.findall(text.casefold()))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    whole = one.total() + other.total()
    score = 2 * (one & other).total() / whole if whole else 1.0
    return score if score >= ALIKE else 0.0


def compare_words(old: str, new: str) -> Row:
    """Give two versions of one paragraph, their differences marked by words."""
    ours, theirs = list(_TOKEN.finditer(old)), list(_TOKEN.finditer(new))
    old_side, new_side = _Side(old, ours), _Side(new, theirs)
    for same, first, last, start, end in steps([one[0] for one in ours], [one[0] for one in theirs]):
        old_side.add(first, last, differs=not same)
        new_side.add(start, end, differs=not same)
    return Row(old_side.done(), new_side.done())


def steps(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Give which words are the same and which are others, from where to where on both sides."""
    if max(len(ours), len(theirs)) <= MOST_WORDS:
        for kind, first, last, start, end in SequenceMatcher(
            None, ours, theirs, autojunk=False
        ).get_opcodes():
            yield kind == "equal", first, last, start, end
        return
    least = min(len(ours), len(theirs))
    head = next((place for place in range(least) if ours[place] != theirs[place]), least)
    rest = least - head
    tail = next((place for place in range(rest) if ours[-1 - place] != theirs[-1 - place]), rest)
    mine, other = len(ours) - tail, len(theirs) - tail
    yield True, 0, head, 0, head
    yield False, head, mine, head, other
    yield True, mine, len(ours), other, len(theirs)


class _Side:
    """Gathers the parts of one side; what stands between words that differ and words that do not is no difference."""

    def __init__(self, text: str, words: Sequence[re.Match[str]]) -> None:
        self._text, self._words = text, words
        self._parts: list[Part] = []
        self._at = 0

    def add(self, first: int, last: int, *, differs: bool) -> None:
        """Take in words from one to another."""
        if first < last:
            start, end = self._words[first].start(), self._words[last - 1].end()
            self._put(start, differs=False)
            self._put(end, differs=differs)

    def _put(self, end: int, *, differs: bool) -> None:
        text, self._at = self._text[self._at : end], end
        if text and self._parts and self._parts[-1].differs == differs:
            self._parts[-1] = Part(self._parts[-1].text + text, differs)
        elif text:
            self._parts.append(Part(text, differs))

    def done(self) -> Side:
        """Give the side whole."""
        self._put(len(self._text), differs=False)
        return tuple(self._parts)
