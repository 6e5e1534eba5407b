"""Reordering the lines of an edition: a page takes the stories under it along, a story goes alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from newsroom.domain.edition import Part

Parts = tuple["Part", ...]


def with_pages(parts: Sequence[Part], places: Iterable[int]) -> tuple[int, ...]:
    """Give places with those of the stories that stand under the pages among them."""
    wanted = set(places)
    taken: set[int] = set()
    under = False
    for place, part in enumerate(parts):
        if part.page:
            under = place in wanted
        if place in wanted or under:
            taken.add(place)
    return tuple(sorted(taken))


def moved(parts: Sequence[Part], places: Iterable[int], to: int) -> tuple[Parts, int]:
    """Give parts with those at some places put before another place, and where the first of them stands then."""
    taken = with_pages(parts, (place for place in places if 0 <= place < len(parts)))
    to = min(max(to, 0), len(parts))
    rest = [part for place, part in enumerate(parts) if place not in set(taken)]
    at = to - sum(place < to for place in taken)
    return (*rest[:at], *(parts[place] for place in taken), *rest[at:]), at


def stepped(parts: Sequence[Part], places: Iterable[int], step: int) -> tuple[Parts, int]:
    """Give parts with some a line further up or down; a page goes past the whole page beside it."""
    taken = with_pages(parts, places)
    if not taken:
        return tuple(parts), 0
    page = parts[taken[0]].page
    if step < 0:
        to = _page_above(parts, taken[0]) if page else taken[0] - 1
        return moved(parts, taken, max(to, 0))
    after = taken[-1] + 1
    to = _page_below(parts, after) if page else after + 1
    return moved(parts, taken, to)


def _page_above(parts: Sequence[Part], place: int) -> int:
    return next((at for at in range(place - 1, -1, -1) if parts[at].page), 0)


def _page_below(parts: Sequence[Part], place: int) -> int:
    return next((at for at in range(place + 1, len(parts)) if parts[at].page), len(parts))


def removed(parts: Sequence[Part], places: Iterable[int]) -> Parts:
    """Give parts without those at some places; the stories of a page that is removed stay."""
    gone = set(places)
    return tuple(part for place, part in enumerate(parts) if place not in gone)


def inserted(parts: Sequence[Part], new: Iterable[Part], at: int | None = None) -> Parts:
    """Give parts with new ones before a place, or at the end; a story that is held already is not held twice."""
    held = {part.uid for part in parts if part.uid} | {f"topic {part.topic}" for part in parts if part.topic}
    fresh: list[Part] = []
    for part in new:
        names = {name for name in (part.uid, f"topic {part.topic}" if part.topic else "") if name}
        if held.isdisjoint(names):
            held |= names
            fresh.append(part)
    place = len(parts) if at is None else min(max(at, 0), len(parts))
    return (*parts[:place], *fresh, *parts[place:])


def end_of_page(parts: Sequence[Part], title: str) -> int | None:
    """Give the place behind the last story of the page with a title, or nothing where there is no such page."""
    key = title.casefold()
    at = next((place for place, part in enumerate(parts) if part.page and part.title.casefold() == key), None)
    return None if at is None else _page_below(parts, at)
