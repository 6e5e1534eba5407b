"""Typography put right on demand: spaces, quotation marks, apostrophes, dashes, no-break spaces.

None of this is a fault, and no letter or digit is ever changed. Tidying a tidy text changes nothing.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from newsroom.text.calendar_words import MONTHS, any_of
from newsroom.text.quote_reading import Mark, Passage, read
from newsroom.text.typography import QuoteMarks, quote_marks, rules_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NO_BREAK = "\u00a0"


class Reason(StrEnum):
    """Why a place was tidied."""

    SPACES = "spaces"
    SPACE_BEFORE = "space-before-punctuation"
    QUOTES = "straight-quotes"
    APOSTROPHE = "apostrophe"
    DASH = "hyphen-as-dash"
    NO_BREAK = "no-break-space"


@dataclass(frozen=True, slots=True)
class Change:
    """What was replaced, in code points of the text before."""

    start: int
    end: int
    old: str
    new: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Tidied:
    """A tidy text, and the changes that made it, in their order and apart from each other."""

    text: str
    changes: tuple[Change, ...] = ()


_GAP = "[ \t\u00a0\u202f\u2009]"
_GAPS = re.compile(f"{_GAP}+")
_PUNCTUATION = re.compile(r"[,;:!?.](?![.\-\w)\]])")
_DASH = re.compile(rf"(?<={_GAP})--?(?=,?{_GAP})")
_NUMBERS = re.compile(r"\d\s*$")
_RANGE = re.compile(
    r"(?<=(?<![\d.-])(?:1[89]|20)\d\d)-(?=(?:1[89]|20)\d\d(?![\d.-]))|(?<=\d)-(?=\d{1,2} ?Uhr\b)"
)
_SPACED_DASH = re.compile(rf"[–—](?=,?{_GAP})|--?(?=,?{_GAP})")
_APOSTROPHE = re.compile(
    r"(?<=[^\W\d_])['´`](?=[^\W\d_])|(?<![\w'])['´`](?=(?:ne[nmrs]?|n|s|tis|twas|em|til|cause)\b|\d\d(?:s|er[ns]?)?\b)",
    re.IGNORECASE,
)
_SINGLE = re.compile(r"(?<!\d)'")

_UNITS = (
    "km/h", "km²", "km", "cm", "mm", "m²", "m³", "m", "kg", "g", "t", "l", "ha", "°C", "°", "%", "‰", "€", "$", "£",
    "kWh", "MWh", "GWh", "TWh", "kW", "MW", "GW", "Hz", "MHz", "GHz", "MB", "GB", "TB",
)  # fmt: skip
_TITLES = {
    "de": ("Dr.", "Prof.", "Nr.", "§", "Art.", "Abs.", "Hr.", "Fr.", "St."),
    "en": ("Dr.", "Dr", "Prof.", "No.", "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "St."),
}
_MORE_UNITS = {"de": ("Uhr", "Euro", "Mio.", "Mrd."), "en": ("am", "pm")}
_SHORT_FORMS = (
    "z. B.", "z. T.", "z. Z.", "d. h.", "u. a.", "u. U.", "u. Ä.", "o. Ä.", "i. d. R.", "i. A.", "v. a.", "s. o.", "s. u.",
    "m. E.", "e. V.", "v. Chr.", "n. Chr.", "u. v. m.", "a. D.",
)  # fmt: skip


def _halves(form: str) -> Iterator[tuple[str, str]]:
    parts = form.split()
    return itertools.pairwise(parts)


_SHORT_HALVES = sorted({half for form in _SHORT_FORMS for half in _halves(form)})
_SHORT_GAP = "|".join(rf"(?<=\b{re.escape(a)}){{gap}}(?={re.escape(b)}(?!\w))" for a, b in _SHORT_HALVES)
# Written together, only the unmistakable ones are parted.
_TOGETHER = re.compile(
    r"(?<=(?<!\w)z\.)(?=[BTZ]\.(?!\w))|(?<=(?<!\w)d\.)(?=h\.(?!\w))|(?<=(?<!\w)u\.)(?=[aU]\.(?!\w))|(?<=\d)(?=[%€])"
)


def _no_break_places(language: str) -> re.Pattern[str]:
    """Give the pattern of the gaps that must not break."""
    units = any_of([*_UNITS, *_MORE_UNITS[language]])
    places = [rf"(?<=\d){_GAP}+(?={units}(?!\w))"]
    places += [rf"(?<=(?<!\w){re.escape(title)}){_GAP}+(?=\w)" for title in _TITLES[language]]
    if language == "de":
        places += [rf"(?<=\d\.){_GAP}+(?={any_of([*MONTHS['de'], 'Jänner'])}(?!\w))"]
        places += [_SHORT_GAP.replace("{gap}", f"{_GAP}+")]
    else:
        places += [rf"(?<=\d){_GAP}+(?={any_of(MONTHS['en'])}(?!\w))"]
    return re.compile("|".join(places))


_NO_BREAK_PLACES = {language: _no_break_places(language) for language in ("de", "en")}


def tidy(text: str, language: str, style: str = "") -> Tidied:
    """Tidy one paragraph by the rules of its language (German or English) and the house's style of quotes."""
    changes = _changes(text, language, style)
    once = tidied = _applied(text, changes)
    while further := _changes(tidied, language, style):
        tidied = _applied(tidied, further)
    return Tidied(tidied, tuple(changes) if tidied == once else (_whole(text, tidied),))


def _applied(text: str, changes: Iterable[Change]) -> str:
    done, place = [], 0
    for change in changes:
        done += [text[place : change.start], change.new]
        place = change.end
    return "".join([*done, text[place:]])


def _whole(text: str, tidied: str) -> Change:
    """Give one change for a text that one go did not make tidy."""
    return Change(0, len(text), text, tidied, Reason.SPACES)


def _changes(text: str, language: str, style: str) -> list[Change]:
    found = [*_quotes(text, language, quote_marks(language, style)), *spacing(text, language)]
    return sorted(found, key=lambda change: (change.start, change.end))


def spacing(text: str, language: str) -> list[Change]:
    """Give what dashes and spaces of one paragraph should be, its quotation marks aside."""
    rules = "de" if rules_for(language).startswith("de") else "en"
    em_dash = language.replace("_", "-").lower() == "en-us"
    found = [*_dashes(text, em_dash=em_dash), *_gaps(text, rules, em_dash=em_dash)]
    if rules == "de":
        found += [
            Change(place.start(), place.start(), "", NO_BREAK, Reason.NO_BREAK)
            for place in _TOGETHER.finditer(text)
        ]
    return sorted(found, key=lambda change: (change.start, change.end))


def _dashes(text: str, *, em_dash: bool) -> Iterator[Change]:
    dash = "—" if em_dash else "–"
    for found in _DASH.finditer(text):
        if _is_dash(text, found.start(), found.end()):
            yield Change(found.start(), found.end(), found[0], dash, Reason.DASH)
    for found in _RANGE.finditer(text):
        yield Change(found.start(), found.end(), "-", "–", Reason.DASH)


def _is_dash(text: str, start: int, end: int) -> bool:
    """Tell whether a hyphen between spaces is a dash: not at a line's start, and not between numbers."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return bool(line.strip()) and not (_NUMBERS.search(line) and text[end:].lstrip()[:1].isdigit())


def _gaps(text: str, rules: str, *, em_dash: bool) -> Iterator[Change]:
    kept_whole = {found.start() for found in _NO_BREAK_PLACES[rules].finditer(text)}
    dashes = [
        found for found in _DASH.finditer(text) if em_dash and _is_dash(text, found.start(), found.end())
    ]
    beside = {found.start() for found in dashes} | {found.end() for found in dashes}
    for gap in _GAPS.finditer(text):
        if beside & {gap.start(), gap.end()}:
            yield Change(gap.start(), gap.end(), gap[0], "", Reason.DASH)
            continue
        new, reason = _gap(text, gap, no_break=gap.start() in kept_whole)
        if new != gap[0]:
            yield Change(gap.start(), gap.end(), gap[0], new, reason)


def _gap(text: str, gap: re.Match[str], *, no_break: bool) -> tuple[str, Reason]:
    """Give what a run of spaces should be."""
    start, end = gap.span()
    if start == 0 or end == len(text) or "\n" in {text[start - 1], text[end]}:
        return "", Reason.SPACES
    if _PUNCTUATION.match(text, end):
        return "", Reason.SPACE_BEFORE
    dash = _SPACED_DASH.match(text, end)
    if no_break or (dash and (dash[0] in "–—" or _is_dash(text, dash.start(), dash.end()))):
        return gap[0] if gap[0] in {NO_BREAK, "\u202f"} else NO_BREAK, Reason.NO_BREAK
    single = next((char for char in gap[0] if char in "\u00a0\u202f"), " ")
    return gap[0] if len(gap[0]) == 1 and gap[0] != "\t" else single, Reason.SPACES


def _quotes(text: str, language: str, marks: QuoteMarks) -> Iterator[Change]:
    if "'" not in text and '"' not in text and "´" not in text and "`" not in text:
        return
    yield from _doubles(text, language, marks)
    apostrophes = {found.start() for found in _APOSTROPHE.finditer(text)}
    for at in sorted(apostrophes):
        yield Change(at, at + 1, text[at], "’", Reason.APOSTROPHE)
    yield from _singles(text, apostrophes, marks)


def _doubles(text: str, language: str, marks: QuoteMarks) -> Iterator[Change]:
    pairs = [pair for pair in read([Passage(text)], language).pairs if pair[0].is_double()]
    for opener, closer in pairs:
        inner = any(other.at < opener.at and closer.at < end.at for other, end in pairs)
        wanted = (marks.inner_open, marks.inner_close) if inner else (marks.open, marks.close)
        yield from _straightened(opener, wanted[0])
        yield from _straightened(closer, wanted[1])


def _straightened(mark: Mark, wanted: str) -> Iterator[Change]:
    if mark.char == '"':
        yield Change(mark.at, mark.at + 1, '"', wanted, Reason.QUOTES)


def _singles(text: str, apostrophes: set[int], marks: QuoteMarks) -> Iterator[Change]:
    """Pair single straight marks; one behind a letter that closes nothing is an apostrophe."""
    waiting = -1
    for found in _SINGLE.finditer(text):
        at = found.start()
        before, after = text[max(0, at - 1) : at], text[at + 1 :][:1]
        if at in apostrophes:
            continue
        if after.isalnum() and not before.isalnum():
            waiting = at
        elif waiting >= 0 and not before.isspace() and not after.isalnum():
            yield Change(waiting, waiting + 1, "'", marks.inner_open, Reason.QUOTES)
            yield Change(at, at + 1, "'", marks.inner_close, Reason.QUOTES)
            waiting = -1
        elif before.isalpha() and not after.isalnum():
            yield Change(at, at + 1, "'", "’", Reason.APOSTROPHE)
