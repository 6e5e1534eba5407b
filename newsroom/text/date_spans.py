"""Stretches of time as people name them: a day, a week, a month, a year, in German and English words.

A library looks back, so what is open ("Montag", "März", "24.12.") is the latest one that has begun.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from newsroom.text.calendar_words import DAYS_AWAY, MONTH_NUMBERS, WEEKDAY_NUMBERS, any_of
from newsroom.text.dates import Guess, parse

_LONGEST = 40
_YEARS = range(1900, 2200)
_WHICH = {
    "diese": 0, "dieser": 0, "dieses": 0, "diesen": 0, "diesem": 0, "this": 0,
    "letzte": -1, "letzter": -1, "letztes": -1, "letzten": -1, "last": -1, "vorige": -1, "voriger": -1,
    "voriges": -1, "vorigen": -1, "vergangene": -1, "vergangener": -1, "vergangenes": -1, "vergangenen": -1,
    "nächste": 1, "nächster": 1, "nächstes": 1, "nächsten": 1, "naechste": 1, "naechster": 1, "naechstes": 1,
    "kommende": 1, "kommender": 1, "kommendes": 1, "kommenden": 1, "next": 1,
}  # fmt: skip
_UNITS = {
    "woche": "week", "week": "week", "monat": "month", "month": "month", "jahr": "year", "year": "year",
    "wochenende": "weekend", "weekend": "weekend",
}  # fmt: skip
_NAMED = re.compile(rf"(?:(?P<which>{any_of(_WHICH)}) )?(?P<unit>{any_of(_UNITS)})")
_DAY_NAME = re.compile(rf"(?:(?P<which>{any_of(_WHICH)}) )?(?P<name>{any_of(WEEKDAY_NUMBERS)})")
_MONTH_NAME = re.compile(rf"(?P<name>{any_of(MONTH_NUMBERS)})\.?(?: (?P<year>\d{{4}}))?")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})|(?P<number>\d{1,2})[./](?P<of>\d{4})")
_WEEK = re.compile(
    r"(?:kw|week|woche) ?(?P<week>\d{1,2})(?:[ /-](?P<year>\d{4}))?|(?P<of>\d{4})-?w(?P<iso>\d{1,2})"
)
_DAY_MONTH = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})")
_OPEN_DAY = re.compile(r"\d{1,2}\.? [a-zäöü]+\.?|[a-z]+\.? \d{1,2}(?:st|nd|rd|th)?")
_WHOLE_DAY = re.compile(r"\d{4,}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4,}")
_JOINTS = re.compile(r"(?<!\d)-|-(?!\d)|_|(?<=\d\.)(?=[a-zäöü])|(?<=[a-zäöü])\.(?=\d)")
_FIRST_WORDS = (*DAYS_AWAY, *MONTH_NUMBERS, *WEEKDAY_NUMBERS, *_WHICH, *_UNITS, "kw", "vor", "jetzt", "now")


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A stretch of time with its zone: start is in it, end is not."""

    start: datetime
    end: datetime


def date_span(text: str, zone: str, now: datetime, language: str = "de") -> DateSpan | None:
    """Understand a named stretch of time as the zone's local one, or give None.

    Words may be joined by hyphens or underscores, as in ``letzte-woche`` and ``märz-2025``.
    """
    if len(text) > _LONGEST:
        return None
    plain = " ".join(_JOINTS.sub(" ", text.lower()).strip(" .,;").split())
    today = now.astimezone(ZoneInfo(zone)).date()
    try:
        days = _days(plain, today) or _days(text.lower().strip(), today)
        if days:
            return DateSpan(_midnight(days[0], zone), _midnight(days[1], zone))
        return _moment(plain, zone, now, language) or _moment(text, zone, now, language)
    except (ValueError, OverflowError):  # the 31st of June, week 60, the year 0: no date
        return None


def may_become_span(text: str) -> bool:
    """Tell whether what is being typed may still become a stretch of time."""
    if _WHOLE_DAY.fullmatch(text):
        return False
    plain = re.sub(r"[-_]", " ", text.lower())
    first = plain.partition(" ")[0]
    if re.fullmatch(r"[\d.:/ ]*", plain):
        return True
    return any(word.startswith(plain) or word == first for word in _FIRST_WORDS) or first[:1].isdigit()


def _days(plain: str, today: date) -> tuple[date, date] | None:
    """Give the first day and the one after the last."""
    if _YEAR.fullmatch(plain) and int(plain) in _YEARS:
        return date(int(plain), 1, 1), date(int(plain) + 1, 1, 1)
    if found := _MONTH.fullmatch(plain):
        return _month(int(found["year"] or found["of"]), int(found["month"] or found["number"]))
    if found := _MONTH_NAME.fullmatch(plain):
        number = MONTH_NUMBERS[found["name"]]
        year = int(found["year"]) if found["year"] else today.year - (number > today.month)
        return _month(year, number)
    if found := _DAY_MONTH.fullmatch(plain):
        this, before = (_in_year(found, year) for year in (today.year, today.year - 1))
        return before if this[0] > today else this
    return _in_weeks(plain, today)


def _in_year(found: re.Match[str], year: int) -> tuple[date, date]:
    return _day(date(year, int(found["month"]), int(found["day"])))


def _in_weeks(plain: str, today: date) -> tuple[date, date] | None:
    if found := _NAMED.fullmatch(plain):
        return _unit(_UNITS[found["unit"]], _WHICH.get(found["which"] or "", 0), today)
    if found := _WEEK.fullmatch(plain):
        return _calendar_week(found, today)
    if found := _DAY_NAME.fullmatch(plain):
        which = _WHICH.get(found["which"] or "", 0)
        ahead = (WEEKDAY_NUMBERS[found["name"]] - today.weekday()) % 7
        back = 7 if (which == 0 and ahead) or which < 0 else 0
        forth = 7 if which > 0 and not ahead else 0
        return _day(today + timedelta(days=ahead - back + forth))
    return None


def _calendar_week(found: re.Match[str], today: date) -> tuple[date, date]:
    number, named = int(found["week"] or found["iso"]), found["year"] or found["of"]
    year = int(named) if named else today.isocalendar().year
    monday = date.fromisocalendar(year, number, 1)
    if not named and monday > today:
        monday = date.fromisocalendar(year - 1, number, 1)
    return monday, monday + timedelta(days=7)


def _unit(unit: str, away: int, today: date) -> tuple[date, date]:
    if unit == "year":
        return date(today.year + away, 1, 1), date(today.year + away + 1, 1, 1)
    if unit == "month":
        months = today.year * 12 + today.month - 1 + away
        return _month(months // 12, months % 12 + 1)
    monday = today + timedelta(days=7 * away - today.weekday())
    saturday = monday + timedelta(days=5)
    return (saturday if unit == "weekend" else monday), monday + timedelta(days=7)


def _month(year: int, month: int) -> tuple[date, date]:
    if year not in _YEARS:
        raise ValueError(f"no year {year}")
    first = date(year, month, 1)
    return first, date(year + month // 12, month % 12 + 1, 1)


def _day(day: date) -> tuple[date, date]:
    return day, day + timedelta(days=1)


def _midnight(day: date, zone: str) -> datetime:
    """Give the first moment of a local day, as it really is."""
    local = datetime.combine(day, time(), ZoneInfo(zone))
    return local.astimezone(UTC).astimezone(ZoneInfo(zone))


def _moment(plain: str, zone: str, now: datetime, language: str) -> DateSpan | None:
    """Read a date or a time: a day is all of it, an hour the minute it names."""
    parsed = parse(plain, zone, now, language)
    if parsed is None or Guess.WEEKDAY in parsed.guessed:
        return None
    when = parsed.when
    if Guess.YEAR in parsed.guessed and _OPEN_DAY.fullmatch(plain) and when > now:
        when = when.replace(year=when.year - 1)
    if Guess.DAY in parsed.guessed and when > now:
        when -= timedelta(days=1)
    if Guess.TIME in parsed.guessed or _is_days_away(plain):
        first, after = _day(when.date())
        return DateSpan(_midnight(first, zone), _midnight(after, zone))
    return DateSpan(when, when + timedelta(minutes=1))


def _is_days_away(plain: str) -> bool:
    """Tell whether it counts in days ("vor 3 Tagen"), which means those days and not this hour of them."""
    return re.search(r"\b(?:tage?n?|days?|wochen?|weeks?)\b", plain) is not None
