"""Where dates and words like "heute" stand in a running text, for the checks that read them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from newsroom.text.calendar_words import MONTH_NUMBERS, MONTHS, WEEKDAY_NUMBERS, WEEKDAYS, any_of

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: its place, and the weekday written before it, if there is one."""

    start: int
    end: int
    day: date
    year_given: bool
    weekday: str | None = None
    weekday_start: int = 0
    weekday_end: int = 0

    def agrees(self) -> bool:
        """Tell whether the weekday written is the date's own; a date without one agrees."""
        return self.weekday is None or WEEKDAY_NUMBERS[self.weekday.lower()] == self.day.weekday()


_SPACE = r"[ \u00a0\u202f]"
_LONG_DAYS = any_of([*WEEKDAYS["de"], *WEEKDAYS["en"], "Sonnabend"])
_MONTH_NAMES = [
    *MONTHS["de"],
    *MONTHS["en"],
    "Jänner",
    "Feber",
    "Sept.",
    "Jan.",
    "Feb.",
    "Aug.",
    "Okt.",
    "Nov.",
    "Dez.",
]
_BEFORE = rf"(?:(?<!\w)(?P<weekday>{_LONG_DAYS})(?:,{_SPACE}?|{_SPACE}\(?)(?:(?:dem|den|der|the){_SPACE})?)?"
_YEAR = rf"(?:,?{_SPACE}(?P<year>[12]\d{{3}})(?!\d))?"
_FORMS = {
    "words": rf"(?<![\d.,])(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)?{_SPACE}?(?P<month>{any_of(_MONTH_NAMES)})(?!\w){_YEAR}",
    "american": rf"(?<!\w)(?P<month>{any_of(_MONTH_NAMES)}){_SPACE}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d.:\w]){_YEAR}",
    "figures": rf"(?<![\d.,])(?P<day>\d{{1,2}})\.{_SPACE}?(?P<month>\d{{1,2}})\.(?:{_SPACE}?(?P<year>[12]\d{{3}})(?!\d))?",
}
_DIGIT = re.compile(r"\d")
_PATTERNS = {name: re.compile(_BEFORE + form) for name, form in _FORMS.items()}

_AWAY = {
    "de": re.compile(r"(?<![\w-])(?:vorgestern|gestern|heute|übermorgen|morgen)(?![\w-])", re.IGNORECASE),
    "en": re.compile(r"(?<![\w-])(?:yesterday|today|tonight|tomorrow)(?![\w’'-])", re.IGNORECASE),
}
_SENTENCE_START = re.compile(r"(?:^|[.!?:…–—]|[\n„“”»«\"‚‘(])\s*$")
# "bis heute", "die Welt von morgen", "von heute auf morgen", "the fashion of today": any day, not this one
_ANY_DAY = re.compile(r"(?:\b(?:bis|von|noch|auf|of|until)|\bfrom)\s+$", re.IGNORECASE)
_DAY_BEFORE = re.compile(
    r"\b(?:heute|gestern|vorgestern|übermorgen|jeden|guten|am|der|den|dem|eines)\s+$", re.IGNORECASE
)
_IDIOM = re.compile(r"\s+(?:auf\s+morgen|für\s+Morgen|to\s+tomorrow)\b", re.IGNORECASE)


def find_dates(text: str, language: str, year: int) -> list[FoundDate]:
    """Give the dates of a text in their order; `year` is taken where none is written.

    Known are 27. März 2025, 27.3.2025, 27 March 2025 and March 27, 2025, each with or without a weekday
    before and a year behind; figures without a year count only behind a weekday. What is no day of the
    calendar is left out.
    """
    if not _DIGIT.search(text):
        return []
    names = ("words", "figures") if language[:2].lower() == "de" else ("words", "american")
    found = [
        made
        for name in names
        for match in _PATTERNS[name].finditer(text)
        if (made := _found(match, name, year))
    ]
    return sorted(found, key=lambda place: place.start)


def relative_days(text: str, language: str) -> list[tuple[int, int, str]]:
    """Give heute, gestern, morgen and their like where they mean a day counted from the day of writing.

    Left out is the noun ("am Morgen", "heute Morgen"), what means any day ("bis heute", "von heute auf
    morgen"), and a name ("USA Today").
    """
    pattern = _AWAY.get(language[:2].lower())
    return list(_days(text, pattern)) if pattern else []


def _days(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    for found in pattern.finditer(text):
        before = text[max(0, found.start() - 30) : found.start()]
        named = found[0][0].isupper() and not _SENTENCE_START.search(before)
        part_of_day = found[0].lower() == "morgen" and _DAY_BEFORE.search(before)
        if not (named or part_of_day or _ANY_DAY.search(before) or _IDIOM.match(text, found.end())):
            yield found.start(), found.end(), found[0]


def _found(match: re.Match[str], form: str, year: int) -> FoundDate | None:
    if form == "figures" and not (match["year"] or match["weekday"]):
        return None
    month = int(match["month"]) if form == "figures" else MONTH_NUMBERS[match["month"].rstrip(".").lower()]
    try:
        day = date(int(match["year"] or year), month, int(match["day"]))
    except ValueError:
        return None
    start = match.start("weekday") if match["weekday"] else match.start()
    place = (
        (match["weekday"], match.start("weekday"), match.end("weekday")) if match["weekday"] else (None, 0, 0)
    )
    return FoundDate(start, match.end(), day, match["year"] is not None, *place)
