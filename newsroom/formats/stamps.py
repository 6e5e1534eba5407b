"""Dates and times as files write them: fast, strict, by pattern alone; what is unsure is no time or is said."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from newsroom.domain.article import ImportNote
from newsroom.translation import N_, msg

_MONTHS = (
    ("januar", "jänner", "january", "jan"),
    ("februar", "feber", "february", "feb"),
    ("märz", "march", "mär", "mrz", "mar", "maerz"),
    ("april", "apr"),
    ("mai", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("dezember", "december", "dez", "dec"),
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_ZONES = {"MEZ": 1, "CET": 1, "MESZ": 2, "CEST": 2, "BST": 1, "UTC": 0, "GMT": 0, "Z": 0}

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?")
_DOTS = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4}|\d\d)(?!\d)")
_WORDS = re.compile(r"(?P<day>\d{1,2})\.?\s+(?P<month>[^\W\d_]+)\.?,?\s+(?P<year>\d{4})")
_WORDS_FIRST = re.compile(r"(?P<month>[^\W\d_]+)\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})")
_SLASHES = re.compile(r"(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>\d{4})")
_TIME = re.compile(
    r"(?<![\d.])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?::(?P<second>\d\d))?)?"
    r"\s*(?P<half>[ap]\.?m\b\.?|Uhr\b|h\b)?",
    re.IGNORECASE,
)
_ZONE = re.compile(r"\b(MEZ|CET|MESZ|CEST|BST|UTC|GMT|Z)\b|([+-])(\d\d):?(\d\d)\b")


@dataclass(frozen=True, slots=True)
class Stamp:
    """An aware time, whether the text said a time of day, and what had to be guessed."""

    when: datetime
    timed: bool
    notes: tuple[ImportNote, ...] = ()


def read(text: str, zone: str) -> Stamp | None:
    """Give the time that a text states in full, in the zone where it names none; else None."""
    text = text.strip()
    try:
        return _read_iso(text, zone) or _read_parts(text, zone)
    except (ValueError, OverflowError):
        return None


def _read_iso(text: str, zone: str) -> Stamp | None:
    found = _ISO.match(text)
    if not found:
        return None
    when = datetime.fromisoformat(found.group())
    rest = text[found.end() :]
    named = _named_zone(rest)
    if when.tzinfo:
        return Stamp(when.astimezone(ZoneInfo(zone)), timed=True)
    return _settled(when, named, zone, timed=len(found.group()) > len("2025-03-27"))


def _read_parts(text: str, zone: str) -> Stamp | None:
    for pattern in (_DOTS, _SLASHES, _WORDS, _WORDS_FIRST):
        found = pattern.search(text)
        day = _day(found) if found else None
        if found and day:
            rest = text[: found.start()] + " " + text[found.end() :]
            clock = _clock(rest)
            stamp = _settled(day + (clock or timedelta()), _named_zone(rest), zone, timed=clock is not None)
            return Stamp(stamp.when, stamp.timed, stamp.notes + _unsure(found, text))
    return None


def _day(found: re.Match[str]) -> datetime | None:
    parts = found.groupdict()
    year = int(parts["year"]) + (2000 if len(parts["year"]) == len("25") else 0)
    if "one" in parts:
        one, two = int(parts["one"]), int(parts["two"])
        day, month = (two, one) if two > len(_MONTHS) else (one, two)
        return datetime(year, month, day)  # noqa: DTZ001 - the zone follows
    name = parts["month"].casefold()
    number = int(name) if name.isdigit() else _MONTH.get(name, 0)
    return datetime(year, number, int(parts["day"])) if number else None  # noqa: DTZ001 - the zone follows


def _unsure(found: re.Match[str], text: str) -> tuple[ImportNote, ...]:
    parts = found.groupdict()
    if "one" not in parts or max(int(parts["one"]), int(parts["two"])) > len(_MONTHS):
        return ()
    return (
        ImportNote(
            "date-guessed", msg(N_("In “{words}” the first number was taken for the day."), words=text)
        ),
    )


def _clock(text: str) -> timedelta | None:
    for found in _TIME.finditer(text):
        half = (found["half"] or "").casefold()
        if not (found["minute"] or half):
            continue
        hour = int(found["hour"])
        if half[:1] in {"a", "p"}:
            hour = hour % 12 + (12 if half[0] == "p" else 0)
        if hour > 24 or int(found["minute"] or 0) > 59:  # noqa: PLR2004 - the clock's own bounds
            raise ValueError
        return timedelta(hours=hour, minutes=int(found["minute"] or 0), seconds=int(found["second"] or 0))
    return None


def _named_zone(text: str) -> timezone | None:
    found = _ZONE.search(text)
    if not found:
        return None
    if found[1]:
        return timezone(timedelta(hours=_ZONES[found[1]]))
    offset = timedelta(hours=int(found[3]), minutes=int(found[4]))
    return timezone(-offset if found[2] == "-" else offset)


def _settled(naive: datetime, named: timezone | None, zone: str, *, timed: bool) -> Stamp:
    home = ZoneInfo(zone)
    if named:
        return Stamp(naive.replace(tzinfo=named).astimezone(home), timed)
    when = naive.replace(tzinfo=home)
    real = when.astimezone(UTC).astimezone(home)
    if real.replace(tzinfo=None) == naive:
        return Stamp(when, timed)
    note = msg(
        N_("{time} does not exist in {zone}: the clocks go forward."), time=f"{naive:%H:%M}", zone=zone
    )
    return Stamp(real, timed, (ImportNote("time-gap", note),))
