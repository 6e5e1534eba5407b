"""Signs of Markdown, read while they are typed; in doubt they are what they look like.

Stars and low lines stand inside words too: Bürger*innen, file_names, 5*3. So an emphasis begins behind a space
and before a letter, ends behind a letter or a mark, and is read only when the sign that follows its end stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from newsroom.text.typography import rules_for

MOST = 120
"""The longest emphasis that is read: what is longer was hardly meant."""


class Start(StrEnum):
    """What a paragraph becomes by the sign at its start."""

    QUOTE = "quote"
    BULLETS = "bullets"
    NUMBERS = "numbers"
    CROSSHEAD = "crosshead"


STARTS = {
    "> ": (Start.QUOTE, 0),
    "- ": (Start.BULLETS, 0),
    "* ": (Start.BULLETS, 0),
    "1) ": (Start.NUMBERS, 0),
    "# ": (Start.CROSSHEAD, 1),
    "## ": (Start.CROSSHEAD, 1),
    "### ": (Start.CROSSHEAD, 2),
}
"""For each sign, its space typed, what it makes and on which level; the headline is the first of all."""
FIRST, SECOND = "1. ", "2. "
"""The numbers of a list, where the language has no ordinals of that look."""
LONGEST_START = max(map(len, STARTS))


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a paragraph becomes by what was typed at its start, on which level; maybe the one before it too."""

    start: Start
    level: int = 0
    takes_the_one_before: bool = False


def beginning(typed: str, before: str, language: str) -> Beginning | None:
    """Give what a sign makes of a paragraph, all before the caret, behind one that starts with other words.

    A number with a full stop is an ordinal first, 1. Mai, 1. FC: there a list begins with its second number.
    In English, which writes no ordinals so, the first one is enough.
    """
    if typed in STARTS:
        return Beginning(*STARTS[typed])
    if typed == FIRST and rules_for(language) == "en":
        return Beginning(Start.NUMBERS)
    if typed == SECOND and before == FIRST:
        return Beginning(Start.NUMBERS, takes_the_one_before=True)
    return None


@dataclass(frozen=True, slots=True)
class Emphasis:
    """An emphasis that ends one character before the caret: where it begins, and how long its signs are."""

    start: int
    end: int
    sign: int
    bold: bool


_BEFORE = r"(?:^|(?<=[\s\u00a0(\[„“»«‚‘›‹–—]))"
_AFTER = r"(?P<after>[\s.,;:!?)\]…“”«»‘’‹›–—])$"
_ENDING = r"in(?:nen)?|r|n|e|en|er|es"
"""What follows a star or a low line where a word means all genders."""
_SIGNS = tuple(
    re.compile(rf"{_BEFORE}{sign}(?!(?:{_ENDING})\b)(?P<words>[^\W\d_][^\n{char}]*?){sign}{_AFTER}")
    for sign, char in ((r"\*\*", "*"), (r"\*", "*"), (r"_", "_"))
)


def emphasis(before: str) -> Emphasis | None:
    """Give the emphasis that the character just typed, the last before the caret, stands behind."""
    offset = max(len(before) - MOST, 0)
    if not before or before[-1].isalnum() or before[-2:-1] not in {"*", "_"}:
        return None
    for number, sign in enumerate(_SIGNS):
        found = sign.search(before[offset:])
        if found and _whole(found["words"]):
            size = 1 if number else 2
            return Emphasis(found.start() + offset, found.start("after") + offset, size, bold=not number)
    return None


def _whole(words: str) -> bool:
    """Tell whether words can be an emphasis: no space at the end, no sentence that ends on the way."""
    return not words[-1].isspace() and not re.search(r"[.!?]\s", words)
