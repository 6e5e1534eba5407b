"""The one alignment of the house: which paragraph, and which word, of one text became which of another.

Comparing versions, taking a returned file in and keeping print and web in step all ask here, so that they
never disagree on what changed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

TOKEN = re.compile(r"\w+|[^\w\s]")
MOST_PAIRS = 40_000
"""Where more paragraphs changed than this allows, they are laid beside each other in order."""
ALIKE = 0.3
"""Paragraphs that share fewer of their words than this are not two versions of one."""
MOVED = 0.6
"""Paragraphs that went and came elsewhere share at least this much of their words, to be the same one."""
_FEW = 250
"""Up to so many words on a side, all of them are weighed against each other."""
_MOST_WEIGHED = 4_000_000
"""Where no word stands once on both sides, so many pairs of words are weighed at most."""

Pair = tuple[int | None, int | None]
"""Where a paragraph stands in the one version and in the other; None where it is not in that one."""

Step = tuple[bool, int, int, int, int]
"""Whether a stretch is the same on both sides, and from where to where it goes on the one and on the other."""

Bag = frozenset[tuple[str, int]]
"""The words of a text, each with how often it stood there before."""


def aligned(
    old: Sequence[str],
    new: Sequence[str],
    keys: tuple[Sequence[Hashable], Sequence[Hashable]] | None = None,
) -> list[Pair]:
    """Give which paragraph of one version became which of the other, in order; each stands once.

    Keys say by what paragraphs are the same, where that is more than their text.
    """
    ours, theirs = keys or (old, new)
    done: list[Pair] = []
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    went = {text for kind, first, last, _, _ in codes if kind != "equal" for text in old[first:last]}
    came = {text for kind, _, _, start, end in codes if kind != "equal" for text in new[start:end]}
    for kind, first, last, start, end in codes:
        if kind == "equal":
            done += zip(range(first, last), range(start, end), strict=True)
        else:
            done += (
                (None if one is None else first + one, None if other is None else start + other)
                for one, other in _pairs(old[first:last], new[start:end], went & came)
            )
    return done


def _pairs(old: Sequence[str], new: Sequence[str], elsewhere: set[str]) -> Iterator[Pair]:
    """Give the places of changed paragraphs with those they became, in order; what came or went stands alone.

    What stands elsewhere word for word became nothing else here.
    """
    at, to = 0, 0
    for place, target in _matched(old, new, elsewhere):
        yield from ((gone, None) for gone in range(at, place))
        yield from ((None, come) for come in range(to, target))
        yield place, target
        at, to = place + 1, target + 1
    yield from ((gone, None) for gone in range(at, len(old)))
    yield from ((None, come) for come in range(to, len(new)))


def _matched(old: Sequence[str], new: Sequence[str], elsewhere: set[str]) -> list[tuple[int, int]]:
    """Give the pairs, rising on both sides, that are most alike in all."""
    if len(old) * len(new) > MOST_PAIRS:
        return [(place, place) for place in range(min(len(old), len(new)))]
    theirs = [_bag(text) for text in new]
    table = [[_likeness(one, other) for other in theirs] for one in map(_bag, old)]
    if elsewhere:
        table = [
            [
                score * (one == other or elsewhere.isdisjoint((one, other)))
                for score, other in zip(row, new, strict=True)
            ]
            for row, one in zip(table, old, strict=True)
        ]
    best = [[0.0] * (len(new) + 1)]
    for scores in reversed(table):
        best.append(_better(scores, best[-1]))
    best.reverse()
    return list(_walked(best, table))


def _better(scores: list[float], below: list[float]) -> list[float]:
    """Give a row of the table of the best ways, from the scores of its pairs and the row below."""
    row = [0.0] * len(below)
    right = 0.0
    for target in range(len(scores) - 1, -1, -1):
        paired = scores[target] + below[target + 1]
        down = below[target]
        right = row[target] = max(right, down, paired)
    return row


def _walked(best: list[list[float]], table: list[list[float]]) -> Iterator[tuple[int, int]]:
    """Give the pairs of the best way through the table."""
    place = target = 0
    while place < len(table) and target < len(table[0]):
        score = table[place][target]
        if score and best[place][target] == score + best[place + 1][target + 1]:
            yield place, target
            place, target = place + 1, target + 1
        elif best[place][target] == best[place + 1][target]:
            place += 1
        else:
            target += 1


def moved(old: Sequence[str], new: Sequence[str], done: Sequence[Pair]) -> dict[int, int]:
    """Give where paragraphs that went from one place came again at another: new places by old ones."""
    gone = [one for one, other in done if other is None and one is not None and old[one].strip()]
    come = [other for one, other in done if one is None and other is not None and new[other].strip()]
    if not gone or not come or len(gone) * len(come) > MOST_PAIRS:
        return {}
    bags = {place: _bag(new[place]) for place in come}
    found: list[tuple[float, int, int]] = []
    for place in gone:
        bag = _bag(old[place])
        found += (
            (-score, place, target)
            for target in come
            if (score := 1.0 if old[place] == new[target] else _likeness(bag, bags[target])) >= MOVED
        )
    pairs_: dict[int, int] = {}
    taken: set[int] = set()
    for _score, place, target in sorted(found):
        if place not in pairs_ and target not in taken:
            pairs_[place] = target
            taken.add(target)
    return pairs_


def likeness(one: str, other: str) -> float:
    """Give how much of their words two paragraphs share, 0 to 1; 0 where they are not two versions of one."""
    return _likeness(_bag(one), _bag(other))


def overlap(one: str, other: str) -> float:
    """Give how much of the words of the shorter text the longer one has, 0 to 1."""
    ours, theirs = _bag(one), _bag(other)
    least = min(len(ours), len(theirs))
    return len(ours & theirs) / least if least else 1.0


def _bag(text: str) -> Bag:
    seen: Counter[str] = Counter()
    found: list[tuple[str, int]] = []
    for word in TOKEN.findall(text.casefold()):
        found.append((word, seen[word]))
        seen[word] += 1
    return frozenset(found)


def _likeness(one: Bag, other: Bag) -> float:
    whole = len(one) + len(other)
    score = 2 * len(one & other) / whole if whole else 1.0
    return score if score >= ALIKE else 0.0


def steps(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> Iterator[Step]:
    """Give which words are the same and which are others, from where to where on both sides."""
    last: Step | None = None
    for step in _all_steps(ours, theirs, 0, 0):
        if last is not None and last[0] == step[0]:
            last = (last[0], last[1], step[2], last[3], step[4])
        else:
            if last is not None:
                yield last
            last = step
    if last is not None:
        yield last


def _all_steps(ours: Sequence[Hashable], theirs: Sequence[Hashable], at: int, to: int) -> Iterator[Step]:
    """Give the steps of a stretch; in long ones the words that stand once on both sides hold it together."""
    if min(len(ours), len(theirs)) <= _FEW and len(ours) * len(theirs) <= _FEW * _FEW * 4:
        yield from _weighed(ours, theirs, at, to)
        return
    head, tail = _ends(ours, theirs)
    if head:
        yield True, at, at + head, to, to + head
    mine, other = ours[head : len(ours) - tail], theirs[head : len(theirs) - tail]
    yield from _between(mine, other, at + head, to + head)
    if tail:
        end, stop = at + len(ours), to + len(theirs)
        yield True, end - tail, end, stop - tail, stop


def _ends(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> tuple[int, int]:
    """Give how many words are the same at the beginning and at the end."""
    least = min(len(ours), len(theirs))
    head = next((place for place in range(least) if ours[place] != theirs[place]), least)
    rest = least - head
    tail = next((place for place in range(rest) if ours[-1 - place] != theirs[-1 - place]), rest)
    return head, tail


def _between(ours: Sequence[Hashable], theirs: Sequence[Hashable], at: int, to: int) -> Iterator[Step]:
    anchors = _anchors(ours, theirs)
    if not anchors:
        if len(ours) * len(theirs) <= _MOST_WEIGHED:
            yield from _weighed(ours, theirs, at, to)
        elif ours or theirs:
            yield False, at, at + len(ours), to, to + len(theirs)
        return
    place = target = 0
    for one, other in anchors:
        yield from _all_steps(ours[place:one], theirs[target:other], at + place, to + target)
        yield True, at + one, at + one + 1, to + other, to + other + 1
        place, target = one + 1, other + 1
    yield from _all_steps(ours[place:], theirs[target:], at + place, to + target)


def _anchors(ours: Sequence[Hashable], theirs: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Give the places of words that stand once on both sides, as many as rise on both."""
    once, there = _single(ours), _single(theirs)
    places = [(place, there[word]) for word, place in once.items() if word in there]
    ends: list[int] = []
    tops: list[tuple[int, int, object]] = []
    for place, target in places:
        rank = bisect_left(ends, target)
        chain = (place, target, tops[rank - 1] if rank else None)
        ends[rank : rank + 1] = [target]
        tops[rank : rank + 1] = [chain]
    found: list[tuple[int, int]] = []
    top: object = tops[-1] if tops else None
    while isinstance(top, tuple):
        found.append((top[0], top[1]))
        top = top[2]
    return found[::-1]


def _single(words: Sequence[Hashable]) -> dict[Hashable, int]:
    """Give where each word stands that stands there once."""
    counts = Counter(words)
    return {word: place for place, word in enumerate(words) if counts[word] == 1}


def _weighed(ours: Sequence[Hashable], theirs: Sequence[Hashable], at: int, to: int) -> Iterator[Step]:
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for kind, first, last, start, end in matcher.get_opcodes():
        yield kind == "equal", at + first, at + last, to + start, to + end
