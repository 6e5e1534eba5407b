"""Stories that had to be erased."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.library import articles, erasing, tombs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from newsroom.domain.person import Person
    from newsroom.domain.publishing import Erased
    from newsroom.library.engine import Store


class Erasing:
    """Erases stories, and knows which were."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def all(self) -> tuple[Erased, ...]:
        """Give the stories that were erased, the newest first."""
        with self._store.reading() as connection:
            return tombs.erased(connection)

    def knows(self, uid: str) -> bool:
        """Tell whether a story was erased."""
        with self._store.reading() as connection:
            return bool(tombs.erased(connection, (uid,)))

    def together(self, story: int) -> tuple[int, ...]:
        """Give a story and its print or web versions, which are erased together; raises NotFound."""
        with self._store.reading() as connection:
            return erasing.together(connection, story)

    def there(self, uids: Sequence[str]) -> tuple[int, ...]:
        """Give the stories with these uids that the library still has."""
        with self._store.reading() as connection:
            return articles.numbers(connection, uids)

    def erase(self, ids: Sequence[int], reason: str, person: Person) -> tuple[Erased, ...]:
        """Erase stories for good, all or none; `scrub` must follow. Raises NotAllowed on a server for all but its owner."""
        with self._store.writing() as connection:
            return erasing.erase(connection, ids, person.name, reason, self._clock())

    def scrub(self) -> bool:
        """Take what is deleted out of the library's files; tell whether no other program barred that."""
        return self._store.database.scrub(self._store)
