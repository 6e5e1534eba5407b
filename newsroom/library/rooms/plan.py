"""The story list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.library import beginning, plan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime

    from newsroom.domain.article import Article
    from newsroom.domain.assignment import Assignment
    from newsroom.domain.changeset import Changes
    from newsroom.domain.listing import Saved
    from newsroom.domain.person import Person
    from newsroom.domain.plan import Topic
    from newsroom.library.engine import Store


class Plan:
    """Keeps the topics of days."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def of_day(self, day: date) -> tuple[Topic, ...]:
        """Give the topics of a day in their order."""
        with self._store.reading() as connection:
            return plan.of_day(connection, day)

    def topics(self, ids: Sequence[int]) -> tuple[Topic, ...]:
        """Give topics by their numbers, in that order; those that are not there are left out."""
        with self._store.reading() as connection:
            return plan.some(connection, ids)

    def topic(self, number: int) -> Topic:
        """Give a topic by its number; raises NotFound."""
        with self._store.reading() as connection:
            return plan.read(connection, number)

    def of_stories(self, uids: Sequence[str]) -> tuple[Topic, ...]:
        """Give the topics that became these stories."""
        with self._store.reading() as connection:
            return plan.of_stories(connection, uids)

    def days(self, since: date, until: date) -> dict[date, int]:
        """Give how many topics each day of a stretch has; until is not in."""
        with self._store.reading() as connection:
            return plan.days(connection, since, until)

    def add(self, given: Sequence[Topic], after: int = 0) -> tuple[tuple[Topic, ...], Changes]:
        """Add topics, behind the one with this number or at the end of their day; give them as kept."""
        with self._store.writing() as connection:
            return plan.add(connection, given, after)

    def change(self, wanted: Topic) -> tuple[Topic, Changes]:
        """Keep a changed topic; raises NotFound, and EditedElsewhere where somebody was quicker."""
        with self._store.writing() as connection:
            return plan.change(connection, wanted)

    def remove(self, ids: Sequence[int]) -> Changes:
        """Take topics off the list; the stories that they became stay."""
        with self._store.writing() as connection:
            return plan.remove(connection, ids)

    def order(self, day: date, ids: Sequence[int]) -> Changes:
        """Put the topics of a day into an order."""
        with self._store.writing() as connection:
            return plan.put_in_order(connection, day, ids)

    def begin(
        self, topic: Topic, article: Article, given: Assignment | None, person: Person
    ) -> tuple[Topic, Saved]:
        """Make a topic a story, linked with it and given to somebody, in one transaction.

        Raises EditedElsewhere where it is another topic by now, or a story already.
        """
        with self._store.writing() as connection:
            return beginning.begin(connection, (topic, article, given), person, self._clock())
