"""What people are quietly told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.library import notices, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from newsroom.domain.listing import Cursor, Page
    from newsroom.domain.notice import Notice
    from newsroom.domain.person import Person
    from newsroom.library.engine import Store


class Inbox:
    """Keeps notices for the people of the house."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def put(self, told: Iterable[Notice]) -> None:
        """Keep notices for people of the house; the windows of others hear of it within a second."""
        with self._store.writing() as connection:
            notices.write(connection, told, self._clock())
            schema.next_sequence(connection)

    def page(self, person: Person, after: Cursor | None = None, limit: int = 100) -> Page[Notice]:
        """Give one page of a person's notices, the newest first."""
        with self._store.reading() as connection:
            return notices.page(connection, person.name, after, limit)

    def unseen(self, person: Person) -> int:
        """Give how many notices a person has not seen, counted up to a thousand and one."""
        with self._store.reading() as connection:
            return notices.unseen(connection, person.name)

    def mark(self, person: Person, ids: Sequence[int] | None = None, *, seen: bool = True) -> None:
        """Note that a person has seen notices, all where none are named, or wants to see them again."""
        with self._store.writing() as connection:
            notices.mark(connection, person.name, ids, seen=seen)

    def forget(self, person: Person, before: datetime) -> None:
        """Forget what a person has seen long ago."""
        with self._store.writing() as connection:
            notices.forget(connection, person.name, before)
