"""The hours of days as a newsroom's clocks show them, on days whose clocks change too.

A day's rows are its hours. An hour that clocks pass twice has two rows, the second with fold 1; an hour that
they skip has a row that holds no moment.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

HOURS = 24
WEEK = 7
_MINUTE_STEPS = (0, 30, 59)


@dataclass(frozen=True, slots=True, order=True)
class Row:
    """One hour of the clock; fold is 1 for the second time that clocks pass it."""

    hour: int
    fold: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a moment stands on the clock of a zone."""

    day: date
    row: Row
    minute: int


@lru_cache(maxsize=64)
def rows(days: tuple[date, ...], zone: str) -> tuple[Row, ...]:
    """Give the rows that days need together: an hour that one of them has twice is there twice."""
    twice = {hour for day in days for hour in range(HOURS) if _has(day, Row(hour, 1), zone)}
    return tuple(sorted([*(Row(hour) for hour in range(HOURS)), *(Row(hour, 1) for hour in twice)]))


def _has(day: date, row: Row, zone: str) -> bool:
    return any(moment(Place(day, row, minute), zone) for minute in _MINUTE_STEPS)


@lru_cache(maxsize=4096)
def moment(place: Place, zone: str) -> datetime | None:
    """Give the moment at a place, in UTC, or nothing where the clocks of the zone never show it."""
    clock = time(place.row.hour, place.minute, fold=place.row.fold)
    local = datetime.combine(place.day, clock, ZoneInfo(zone))
    when = local.astimezone(UTC)
    return when if place_of(when, zone) == place else None


def place_of(when: datetime, zone: str) -> Place:
    """Give where a moment stands on the clock."""
    local = when.astimezone(ZoneInfo(zone))
    return Place(local.date(), Row(local.hour, local.fold), local.minute)


def begins(day: date, zone: str) -> datetime:
    """Give the moment a day begins, in UTC."""
    return datetime.combine(day, time(), ZoneInfo(zone)).astimezone(UTC)


def bounds(days: tuple[date, ...], zone: str) -> tuple[datetime, ...]:
    """Give the moments at which days that follow each other begin, and the one at which the last ends."""
    return tuple(begins(day, zone) for day in (*days, days[-1] + timedelta(days=1)))


def later(when: datetime, zone: str, *, days: int = 0, minutes: int = 0) -> datetime:
    """Give a moment so many days later at the same hour of the clock, then so many minutes later.

    Where clocks skip that hour it is the next real one.
    """
    if days:
        local = when.astimezone(ZoneInfo(zone))
        when = (local + timedelta(days=days)).astimezone(UTC)
    return when.astimezone(UTC) + timedelta(minutes=minutes)


def snapped(when: datetime, step: int) -> datetime:
    """Give the nearest full step of minutes of the hour."""
    past = timedelta(minutes=when.minute % step, seconds=when.second, microseconds=when.microsecond)
    below = when - past
    return below + timedelta(minutes=step) if past * 2 >= timedelta(minutes=step) else below


def week_of(day: date) -> tuple[date, ...]:
    """Give the days of a week, Monday first."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=number) for number in range(WEEK))


def month_of(day: date) -> tuple[date, ...]:
    """Give the days of the weeks that a month touches, Monday first."""
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    start = week_of(first)[0]
    count = (week_of(last)[-1] - start).days + 1
    return tuple(start + timedelta(days=number) for number in range(count))
