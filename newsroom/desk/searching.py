"""Search: what a person types is read from where they sit, and asked of the library."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from newsroom.domain.listing import EVERYTHING, Filter, Page, Ranking
from newsroom.domain.query import Field
from newsroom.text.query.reading import read
from newsroom.text.query.values import Standpoint
from newsroom.translation import _, language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsroom.desk import Desk
    from newsroom.domain.listing import Cursor, EarlierHit, Hit
    from newsroom.domain.query import Query

HITS = 50
NEAR = 1000
"""So many of the newest finds are put in order at once where the best shall come first."""

_AT_ONCE = 200
"""Stories of which the earlier versions are looked through in one transaction."""

_NAMES = 12


class Searching:
    """Finds stories by what is typed into the search field; any text is a query."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._library = desk.library

    @property
    def standpoint(self) -> Standpoint:
        """Give from where a query is read: now, here, by whom."""
        return Standpoint(self._desk.clock(), self._desk.zone, self._desk.person.name, language())

    def read(self, text: str) -> Query:
        """Give what a text asks for."""
        return read(text, self.standpoint)

    def search(
        self,
        text: str,
        chosen: Filter = EVERYTHING,
        after: Cursor | None = None,
        limit: int = HITS,
        order: Ranking = Ranking.NEWEST,
    ) -> Page[Hit]:
        """Give the newest stories that fit, or the best of the newest 1,000."""
        return self._library.lists.search(self.read(text), chosen, after, limit, order)

    def best(self, text: str, stopped: Callable[[], bool], limit: int = HITS) -> Page[Hit] | None:
        """Give the best of all that fit; None where the newest 1,000 are all, or when it is stopped."""
        query = self.read(text)
        if self._library.lists.found(query, most=NEAR + 1) <= NEAR:
            return None
        page = self._library.lists.best(query, stopped, limit=limit)
        return None if stopped() else page

    def found(self, text: str, chosen: Filter = EVERYTHING, most: int = 10_000) -> int:
        """Give how many stories fit, counted up to so many."""
        return self._library.lists.found(self.read(text), chosen, most)

    def at(self, text: str, row: int, chosen: Filter = EVERYTHING, limit: int = HITS) -> Page[Hit]:
        """Give the page of what fits, newest first, that begins at a row."""
        return self._library.lists.found_at(self.read(text), chosen, row, limit)

    def ids(
        self, text: str, chosen: Filter = EVERYTHING, limit: int | None = None, row: int = 0
    ) -> tuple[int, ...]:
        """Give the ids of the stories that fit, newest first, from a row on."""
        return self._library.lists.found_ids(self.read(text), chosen, limit, row)

    def earlier(
        self, text: str, stopped: Callable[[], bool], after: Cursor | None = None, limit: int = HITS
    ) -> Page[EarlierHit]:
        """Look through earlier versions for so many stories that once were what is asked for, or until stopped."""
        query = self.read(text)
        found: list[EarlierHit] = []
        while True:
            page = self._library.history.search(query, after=after, stories=_AT_ONCE)
            found += page.items
            after = page.next
            if after is None or len(found) >= limit or stopped():
                return Page(tuple(found), after)

    def names(self, field: Field, begun: str) -> tuple[str, ...]:
        """Give names that the library knows for a field, to complete what is typed."""
        if field is Field.KEYWORD:
            return self._library.house.keywords(begun, _NAMES)
        names: dict[Field, Callable[[], Iterator[str]]] = {
            Field.SECTION: lambda: (one.name for one in self._library.house.sections() if not one.retired),
            Field.GENRE: lambda: (_(one.name) for one in self._library.house.genres()),
            Field.AUTHOR: lambda: (one.name for one in self._library.house.people()),
        }
        return tuple(islice(names[field](), 1_000)) if field in names else ()
