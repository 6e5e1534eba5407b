"""The best finds first: at once among the newest finds, or among all of them, which takes its time."""

from __future__ import annotations

from heapq import nlargest
from typing import TYPE_CHECKING, Any

from sqlalchemy import literal, select

from newsroom.domain.listing import Cursor, Hit, Page
from newsroom.library import lists
from newsroom.library.asking import asked, asks_for_trash
from newsroom.library.rows import ARTICLE, TEXT
from newsroom.library.search import as_query, hits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sqlalchemy import Connection, Select

    from newsroom.domain.listing import Filter
    from newsroom.domain.query import Query
    from newsroom.library.asking import Asked

NEWEST = 1000
"""So many of the newest finds are put in order at once."""

MOST = 1000
"""So many of the best are kept when all finds are put in order."""

_CHUNK = 2000
Ranked = tuple[float, int]
"""How well a find fits, greater is better, and its sort key."""


def best(
    connection: Connection,
    query: Query | str,
    chosen: Filter,
    after: Cursor | None,
    limit: int,
    stopped: Callable[[], bool] | None = None,
) -> Page[Hit]:
    """Give the best of the newest 1,000 finds; with ``stopped`` of all, as long as it does not say so.

    A cursor holds the very finds that come next.
    """
    meant = as_query(query)
    if () in meant.wanted:
        return Page()
    if after:
        keys = after.key
    else:
        one = asked(connection, meant, chosen, ranked=True)
        found = _newest(connection, one) if stopped is None else _all(connection, one, stopped)
        keys = tuple(key for _, key in nlargest(MOST, found))
    return _page(connection, meant, keys, limit, trash=chosen.trash or asks_for_trash(meant))


def _newest(connection: Connection, one: Asked) -> Iterable[Ranked]:
    rows = connection.execute(_ranked(one).limit(NEWEST))
    return [(row[0], row[1]) for row in rows]


def _all(connection: Connection, one: Asked, stopped: Callable[[], bool]) -> Iterator[Ranked]:
    rows = connection.execution_options(yield_per=_CHUNK).execute(_ranked(one))
    for part in rows.partitions():
        if stopped():
            return
        yield from ((row[0], row[1]) for row in part)


def _ranked(one: Asked) -> Select[*tuple[Any, ...]]:
    """Give the statement for how well each find fits, newest first, so that the index leads.

    Rows of stories are looked up only where they are judged; what lies in the trash is left out when shown.
    """
    if one.index is None:
        found = select(literal(0.0), ARTICLE.c.sort_key).where(*one.judged)
    else:
        found = select(one.index.rank, one.key).select_from(one.index.rows).where(one.index.fits)
        if one.few:
            found = found.join(ARTICLE, ARTICLE.c.sort_key == one.key).where(*one.judged)
    return found.where(*one.times).order_by(one.key.desc())


def _page(
    connection: Connection, query: Query, keys: tuple[Any, ...], limit: int, *, trash: bool
) -> Page[Hit]:
    here, further = keys[:limit], keys[limit:]
    statement = select(*lists.CARD, TEXT.c.lead, TEXT.c.body).join(TEXT, TEXT.c.article_id == ARTICLE.c.id)
    rows = connection.execute(
        statement.where(ARTICLE.c.sort_key.in_(here), ARTICLE.c.in_trash.is_(trash))
    ).all()
    place = {key: number for number, key in enumerate(here)}
    found = sorted(hits(query, rows), key=lambda hit: place[hit.card.sort_key])
    return Page(tuple(found), Cursor(further) if further else None)
