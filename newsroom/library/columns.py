"""Lists in the order of any of their columns: pages by key, each order served by an index, never by offset.

Of equal stories the one with the higher key comes last when the list goes up and first when it goes down; within
a section it is the other way round, as the index of the sections has it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import Text, and_, literal_column, or_, select, tuple_

from newsroom.domain.listing import Cursor, Heading, Order, Page
from newsroom.library.lists import CARD, card, conditions
from newsroom.library.rows import ARTICLE
from newsroom.library.rows.stories import BYLINE

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select

    from newsroom.domain.card import StoryCard
    from newsroom.domain.listing import Filter


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
    Heading.STATE: _Keys(ARTICLE.c.state, ARTICLE.c.sort_key),
    Heading.AUTHOR: _Keys(literal_column(BYLINE, Text()), ARTICLE.c.sort_key),
    Heading.GENRE: _Keys(ARTICLE.c.genre, ARTICLE.c.sort_key),
    Heading.LANGUAGE: _Keys(ARTICLE.c.spoken, ARTICLE.c.sort_key),
    Heading.FINDINGS: _Keys(ARTICLE.c.findings, ARTICLE.c.sort_key),
    Heading.DOUBLES: _Keys(ARTICLE.c.lookalikes, ARTICLE.c.sort_key),
}
_WIDTH = len(CARD)


def page(
    connection: Connection, chosen: Filter, order: Order, after: Cursor | None, limit: int
) -> Page[StoryCard]:
    """Give one page of a list in an order."""
    rows = connection.execute(_statement(chosen, order, after, limit + 1)).all()
    found = tuple(card(row) for row in rows[:limit])
    return Page(found, Cursor(tuple(rows[limit - 1][_WIDTH:])) if len(rows) > limit else None)


@lru_cache(maxsize=64)
def _statement(chosen: Filter, order: Order, after: Cursor | None, limit: int) -> Select[*tuple[Any, ...]]:
    keys = _BY[order.by]
    asked = select(*CARD, keys.column, keys.place).where(*conditions(chosen))
    if after is not None:
        asked = asked.where(_beyond(keys, after, down=order.down))
    return asked.order_by(*_ordered(keys, down=order.down)).limit(limit)


def _ordered(keys: _Keys, *, down: bool) -> tuple[ColumnElement[Any], ...]:
    first = keys.column.desc() if down else keys.column.asc()
    if keys.column is keys.place:
        return (first,)
    return first, (keys.place.desc() if down is not keys.against else keys.place.asc())


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
