"""What of an ordered length is filled, and where a story that is too long begins to be so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from newsroom.domain.article import Unit
from newsroom.text.length import NOT_COUNTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsroom.domain.article import OrderedLength
    from newsroom.domain.finding import Place
    from newsroom.text.extent import Counted, Extent
    from newsroom.text.length import Length

_WORD = re.compile(r"[^\s—]+")


class Reach(StrEnum):
    """How a story stands to its ordered length."""

    SHORT = "short"
    FITS = "fits"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Filled:
    """How much there is of how much was ordered, with so much to spare on both sides."""

    now: int
    amount: int
    allowance: int

    @property
    def difference(self) -> int:
        """Give how much is too much; below 0, how much is missing."""
        return self.now - self.amount

    @property
    def reach(self) -> Reach:
        """Tell whether the story is too short, fits, or is too long."""
        if abs(self.difference) <= self.allowance:
            return Reach.FITS
        return Reach.OVER if self.difference > 0 else Reach.SHORT


@dataclass(frozen=True, slots=True)
class Overset:
    """Where the text begins that is over the ordered length, and the number of the line that begins there."""

    place: Place
    line: int


def filled(length: Length, ordered: OrderedLength, tolerance: int) -> Filled:
    """Compare a length with the ordered one; tolerance is in percent of what was ordered."""
    now = _COUNTS[ordered.unit](length)
    return Filled(now, ordered.amount, (ordered.amount * tolerance + 50) // 100)


def overset(extent: Extent, ordered: OrderedLength | None, tolerance: int) -> Overset | None:
    """Give where the overset begins; none where the story is within its ordered length and tolerance."""
    if ordered is None or filled(extent.length, ordered, tolerance).reach is not Reach.OVER:
        return None
    left = ordered.amount
    for number, part in enumerate(extent.parts):
        here = _COUNTS[ordered.unit](part.counted.length)
        if left < here:
            offset = next(islice(_ENDS[ordered.unit](part.counted), left, None))
            line = extent.lines_before[number] + sum(start <= offset for start in part.counted.starts)
            return Overset(part.place(offset), line)
        left -= here
    return None


def _word_starts(counted: Counted) -> Iterator[int]:
    for found in _WORD.finditer(counted.text):
        if any(map(str.isalnum, found[0])):
            yield found.start()


def _character_starts(counted: Counted) -> Iterator[int]:
    return (place for place, char in enumerate(counted.text) if ord(char) not in NOT_COUNTED)


def _line_starts(counted: Counted) -> Iterator[int]:
    return iter(counted.starts)


_COUNTS: dict[Unit, Callable[[Length], int]] = {
    Unit.LINES: lambda length: length.lines,
    Unit.CHARACTERS: lambda length: length.characters,
    Unit.WORDS: lambda length: length.words,
}
_ENDS: dict[Unit, Callable[[Counted], Iterator[int]]] = {
    Unit.LINES: _line_starts,
    Unit.CHARACTERS: _character_starts,
    Unit.WORDS: _word_starts,
}
