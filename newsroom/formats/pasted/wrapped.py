"""Lines that a PDF or a mail program broke at the edge of its column, joined to paragraphs again.

There is no dictionary: what the text itself shows decides, and where it shows nothing lines are left alone.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

NARROWEST, WIDEST = 28, 130
FULL = 0.7
"""A line of this part of the usual width is a full one."""

_FEWEST_LINES = 3
_MOST_FULL = 0.6
_MOST_ENDED = 0.5
_LEAST_LOWER = 0.25
_ENDED_EARLY = 0.85
_TOO_WIDE = 1.4
_SENTENCE_END = re.compile(r"[.!?:…][\"'“”‘’»«)\]]*$")
_HYPHEN = re.compile(r"(?P<before>\w+)[-\u2010]$")
_FIRST_WORD = re.compile(r"\w+")
_WORDS = re.compile(r"\w+(?:-\w+)*")
_JOINING_WORDS = frozenset("und oder bzw bis sowie noch aber and or to nor y e et ou og en och".split())  # noqa: SIM905 - a list of words
_NUMBER = re.compile(r"\W{0,2}\d{1,4}\W{0,2}")


def width_of(lines: Sequence[str]) -> int:
    """Give the width of the column that broke these lines, or 0 where nothing says that one did."""
    sizes = sorted(len(line) for line in lines if line)
    if len(sizes) < _FEWEST_LINES:
        return 0
    usual = sizes[len(sizes) * 4 // 5]
    inner = [pair for pair in pairwise(lines) if all(pair)]
    if not NARROWEST <= usual <= WIDEST or sizes[-1] > usual * _TOO_WIDE or not inner:
        return 0
    full = [(line, after) for line, after in inner if len(line) >= usual * FULL or _HYPHEN.search(line)]
    ended = sum(bool(_SENTENCE_END.search(line)) for line, _ in full)
    lower = sum(after[0].islower() for _, after in full)
    wrapped = (
        len(full) >= len(inner) * _MOST_FULL
        and ended <= len(full) * _MOST_ENDED
        and lower >= max(len(full) * _LEAST_LOWER, 1)
    )
    return usual if wrapped else 0


def joined(lines: Sequence[str], width: int, known: frozenset[str]) -> list[str]:
    """Give the paragraphs of lines that follow each other without an empty one."""
    done: list[str] = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else ""
        if not number or _parted(before, line, width):
            done.append(line)
        else:
            done[-1] = mended(done[-1], line, known)
    return done


def _parted(before: str, line: str, width: int) -> bool:
    """Tell whether a line begins a paragraph: the one before ended where its first word had still fitted."""
    if _NUMBER.fullmatch(line) or _NUMBER.fullmatch(before):
        return True
    if _HYPHEN.search(before) or before.endswith("\u00ad"):
        return False
    first = line.split(" ", 1)[0]
    return len(before) + 1 + len(first) <= width * _ENDED_EARLY and not line[0].islower()


def words_in(text: str) -> frozenset[str]:
    """Give the words of a text in lower case, those with hyphens whole, to know broken words by."""
    return frozenset(word.lower() for word in _WORDS.findall(text))


def mended(before: str, after: str, known: frozenset[str]) -> str:
    """Join two lines; a hyphen at the break stays where it belongs to the word."""
    if before.endswith("\u00ad"):
        return before[:-1] + after
    broken = _HYPHEN.search(before)
    if not broken:
        return f"{before} {after}"
    head = broken["before"].lower()
    found = _FIRST_WORD.match(after)
    tail = found[0].lower() if found else ""
    if tail in _JOINING_WORDS:
        return f"{before} {after}"
    if not after[0].islower() or len(head) == 1 or head[-1].isdigit():
        return before + after
    kept = f"{head}-{tail}" in known and head + tail not in known
    return before + after if kept else before[:-1] + after
