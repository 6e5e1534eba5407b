"""What days, weeks and months are called, in the interface's language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain import timetable
from newsroom.domain.timetable import Row, place_of
from newsroom.gui.board.card_delegate import marks_in_words
from newsroom.gui.browser import badge
from newsroom.text.calendar_words import MONTHS
from newsroom.text.dates import show, weekday_of
from newsroom.translation import _, language

if TYPE_CHECKING:
    from datetime import date, datetime

    from newsroom.domain.card import StoryCard
    from newsroom.gui.board.dress import Dress


def title_of(days: tuple[date, ...], day: date) -> str:
    """Give what a day, the days of a week, or those of the month of a day are called."""
    if len(days) == 1:
        return day_title(day)
    return week_title(days) if len(days) == timetable.WEEK else month_title(day)


def day_title(day: date) -> str:
    """Give a day with its weekday."""
    words = f"{_day(day)} {_month(day)} {day.year}"
    return (
        f"{weekday_of(day, language())}, {words}" if _german() else f"{weekday_of(day, language())} {words}"
    )


def week_title(days: tuple[date, ...]) -> str:
    """Give a week by its number and its days."""
    first, last = days[0], days[-1]
    start = _day(first)
    if first.year != last.year:
        start = f"{start} {_month(first)} {first.year} "
    elif first.month != last.month:
        start = f"{start} {_month(first)} "
    end = f"{_day(last)} {_month(last)} {last.year}"
    dash = "– " if start.endswith(" ") else "–"
    return _("Week {n}", n=first.isocalendar().week) + f" · {start}{dash}{end}"


def month_title(day: date) -> str:
    """Give a month with its year."""
    return f"{_month(day)} {day.year}"


def head(day: date) -> str:
    """Give a day as it stands over its column."""
    return f"{weekday(day)} {_day(day)}"


def weekday(day: date) -> str:
    """Give the first letters of a day's weekday."""
    return weekday_of(day, language())[: 2 if _german() else 3]


def hour(when: datetime, zone: str) -> str:
    """Give a time of day."""
    return show(when, zone, language())[-5:]


def moment(when: datetime, zone: str) -> str:
    """Give a time with its day, as it is said while a story is carried; of a doubled hour, which of the two."""
    place = place_of(when, zone)
    first = not place.row.fold and timetable.moment(replace(place, row=Row(place.row.hour, 1)), zone)
    twice = " A" if first else " B" if place.row.fold else ""
    return f"{head(place.day)} {_month(place.day)[:3]} · {hour(when, zone)}{twice}"


def told(card: StoryCard, dress: Dress) -> str:
    """Give all that is known of a story in few words."""
    when = hour(card.publish_time, dress.zone) if card.publish_time else ""
    marked = badge.told(dress.marks(card), dress.holder(card))
    parts = (_(card.state.label), card.section, card.authors, marks_in_words(card), marked)
    return f"{when} {card.headline}\n" + " · ".join(filter(None, parts))


def _day(day: date) -> str:
    return f"{day.day}." if _german() else str(day.day)


def _month(day: date) -> str:
    return MONTHS["de" if _german() else "en"][day.month - 1]


def _german() -> bool:
    return language() == "de"
