"""Search in earlier versions: stories that once held what is asked for, and do no more.

There is no index of what was: the versions of changed stories are read one after the other, so many a call,
and the caller asks for more as long as somebody wants it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from newsroom.domain.errors import UnreadableText
from newsroom.domain.listing import Cursor, EarlierHit, Page
from newsroom.library import lists, versions
from newsroom.library.asking import asked, match_of
from newsroom.library.fields import story_of
from newsroom.library.indexes import indexed, searchable
from newsroom.library.rows import ARTICLE, REVISION
from newsroom.library.search import as_query
from newsroom.library.snippets import Wanted, stretch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row

    from newsroom.domain.article import Article
    from newsroom.domain.listing import Filter
    from newsroom.domain.query import Query
    from newsroom.library.matching import Match


def earlier(
    connection: Connection, query: Query | str, chosen: Filter, after: Cursor | None, stories: int
) -> Page[EarlierHit]:
    """Look through the versions of so many changed stories, the newest first, and give what is found in them.

    A page may be empty though there are more. Sections, states and times are those of today, words those of
    the version.
    """
    meant = as_query(query)
    match = match_of(meant)
    if match is None or () in meant.wanted:
        return Page()
    rows = _changed(connection, meant, chosen, after, stories)
    wanted = Wanted.of(meant.terms)
    found = (_found(connection, row, match, wanted) for row in rows)
    hits = tuple(hit for hit in found if hit)
    more = Cursor((lists.card(rows[-1]).sort_key,)) if len(rows) == stories else None
    return Page(hits, more)


def _changed(
    connection: Connection, query: Query, chosen: Filter, after: Cursor | None, stories: int
) -> Sequence[Row[*tuple[Any, ...]]]:
    one = asked(connection, query.without_words(), chosen)
    statement = select(*lists.CARD).where(ARTICLE.c.version > 1, *one.times, *one.judged)
    if after:
        statement = statement.where(ARTICLE.c.sort_key < after.key[0])
    return connection.execute(statement.order_by(ARTICLE.c.sort_key.desc()).limit(stories)).all()


def _found(connection: Connection, found: Sequence[Any], match: Match, wanted: Wanted) -> EarlierHit | None:
    card = lists.card(found)
    columns = (*versions.TEXT, REVISION.c.time, REVISION.c.person)
    asked_for = select(*columns).where(REVISION.c.article_id == card.id).order_by(REVISION.c.version.desc())
    texts = versions.Texts(connection)
    for row in connection.execute(asked_for).all():
        article = _readable(texts, row)
        if article is None or not _fits(article, match):
            continue
        if row.version == card.version:
            return None
        return EarlierHit(card, row.version, row.time, row.person, *stretch(wanted, _shown(article)))
    return None


def _readable(texts: versions.Texts, row: Row[*tuple[Any, ...]]) -> Article | None:
    """Give the story of a version; what is damaged holds nothing that could be found."""
    try:
        return story_of(texts.of(row).decode())
    except (UnreadableText, UnicodeDecodeError):
        return None


def _fits(article: Article, match: Match) -> bool:
    held = indexed(article, 0)
    return match.fits(held.words, held.stems)


def _shown(article: Article) -> tuple[str, ...]:
    """Give the texts of a version for its snippet, those that are read first."""
    headline, *others = searchable(article)
    return (*others, headline)
