"""What stories were, and who did what to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.listing import EVERYTHING
from newsroom.library import earlier, journal, revisions

if TYPE_CHECKING:
    from newsroom.domain.article import Article
    from newsroom.domain.listing import Cursor, EarlierHit, Entry, Filter, Page, Revision
    from newsroom.domain.query import Query
    from newsroom.library.engine import Store


class History:
    """Gives what was."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def revisions(self, story: int) -> tuple[Revision, ...]:
        """Give the versions of a story, newest first."""
        with self._store.reading() as connection:
            return revisions.revisions(connection, story)

    def revision(self, story: int, version: int) -> Article:
        """Give a story as it was in one version; raises NotFound."""
        with self._store.reading() as connection:
            return revisions.revision(connection, story, version)

    def journal(self, story: int) -> tuple[Entry, ...]:
        """Give who did what to a story, oldest first."""
        with self._store.reading() as connection:
            return journal.entries(connection, story)

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
