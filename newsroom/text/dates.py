"""Dates and times as people write them in German and English, read and shown in a newsroom's zone.

Every result knows its zone. What was not written and had to be guessed is told, and so is a time that
the change of clocks skipped (`gap`: the next real time is given) or had twice (`doubled`: the first).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from newsroom.text.calendar_words import DAYS_AWAY, MONTH_NUMBERS, MONTHS, WEEKDAY_NUMBERS, WEEKDAYS, any_of
from newsroom.translation import Message, msg


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
        said = [_SAID[guess] for guess in self.guessed]
        return (*said, *([_GAP] if self.gap else []), *([_DOUBLED] if self.doubled else []))


_NOW = frozenset({"jetzt", "sofort", "now"})
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
_AGO = re.compile(
    r"(?:(?P<sign>in|vor) )?(?P<count>\d{1,4}|einer|einem|ein|an?) "
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
    count = int(found["count"]) if found["count"].isdigit() else 1
    back = found["sign"] == "vor" or found["ago"]
    step = timedelta(**{_UNITS[found["unit"][0]]: -count if back else count})
    if step % timedelta(days=1):
        return Parsed((base.astimezone(UTC) + step).astimezone(base.tzinfo))
    return _settled(base + step)


@dataclass(frozen=True, slots=True)
class _Read:
    """What one part of the text said, and the text without it."""

    rest: str
    day: date | None = None
    guessed: tuple[Guess, ...] = ()
    weekday: int | None = None
    back: bool = False


def _written(plain: str, base: datetime, language: str) -> Parsed | None:
    """Read a day and a time that together are the whole text."""
    read = _weekday(_day(plain, base, language))
    clock, rest = _clock(read.rest)
    if part := _PART.search(rest):
        clock, rest = _in_part(clock, part[0]), _without(rest, part)
    if _FILLER.sub(" ", rest).strip() or (read.day is None and read.weekday is None and clock is None):
        return None
    midnight = timedelta() if clock is None else clock
    if read.day:
        fits = read.weekday in {None, read.day.weekday()}
        guessed = read.guessed if fits else (*read.guessed, Guess.WEEKDAY)
        return _at(read.day, midnight, base, guessed if clock is not None else (*guessed, Guess.TIME))
    if read.weekday is not None:
        return _at(
            _next_weekday(read, midnight, base), midnight, base, () if clock is not None else (Guess.TIME,)
        )
    today = _at(base.date(), midnight, base, (Guess.DAY,))
    return today if today.when >= base else _at(base.date() + timedelta(days=1), midnight, base, (Guess.DAY,))


def _at(day: date, clock: timedelta, base: datetime, guessed: tuple[Guess, ...]) -> Parsed:
    return _settled((datetime.combine(day, time()) + clock).replace(tzinfo=base.tzinfo), guessed)


def _day(plain: str, base: datetime, language: str) -> _Read:
    for form in _DAY_FORMS:
        if found := form.search(plain):
            return _dated(found, plain, base, language)
    if found := _AWAY.search(plain):
        day = base.date() + timedelta(days=DAYS_AWAY[found[0]])
        return _Read(_without(plain, found), day)
    return _Read(plain)


def _dated(found: re.Match[str], plain: str, base: datetime, language: str) -> _Read:
    part = found.groupdict()
    day = int(found["day"])
    month = int(part["number"]) if part.get("number") else MONTH_NUMBERS[found["month"]]
    if "/" in found[0] and language.lower() == "en-us":
        day, month = month, day
    year = part.get("year") or part.get("short")
    if year is None:
        return _Read(_without(plain, found), _nearest(day, month, base), (Guess.YEAR,))
    return _Read(_without(plain, found), date(_whole_year(year), month, day))


def _whole_year(written: str) -> int:
    """Give the year of two digits or four: 69 is 2069, 70 is 1970."""
    year = int(written)
    if len(written) == len("2069"):
        return year
    return year + (2000 if year < _FIRST_OF_1900S else 1900)


def _nearest(day: int, month: int, base: datetime) -> date:
    """Give the date in the year that brings it nearest to the base; the 29th of February may be far."""
    choices = []
    for year in range(base.year - 4, base.year + 5):
        try:
            choices.append(date(year, month, day))
        except ValueError:
            continue
    if not choices:
        raise ValueError(f"no day {day} in month {month}")
    return min(choices, key=lambda choice: abs(choice - base.date()))


def _weekday(read: _Read) -> _Read:
    """Take a weekday's name out of the rest, if one is there."""
    found = _WEEKDAY.search(read.rest)
    if not found:
        return read
    rest, number = _without(read.rest, found), WEEKDAY_NUMBERS[found["name"]]
    return _Read(rest, read.day, read.guessed, number, found["which"] in _PAST)


def _next_weekday(read: _Read, clock: timedelta, base: datetime) -> date:
    ahead = ((read.weekday or 0) - base.weekday()) % 7
    if read.back:
        return base.date() + timedelta(days=ahead - 7)
    day = base.date() + timedelta(days=ahead)
    over = _at(day, clock, base, ()).when <= base
    return day + timedelta(days=7) if over else day


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
