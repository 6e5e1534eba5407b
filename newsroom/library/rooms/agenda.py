"""Stories by their publish time and by their state, for calendars and boards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.listing import EVERYTHING, Filter
from newsroom.library import agenda, tally

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newsroom.domain.agenda import DayCount
    from newsroom.domain.card import StoryCard
    from newsroom.domain.listing import Cursor, Page
    from newsroom.domain.workflow import State
    from newsroom.library.engine import Store


class Agenda:
    """Gives what is due when, and what stands where."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def timed(
        self, since: datetime, until: datetime, chosen: Filter = EVERYTHING, limit: int = 500
    ) -> tuple[StoryCard, ...]:
        """Give the stories whose publish time lies in a stretch, the soonest first, at most so many."""
        with self._store.reading() as connection:
            return agenda.timed(connection, since, until, chosen, limit)

    def counted(self, bounds: Sequence[datetime], chosen: Filter = EVERYTHING) -> tuple[DayCount, ...]:
        """Count the stories between each two bounds, which follow each other in time."""
        with self._store.reading() as connection:
            return agenda.counted(connection, bounds, chosen)

    def untimed(
        self, chosen: Filter = EVERYTHING, after: Cursor | None = None, limit: int = 200
    ) -> Page[StoryCard]:
        """Give a page of the stories that still need a publish time, those changed last first."""
        with self._store.reading() as connection:
            return agenda.untimed(connection, chosen, after, limit)

    def untimed_ids(
        self, chosen: Filter = EVERYTHING, row: int = 0, limit: int | None = None
    ) -> tuple[int, ...]:
        """Give the numbers of the stories that still need a publish time, from a row on."""
        with self._store.reading() as connection:
            return agenda.untimed_ids(connection, chosen, row, limit)

    def by_state(self, chosen: Filter = EVERYTHING) -> dict[State, int]:
        """Count the stories of a list by their state; the running counts answer for all of them."""
        with self._store.reading() as connection:
            if chosen == EVERYTHING:
                return tally.counts(connection).states
            return agenda.by_state(connection, chosen)
