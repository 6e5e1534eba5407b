"""What a person looks for in a text: words as they are written, or a regular expression with groups.

Words are found however they are set: a straight apostrophe or quotation mark stands for every form of it,
a space for a no-break space too, an umlaut for its two-part form, and soft hyphens inside a word do not
hide it. A search has a deadline, because some expressions never end.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from newsroom.domain.errors import WrongValue
from newsroom.text.template import Template
from newsroom.text.terms import spans
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from newsroom.translation import Message

SECONDS = 2.0
"""So long one search may take."""
LONGEST = 2_000
"""So many characters may be looked for."""

_INSIDE = "[\u00ad\u200b\u2060]*"
_LOOKS = {
    "'": "['’‘ʼ]", "’": "['’‘ʼ]", '"': '["„“”«»]', " ": "[ \u00a0\u202f\u2009]", "-": "[-\u2010\u2011]",
}  # fmt: skip
_RECURSION = re.compile(r"\(\?(?:R|[+-]?\d|&|P>)")
"""An expression that calls itself: of no use in a text, and it may eat all memory before its time is up."""
_REASONS = {
    "missing )": N_("The expression has a bracket “(” that is not closed, at place {place}."),
    "unbalanced parenthesis": N_("The expression has a bracket “)” that nothing opens, at place {place}."),
    "unterminated character set": N_(
        "The expression has a bracket “[” that is not closed, at place {place}."
    ),
    "nothing to repeat": N_("The expression has nothing to repeat at place {place}."),
    "multiple repeat": N_("The expression repeats twice at place {place}."),
    "bad character range": N_("The expression has a range that runs backwards, at place {place}."),
    "min repeat greater than max repeat": N_("The expression repeats from more to less, at place {place}."),
    "invalid group reference": N_("The expression names a group that it does not have, at place {place}."),
    "unknown group": N_("The expression names a group that it does not have, at place {place}."),
    "bad escape (end of pattern)": N_("The expression ends with a lone “\\”."),
}


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: words, or a regular expression; whether words must be whole and case counts."""

    words: str
    whole_word: bool = False
    case: bool = False
    expression: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A stretch that was found, in code points, and the text that takes its place."""

    start: int
    end: int
    text: str
    new: str = ""


class Pattern:
    """A search made ready; raises WrongValue with one sentence where the expression cannot be read."""

    def __init__(self, sought: Sought, replacement: str = "") -> None:
        self.sought = sought
        self._whole = sought.whole_word
        self._compiled = _compiled(sought)
        groups = self._compiled.groups if sought.expression else None
        self._template = Template(replacement, groups, self._compiled.groupindex)

    def matches(self, text: str, until: float | None = None) -> Iterator[Match]:
        """Give what is found in a text, in order; raises WrongValue where the clock passes `until`.

        `until` is a moment of `time.monotonic`; without one the search may take `SECONDS`.
        """
        edges = _Edges(text) if self._whole else None
        left = (until if until is not None else monotonic() + SECONDS) - monotonic()
        try:
            for found in self._compiled.finditer(text, timeout=max(left, 0.001), concurrent=True):
                start, end = found.span()
                if start < end and (edges is None or edges.fit(start, end)):
                    yield Match(start, end, found.group(), self._template.filled(found))
        except (TimeoutError, MemoryError) as late:
            raise WrongValue(endless()) from late


def endless() -> Message:
    """Give the sentence on a search that did not come to its end."""
    return msg(N_("The expression takes too long; make it simpler."))


class _Edges:
    """Where the words of a text begin and end, so that a match is whole: no part of a word stands outside it."""

    def __init__(self, text: str) -> None:
        self._spans = [(start, end) for start, end, _ in spans(text)]
        self._starts = [start for start, _ in self._spans]

    def fit(self, start: int, end: int) -> bool:
        """Tell whether a stretch cuts through no word."""
        return not (self._inside(start) or self._inside(end))

    def _inside(self, place: int) -> bool:
        number = bisect_left(self._starts, place) - 1
        return number >= 0 and place < self._spans[number][1]


def _compiled(sought: Sought) -> regex.Pattern:
    import regex

    if len(sought.words) > LONGEST:
        raise WrongValue(msg(N_("Look for {most} characters at most."), most=LONGEST))
    if sought.expression and _RECURSION.search(sought.words):
        raise WrongValue(msg(N_("An expression that calls itself cannot be used here.")))
    flags = regex.MULTILINE | (0 if sought.case else regex.IGNORECASE)
    try:
        return regex.compile(sought.words if sought.expression else _literal(sought.words), flags)
    except regex.error as fault:
        raise WrongValue(_reason(fault.msg, fault.pos)) from fault
    except (RecursionError, OverflowError, MemoryError) as fault:
        raise WrongValue(msg(N_("The expression is nested too deeply."))) from fault


def _reason(said: str, place: int | None) -> Message:
    known = _REASONS.get(said)
    if known and "{place}" not in known:
        return msg(known)
    return msg(known or N_("The expression cannot be read at place {place}."), place=(place or 0) + 1)


def _literal(words: str) -> str:
    """Give words as an expression that finds them however they are set."""
    return _INSIDE.join(_letter(char) for char in unicodedata.normalize("NFC", words))


def _letter(char: str) -> str:
    import regex

    if char in _LOOKS:
        return _LOOKS[char]
    apart = unicodedata.normalize("NFD", char)
    whole = regex.escape(char, special_only=True, literal_spaces=True)
    return whole if apart == char else f"(?:{whole}|{apart})"
