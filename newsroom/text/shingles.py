"""How much of one text stands in another: rows of six folded words are compared, rows of three find what to compare.

The share of a text's rows that another text has says how much of it stands there, whichever of the two is
the longer: a wire story that was cut is contained in the whole one. An index keeps a sample of the numbers,
by what they are and not by where they stand, so that the samples of two texts meet where the texts do:
one in sixteen, of a short text one in four, among which are those one in sixteen. Rows of three outlive many
small edits, so that a few of a sample are left to meet; but reports of one kind share many phrases, which rows
of six tell from one text twice (measured: a third of the false hints of rows of three).

After A. Broder, On the resemblance and containment of documents (1997).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

from newsroom.text.terms import folded_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

VERSION = 1
"""Number of the form; an index made with another one is to be built anew."""

SHORT = 120
"""A text of fewer rows is sampled more closely."""

LEAST_ROWS = 12
"""A text of fewer rows tells too little to be compared."""

_LONG = 6
_BITS = 63
_MASK = (1 << _BITS) - 1
_FIRST, _SECOND, _THIRD = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9
_ONE_IN_SIXTEEN, _ONE_IN_FOUR = 1 << (_BITS - 4), 1 << (_BITS - 2)


def rows(words: Sequence[str]) -> frozenset[int]:
    """Give the numbers of a text's rows of three folded words."""
    keys = [_key(word) for word in words]
    triples = zip(keys, keys[1:], keys[2:], strict=False)
    return frozenset([(a * _FIRST + b * _SECOND + c * _THIRD) & _MASK for a, b, c in triples])


def rows_of(text: str) -> frozenset[int]:
    """Give the numbers of the rows of a text as it is written."""
    return rows(folded_words(text))


@lru_cache(maxsize=1 << 16)
def _key(word: str) -> int:
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")


def sample(numbers: Collection[int]) -> frozenset[int]:
    """Give those that an index keeps; none of a text that is too short."""
    if len(numbers) < LEAST_ROWS:
        return frozenset()
    below = _ONE_IN_FOUR if len(numbers) < SHORT else _ONE_IN_SIXTEEN
    return frozenset([number for number in numbers if number < below])


def common(numbers: Iterable[int]) -> frozenset[int]:
    """Give those that would be kept of a text of any length."""
    return frozenset([number for number in numbers if number < _ONE_IN_SIXTEEN])


@dataclass(frozen=True, slots=True)
class Overlap:
    """Which share of one text stands in another, and the other way round, 0 to 1."""

    mine: float
    theirs: float


LongRows = frozenset[tuple[str, ...]]


def long_rows(text: str) -> LongRows:
    """Give the rows of six folded words of a text; of a shorter one the one row it is."""
    words = folded_words(text)
    return frozenset(zip(*(words[place:] for place in range(_LONG)), strict=False)) or frozenset(
        [tuple(words)]
    )


def overlap(mine: LongRows, theirs: LongRows) -> Overlap:
    """Compare two texts by all their long rows."""
    shared = len(mine & theirs)
    return Overlap(shared / len(mine) if mine else 0.0, shared / len(theirs) if theirs else 0.0)
