"""Two versions of a text beside each other: paragraph by paragraph, the differences marked by words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
MOST_WORDS = 4_000
"""Longer paragraphs that differ are marked from their first to their last difference, as one."""
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


def compare(old: Sequence[str], new: Sequence[str]) -> tuple[Row, ...]:
    """Give the paragraphs of two versions beside each other."""
    rows: list[Row] = []
    for kind, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            rows += [_whole(text, text, differs=False) for text in old[first:last]]
        else:
            rows += [_row(*pair) for pair in _paired(old[first:last], new[start:end])]
    return tuple(rows)


def _row(old: str | None, new: str | None) -> Row:
    return _whole(old, new, differs=True) if old is None or new is None else compare_words(old, new)


def _whole(old: str | None, new: str | None, *, differs: bool) -> Row:
    sides = [() if text is None else (Part(text, differs),) for text in (old, new)]
    return Row(sides[0], sides[1])


def _paired(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    """Give changed paragraphs with those they became, in order; those that became nothing, or are new, alone."""
    at, to = 0, 0
    for place, target in _matched(old, new):
        yield from ((text, None) for text in old[at:place])
        yield from ((None, text) for text in new[to:target])
        yield old[place], new[target]
        at, to = place + 1, target + 1
    yield from ((text, None) for text in old[at:])
    yield from ((None, text) for text in new[to:])


def _matched(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Give the pairs, rising on both sides, that are most alike in all."""
    if len(old) * len(new) > MOST_PAIRS:
        return [(place, place) for place in range(min(len(old), len(new)))]
    words = [Counter(_TOKEN.findall(text.casefold())) for text in (*old, *new)]
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


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    whole = one.total() + other.total()
    score = 2 * (one & other).total() / whole if whole else 1.0
    return score if score >= ALIKE else 0.0


def compare_words(old: str, new: str) -> Row:
    """Give two versions of one paragraph, their differences marked by words."""
    ours, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(len(ours), len(theirs)) > MOST_WORDS:
        return _roughly(ours, theirs)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    old_side: list[Part] = []
    new_side: list[Part] = []
    for kind, first, last, start, end in matcher.get_opcodes():
        gone, come = "".join(ours[first:last]), "".join(theirs[start:end])
        _add(old_side, gone, differs=kind != "equal")
        _add(new_side, come, differs=kind != "equal")
    return Row(_calm(old_side), _calm(new_side))


def _roughly(ours: list[str], theirs: list[str]) -> Row:
    least = min(len(ours), len(theirs))
    head = next((place for place in range(least) if ours[place] != theirs[place]), least)
    rest = least - head
    tail = next((place for place in range(rest) if ours[-1 - place] != theirs[-1 - place]), rest)
    return Row(_cut(ours, head, tail), _cut(theirs, head, tail))


def _cut(tokens: list[str], head: int, tail: int) -> Side:
    end = len(tokens) - tail
    parts: list[Part] = []
    _add(parts, "".join(tokens[:head]), differs=False)
    _add(parts, "".join(tokens[head:end]), differs=True)
    _add(parts, "".join(tokens[end:]), differs=False)
    return tuple(parts)


def _add(side: list[Part], text: str, *, differs: bool) -> None:
    if text:
        side.append(Part(text, differs))


def _calm(side: list[Part]) -> Side:
    """Give a side in which a lone space between two differences is no rest of what stood there."""
    done: list[Part] = []
    for place, part in enumerate(side):
        between = 0 < place < len(side) - 1 and not part.text.strip()
        differs = part.differs or between
        if done and done[-1].differs == differs:
            done[-1] = Part(done[-1].text + part.text, differs)
        else:
            done.append(Part(part.text, differs))
    return tuple(done)
