"""Where carried stories land together, and which story lies beside another one in time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from newsroom.domain.timetable import HOURS, begins, later, place_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from newsroom.domain.card import StoryCard

_HOUR = 60


def landing_of(cards: Sequence[StoryCard], when: datetime, zone: str) -> dict[int, datetime]:
    """Give where stories land, the first at a moment: as far from it as before, by the clock.

    Where the first has no time yet they land all at once.
    """
    first = cards[0].publish_time
    if first is None:
        return {card.id: when for card in cards}
    start, end = place_of(first, zone), place_of(when, zone)
    days = (end.day - start.day).days
    minutes = (end.row.hour - start.row.hour) * _HOUR + end.minute - start.minute
    others = {
        card.id: later(card.publish_time, zone, days=days, minutes=minutes)
        for card in cards[1:]
        if card.publish_time
    }
    return {cards[0].id: when, **others}


def following(cards: Sequence[StoryCard], story: int, step: int) -> StoryCard | None:
    """Give the story so many after another one, or nothing at the ends."""
    ids = [card.id for card in cards]
    place = ids.index(story) + step if story in ids else -1
    return cards[place] if 0 <= place < len(cards) else None


def aside(cards: Sequence[StoryCard], here: StoryCard, days: int, zone: str) -> StoryCard | None:
    """Give the story of a later, or earlier, day that is nearest to the hour of another one."""
    assert here.publish_time is not None
    day, wanted = place_of(here.publish_time, zone).day, later(here.publish_time, zone, days=days)
    found = [
        (abs(card.publish_time - wanted), card.id, card)
        for card in cards
        if card.publish_time and (place_of(card.publish_time, zone).day - day).days * days > 0
    ]
    return min(found)[2] if found else None


def due_first(cards: Sequence[StoryCard], now: datetime) -> StoryCard | None:
    """Give the first story that is due, or the last where all were."""
    ahead = [card for card in cards if card.publish_time and card.publish_time >= now]
    return next(iter(ahead or cards[-1:]), None)


def first_hour(now: datetime, days: Sequence[date], zone: str) -> datetime:
    """Give the next full hour where today is among the days, or else noon of the first."""
    if place_of(now, zone).day in days:
        return now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    return begins(days[0], zone) + timedelta(hours=HOURS // 2)
