"""Lists, counts and search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.listing import EVERYTHING, Filter, Sort
from newsroom.domain.note_listing import NoteFilter, NoteScope

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.domain.card import StoryCard
    from newsroom.domain.listing import Counts, Cursor, Hit, Page
    from newsroom.domain.note_listing import NoteLine

PAGE = 200
HITS = 50


class Lists:
    """What the library holds, page by page."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._library = desk.library

    def page(
        self,
        filter: Filter = EVERYTHING,  # noqa: A002 - the word of the library's door
        sort: Sort = Sort.NEWEST,
        after: Cursor | None = None,
        limit: int = PAGE,
    ) -> Page[StoryCard]:
        """Give a page of cards, and where the next begins."""
        return self._library.lists.cards(filter, sort, after, limit)

    def search(
        self,
        query: str,
        filter: Filter = EVERYTHING,  # noqa: A002 - the word of the library's door
        after: Cursor | None = None,
        limit: int = HITS,
    ) -> Page[Hit]:
        """Give the newest stories that fit what was typed; any input is a query."""
        return self._desk.searching.search(query, filter, after, limit)

    def notes(
        self,
        scope: NoteScope = NoteScope.MY_STORIES,
        *,
        resolved: bool = False,
        after: Cursor | None = None,
        limit: int = PAGE,
    ) -> Page[NoteLine]:
        """Give a page of notes, those last spoken of first: open ones, and resolved ones where wanted."""
        chosen = NoteFilter(scope=scope, person=self._desk.person.name, resolved=resolved)
        return self._library.lists.notes(chosen, after, limit)

    def counts(self) -> Counts:
        """Give how many stories stand in each state and section, and in the trash, and how many are one's own."""
        return self._library.lists.counts(self._desk.person)

    def ids(self, filter: Filter = EVERYTHING) -> tuple[int, ...]:  # noqa: A002 - the word of the library's door
        """Give the ids of all stories that pass, newest first."""
        return self._library.lists.ids(filter)
