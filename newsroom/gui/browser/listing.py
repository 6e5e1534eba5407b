"""What a model lists: how its pages are had, one after the other or from any row on, and how many rows there are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from newsroom.domain.listing import EVERYTHING, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from newsroom.desk import Desk
    from newsroom.domain.listing import Cursor, Filter, Order

    Load = Callable[[Cursor | None], Page[Any]]

COUNTED = 10_000
"""So many finds of a search are counted at a time."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as it is asked for; without `at` it is had from its beginning on only, one page after the other."""

    load: Load
    at: Callable[[int], Page[Any]] | None = None
    """Gives the page that begins at a row."""
    count: Callable[[int], int] | None = None
    """Gives how many rows there are, counted up to so many where counting takes long."""
    numbers: Callable[[int, int | None], Sequence[int]] | None = None
    """Gives the numbers of so many stories from a row on, or of all."""
    page: int = 1
    """So many rows a page of it has."""
    counted: bool = False
    """The count is known to the library at once."""


def in_order(desk: Desk, chosen: Filter, order: Order) -> Listing:
    """List the stories of a place in an order."""
    from newsroom.desk.lists import PAGE

    lists = desk.library.lists
    return Listing(
        partial(lists.in_order, chosen, order),
        lambda row: lists.at(chosen, order, row, PAGE),
        lambda _most: lists.count(chosen),
        partial(lists.numbers, chosen, order),
        PAGE,
        counted=True,
    )


def found(desk: Desk, words: str, chosen: Filter = EVERYTHING) -> Listing:
    """List what words find, the newest first."""
    from newsroom.desk.searching import HITS

    searching = desk.searching
    return Listing(
        partial(searching.search, words, chosen),
        lambda row: searching.at(words, row, chosen),
        lambda most: searching.found(words, chosen, most),
        lambda row, number: searching.ids(words, chosen, number, row),
        HITS,
    )


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was loaded of a list: pages by the row they begin at, how many rows there are, maybe not all loaded.

    Where there may be `more` rows, nobody knows yet how many.
    """

    pages: dict[int, Page[Any]]
    count: int
    placed: bool = False
    more: bool = False


def first(listing: Listing) -> Loaded:
    """Load the first page, and how many rows there are where that is known at once."""
    page = listing.load(None)
    number = len(page.items)
    if listing.count is None or not listing.counted:
        return Loaded({0: page}, number, more=page.next is not None)
    return Loaded({0: page}, number if page.next is None else max(listing.count(0), number), placed=True)


def grown(listing: Listing, number: int) -> Loaded:
    """Load a list again from its beginning on, as many rows as there were."""
    page = listing.load(None)
    items = list(page.items)
    while page.next is not None and len(items) < number:
        page = listing.load(page.next)
        items.extend(page.items)
    return Loaded({0: Page(tuple(items), page.next)}, len(items), more=page.next is not None)


def placed(listing: Listing, starts: Iterable[int], number: int) -> Loaded:
    """Load pages of a list again, and count its rows as far as they were counted."""
    assert listing.at is not None
    assert listing.count is not None
    most = max(-(-number // COUNTED), 1) * COUNTED
    count = listing.count(most)
    pages = {start: listing.at(start) for start in starts if start < count or not start}
    reached = (start + len(page.items) for start, page in pages.items())
    more = not listing.counted and count == most
    return Loaded(pages, max(count, *reached, 0), placed=True, more=more)
