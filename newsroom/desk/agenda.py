"""What stands where and what is due when: the columns of a board, the days of a calendar."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from newsroom.domain.agenda import DayCount
from newsroom.domain.listing import EVERYTHING, ORDERS, Page, Sort
from newsroom.domain.timetable import begins, bounds, place_of
from newsroom.domain.workflow import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from newsroom.desk import Desk
    from newsroom.domain.card import StoryCard
    from newsroom.domain.listing import Cursor, Filter

PAGE = 100
MOST = 1_500
"""So many stories a stretch of the calendar shows at the most; the others are counted."""

_HOUR = timedelta(hours=1)
_SOONEST_FIRST = frozenset({State.FOR_REVIEW, State.APPROVED, State.SCHEDULED})


@dataclass(frozen=True, slots=True)
class Asked:
    """Which stories are asked for: those of a list, or those among them that a search finds."""

    chosen: Filter = EVERYTHING
    words: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The stories of a stretch of days, the soonest first; of an hour that holds too many, how many are not here."""

    cards: tuple[StoryCard, ...] = ()
    missing: Mapping[datetime, int] = field(default_factory=dict)
    cut: bool = False
    """There are more, and nobody counted them."""

    @property
    def whole(self) -> int:
        """Give how many stories there are, as far as they were counted."""
        return len(self.cards) + sum(self.missing.values())


class Agenda:
    """Gives boards and calendars what they show, a page at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._library = desk.library

    def column(
        self, state: State, asked: Asked, after: Cursor | None = None, *, today: bool = False
    ) -> Page[StoryCard]:
        """Give a page of the stories in a state, those due first, or else the newest, first."""
        chosen = self._in_state(state, asked, today=today)
        if asked.words:
            page = self._desk.searching.search(asked.words, chosen, after, PAGE)
            return Page(tuple(hit.card for hit in page.items), page.next)
        return self._library.lists.cards(chosen, _sort_of(state), after, PAGE)

    def column_ids(
        self, state: State, asked: Asked, row: int = 0, number: int | None = None, *, today: bool = False
    ) -> Sequence[int]:
        """Give the numbers of so many stories of a column from a row on, or of all."""
        chosen = self._in_state(state, asked, today=today)
        if asked.words:
            return self._desk.searching.ids(asked.words, chosen, number, row)
        return self._library.lists.numbers(chosen, ORDERS[_sort_of(state)], row, number)

    def _in_state(self, state: State, asked: Asked, *, today: bool) -> Filter:
        chosen = replace(asked.chosen, states=frozenset({state}))
        if not today:
            return chosen
        since = begins(self.today(), self._desk.zone)
        return replace(chosen, since=max(since, chosen.since or since))

    def today(self) -> date:
        """Give the day it is in the newsroom."""
        return place_of(self._desk.clock(), self._desk.zone).day

    def counts(self, asked: Asked, *, today: bool) -> dict[State, int]:
        """Give how many stories of a list stand in each state, with those published today alone where wanted."""
        counts = self._library.agenda.by_state(replace(asked.chosen, states=frozenset()))
        if today:
            published = self._in_state(State.PUBLISHED, asked, today=True)
            counts = counts | {State.PUBLISHED: self._library.lists.count(published)}
        return counts

    def stretch(self, days: Sequence[date], asked: Asked) -> Stretch:
        """Give the stories of days that follow each other; what is more than can be shown is only counted."""
        marks = bounds(tuple(days), self._desk.zone)
        since, until = marks[0], marks[-1]
        if asked.words:
            return self._found(replace(asked.chosen, since=since, until=until), asked.words)
        cards = self._library.agenda.timed(since, until, asked.chosen, MOST + 1)
        if len(cards) <= MOST:
            return Stretch(cards)
        return self._by_the_hour(since, until, asked.chosen)

    def _by_the_hour(self, since: datetime, until: datetime, chosen: Filter) -> Stretch:
        """Give the same share of each hour, so that a busy morning does not hide the evening."""
        count = (until - since) // _HOUR
        marks = [*(since + number * _HOUR for number in range(count)), until]
        counts = self._library.agenda.counted(marks, chosen)
        cards: list[StoryCard] = []
        missing: dict[datetime, int] = {}
        for (start, end), held in zip(pairwise(marks), counts, strict=True):
            if held.all:
                share = self._library.agenda.timed(start, end, chosen, max(MOST // count, 1))
                cards += share
                missing |= {start: held.all - len(share)} if held.all > len(share) else {}
        return Stretch(tuple(cards), missing)

    def _found(self, chosen: Filter, words: str) -> Stretch:
        page = self._desk.searching.search(words, chosen, None, MOST)
        cards = sorted((hit.card for hit in page.items if hit.card.publish_time), key=attrgetter("sort_key"))
        return Stretch(tuple(cards), cut=page.next is not None)

    def counted(self, days: Sequence[date], asked: Asked) -> tuple[DayCount, ...]:
        """Give how many stories each of some days holds, in one question; of a search those that are shown."""
        if asked.words:
            return _counted(self.stretch(days, asked).cards, days, self._desk.zone)
        return self._library.agenda.counted(bounds(tuple(days), self._desk.zone), asked.chosen)

    def tray(self, asked: Asked, after: Cursor | None = None) -> Page[StoryCard]:
        """Give a page of the stories that still need a publish time."""
        return self._library.agenda.untimed(asked.chosen, after, PAGE)

    def tray_ids(self, asked: Asked, row: int = 0, number: int | None = None) -> Sequence[int]:
        """Give the numbers of so many stories that still need a publish time, from a row on, or of all."""
        return self._library.agenda.untimed_ids(asked.chosen, row, number)


def _sort_of(state: State) -> Sort:
    return Sort.OLDEST if state in _SOONEST_FIRST else Sort.NEWEST


def _counted(cards: Sequence[StoryCard], days: Sequence[date], zone: str) -> tuple[DayCount, ...]:
    """Count stories that were found by the day."""
    by_day: dict[date, list[StoryCard]] = {day: [] for day in days}
    for card in cards:
        if card.publish_time is not None:
            by_day.get(place_of(card.publish_time, zone).day, []).append(card)
    return tuple(
        DayCount(Counter(card.state for card in found), sum(card.embargo is not None for card in found))
        for found in by_day.values()
    )
