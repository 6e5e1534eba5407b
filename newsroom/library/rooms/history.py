"""What stories were, and who did what to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.listing import EVERYTHING
from newsroom.library import earlier, journal, revisions, thinning, verifying

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from newsroom.domain.article import Article
    from newsroom.domain.listing import Cursor, EarlierHit, Entry, Filter, Page, Revision
    from newsroom.domain.person import Person
    from newsroom.domain.query import Query
    from newsroom.library.engine import Store
    from newsroom.library.thinning import Thinned
    from newsroom.translation import Message


class History:
    """Gives what was."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def revisions(self, story: int) -> tuple[Revision, ...]:
        """Give the versions of a story, newest first."""
        with self._store.reading() as connection:
            return revisions.revisions(connection, story)

    def revision(self, story: int, version: int) -> Article:
        """Give a story as it was in one version; raises NotFound and UnreadableText."""
        with self._store.reading() as connection:
            return revisions.revision(connection, story, version)

    def journal(self, story: int) -> tuple[Entry, ...]:
        """Give who did what to a story, oldest first."""
        with self._store.reading() as connection:
            return journal.entries(connection, story)

    def verify(
        self, story: int | None = None, step: Callable[[int], None] | None = None
    ) -> tuple[Message, ...]:
        """Give a sentence for all that was changed from outside in journals and versions, of one story or of all.

        Step hears now and then how many entries were verified.
        """
        with self._store.reading() as connection:
            return tuple(verifying.verify(connection, story, step))

    def entries(self) -> int:
        """Give how many entries all journals hold."""
        with self._store.reading() as connection:
            return journal.count(connection)

    def thin(self, until: datetime, person: Person) -> Thinned:
        """Thin the versions of the next stories that were last changed before a time."""
        with self._store.writing() as connection:
            return thinning.thin(connection, until, person.name, self._clock())

    def pack(self) -> bool:
        """Store plain versions of the next stories small; tell whether there may be more."""
        with self._store.writing() as connection:
            return thinning.pack(connection)

    def search(
        self,
        query: Query | str,
        chosen: Filter = EVERYTHING,
        after: Cursor | None = None,
        stories: int = 200,
    ) -> Page[EarlierHit]:
        """Look through earlier versions of so many stories, and give those that once were what is asked for.

        A page may be empty though another one follows.
        """
        with self._store.reading() as connection:
            return earlier.earlier(connection, query, chosen, after, stories)
