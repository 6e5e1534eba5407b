"""Searches that were given a name: one's own, and those of the house."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.changeset import Changes
from newsroom.domain.errors import WrongValue
from newsroom.domain.saved_search import SavedSearch
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.desk import Desk

LONGEST_NAME = 60
MOST_COUNTED = 1_000
"""So many finds are counted; that there are more is all that is said of the rest."""


class Searches:
    """Keeps named searches in their order; a name is given once to one's own and once in the house."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[SavedSearch, ...]:
        """Give all named searches: one's own first, then those of the house."""
        return (*self._kept(house=False), *self._kept(house=True))

    def _kept(self, *, house: bool) -> tuple[SavedSearch, ...]:
        preferences = self._desk.preferences
        kept = preferences.house.searches if house else preferences.personal.my_searches
        return tuple(SavedSearch(name, query, house) for name, query in kept)

    def put(self, search: SavedSearch, former: SavedSearch | None = None) -> Changes:
        """Keep a search, in the place of its former self or of the one of its name; raises WrongValue and NotAllowed."""
        name = " ".join(search.name.split())
        if not name or len(name) > LONGEST_NAME:
            raise WrongValue(
                msg(N_("A saved search needs a name of at most {n} characters."), n=LONGEST_NAME)
            )
        if not search.query.strip():
            raise WrongValue(msg(N_("Search for something first, then give the search a name.")))
        wanted = replace(search, name=name)
        changes = Changes()
        if former is not None and former.house != wanted.house:
            changes = self.drop(former)
        replaced = {wanted.key, former.key if former else wanted.key}
        kept = list(self._kept(house=wanted.house))
        place = next((at for at, one in enumerate(kept) if one.key in replaced), len(kept))
        others = [one for one in kept if one.key not in replaced]
        others.insert(min(place, len(others)), wanted)
        return changes | self._keep(others, house=wanted.house)

    def drop(self, search: SavedSearch) -> Changes:
        """Forget a search; raises NotAllowed."""
        return self._keep(
            (one for one in self._kept(house=search.house) if one.key != search.key), house=search.house
        )

    def move(self, search: SavedSearch, by: int) -> Changes:
        """Move a search up or down among its kind; raises NotAllowed."""
        kept = list(self._kept(house=search.house))
        here = next((at for at, one in enumerate(kept) if one.key == search.key), None)
        if here is None:
            return Changes()
        one = kept.pop(here)
        kept.insert(max(0, min(len(kept), here + by)), one)
        return self._keep(kept, house=search.house)

    def _keep(self, searches: Iterable[SavedSearch], *, house: bool) -> Changes:
        stored = tuple((one.name, one.query) for one in searches)
        if house:
            return self._desk.preferences.set_house({"searches": stored})
        self._desk.preferences.set_personal({"my_searches": stored})
        return Changes()

    def count(self, search: SavedSearch) -> int:
        """Give how many stories a search finds, counted up to one more than `MOST_COUNTED`."""
        return self._desk.searching.found(search.query, most=MOST_COUNTED + 1)
