"""What typography makes of text while it is typed, by the language of the story; silent when unsure.

Positions count code points of the text before the caret. What one key made is never made again: whoever
takes it back has decided.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from newsroom.text.tidying import NO_BREAK, Change, Reason, spacing
from newsroom.text.typography import QuoteMarks, quote_marks, rules_for

if TYPE_CHECKING:
    from collections.abc import Iterator

NEAR = 240
"""How much text before the caret can matter; quotation marks further away are not looked for."""
_WORDS_NEAR = 60
"""How much of it matters to dashes and spaces."""
KNOWN = frozenset({"de", "de-CH", "en"})
"""The languages whose typography is known; in others nothing is changed."""


class Rule(StrEnum):
    """A rule of typing, which can be switched off."""

    QUOTES = "quotes"
    APOSTROPHES = "apostrophes"
    DASHES = "dashes"
    RANGES = "ranges"
    ELLIPSIS = "ellipsis"
    NO_BREAK = "no-break"


ALL = frozenset(Rule)


@dataclass(frozen=True, slots=True)
class Manner:
    """How a story is typed: its language, the house's style of German quotation marks, and the rules in force."""

    language: str
    style: str = ""
    rules: frozenset[Rule] = ALL

    @property
    def marks(self) -> QuoteMarks:
        """Give the quotation marks that are set."""
        return quote_marks(self.language, self.style if rules_for(self.language) == "de" else "")


@dataclass(frozen=True, slots=True)
class Edit:
    """Puts a text in the place of a stretch of the text before the caret."""

    start: int
    end: int
    text: str


def typeset(before: str, manner: Manner) -> tuple[Edit, ...]:
    """Give what the character just typed, the last before the caret, makes of the text; in order, apart."""
    if not before or rules_for(manner.language) not in KNOWN:
        return ()
    offset = max(len(before) - NEAR, 0)
    near = before[offset:]
    edits = (
        *_spacing(near, manner),
        *_late_apostrophe(near, manner),
        *_double_hyphen(near, manner),
        *_ellipsis(near, manner),
        *_mark(near, manner),
    )
    return tuple(Edit(edit.start + offset, edit.end + offset, edit.text) for edit in edits)


def applied(before: str, edits: tuple[Edit, ...]) -> str:
    """Give the text before the caret with the edits made."""
    for edit in reversed(edits):
        before = before[: edit.start] + edit.text + before[edit.end :]
    return before


# Quotation marks and apostrophes

_OPENS_AFTER = re.compile(r"(?:^|[\s\u00a0\u202f(\[{/–—\-„“»«‚‘›‹¿¡*_])$")
_APOSTROPHE_WORD = re.compile(
    r"(?<![^\s\u00a0(„“»«–—])(?P<mark>[‚‘›])"
    r"(?:ne[nmrs]?|n’?|s|tis|twas|em|til|cause|\d\d(?:s|er[ns]?)?)(?P<end>[\s,.;:!?…)])$",
    re.IGNORECASE,
)


def _mark(text: str, manner: Manner) -> Iterator[Edit]:
    """Turn a straight mark that was just typed."""
    wanted = ""
    if text[-1] == '"' and Rule.QUOTES in manner.rules:
        wanted = _double(text[:-1], manner.marks)
    elif text[-1] == "'":
        wanted = _single(text[:-1], manner)
    if wanted:
        yield Edit(len(text) - 1, len(text), wanted)


def _double(before: str, marks: QuoteMarks) -> str:
    """Open where a word may begin, within a quotation its inner one; else close what was opened last."""
    waiting = _open(before, marks)
    if _opens(before, marks):
        return marks.inner_open if waiting == marks.open else marks.open
    if before[-1].isdigit() and not waiting:
        return ""  # 27" is inches
    return marks.inner_close if waiting == marks.inner_open else marks.close


def _single(before: str, manner: Manner) -> str:
    """Open an inner quotation or close it; behind a letter that closes nothing stands an apostrophe."""
    marks, rules = manner.marks, manner.rules
    if _opens(before, marks):
        return marks.inner_open if Rule.QUOTES in rules else ""
    if _open(before, marks) == marks.inner_open and Rule.QUOTES in rules:
        return marks.inner_close
    return "’" if before[-1].isalpha() and Rule.APOSTROPHES in rules else ""


def _opens(before: str, marks: QuoteMarks) -> bool:
    """Tell whether a mark behind this text opens: at the start, after a space, a bracket, an opened quotation."""
    if not _OPENS_AFTER.search(before):
        return False
    return not before or before[-1] not in "„“»«‚‘›‹" or before[-1] in {marks.open, marks.inner_open}


def _open(before: str, marks: QuoteMarks) -> str:
    """Give the opening mark of the innermost quotation that is still open, or nothing."""
    waiting: list[str] = []
    closing = {marks.close: marks.open, marks.inner_close: marks.inner_open}
    for at, char in enumerate(before):
        if char in {marks.open, marks.inner_open}:
            waiting.append(char)
        elif char in closing and not _within_word(before, at) and closing[char] in waiting:
            del waiting[len(waiting) - 1 - waiting[::-1].index(closing[char]) :]
    return waiting[-1] if waiting else ""


def _within_word(text: str, at: int) -> bool:
    return text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha()


def _late_apostrophe(text: str, manner: Manner) -> Iterator[Edit]:
    """Turn what was set as the mark of a quotation, or an accent, once the letters behind it tell."""
    if Rule.APOSTROPHES not in manner.rules:
        return
    marks, letters = manner.marks, text[-1].isalpha() and text[-3:-2].isalpha()
    if letters and text[-2] in {marks.inner_close, "´", "`"} - {"’"}:
        yield Edit(len(text) - 2, len(text) - 1, "’")
    found = _APOSTROPHE_WORD.search(text)
    if found and found["mark"] == marks.inner_open:
        yield Edit(found.start("mark"), found.end("mark"), "’")


# Dots, dashes and spaces

_DOTS = re.compile(r"(?<![./\\])\.\.\.$")
_UNDECIDED = re.compile(r"(?<=\d)[ \u00a0\u202f]--?[ \u00a0\u202f]*$")
"""A hyphen behind a number, which may become a minus."""
_HYPHENS = re.compile(r"(?:^|[\s\u00a0(„“»«‚‘›‹\"'])[^\W\d_]+(?P<mark>--)[^\W\d_]$")


def _ellipsis(text: str, manner: Manner) -> Iterator[Edit]:
    if Rule.ELLIPSIS in manner.rules and _DOTS.search(text):
        yield Edit(len(text) - 3, len(text), "…")


def _double_hyphen(text: str, manner: Manner) -> Iterator[Edit]:
    """Make a dash of two hyphens between letters, as soon as the second word begins."""
    found = _HYPHENS.search(text) if Rule.DASHES in manner.rules else None
    if found is not None:
        gap = NO_BREAK if Rule.NO_BREAK in manner.rules else " "
        em_dash = manner.language.replace("_", "-").lower() == "en-us"
        yield Edit(*found.span("mark"), "—" if em_dash else f"{gap}– ")


def _spacing(text: str, manner: Manner) -> Iterator[Edit]:
    """Give what tidying would do now that a word is whole, and would not have done before it was typed."""
    if text[-1].isalnum() or not manner.rules & {Rule.DASHES, Rule.RANGES, Rule.NO_BREAK}:
        return
    offset = max(len(text) - _WORDS_NEAR, 0)
    text = text[offset:]
    begun = text[:-1].rstrip("".join(set(filter(str.isalnum, text))))
    known = set(_ready(begun, manner))
    for change in _ready(text, manner):
        if change not in known and change.new != change.old:
            yield Edit(change.start + offset, change.end + offset, change.new)


def _ready(text: str, manner: Manner) -> Iterator[Change]:
    """Give the changes of the rules in force that nothing typed later can call in question."""
    told = _UNDECIDED.sub("", text)
    for change in spacing(told, manner.language):
        if (wanted := _rules_of(told, change)) and wanted <= manner.rules:
            yield change


def _rules_of(text: str, change: Change) -> frozenset[Rule]:
    """Give the rules that a change needs; none where it is no matter of typing."""
    if change.reason is Reason.DASH:
        return frozenset({Rule.RANGES if change.old and text[change.start - 1].isdigit() else Rule.DASHES})
    if change.reason is not Reason.NO_BREAK:
        return frozenset()
    hyphen = text[change.end : change.end + 1] == "-"
    return frozenset({Rule.NO_BREAK, Rule.DASHES} if hyphen else {Rule.NO_BREAK})
