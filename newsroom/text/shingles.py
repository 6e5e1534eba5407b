"""How much of one text stands in another: rows of three folded words, each a number.

The share of a text's rows that another text has says how much of it stands there, whichever of the two is
the longer: a wire story that was cut is contained in the whole one. An index keeps a sample of the numbers,
by what they are and not by where they stand, so that the samples of two texts meet where the texts do:
one in sixteen, of shorter texts one in eight or four, among which are those one in sixteen.

After A. Broder, On the resemblance and containment of documents (1997).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zlib import crc32

from newsroom.text.terms import folded_words

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from collections.abc import Set as AbstractSet

VERSION = 2
"""Number of the form; an index made with another one is to be built anew."""

LEAST_ROWS = 12
"""A text of fewer rows tells too little to be compared."""

_LONG = 6
_CLOSEST, _WIDEST = 4, 16
_STEPS = ((64, _CLOSEST), (160, 8))
"""Texts of fewer rows are sampled more closely."""


def rows(words: Sequence[str]) -> frozenset[int]:
    """Give the numbers of a text's rows of three folded words."""
    triples = map(" ".join, zip(words, words[1:], words[2:], strict=False))
    return frozenset([crc32(triple.encode()) for triple in triples])


def rows_of(text: str) -> frozenset[int]:
    """Give the numbers of the rows of a text as it is written."""
    return rows(folded_words(text))


def sample(numbers: Collection[int]) -> frozenset[int]:
    """Give those that an index keeps; none of a text that is too short."""
    return every(numbers, step_of(numbers)) if len(numbers) >= LEAST_ROWS else frozenset()


def step_of(numbers: Collection[int]) -> int:
    """Give how closely a text is sampled: one in so many of its rows."""
    return next((step for most, step in _STEPS if len(numbers) < most), _WIDEST)


def every(numbers: Collection[int], step: int) -> frozenset[int]:
    """Give one in so many of some rows, the same ones of each text."""
    return frozenset([number for number in numbers if not number % step])


def asked(numbers: Collection[int]) -> frozenset[int]:
    """Give those that an index is asked for: a longer text also meets what only a shorter one keeps."""
    return every(numbers, _CLOSEST) if len(numbers) >= LEAST_ROWS else frozenset()


def kept_of_all(number: int) -> bool:
    """Tell whether this one is kept of a text of any length."""
    return not number % _WIDEST


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


def overlap(mine: AbstractSet[Any], theirs: AbstractSet[Any]) -> Overlap:
    """Compare two texts by all their rows, long or short."""
    shared = len(mine & theirs)
    return Overlap(shared / len(mine) if mine else 0.0, shared / len(theirs) if theirs else 0.0)
