"""How long a text is: words, characters, lines, standard pages, reading time.

Counted is what a reader gets. A character is a code point that takes room, spaces included; nothing are
soft hyphens, zero-width and direction characters, accents written apart, and line breaks. So "ä" is one
character however it is written, and an emoji of several code points counts its visible parts.

A word is what stands between spaces (or em dashes) and has a letter or a digit in it: ``Bürger:innen``
and ``E-Mail`` are one, a lone dash is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NORMAL_LINE = 60
NORMAL_PAGE_LINES = 30

_SOFT_HYPHEN = "\u00ad"
_ZERO_SPACE = "\u200b"
_NO_ROOM = dict.fromkeys(
    chain(
        range(0x300, 0x370),
        range(0x200C, 0x2010),
        range(0x202A, 0x202F),
        range(0x2060, 0x2070),
        range(0xFE00, 0xFE10),
        (0xFEFF, 0x061C),
    )
)
_BREAKS = {ord(_SOFT_HYPHEN): None, ord(_ZERO_SPACE): None, ord("\n"): None, ord("\r"): None}
_NOT_COUNTED = {**_NO_ROOM, **_BREAKS}
_SPACES = re.compile(r"\s+")
# Spaces at which a line may end: all but the no-break ones U+00A0, U+202F and U+2007.
_BREAKABLE = re.compile("([ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+)")
_PLACES = re.compile("(?<=[\u00ad\u200b—])|(?<=[^\\W_]-)(?=[^\\W\\d_])")


@dataclass(frozen=True, slots=True)
class Length:
    """The length of a text; the sum of its blocks' lengths is the whole text's."""

    words: int = 0
    characters: int = 0
    characters_without_spaces: int = 0
    lines: int = 0
    normal_lines: int = 0
    words_per_minute: int = 0

    def __add__(self, other: Length) -> Length:
        return Length(
            self.words + other.words,
            self.characters + other.characters,
            self.characters_without_spaces + other.characters_without_spaces,
            self.lines + other.lines,
            self.normal_lines + other.normal_lines,
            max(self.words_per_minute, other.words_per_minute),
        )

    @property
    def standard_pages(self) -> float:
        """Give the standard pages (Normseiten) of 30 lines with 60 characters."""
        return self.normal_lines / NORMAL_PAGE_LINES

    @property
    def reading_seconds(self) -> int:
        """Give the seconds it takes to read, rounded up; 0 where the speed is unknown."""
        return -(-self.words * 60 // self.words_per_minute) if self.words_per_minute else 0


def measure(paragraphs: Sequence[str], characters_per_line: int, words_per_minute: int) -> Length:
    """Measure a text given as its paragraphs."""
    counted = (count(paragraph, characters_per_line, words_per_minute) for paragraph in paragraphs)
    return sum(counted, Length(words_per_minute=words_per_minute))


def count(paragraph: str, characters_per_line: int, words_per_minute: int) -> Length:
    """Measure one paragraph, for counting that follows the writing block by block."""
    seen = paragraph.translate(_NOT_COUNTED)
    return Length(
        words=words(paragraph),
        characters=len(seen),
        characters_without_spaces=len(_SPACES.sub("", seen)),
        lines=lines(paragraph, characters_per_line),
        normal_lines=lines(paragraph, NORMAL_LINE),
        words_per_minute=words_per_minute,
    )


def characters(text: str) -> int:
    """Give the characters that take room, spaces included."""
    return len(text.translate(_NOT_COUNTED))


def words(paragraph: str) -> int:
    """Give the number of words."""
    parts = paragraph.replace("—", " ").split()
    return sum(1 for part in parts if part.isalnum() or any(map(str.isalnum, part)))


def lines(paragraph: str, characters_per_line: int) -> int:
    """Give the lines a paragraph fills when each takes as many words as fit; an empty one fills none.

    A line may end at a space, after a hyphen between letters or an em dash, and at a soft hyphen, which
    then shows. No-break spaces hold together. A word longer than the line is cut at the line's end.
    """
    if not paragraph:
        return 0
    width = max(1, characters_per_line)
    return sum(_wrapped(line.translate(_NO_ROOM), width) for line in paragraph.split("\n"))


def _wrapped(line: str, width: int) -> int:
    if len(line) <= width:
        return 1
    filled, used = 1, 0
    for gap, piece in _pieces(line):
        size, shown = _sizes(piece)
        if not size:
            continue
        if used and used + gap + shown <= width:
            used += gap + size
            continue
        filled += 1 if used else 0
        filled += (shown - 1) // width
        used = size - (shown - 1) // width * width
    return filled


def _pieces(line: str) -> Iterator[tuple[int, str]]:
    """Give the parts that are not broken, each with the width of the space before it."""
    gap = 0
    for turn, part in enumerate(_BREAKABLE.split(line)):
        if turn % 2:
            gap = len(part)
            continue
        for piece in filter(None, _PLACES.split(part)):
            yield gap, piece
            gap = 0


def _sizes(piece: str) -> tuple[int, int]:
    """Give a piece's width inside a line and at its end, where a soft hyphen shows."""
    size = len(piece) - piece.count(_SOFT_HYPHEN) - piece.count(_ZERO_SPACE)
    return size, size + piece.endswith(_SOFT_HYPHEN)
