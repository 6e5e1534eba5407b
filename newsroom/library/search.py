"""Full-text search: newest first, with a snippet of each find."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from newsroom.domain.listing import Cursor, Hit, Page
from newsroom.library import database, lists
from newsroom.library.query import terms
from newsroom.library.rows import ARTICLE, TEXT
from newsroom.library.snippets import Wanted, snippet

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from newsroom.domain.listing import Filter
    from newsroom.library.database import Matching


def search(connection: Connection, query: str, chosen: Filter, after: Cursor | None, limit: int) -> Page[Hit]:
    """Give the newest stories that hold all that is asked for; an empty query asks for all."""
    if not query.strip():
        page = lists.cards(connection, chosen, after=after, limit=limit)
        return Page(tuple(Hit(card) for card in page.items), page.next)
    asked = terms(query)
    if not asked:
        return Page()
    matching = database.of(connection).matching(asked)
    rows = connection.execute(_statement(matching, chosen, after), {"room": limit + 1}).all()
    wanted = Wanted.of(term for term in asked if not term.absent)
    width = len(lists.CARD)
    hits = tuple(Hit(lists.card(row[:width]), *snippet(wanted, row.lead, row.body)) for row in rows[:limit])
    more = Cursor((hits[-1].card.sort_key,)) if len(rows) > limit else None
    return Page(hits, more)


def _statement(matching: Matching, chosen: Filter, after: Cursor | None) -> Select[*tuple[Any, ...]]:
    """Give the statement: the index leads, in its own order; each find is then looked up and judged."""
    statement = (
        select(*lists.CARD, TEXT.c.lead, TEXT.c.body)
        .select_from(matching.rows)
        .join(ARTICLE, ARTICLE.c.sort_key == matching.key)
        .join(TEXT, TEXT.c.article_id == ARTICLE.c.id)
        .where(matching.fits, *lists.conditions(chosen, by_time=matching.key))
        .order_by(matching.key.desc())
        .limit(bindparam("room"))
    )
    return statement.where(matching.key < after.key[0]) if after else statement
