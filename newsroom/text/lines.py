"""Where the lines of a paragraph begin, when each takes as many words as fit.

Of a line of type `type_lines` knows what fits; here it is so many characters.

A line may end at a space, after a hyphen between letters or an em dash, and at a soft hyphen, which then
shows. No-break spaces hold together. A word longer than the line is cut at the line's end. What takes no
room, such as accents written apart, is not counted.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from newsroom.text.type_lines import TypeLine, type_starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Line = int | TypeLine
"""What fills a line: so many characters, or type of a width."""

SOFT_HYPHEN = "\u00ad"
ZERO_SPACE = "\u200b"
NO_ROOM = dict.fromkeys(
    chain(
        range(0x300, 0x370),
        range(0x200C, 0x2010),
        range(0x202A, 0x202F),
        range(0x2060, 0x2070),
        range(0xFE00, 0xFE10),
        (0xFEFF, 0x061C),
    )
)
# Spaces at which a line may end: all but the no-break ones U+00A0, U+202F and U+2007.
_SPACES = "[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]"
_BREAKABLE = re.compile(f"({_SPACES}+)")
_AFTER_HYPHEN = "(?<=[^\\W_]-)(?=[^\\W\\d_])"
_PLACES = re.compile(f"(?<=[\u00ad\u200b—])|{_AFTER_HYPHEN}")

_ODD = re.compile(f"[\t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000—]|{_AFTER_HYPHEN}")
"""Ends of lines other than plain spaces."""


def lines(paragraph: str, line: Line) -> int:
    """Give the lines a paragraph fills; an empty one fills none."""
    return len(line_starts(paragraph, line))


def line_starts(paragraph: str, fills: Line) -> list[int]:
    """Give the offset in a paragraph at which each of its lines begins; an empty one has none."""
    if isinstance(fills, TypeLine):
        return type_starts(paragraph, fills)
    width = max(1, fills)
    starts: list[int] = []
    begin = 0
    for line in paragraph.split("\n") if paragraph else ():
        starts += [begin + offset for offset in _starts(line, width)]
        begin += len(line) + 1
    return starts


def _starts(line: str, width: int) -> Sequence[int]:
    """Give the offsets at which the lines begin that a stretch without line breaks fills."""
    if len(line) <= width:
        return (0,)
    seen = line.translate(NO_ROOM)
    if len(seen) == len(line):
        return _filled(line, width)
    places = [place for place, char in enumerate(line) if ord(char) not in NO_ROOM]
    return [places[offset] if offset else 0 for offset in _filled(seen, width)]


def _filled(line: str, width: int) -> Sequence[int]:
    if len(line) <= width:
        return (0,)
    if SOFT_HYPHEN in line or ZERO_SPACE in line:
        return list(_slowly(line, width))
    if not _ODD.search(line):
        return list(_simply(line, width))
    indent = _BREAKABLE.match(line)
    starts = [found.start() for found in _one_line(width).finditer(line, indent.end() if indent else 0)]
    return [0, *starts[1:]]


def _simply(line: str, width: int) -> Iterator[int]:
    """Give the same for a line that can end at plain spaces alone, which is nearly any."""
    yield 0
    size = len(line.rstrip(" "))
    start = len(line) - len(line.lstrip(" "))
    while size - start > width:
        space = line.rfind(" ", start, start + width + 1)
        start = space + 1 if space > start else start + width
        while line[start] == " ":
            start += 1
        yield start


@lru_cache(maxsize=8)
def _one_line(width: int) -> re.Pattern[str]:
    """Give what one line takes: as much as fits up to a place where it may end, or as much as fits at all."""
    ends = f"(?={_SPACES}|$)|(?<=—)|{_AFTER_HYPHEN}"
    return re.compile(f"(?:.{{1,{width}}}(?<!{_SPACES})(?:{ends})|.{{1,{width}}}){_SPACES}*", re.DOTALL)


def _slowly(line: str, width: int) -> Iterator[int]:
    """Give the same piece by piece, for what takes room at the end of a line only."""
    yield 0
    used = end = 0
    for gap, piece in _pieces(line):
        start, end = end + gap, end + gap + len(piece)
        size, shown = _sizes(piece)
        if not size:
            continue
        if used and used + gap + shown <= width:
            used += gap + size
            continue
        if used:
            yield start
        over = (shown - 1) // width
        yield from (start + turn * width for turn in range(1, over + 1))
        used = size - over * width


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
    size = len(piece) - piece.count(SOFT_HYPHEN) - piece.count(ZERO_SPACE)
    return size, size + piece.endswith(SOFT_HYPHEN)
