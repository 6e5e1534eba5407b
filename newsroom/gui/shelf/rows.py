"""The rows of the shelf: pins in their order, then searches, then stories opened last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.desk.searches import MOST_COUNTED
from newsroom.gui.browser.places import RESERVE, SECTION_ROW, Place, heading
from newsroom.gui.shelf.at_hand import SEARCH, SECTION, STORY
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsroom.domain.card import Section, StoryCard
    from newsroom.domain.saved_search import SavedSearch

    Counted = tuple[SavedSearch, int]


@dataclass(frozen=True, slots=True)
class Shelf:
    """What stands on it: pins, stories opened last, searches with their counts, and what names them."""

    pinned: tuple[str, ...] = ()
    recent: tuple[int, ...] = ()
    searches: tuple[Counted, ...] = ()
    cards: Mapping[int, StoryCard] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    reserve: int = 0


def rows(shelf: Shelf) -> tuple[Place, ...]:
    """Give the rows, each kind under its heading; a section is named alone, for the sidebar knows its stories."""
    others = (one for one in shelf.searches if f"{SEARCH}{one[0].key}" not in shelf.pinned)
    recent = (shelf.cards[story] for story in shelf.recent if story in shelf.cards)
    return (
        *_reserve(shelf.reserve),
        *_under(heading("pinned", _("Pinned")), _pins(shelf)),
        *_under(heading("searches", _("Saved searches")), map(_search, others)),
        *_under(heading("recent", _("Opened last")), (_story("recent", card) for card in recent)),
    )


def reserve_query() -> str:
    """Give the search that finds reserve copy, in the language of the program."""
    return _("is:reserve-copy")


def _reserve(number: int) -> Iterator[Place]:
    if number:
        count, many = min(number, MOST_COUNTED), number > MOST_COUNTED
        yield Place(RESERVE, _("Reserve copy"), count=count, query=reserve_query(), many=many)


def _pins(shelf: Shelf) -> Iterator[Place]:
    searches = {f"{SEARCH}{one.key}": (one, number) for one, number in shelf.searches}
    sections = {f"{SECTION}{one.id}": one for one in shelf.sections}
    stories = {f"{STORY}{story}": card for story, card in shelf.cards.items()}
    for pin in shelf.pinned:
        if pin in searches:
            yield _search(searches[pin])
        elif pin in sections:
            yield Place(f"{SECTION_ROW}{sections[pin].name}", sections[pin].name)
        elif pin in stories:
            yield _story("pin", stories[pin])


def _under(title: Place, listed: Iterable[Place]) -> Iterator[Place]:
    """Give rows under their heading, nothing where there are none."""
    shown = tuple(listed)
    if shown:
        yield title
        yield from shown


def _search(counted: Counted) -> Place:
    one, number = counted
    return Place(
        one.key, one.name, count=min(number, MOST_COUNTED), query=one.query, many=number > MOST_COUNTED
    )


def _story(kind: str, card: StoryCard) -> Place:
    return Place(f"{kind}:{card.id}", card.headline or _("No headline"), story=card.id)
