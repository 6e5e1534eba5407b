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
from typing import TYPE_CHECKING

from newsroom.text.lines import NO_ROOM, SOFT_HYPHEN, ZERO_SPACE, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.text.lines import Line

NORMAL_LINE = 60
NORMAL_PAGE_LINES = 30

_BREAKS = {ord(SOFT_HYPHEN): None, ord(ZERO_SPACE): None, ord("\n"): None, ord("\r"): None}
NOT_COUNTED = {**NO_ROOM, **_BREAKS}
_SPACES = re.compile(r"\s+")


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


def measure(paragraphs: Sequence[str], line: Line, words_per_minute: int) -> Length:
    """Measure a text given as its paragraphs."""
    counted = (count(paragraph, line, words_per_minute) for paragraph in paragraphs)
    return sum(counted, Length(words_per_minute=words_per_minute))


def count(paragraph: str, line: Line, words_per_minute: int) -> Length:
    """Measure one paragraph, for counting that follows the writing block by block."""
    seen = paragraph.translate(NOT_COUNTED)
    return Length(
        words=words(paragraph),
        characters=len(seen),
        characters_without_spaces=len(_SPACES.sub("", seen)),
        lines=lines(paragraph, line),
        normal_lines=lines(paragraph, NORMAL_LINE),
        words_per_minute=words_per_minute,
    )


def characters(text: str) -> int:
    """Give the characters that take room, spaces included."""
    return len(text.translate(NOT_COUNTED))


def words(paragraph: str) -> int:
    """Give the number of words."""
    parts = paragraph.replace("—", " ").split()
    return sum(1 for part in parts if part.isalnum() or any(map(str.isalnum, part)))
