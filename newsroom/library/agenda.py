"""Stories by their publish time: those of a stretch, counts of many stretches at once, those without a time."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select, tuple_

from newsroom.domain.agenda import DayCount
from newsroom.domain.listing import Cursor, Page
from newsroom.domain.workflow import State
from newsroom.library.lists import CARD, card, conditions
from newsroom.library.ordering import minute_key
from newsroom.library.rows import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from newsroom.domain.card import StoryCard
    from newsroom.domain.listing import Filter

_PLACE = (ARTICLE.c.modified, ARTICLE.c.id)
_LATEST = tuple(column.desc() for column in _PLACE)
_NEVER_TIMED = (State.PUBLISHED.value, State.WITHDRAWN.value)


def timed(
    connection: Connection, since: datetime, until: datetime, chosen: Filter, limit: int
) -> tuple[StoryCard, ...]:
    """Give the stories whose publish time lies in a stretch, the soonest first, at most so many."""
    statement = (
        select(*CARD)
        .where(*conditions(chosen), *_within(since, until))
        .order_by(ARTICLE.c.sort_key)
        .limit(limit)
    )
    return tuple(card(row) for row in connection.execute(statement))


def counted(connection: Connection, bounds: Sequence[datetime], chosen: Filter) -> tuple[DayCount, ...]:
    """Count the stories between each two bounds, which follow each other in time, in one statement."""
    marks = [minute_key(bound.astimezone(UTC)) for bound in bounds]
    place = case(*((ARTICLE.c.sort_key < mark, number) for number, mark in enumerate(marks[1:])))
    embargoed = func.count(ARTICLE.c.embargo)
    statement = (
        select(place.label("place"), ARTICLE.c.state, func.count(), embargoed)
        .where(*conditions(chosen), *_within(bounds[0], bounds[-1]))
        .group_by(place, ARTICLE.c.state)
    )
    states: dict[int, dict[State, int]] = defaultdict(dict)
    held: dict[int, int] = defaultdict(int)
    for number, state, count, embargoes in connection.execute(statement):
        states[number][State(state)] = count
        held[number] += embargoes
    return tuple(DayCount(states[number], held[number]) for number in range(len(bounds) - 1))


def _within(since: datetime, until: datetime) -> tuple[ColumnElement[bool], ...]:
    key: Any = ARTICLE.c.sort_key
    return (
        key >= minute_key(since.astimezone(UTC)),
        key < minute_key(until.astimezone(UTC)),
        ARTICLE.c.publish_time.is_not(None),
    )


def untimed(connection: Connection, chosen: Filter, after: Cursor | None, limit: int) -> Page[StoryCard]:
    """Give a page of the stories that still need a publish time, those changed last first."""
    statement = select(*CARD).where(*_untimed(chosen)).order_by(*_LATEST).limit(limit + 1)
    if after is not None:
        statement = statement.where(tuple_(*_PLACE) < tuple_(*after.key))
    rows = connection.execute(statement).all()
    cards = tuple(card(row) for row in rows[:limit])
    more = Cursor((cards[-1].modified, cards[-1].id)) if len(rows) > limit else None  # type: ignore[arg-type]  # only read here
    return Page(cards, more)


def untimed_ids(connection: Connection, chosen: Filter, row: int, limit: int | None) -> tuple[int, ...]:
    """Give the numbers of so many stories that still need a publish time, from a row on, or of all."""
    statement = select(ARTICLE.c.id).where(*_untimed(chosen)).order_by(*_LATEST)
    return tuple(connection.scalars(statement.offset(row).limit(limit)))


def _untimed(chosen: Filter) -> tuple[ColumnElement[bool], ...]:
    return (*conditions(chosen), ARTICLE.c.publish_time.is_(None), ARTICLE.c.state.not_in(_NEVER_TIMED))


def by_state(connection: Connection, chosen: Filter) -> dict[State, int]:
    """Count the stories of a list by their state."""
    statement = select(ARTICLE.c.state, func.count()).where(*conditions(chosen)).group_by(ARTICLE.c.state)
    return {State(state): count for state, count in connection.execute(statement)}
