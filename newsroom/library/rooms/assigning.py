"""Who shall do which story until when, and what everybody has to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.library import assigning, todo

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from newsroom.domain.assignment import Assignment
    from newsroom.domain.changeset import Changes
    from newsroom.domain.person import Person
    from newsroom.domain.todo import TodoCounts, TodoOf
    from newsroom.library.engine import Store


class Assigning:
    """Gives stories to people, and counts what they have to do."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def of(self, stories: Sequence[int]) -> dict[int, Assignment]:
        """Give who has which of these stories; those that nobody has are left out."""
        with self._store.reading() as connection:
            return assigning.of(connection, stories)

    def own(self, stories: Sequence[int], person: Person) -> frozenset[int]:
        """Give those of some stories that are a person's: as an author, or given to them."""
        with self._store.reading() as connection:
            return assigning.own(connection, stories, person.names)

    def assign(self, stories: Sequence[int], wanted: Assignment | None, person: Person) -> Changes:
        """Give stories to somebody, or to nobody, in one transaction; no story gets a version by it."""
        with self._store.writing() as connection:
            return assigning.assign(connection, stories, wanted, person.name, self._clock())

    def tell_soon(self, person: Person, until: datetime) -> bool:
        """Tell a person, once each, of what is due until then; tell whether there was anything."""
        with self._store.reading() as connection:
            found = assigning.soon(connection, person.name, until)
        if found:
            with self._store.writing() as connection:
                assigning.tell_soon(connection, person.name, until, self._clock())
        return bool(found)

    def counts(self, asked: Iterable[TodoOf]) -> TodoCounts:
        """Give how many stories a person's lists hold, each counted up to a thousand and one."""
        with self._store.reading() as connection:
            return todo.counts(connection, asked)
