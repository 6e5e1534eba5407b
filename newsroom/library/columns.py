"""Lists in the order of any of their columns: pages by key, each order served by an index.

Where a page is asked for by its place, as when a scroll bar is dragged, the key before it is counted off in the
index alone, from the nearest place that is known; the stories between are never read. States come one after the other as the
workflow has them, the newest story of each first. Of other equal stories the one with the higher key comes last when the list goes up and first when it goes down; within
a section it is the other way round, as the index of the sections has it.
"""

from __future__ import annotations

from array import array
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, or_, select, tuple_

from newsroom.domain.listing import EVERYTHING, Cursor, Filter, Heading, Order, Page
from newsroom.domain.workflow import State
from newsroom.library import catalogue
from newsroom.library.anchors import Anchors
from newsroom.library.lists import CARD, card, conditions, count
from newsroom.library.rows import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection, Select

    from newsroom.domain.card import StoryCard


class _Keys(NamedTuple):
    """The column that decides and the one that tells equals apart, which may run against it."""

    column: Any
    place: Any
    against: bool = False


_BY: dict[Heading, _Keys] = {
    Heading.TIME: _Keys(ARTICLE.c.sort_key, ARTICLE.c.sort_key),
    Heading.HEADLINE: _Keys(ARTICLE.c.headline_key, ARTICLE.c.id),
    Heading.MODIFIED: _Keys(ARTICLE.c.modified, ARTICLE.c.id),
    Heading.SECTION: _Keys(ARTICLE.c.section_key, ARTICLE.c.sort_key, against=True),
    Heading.AUTHOR: _Keys(ARTICLE.c.byline_key, ARTICLE.c.sort_key),
    Heading.GENRE: _Keys(ARTICLE.c.genre, ARTICLE.c.sort_key),
    Heading.LANGUAGE: _Keys(ARTICLE.c.spoken, ARTICLE.c.sort_key),
    Heading.FINDINGS: _Keys(ARTICLE.c.findings, ARTICLE.c.sort_key),
    Heading.DOUBLES: _Keys(ARTICLE.c.lookalikes, ARTICLE.c.sort_key),
}
_SORTED = {
    by: _Keys(_BY[by].column.concat(""), _BY[by].place)
    for by in (Heading.HEADLINE, Heading.AUTHOR, Heading.GENRE, Heading.LANGUAGE)
}
"""Keys that no index has: with them the few stories of a section are read and sorted."""
_WIDTH = len(CARD)
_NEWEST = Order()
SEQUENCE = "sequence"
"""The fact that tells the library's running number."""
_ABOVE_ALL = 1 << 62
_CHUNK = 10_000


def page(
    connection: Connection, chosen: Filter, order: Order, after: Cursor | None, limit: int
) -> Page[StoryCard]:
    """Give one page of a list in an order."""
    if order.by is Heading.STATE:
        return _page_by_state(connection, chosen, order, after, limit)
    few = _are_few(connection, chosen, order, limit)
    rows = connection.execute(_statement(chosen, order, after, limit + 1, few=few)).all()
    found = tuple(card(row) for row in rows[:limit])
    return Page(found, Cursor(tuple(rows[limit - 1][_WIDTH:])) if len(rows) > limit else None)


def at(
    connection: Connection,
    chosen: Filter,
    order: Order,
    row: int,
    limit: int,
    anchors: Anchors | None = None,
) -> Page[StoryCard]:
    """Give the page of a list that begins at a row; the first row is 0."""
    for part, within, place in _reached(connection, chosen, order, row):
        before = _before(connection, part, within, place, anchors or Anchors())
        if place and before is None:
            break
        if order.by is not Heading.STATE:
            return page(connection, part, within, before, limit)
        (state,) = part.states
        key = before.key[0] if before else _ABOVE_ALL
        return page(connection, chosen, order, Cursor((state.value, key)), limit)
    return Page()


def numbers(connection: Connection, chosen: Filter, order: Order, row: int, limit: int | None) -> array[int]:
    """Give the numbers of so many stories of a list from a row on, or of all."""
    found = array("q")
    for part, within, place in _reached(connection, chosen, order, row):
        before = _before(connection, part, within, place, Anchors())
        if place and before is None:
            continue
        asked = select(ARTICLE.c.id).where(*conditions(part), *_behind(_BY[within.by], before, within))
        asked = asked.order_by(*_ordered(_BY[within.by], down=within.down))
        asked = asked.limit(None if limit is None else limit - len(found))
        found.extend(connection.execution_options(yield_per=_CHUNK).scalars(asked))
        if limit is not None and len(found) >= limit:
            break
    return found


def _reached(
    connection: Connection, chosen: Filter, order: Order, row: int
) -> Iterator[tuple[Filter, Order, int]]:
    """Give the part of a list that a row lies in, in what order it is, and the row in it; then the parts behind."""
    parts = [chosen] if order.by is not Heading.STATE else _states(chosen, order)
    within = order if order.by is not Heading.STATE else _NEWEST
    for part in parts:
        number = count(connection, part)
        if row < number:
            yield part, within, row
        row = max(0, row - number)


def _before(
    connection: Connection, chosen: Filter, order: Order, row: int, anchors: Anchors
) -> Cursor | None:
    """Give the key of the story before a row, counted off in the index from the nearest place that is known."""
    if not row:
        return None
    number = catalogue.fact(connection, SEQUENCE)
    total = count(connection, chosen)
    known = anchors.near(number, chosen, order, row)
    if known is not None and known[0] == row:
        return known[1]
    if known is None or abs(known[0] - row) > min(row, total - row):
        back, here, over = row > total // 2, None, total - row if row > total // 2 else row - 1
    else:
        back, here, over = row < known[0], known[1], abs(known[0] - row) - 1
    few = _are_few(connection, chosen, order, over)
    asked = _counting(chosen, order, here, back=back, few=few).offset(over)
    key = connection.execute(asked.limit(1)).first()
    if key is None:
        return None
    anchors.note(number, chosen, order, row, Cursor(tuple(key)))
    return Cursor(tuple(key))


def _counting(
    chosen: Filter, order: Order, after: Cursor | None, *, back: bool, few: bool
) -> Select[*tuple[Any, ...]]:
    """Ask for the keys of a list from an end or a place on, the other way round where the way goes back."""
    keys, way = _keys(order, few=few), replace(order, down=order.down is not back)
    asked = select(keys.column, keys.place).where(*conditions(chosen), *_behind(keys, after, way))
    return asked.order_by(*_ordered(keys, down=way.down))


# States, one after the other


def _states(chosen: Filter, order: Order) -> list[Filter]:
    wanted = [state for state in State if not chosen.states or state in chosen.states]
    parts = [replace(chosen, states=frozenset({state})) for state in wanted]
    return parts[::-1] if order.down else parts


def _page_by_state(
    connection: Connection, chosen: Filter, order: Order, after: Cursor | None, limit: int
) -> Page[StoryCard]:
    """Give a page that may go on from one state to the next."""
    parts = _states(chosen, order)
    here: Cursor | None = None
    if after is not None:
        reached = State(str(after.key[0]))
        parts = parts[next(place for place, part in enumerate(parts) if reached in part.states) :]
        here = Cursor((after.key[1], after.key[1]))
    found: list[StoryCard] = []
    for part in parts:
        found += page(connection, part, _NEWEST, here, limit + 1 - len(found)).items
        here = None
        if len(found) > limit:
            last = found[limit - 1]
            return Page(tuple(found[:limit]), Cursor((last.state.value, last.sort_key)))
    return Page(tuple(found))


# Statements


def _are_few(connection: Connection, chosen: Filter, order: Order, wanted: int) -> bool:
    """Tell whether a section's stories are read and sorted sooner than so many are met on the way through all."""
    if order.by not in _SORTED or not chosen.section or chosen != Filter(section=chosen.section):
        return False
    return count(connection, chosen) ** 2 <= (wanted + 1) * count(connection, EVERYTHING)


def _keys(order: Order, *, few: bool) -> _Keys:
    return _SORTED[order.by] if few else _BY[order.by]


@lru_cache(maxsize=64)
def _statement(
    chosen: Filter, order: Order, after: Cursor | None, limit: int, *, few: bool
) -> Select[*tuple[Any, ...]]:
    keys = _keys(order, few=few)
    asked = select(*CARD, keys.column, keys.place).where(*conditions(chosen), *_behind(keys, after, order))
    return asked.order_by(*_ordered(keys, down=order.down)).limit(limit)


def _ordered(keys: _Keys, *, down: bool) -> tuple[ColumnElement[Any], ...]:
    first = keys.column.desc() if down else keys.column.asc()
    if keys.column is keys.place:
        return (first,)
    return first, (keys.place.desc() if down is not keys.against else keys.place.asc())


def _behind(keys: _Keys, after: Cursor | None, order: Order) -> Iterator[ColumnElement[bool]]:
    if after is not None:
        yield _beyond(keys, after, down=order.down)


def _beyond(keys: _Keys, after: Cursor, *, down: bool) -> ColumnElement[bool]:
    """Give what is true of the stories behind the last one of the page before."""
    value, place = after.key
    if keys.against:
        behind = keys.column < value if down else keys.column > value
        within = keys.column <= value if down else keys.column >= value
        return and_(within, or_(behind, keys.place > place if down else keys.place < place))
    here = tuple_(keys.column, keys.place)
    there = tuple_(value, place, types=[keys.column.type, keys.place.type])
    return here < there if down else here > there
