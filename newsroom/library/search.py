"""Full-text search, newest first, with a snippet of each find.

The index leads in its own order, and each find is looked up and judged. Where hardly any of the newest finds
is a right one, the stories that would be right are asked for first, if they are few.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal, select

from newsroom.domain.cleaning import cleaned
from newsroom.domain.listing import Cursor, Hit, Order, Page
from newsroom.library import columns, lists
from newsroom.library.asking import Asked, asked
from newsroom.library.rows import ARTICLE, TEXT
from newsroom.library.snippets import Wanted, snippet
from newsroom.text.query.reading import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select

    from newsroom.domain.listing import Filter
    from newsroom.domain.query import Query

    Rows = list[Row[*tuple[Any, ...]]]
    Asking = Select[*tuple[Any, ...]]

NEAREST = 1000
"""So many of the newest finds are judged before it is asked whether another way is shorter."""

FEW = 4000
"""So many stories at most are few enough to be asked for first."""


def search(
    connection: Connection, query: Query | str, chosen: Filter, after: Cursor | None, limit: int
) -> Page[Hit]:
    """Give the newest stories that fit; an empty query asks for all."""
    meant = as_query(query)
    if not meant:
        page = lists.cards(connection, chosen, after=after, limit=limit)
        return Page(tuple(Hit(card) for card in page.items), page.next)
    if () in meant.wanted:
        return Page()
    rows = _newest(connection, asked(connection, meant, chosen), after, limit + 1)
    found = hits(meant, rows[:limit])
    return Page(found, Cursor((found[-1].card.sort_key,)) if len(rows) > limit else None)


def at(connection: Connection, query: Query | str, chosen: Filter, row: int, limit: int) -> Page[Hit]:
    """Give the page of what a search finds that begins at a row; the first row is 0."""
    meant = as_query(query)
    if not meant:
        page = columns.at(connection, chosen, Order(), row, limit)
        return Page(tuple(Hit(card) for card in page.items), page.next)
    if not row:
        return search(connection, meant, chosen, None, limit)
    one = asked(connection, meant, chosen)
    key = connection.scalar(_found(one, select(one.key)).offset(row - 1).limit(1))
    return Page() if key is None else search(connection, meant, chosen, Cursor((key,)), limit)


def count(connection: Connection, query: Query | str, chosen: Filter, most: int) -> int:
    """Give how many stories fit, counted up to so many."""
    found = _keys(connection, as_query(query), chosen).limit(most).subquery()
    return connection.scalar(select(func.count()).select_from(found)) or 0


def ids(
    connection: Connection, query: Query | str, chosen: Filter, limit: int | None, row: int = 0
) -> tuple[int, ...]:
    """Give the numbers of the stories that fit, newest first, from a row on."""
    asked_for = _keys(connection, as_query(query), chosen).limit(limit).offset(row or None)
    return tuple(connection.scalars(asked_for))


def as_query(query: Query | str) -> Query:
    """Give a query, reading a text that nobody has read yet."""
    return cleaned(read(query) if isinstance(query, str) else query)


def _keys(connection: Connection, query: Query, chosen: Filter) -> Select[int]:
    """Give the statement for the numbers of the stories that fit, newest first."""
    return _found(asked(connection, query, chosen), select(ARTICLE.c.id))


def _found(one: Asked, found: Select[int]) -> Select[int]:
    """Ask for a column of all that is found, newest first."""
    if one.index is None:
        found = found.select_from(ARTICLE)
    else:
        found = found.select_from(one.index.rows).join(ARTICLE, ARTICLE.c.sort_key == one.key)
        found = found.where(one.index.fits)
    return found.where(*one.times, *one.judged).order_by(one.key.desc())


def hits(query: Query, rows: Iterable[Sequence[Any]]) -> tuple[Hit, ...]:
    """Make hits of rows that begin with a card's columns, lead and body."""
    wanted, width = Wanted.of(query.terms), len(lists.CARD)
    return tuple(Hit(lists.card(row[:width]), *snippet(wanted, row[width], row[width + 1])) for row in rows)


def statement(one: Asked, *further: ColumnElement[bool]) -> Asking:
    """Give the statement for all that is asked and more, newest first."""
    found = select(*lists.CARD, TEXT.c.lead, TEXT.c.body)
    if one.index is None:
        found = found.select_from(ARTICLE)
    else:
        rows = found.select_from(one.index.rows)
        found = rows.join(ARTICLE, ARTICLE.c.sort_key == one.key).where(one.index.fits)
    found = found.join(TEXT, TEXT.c.article_id == ARTICLE.c.id).where(*one.times, *one.judged, *further)
    return found.order_by(one.key.desc())


def _newest(connection: Connection, one: Asked, after: Cursor | None, room: int) -> Rows:
    edge = [one.key < after.key[0]] if after else []
    place = _place(connection, one, edge) if one.few else None
    if place is None:
        return list(connection.execute(statement(one, *edge).limit(room)).all())
    near = list(connection.execute(statement(one, *edge, one.key >= place).limit(room)).all())
    if len(near) >= room:
        return near
    right = _right(connection, one, place)
    further = one.key < place if right is None else (one.key + literal(0)).in_(right)
    return near + list(connection.execute(statement(one, further).limit(room - len(near))).all())


def _place(connection: Connection, one: Asked, edge: Sequence[ColumnElement[bool]]) -> int | None:
    """Give the key of the last of the newest finds, judged or not; None where there are not that many."""
    if one.index is None:
        return None
    keys = select(one.key).select_from(one.index.rows).where(one.index.fits, *one.times, *edge)
    return connection.scalar(keys.order_by(one.key.desc()).offset(NEAREST - 1).limit(1))


def _right(connection: Connection, one: Asked, place: int) -> tuple[int, ...] | None:
    """Give the keys of all stories before a place that would be right, or None where they are not few."""
    keys = select(ARTICLE.c.sort_key).where(*one.plainly, ARTICLE.c.sort_key < place).limit(FEW + 1)
    found = tuple(connection.scalars(keys))
    return found if len(found) <= FEW else None
