"""Takes a written date apart: the day, the weekday and the time of day that stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from newsroom.text.calendar_words import DAYS_AWAY, MONTH_NUMBERS, WEEKDAY_NUMBERS, any_of

_MONTH = rf"(?P<month>{any_of(MONTH_NUMBERS)})\.?(?![a-zäöü])"
_DAY_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?<!\d)(?P<year>\d{4})-(?P<number>\d{2})-(?P<day>\d{2})(?:t|(?!\d))",
        r"(?<!\d)(?P<day>\d{1,2})\. ?(?P<number>\d{1,2})\.(?: ?(?P<year>\d{4})|(?P<short>\d{2}))?(?![\d.:])",
        r"(?<!\d)(?P<day>\d{1,2})/(?P<number>\d{1,2})/(?:(?P<year>\d{4})|(?P<short>\d{2}))(?!\d)",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)? ?(?:of )?{_MONTH},?(?: (?P<year>\d{{4}}))?(?![\d])",
        rf"(?<![a-zäöü]){_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]),?(?: (?P<year>\d{{4}}))?(?!\d)",
    )
)
_AWAY = re.compile(rf"(?<![\wäöü]){any_of(DAYS_AWAY)}(?![\wäöü])")
_WEEKDAY = re.compile(
    rf"(?<!\w)(?P<which>nächsten|naechsten|kommenden|letzten|vergangenen|next|last)? ?"
    rf"(?P<name>{any_of(WEEKDAY_NUMBERS)})\.?(?!\w)"
)
_PAST = frozenset({"letzten", "vergangenen", "last"})
_CLOCK = re.compile(
    r"(?<![\d.:])(?P<hour>\d{1,2})(?:[.:](?P<minute>\d{2}))?(?::(?P<second>\d{2}))?"
    r"(?P<unit> ?uhr(?: (?P<late>\d{2})(?!\d))?| ?h(?!\w)| ?[ap]\.?m\.?)?(?![\d.:])"
)
_HOURS = {"mittag": 12, "mittags": 12, "noon": 12, "mitternacht": 24, "midnight": 24}
_NAMED_HOUR = re.compile(rf"(?<!\w){any_of(_HOURS)}(?!\w)")
_HALF_DAY = (12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
_FIRST_OF_1900S = 70
_LATE_PARTS = ("nachmittag", "abend", "afternoon", "evening")
_PART = re.compile(r"(?<!\w)(?:früh|morgen|vormittag|nachmittag|abend|morning|afternoon|evening)s?(?!\w)")
_FILLER = re.compile(r"(?<!\w)(?:am|um|in|ab|den|dem|der|on|at|the|gegen|uhr)(?!\w)|[,;|/–-]|(?<!\w)\.")


@dataclass(frozen=True, slots=True)
class DateParts:
    """What a written date says: None for what it leaves open; `back` means the last such weekday."""

    day: date | None
    clock: timedelta | None
    year_guessed: bool
    weekday: int | None
    back: bool


@dataclass(frozen=True, slots=True)
class _Read:
    """What has been read so far, and the text without it."""

    rest: str
    day: date | None = None
    year_guessed: bool = False
    weekday: int | None = None
    back: bool = False


def date_parts(plain: str, today: date, language: str) -> DateParts | None:
    """Take a text in small letters apart, or give None where more stands in it than a date.

    A day or time that does not exist raises ValueError.
    """
    read = _weekday(_day(plain, today, language))
    clock, rest = _clock(read.rest)
    if part := _PART.search(rest):
        clock, rest = _in_part(clock, part[0]), _without(rest, part)
    if _FILLER.sub(" ", rest).strip() or (read.day is None and read.weekday is None and clock is None):
        return None
    return DateParts(read.day, clock, read.year_guessed, read.weekday, read.back)


def _day(plain: str, today: date, language: str) -> _Read:
    for form in _DAY_FORMS:
        if found := form.search(plain):
            return _dated(found, plain, today, language)
    if found := _AWAY.search(plain):
        day = today + timedelta(days=DAYS_AWAY[found[0]])
        return _Read(_without(plain, found), day)
    return _Read(plain)


def _dated(found: re.Match[str], plain: str, today: date, language: str) -> _Read:
    part = found.groupdict()
    day = int(found["day"])
    month = int(part["number"]) if part.get("number") else MONTH_NUMBERS[found["month"]]
    if "/" in found[0] and language.lower() == "en-us":
        day, month = month, day
    year = part.get("year") or part.get("short")
    if year is None:
        return _Read(_without(plain, found), _nearest(day, month, today), year_guessed=True)
    return _Read(_without(plain, found), date(_whole_year(year), month, day))


def _whole_year(written: str) -> int:
    """Give the year of two digits or four: 69 is 2069, 70 is 1970."""
    year = int(written)
    if len(written) == len("2069"):
        return year
    return year + (2000 if year < _FIRST_OF_1900S else 1900)


def _nearest(day: int, month: int, today: date) -> date:
    """Give the date in the year that brings it nearest to today; the 29th of February may be far."""
    choices = []
    for year in range(today.year - 4, today.year + 5):
        try:
            choices.append(date(year, month, day))
        except ValueError:
            continue
    if not choices:
        raise ValueError(f"no day {day} in month {month}")
    return min(choices, key=lambda choice: abs(choice - today))


def _weekday(read: _Read) -> _Read:
    """Take a weekday's name out of the rest, if one is there."""
    found = _WEEKDAY.search(read.rest)
    if not found:
        return read
    number, back = WEEKDAY_NUMBERS[found["name"]], found["which"] in _PAST
    return replace(read, rest=_without(read.rest, found), weekday=number, back=back)


def _clock(rest: str) -> tuple[timedelta | None, str]:
    """Give the time of day since midnight, None where none is written, and the text without it."""
    if named := _NAMED_HOUR.search(rest):
        return timedelta(hours=_HOURS[named[0]]), _without(rest, named)
    found = _CLOCK.search(rest)
    if not found or not (found["minute"] or found["unit"]):
        return None, rest
    return _time(found), _without(rest, found)


def _time(found: re.Match[str]) -> timedelta:
    hour, minute = int(found["hour"]), int(found["minute"] or found["late"] or 0)
    if half := re.search("[ap]", found["unit"] or ""):
        hour = _HALF_DAY.index(hour) + (len(_HALF_DAY) if half[0] == "p" else 0)
    if (hour, minute) == (24, 0):
        return timedelta(days=1)
    checked = time(hour, minute, int(found["second"] or 0))
    return timedelta(hours=checked.hour, minutes=checked.minute, seconds=checked.second)


def _in_part(clock: timedelta | None, part: str) -> timedelta:
    """Give the time in a part of the day: "abends um 8" is 20 hours; a part alone is no time."""
    if clock is None:
        raise ValueError(f"no time in {part}")
    noon = timedelta(hours=12)
    return clock + noon if part.startswith(_LATE_PARTS) and clock < noon else clock


def _without(plain: str, found: re.Match[str]) -> str:
    return f"{plain[: found.start()]} {plain[found.end() :]}"
