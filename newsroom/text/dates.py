"""Dates and times as people write them in German and English, read and shown in a newsroom's zone.

Every result knows its zone. What was not written and had to be guessed is told, and so is a time that
the change of clocks skipped (`gap`: the next real time is given) or had twice (`doubled`: the first).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newsroom.text.calendar_words import MONTHS, WEEKDAYS, any_of
from newsroom.text.date_parts import DateParts, date_parts
from newsroom.translation import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator


class Guess(StrEnum):
    """What a written date left open."""

    YEAR = "year"
    DAY = "day"
    TIME = "time"
    WEEKDAY = "weekday"
    FORM = "form"


_SAID = {
    Guess.YEAR: msg("The year is not given; the nearest one is taken."),
    Guess.DAY: msg("The day is not given; the next time it is this hour is taken."),
    Guess.TIME: msg("The time of day is not given; midnight is taken."),
    Guess.WEEKDAY: msg("The day of the week does not fit the date; the date is taken."),
    Guess.FORM: msg("The date is written in an unusual way; please check it."),
}
_GAP = msg("The clocks skip this time when they are put forward; the next real time is taken.")
_DOUBLED = msg("The clocks pass this time twice when they are put back; the first time is taken.")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A date that was understood, always with its zone, and what was guessed in it."""

    when: datetime
    guessed: tuple[Guess, ...] = ()
    gap: bool = False
    doubled: bool = False

    @property
    def notes(self) -> tuple[Message, ...]:
        """Give a sentence for each thing a person should look at."""
        return (*(_SAID[guess] for guess in self.guessed), *self.clocks)

    @property
    def clocks(self) -> tuple[Message, ...]:
        """Give a sentence where the clocks are changed at that hour."""
        return (*([_GAP] if self.gap else []), *([_DOUBLED] if self.doubled else []))


_NOW = frozenset({"jetzt", "sofort", "ab sofort", "now"})
_COUNTS = {
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "acht": 8, "zehn": 10, "zwölf": 12,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "ten": 10, "twelve": 12,
}  # fmt: skip
_AGO = re.compile(
    rf"(?:(?P<sign>in|vor) )?(?P<count>\d{{1,4}}|{any_of(_COUNTS)}|einer|einem|ein|an?) "
    r"(?P<unit>minuten?|min|stunden?|std|tage?n?|wochen?|minutes?|hours?|days?|weeks?)(?P<ago> ago)?"
)
_UNITS = {"m": "minutes", "s": "hours", "h": "hours", "t": "days", "d": "days", "w": "weeks"}
_LONGEST = 80


def parse(text: str, zone: str, base: datetime, language: str = "de") -> Parsed | None:
    """Understand a written date and time as the zone's local one, or give None.

    `base` is the moment from which "tomorrow" and "in 2 hours" count, and must have a zone.
    """
    local = base.astimezone(ZoneInfo(zone))
    plain = " ".join(text.split()).lower().strip(" .,;")
    if not plain or len(plain) > _LONGEST:
        return None
    try:
        return (
            _now(plain, local)
            or _iso(plain, local)
            or _away(plain, local)
            or _written(plain, local, language)
            or _loosely(plain, local, language)
        )
    except (ValueError, OverflowError):  # the 31st of June, the year 0: no date
        return None


def show(when: datetime, zone: str, language: str, style: str = "short") -> str:
    """Show a moment in a zone: "short" with date and time, "long" with the weekday, "day" without time."""
    local = when.astimezone(ZoneInfo(zone))
    german = language[:2].lower() == "de"
    if style == "long":
        month = MONTHS["de" if german else "en"][local.month - 1]
        day = f"{local.day}. {month}" if german else f"{local.day} {month}"
        return f"{weekday_of(local.date(), language)}, {day} {local.year:04}, {local:%H:%M}{' Uhr' * german}"
    shown = _short_day(local, german=german)
    return shown if style == "day" else f"{shown} {local:%H:%M}"


def iso(when: datetime, zone: str) -> str:
    """Give a moment by ISO 8601 in a zone, with its offset and to the second."""
    return when.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds")


def weekday_of(day: date, language: str) -> str:
    """Give the name of a date's weekday."""
    return WEEKDAYS["de" if language[:2].lower() == "de" else "en"][day.weekday()]


def _short_day(local: datetime, *, german: bool) -> str:
    if german:
        return f"{local:%d.%m.}{local.year:04}"
    return f"{local.day} {MONTHS['en'][local.month - 1][:3]} {local.year:04}"


def _settled(local: datetime, guessed: tuple[Guess, ...] = ()) -> Parsed:
    """Give a local time its place in time, which the change of clocks may make a matter of choice."""
    first, second = local.replace(fold=0), local.replace(fold=1)
    real = first.astimezone(UTC).astimezone(local.tzinfo)
    gap = real.replace(tzinfo=None, fold=0) != first.replace(tzinfo=None)
    doubled = not gap and first.utcoffset() != second.utcoffset()
    return Parsed(real if gap else first, guessed, gap, doubled)


def _now(plain: str, base: datetime) -> Parsed | None:
    return Parsed(base) if plain in _NOW else None


def _iso(plain: str, base: datetime) -> Parsed | None:
    """Read ISO 8601 with a time: an offset in it decides, else the zone does."""
    if not re.match(r"\d{4}-\d{2}-\d{2}[t ]\d{2}:?\d{2}", plain):
        return None
    try:
        when = datetime.fromisoformat(plain.upper())
    except ValueError:
        return None
    if when.tzinfo:
        return Parsed(when.astimezone(base.tzinfo))
    return _settled(when.replace(tzinfo=base.tzinfo))


def _away(plain: str, base: datetime) -> Parsed | None:
    """Read "in 2 Stunden", "2 hours ago": hours by the clock on the wall of time, days by the calendar."""
    found = _AGO.fullmatch(plain)
    if not found or not (found["sign"] or found["ago"]):
        return None
    count = int(found["count"]) if found["count"].isdigit() else _COUNTS.get(found["count"], 1)
    back = found["sign"] == "vor" or found["ago"]
    step = timedelta(**{_UNITS[found["unit"][0]]: -count if back else count})
    if step % timedelta(days=1):
        return Parsed((base.astimezone(UTC) + step).astimezone(base.tzinfo))
    return _settled(base + step)


def _written(plain: str, base: datetime, language: str) -> Parsed | None:
    """Read a day and a time that together are the whole text."""
    parts = date_parts(plain, base.date(), language)
    if parts is None:
        return None
    open_time = () if parts.clock is not None else (Guess.TIME,)
    clock = parts.clock or timedelta()
    if parts.day:
        return _at(parts.day, clock, base, (*_doubts(parts), *open_time))
    if parts.weekday is not None:
        return _at(_next_weekday(parts, clock, base), clock, base, open_time)
    today = _at(base.date(), clock, base, (Guess.DAY,))
    return today if today.when >= base else _at(base.date() + timedelta(days=1), clock, base, (Guess.DAY,))


def _doubts(parts: DateParts) -> Iterator[Guess]:
    """Give what is doubtful in a written day."""
    if parts.year_guessed:
        yield Guess.YEAR
    if parts.day and parts.weekday not in {None, parts.day.weekday()}:
        yield Guess.WEEKDAY


def _at(day: date, clock: timedelta, base: datetime, guessed: tuple[Guess, ...]) -> Parsed:
    return _settled((datetime.combine(day, time()) + clock).replace(tzinfo=base.tzinfo), guessed)


def _next_weekday(parts: DateParts, clock: timedelta, base: datetime) -> date:
    ahead = ((parts.weekday or 0) - base.weekday()) % 7
    if parts.back:
        return base.date() + timedelta(days=ahead - 7)
    day = base.date() + timedelta(days=ahead)
    over = _at(day, clock, base, ()).when <= base
    return day + timedelta(days=7) if over else day


def _loosely(plain: str, base: datetime, language: str) -> Parsed | None:
    """Ask dateparser about a form we do not know, but only where day, month and year are in the text.

    It reads "heute 14 Uhr" as now, without a word; so hours are rewritten, and an answer that is just
    the base is none.
    """
    if not re.search(r"(?<!\d)\d{4}(?!\d)", plain):
        return None
    from dateparser import parse as ask

    rewritten = re.sub(r"(\d+)[.:]?(\d{2})? ?uhr", lambda hour: f"{hour[1]}:{hour[2] or '00'}", plain)
    local = base.replace(tzinfo=None)
    found = ask(
        rewritten,
        languages=sorted({language[:2].lower() or "de", "en"}),
        settings={"RELATIVE_BASE": local, "STRICT_PARSING": True, "DATE_ORDER": "DMY"},
    )
    if found is None or found.replace(tzinfo=None) == local:
        return None
    if found.tzinfo:
        return Parsed(found.astimezone(base.tzinfo), (Guess.FORM,))
    return _settled(found.replace(tzinfo=base.tzinfo), (Guess.FORM,))
