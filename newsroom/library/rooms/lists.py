"""Pages of stories and of notes, their counts, and what a search finds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.listing import EVERYTHING, Order, Ranking, Sort
from newsroom.library import columns, entries, lists, noting, ranking, search, tally
from newsroom.library.anchors import Anchors
from newsroom.library.mending import mending

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence

    from newsroom.domain.card import StoryCard
    from newsroom.domain.listing import Counts, Cursor, Filter, Hit, Page
    from newsroom.domain.note_listing import NoteFilter, NoteLine
    from newsroom.domain.person import Person
    from newsroom.domain.query import Query
    from newsroom.library.engine import Store


NEWEST = Order()


class Lists:
    """Gives lists of stories, page by page."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._anchors = Anchors()

    def cards(
        self,
        chosen: Filter = EVERYTHING,
        sort: Sort = Sort.NEWEST,
        after: Cursor | None = None,
        limit: int = 200,
    ) -> Page[StoryCard]:
        """Give one page of a list, beginning after the cursor of the page before."""
        with self._store.reading() as connection:
            return lists.cards(connection, chosen, sort, after, limit)

    def in_order(
        self, chosen: Filter, order: Order, after: Cursor | None = None, limit: int = 200
    ) -> Page[StoryCard]:
        """Give one page of a list in the order of one of its columns."""
        with self._store.reading() as connection:
            return columns.page(connection, chosen, order, after, limit)

    def at(self, chosen: Filter, order: Order = NEWEST, row: int = 0, limit: int = 200) -> Page[StoryCard]:
        """Give the page of a list that begins at a row, without reading those before it."""
        with self._store.reading() as connection:
            return columns.at(connection, chosen, order, row, limit, self._anchors)

    def numbers(
        self, chosen: Filter, order: Order = NEWEST, row: int = 0, limit: int | None = None
    ) -> array[int]:
        """Give the numbers of the stories of a list from a row on."""
        with self._store.reading() as connection:
            return columns.numbers(connection, chosen, order, row, limit)

    def cards_of(self, ids: Sequence[int]) -> tuple[StoryCard, ...]:
        """Give the cards of the stories named, in that order; for a jump into a list whose `ids` are known."""
        with self._store.reading() as connection:
            return lists.cards_of(connection, ids)

    def cards_by_uid(self, uids: Sequence[str]) -> tuple[StoryCard, ...]:
        """Give the cards of the stories with these uids, in no order."""
        with self._store.reading() as connection:
            return lists.cards_by_uid(connection, uids)

    def ids(
        self, chosen: Filter = EVERYTHING, limit: int | None = None, sort: Sort = Sort.NEWEST
    ) -> tuple[int, ...]:
        """Give the numbers of the stories in a list."""
        with self._store.reading() as connection:
            return lists.ids(connection, chosen, sort, limit)

    def count(self, chosen: Filter = EVERYTHING) -> int:
        """Give how many stories a filter shows."""
        with self._store.reading() as connection:
            return lists.count(connection, chosen)

    def counts(self, person: Person | None = None) -> Counts:
        """Give the counts of the sidebar; mine are those of the person's stories."""
        with self._store.reading() as connection:
            found = tally.counts(connection, person.name if person else "")
            if person and person.former:  # a story under two of their names is one
                return replace(found, mine=entries.mine(connection, person.name))
            return found

    @mending
    def search(
        self,
        query: Query | str,
        chosen: Filter = EVERYTHING,
        after: Cursor | None = None,
        limit: int = 50,
        order: Ranking = Ranking.NEWEST,
    ) -> Page[Hit]:
        """Give the newest stories that fit a query, or the best of the newest 1,000.

        Any text is a query and never an error.
        """
        with self._store.reading() as connection:
            if order is Ranking.BEST:
                return ranking.best(connection, query, chosen, after, limit)
            return search.search(connection, query, chosen, after, limit)

    @mending
    def best(
        self, query: Query | str, stopped: Callable[[], bool], chosen: Filter = EVERYTHING, limit: int = 50
    ) -> Page[Hit]:
        """Give the best of all that fit, which takes its time: of those that were seen when it is stopped."""
        with self._store.reading() as connection:
            return ranking.best(connection, query, chosen, None, limit, stopped)

    @mending
    def found(self, query: Query | str, chosen: Filter = EVERYTHING, most: int = 10_000) -> int:
        """Give how many stories fit a query, counted up to so many."""
        with self._store.reading() as connection:
            return search.count(connection, query, chosen, most)

    @mending
    def found_ids(
        self, query: Query | str, chosen: Filter = EVERYTHING, limit: int | None = None, row: int = 0
    ) -> tuple[int, ...]:
        """Give the numbers of the stories that fit a query, newest first, from a row on."""
        with self._store.reading() as connection:
            return search.ids(connection, query, chosen, limit, row)

    @mending
    def found_at(
        self, query: Query | str, chosen: Filter = EVERYTHING, row: int = 0, limit: int = 50
    ) -> Page[Hit]:
        """Give the page of what a query finds, newest first, that begins at a row."""
        with self._store.reading() as connection:
            return search.at(connection, query, chosen, row, limit)

    def notes(self, chosen: NoteFilter, after: Cursor | None = None, limit: int = 200) -> Page[NoteLine]:
        """Give one page of the notes of all stories, those last spoken of first."""
        with self._store.reading() as connection:
            return noting.page(connection, chosen, after, limit)
