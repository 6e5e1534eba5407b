"""Times and numbers as lists show them, in the interface's language and the newsroom's zone."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale

from newsroom.translation import _, language

if TYPE_CHECKING:
    from datetime import date, datetime

_BRIEF = {"de": "%d.%m. %H:%M", "en": "%d/%m %H:%M"}
_DAYS = {"de": "%d.%m.%Y", "en": "%d/%m/%Y"}
_FORMS = {"de": "%d.%m.%Y %H:%M", "en": "%d/%m/%Y %H:%M"}


@lru_cache(maxsize=8)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def short(when: datetime | None, zone: str) -> str:
    """Give a time as it stands on a card; nothing where there is none."""
    return when.astimezone(_zone(zone)).strftime(_FORMS[language()]) if when else ""


def day(when: datetime | None, zone: str) -> str:
    """Give the day of a time with its weekday, as it stands over the stories of that day."""
    if when is None:
        return ""
    here = when.astimezone(_zone(zone))
    return QLocale().toString(QDate(here.year, here.month, here.day), QLocale.FormatType.LongFormat)


def date_words(day: date) -> str:
    """Give a date in figures."""
    return day.strftime(_DAYS[language()])


def recent(when: datetime, now: datetime | None, zone: str) -> str:
    """Give the time of day where a time is of today, else the day with it."""
    here = when.astimezone(_zone(zone))
    today = now is not None and here.date() == now.astimezone(_zone(zone)).date()
    return here.strftime("%H:%M") if today else short(when, zone)


def near(when: datetime, now: datetime, zone: str) -> str:
    """Give a time as one speaks of it: of today or yesterday by that word, else the day with it."""
    here, today = when.astimezone(_zone(zone)), now.astimezone(_zone(zone))
    days = (today.date() - here.date()).days
    hour = here.strftime("%H:%M")
    if days == 0:
        return _("today, {time}", time=hour)
    return _("yesterday, {time}", time=hour) if days == 1 else short(when, zone)


def brief(when: datetime | None, now: datetime, zone: str) -> str:
    """Give a time where room is short: of today the hour, of this year day and hour, else the day alone."""
    if when is None:
        return ""
    here, today = when.astimezone(_zone(zone)), now.astimezone(_zone(zone))
    if here.date() == today.date():
        return here.strftime("%H:%M")
    return here.strftime(_BRIEF[language()] if here.year == today.year else _DAYS[language()])


def clock(when: datetime, zone: str) -> str:
    """Give the time of day to the second."""
    return when.astimezone(_zone(zone)).strftime("%H:%M:%S")


def city(zone: str) -> str:
    """Give the place a zone is named for."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")
