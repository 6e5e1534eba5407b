"""Two versions of a text beside each other: paragraph by paragraph, the differences marked by words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from newsroom.domain.alignment import TOKEN, aligned, moved, steps

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from newsroom.domain.alignment import Pair

MOST_MARKED = 500
"""So many changed paragraphs are marked by words; those after them are marked whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one side; it differs where it is not on the other."""

    text: str
    differs: bool = False


Side = tuple[Part, ...]
Look = tuple[Any, Any]
"""Of which kind a paragraph is, and how exactly it is set; the latter counts where the words are the same."""
_PLAIN: Look = (None, None)


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph on both sides, or on one: the other is then without parts.

    A paragraph that was moved has two rows, of one number that is not 0, where it went and where it came;
    its words are marked beside each other. Places tell which paragraph it is on each side.
    """

    old: Side
    new: Side
    moved: int = 0
    reformed: bool = False
    """It is formatted otherwise, or another kind of paragraph, whatever its words."""
    places: Pair = (None, None)

    @property
    def same(self) -> bool:
        """Tell whether both sides read the same."""
        return self.old == self.new and not self.reformed


def compare(
    old: Sequence[str],
    new: Sequence[str],
    looks: tuple[Sequence[Look], Sequence[Look]] | None = None,
) -> tuple[Row, ...]:
    """Give the paragraphs of two versions beside each other; looks tell what they are beside their words."""
    ours, theirs = looks or ((_PLAIN,) * len(old), (_PLAIN,) * len(new))
    done = aligned(old, new)
    elsewhere = moved(old, new, done)
    numbers = {place: number for number, place in enumerate(sorted(elsewhere), 1)}
    came = {target: place for place, target in elsewhere.items()}
    rows: list[Row] = []
    marked = 0
    for one, other in done:
        row = _row(_at(old, one), _at(new, other), whole=marked >= MOST_MARKED)
        if one is not None and other is not None:
            same = ours[one] == theirs[other] if old[one] == new[other] else ours[one][0] == theirs[other][0]
            row = replace(row, reformed=not same)
        elif one in elsewhere:
            marks = compare_words(old[one], new[elsewhere[one]])
            row = Row(marks.old, (), numbers[one])
        elif other in came:
            marks = compare_words(old[came[other]], new[other])
            row = Row((), marks.new, numbers[came[other]])
        marked += not row.same
        rows.append(replace(row, places=(one, other)))
    return tuple(rows)


def _at(texts: Sequence[str], place: int | None) -> str | None:
    return None if place is None else texts[place]


def _row(old: str | None, new: str | None, *, whole: bool) -> Row:
    if old is None or new is None or old == new:
        return _whole(old, new, differs=old != new)
    return _whole(old, new, differs=True) if whole else compare_words(old, new)


def _whole(old: str | None, new: str | None, *, differs: bool) -> Row:
    sides = [() if text is None else (Part(text, differs),) for text in (old, new)]
    return Row(sides[0], sides[1])


def compare_words(old: str, new: str) -> Row:
    """Give two versions of one paragraph, their differences marked by words."""
    ours, theirs = list(TOKEN.finditer(old)), list(TOKEN.finditer(new))
    old_side, new_side = _Side(old, ours), _Side(new, theirs)
    for same, first, last, start, end in steps([one[0] for one in ours], [one[0] for one in theirs]):
        old_side.add(first, last, differs=not same)
        new_side.add(start, end, differs=not same)
    return Row(old_side.done(), new_side.done())


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
