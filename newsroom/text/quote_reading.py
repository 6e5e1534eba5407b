"""Reads the quotation marks of a body with a stack, telling openers, closers and apostrophes apart.

A mark opens or closes by its kind and by what stands beside it, since “ closes in German and opens in
English and " does both. Everything doubtful is left alone: single straight marks and ’ between letters
are apostrophes, inch signs are no quotes, and an open quotation that goes on in the next paragraph, or
closes within three, is no fault.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.text.typography import rules_for

if TYPE_CHECKING:
    from collections.abc import Sequence

_DOUBLE, _SINGLE = '„“”«»"', "‚‘’‹›"
_ANY_MARK = re.compile(f"[{_DOUBLE}{_SINGLE}]")
_ALWAYS_OPEN = "„‚"
_GERMAN_OPENERS, _GERMAN_CLOSERS = "„‚»›", "“‘”’«‹"
_FRENCH_OPENERS, _FRENCH_CLOSERS = "„‚«‹", "“‘”’»›"
_ENGLISH_OPENERS, _ENGLISH_CLOSERS = "„‚“‘«‹", "”’»›"
_BEFORE_AN_OPENER = "([{–—-/\u00a0\u202f\u2009\u200b\ufeff\u00ad" + "„‚“‘»«›‹\"'"
_AFTER_A_CLOSER = ",.;:!?)]}…/–—-"
_ELISIONS = ("tis", "twas", "em ", "cause", "til", "round", "n ", "ne ", "s ")
TEXT_KINDS = frozenset({"text", "paragraph", "quote", "list", "list-item", "lead"})
_PARAGRAPHS_TO_CLOSE = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A block's plain text and kind; kinds that are no running text (crosshead, picture) interrupt nothing."""

    text: str
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark at its place."""

    char: str
    paragraph: int
    at: int

    def is_double(self) -> bool:
        """Tell whether it is a mark of an outer quotation by its shape."""
        return self.char in _DOUBLE


@dataclass(slots=True)
class _Open:
    """An opener that waits for its closer; `seen` is the last running paragraph that carried it on."""

    mark: Mark
    seen: int
    doubtful: bool = False


@dataclass(slots=True)
class Reading:
    """What has been read so far: the stack, finished pairs, and marks without a partner."""

    language: str
    stack: list[_Open] = field(default_factory=list)
    pairs: list[tuple[Mark, Mark]] = field(default_factory=list)
    unclosed: list[Mark] = field(default_factory=list)
    unopened: list[Mark] = field(default_factory=list)
    expired: int = 0

    def waits(self, mark: Mark) -> bool:
        """Tell whether an opener of the mark's level waits; a single one only inside the last double one."""
        if mark.is_double():
            return any(item.mark.is_double() for item in self.stack)
        return bool(self.stack) and not self.stack[-1].mark.is_double()

    def open(self, mark: Mark, running: int, *, first: bool) -> None:
        """Take an opener; at a paragraph's start it may carry on a quotation that is open."""
        carried = next((item for item in self.stack if item.mark.char == mark.char), None) if first else None
        if carried and carried.mark.paragraph < mark.paragraph:
            carried.seen = running
            return
        self.stack.append(_Open(mark, running))

    def close(self, mark: Mark, *, certain: bool) -> None:
        """Take a closer: it ends the last opener of its level and gives up those above it."""
        if not self.waits(mark):
            if self.expired and mark.is_double():
                self.expired -= 1
            elif certain:
                self.unopened.append(mark)
            return
        while self.stack:
            item = self.stack.pop()
            if item.mark.is_double() == mark.is_double():
                self.pairs.append((item.mark, mark))
                return
            self._give_up(item)

    def paragraph(self, running: int) -> None:
        """Begin a running paragraph: what has waited too long will not be closed any more."""
        for item in [item for item in self.stack if running - item.seen > _PARAGRAPHS_TO_CLOSE]:
            self.stack.remove(item)
            self.expired += item.mark.is_double()
            self._give_up(item)

    def end(self) -> None:
        """End the body."""
        for item in self.stack:
            self._give_up(item)
        self.stack = []

    def doubt(self) -> None:
        """Note that an apostrophe may have closed the single quotation that is open."""
        if self.stack and not self.stack[-1].mark.is_double():
            self.stack[-1].doubtful = True

    def _give_up(self, item: _Open) -> None:
        if not item.doubtful:
            self.unclosed.append(item.mark)


def read(passages: Sequence[Passage], language: str) -> Reading:
    """Read all marks of a body."""
    reading, running = Reading(rules_for(language)), 0
    for number, passage in enumerate(passages):
        if passage.kind in TEXT_KINDS:
            running += 1
            reading.paragraph(running)
            _read_passage(reading, passage.text, number, running)
        else:
            _read_aside(reading, passage.text, number)
    reading.end()
    return reading


def _read_aside(reading: Reading, text: str, number: int) -> None:
    """Read a crosshead or caption for itself: its marks have nothing to do with an open quotation."""
    aside = Reading(reading.language)
    _read_passage(aside, text, number, 0)
    aside.end()
    reading.pairs += aside.pairs
    reading.unclosed += aside.unclosed
    reading.unopened += aside.unopened


def _read_passage(reading: Reading, text: str, number: int, running: int) -> None:
    opening = len(text) - len(text.lstrip())
    for found in _ANY_MARK.finditer(text):
        char, at = found[0], found.start()
        mark = Mark(char, number, at)
        role = _role(reading, mark, text)
        if role == "open":
            reading.open(mark, running, first=at == opening)
        elif role == "close":
            reading.close(mark, certain=char != '"' or not text[at + 1 : at + 2].isalnum())


def _role(reading: Reading, mark: Mark, text: str) -> str:
    """Tell whether a mark opens or closes, or "" where it does neither or nobody can tell."""
    before, after = text[max(0, mark.at - 1) : mark.at], text[mark.at + 1 :][:1]
    if mark.char in _ALWAYS_OPEN:
        return "open"
    if _is_apostrophe(reading, mark, before, text[mark.at + 1 :][:6]):
        return ""
    waits = reading.waits(mark)
    may_open, may_close = _may_open(before, after, text[mark.at + 1 :][:3]), _may_close(before)
    if mark.char == '"' and before.isdigit() and not waits:
        return ""
    if before.isalnum() and after.isalnum() and not waits:
        return ""
    return _decided(reading, mark, may_open=may_open, may_close=may_close)


def _decided(reading: Reading, mark: Mark, *, may_open: bool, may_close: bool) -> str:
    waits, usual = reading.waits(mark), _usual(mark.char, reading.language)
    if may_open and not may_close:
        return "close" if waits and usual == "close" and mark.char != "”" else "open"
    if may_close and not may_open:
        return "close"
    if usual == "close" or waits:
        return "close" if waits else ""
    return "open" if may_open else ""


def _may_open(before: str, after: str, following: str) -> bool:
    if not after or after.isspace():
        return after in {"\u00a0", "\u202f"} and (not before or before.isspace())
    if after in _AFTER_A_CLOSER and not following.startswith(("…", "...", "(", "[", "-")):
        return False
    return not before or before.isspace() or before in _BEFORE_AN_OPENER


def _may_close(before: str) -> bool:
    return bool(before) and (not before.isspace() or before in "\u00a0\u202f") and before not in "([{„‚"


def _usual(char: str, language: str) -> str:
    openers, closers = {
        "de": (_GERMAN_OPENERS, _GERMAN_CLOSERS),
        "en": (_ENGLISH_OPENERS, _ENGLISH_CLOSERS),
    }.get(language, (_FRENCH_OPENERS, _FRENCH_CLOSERS))
    if char in openers:
        return "open"
    return "close" if char in closers else ""


def _is_apostrophe(reading: Reading, mark: Mark, before: str, following: str) -> bool:
    """Tell whether a single mark is none of a quotation; where it may be either, the open one is in doubt."""
    if mark.char not in "‘’":
        return False
    if following[:1].isalnum() and (before.isalnum() or mark.char == "’"):
        return True
    if following[:1].isdigit() or following.lower().startswith(_ELISIONS):
        return True
    if not reading.waits(mark):
        return mark.char == "’" or reading.language != "en"
    if before.lower() in {"s", "ß", "x", "z"} and mark.char == "’":
        reading.doubt()
        return reading.language == "de"
    return False
