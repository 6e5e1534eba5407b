"""Editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.library import editions

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from newsroom.domain.changeset import Changes
    from newsroom.domain.edition import Edition, EditionLine, Standing
    from newsroom.library.engine import Store


class Editions:
    """Keeps editions."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def lines(self, since: date, until: date, limit: int = 200) -> tuple[EditionLine, ...]:
        """Give the editions of a stretch of days, the latest first; until is not in."""
        with self._store.reading() as connection:
            return editions.lines(connection, since, until, limit)

    def edition(self, number: int) -> Edition:
        """Give an edition by its number; raises NotFound."""
        with self._store.reading() as connection:
            return editions.read(connection, number)

    def hours(self, uid: str) -> tuple[datetime, ...]:
        """Give when the editions appear that hold a story, the soonest first."""
        with self._store.reading() as connection:
            return editions.hours(connection, uid)

    def holding(self, uid: str) -> tuple[EditionLine, ...]:
        """Give the editions that hold a story, the latest first."""
        with self._store.reading() as connection:
            return editions.holding(connection, uid)

    def standing(self, uids: Sequence[str]) -> Standing:
        """Give the stories with these uids as they stand, those in the trash too."""
        with self._store.reading() as connection:
            return editions.standing(connection, uids)

    def save(self, wanted: Edition) -> tuple[Edition, Changes]:
        """Keep an edition; raises NotFound, EditedElsewhere where somebody was quicker, WrongValue."""
        with self._store.writing() as connection:
            return editions.save(connection, wanted)

    def remove(self, number: int) -> Changes:
        """Delete an edition; its stories stay. Raises NotFound."""
        with self._store.writing() as connection:
            return editions.remove(connection, number)
