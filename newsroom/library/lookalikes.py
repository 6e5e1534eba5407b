"""Headlines of the library that are like a headline: candidates by rare words, judged by likeness.

The index names, for each of the headline's five rarest terms, the stories that share it. Those that share
the most, weighed by rarity, are compared; 200 at most. The index's row number tells the story's time, so a
window of days is a range of rows.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select, text

from newsroom.domain.article import LinkKind
from newsroom.domain.lookalike import LikenessKind, Lookalike
from newsroom.domain.workflow import State
from newsroom.library.ordering import minute_key
from newsroom.library.rows import ArticleRow, LinkRow
from newsroom.text.likeness import compare, index_terms
from newsroom.text.terms import folded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy import Connection, Row

RAREST = 5
CANDIDATES = 200
NEWEST_OF_A_TERM = 2_000
"""So many stories of one term are looked at, the newest: a term that has more tells little."""

_ALL_TIME = (-(1 << 62), 1 << 62)
_SILENT = (LinkKind.NOT_A_DUPLICATE_OF.value, LinkKind.UPDATE_OF.value)
_FREQUENCY = text("SELECT doc FROM likeness_terms WHERE term = :term")
_HOLDERS = text(
    "SELECT rowid FROM likeness WHERE likeness MATCH :term AND rowid BETWEEN :first AND :last "
    "ORDER BY rowid DESC LIMIT :room"
)


class Asked(NamedTuple):
    """What is asked: the headline, whose it is, the window around a time, how alike, how many at most."""

    headline: str
    exclude: int = 0
    near: datetime | None = None
    days: int = 0
    threshold: float = 0.0
    limit: int = 20
    standing_heads: frozenset[str] = frozenset()


def lookalikes(connection: Connection, asked: Asked) -> tuple[Lookalike, ...]:
    """Give the stories whose headline is like the one asked, most alike first, then newest.

    Left out are the story itself and those that a person said are no duplicate or an update of it.
    """
    if folded(asked.headline) in {folded(head) for head in asked.standing_heads}:
        return ()
    chosen = _candidates(connection, index_terms(asked.headline), _window(asked.near, asked.days))
    silent = _silent(connection, asked.exclude) if asked.exclude else frozenset[str]()
    found = [
        match
        for row in _rows(connection, chosen)
        if row.id != asked.exclude
        and row.uid not in silent
        and (match := _judged(asked.headline, row, asked.threshold))
    ]
    return tuple(sorted(found, key=_rank, reverse=True)[: asked.limit])


def _window(near: datetime | None, days: int) -> tuple[int, int]:
    if not days:
        return _ALL_TIME
    around = (near or datetime.now(UTC)).astimezone(UTC)
    span = timedelta(days=days)
    return minute_key(around - span), minute_key(around + span + timedelta(minutes=1)) - 1


def _candidates(connection: Connection, terms: Iterable[str], window: tuple[int, int]) -> list[int]:
    known = {term: connection.scalar(_FREQUENCY, {"term": term}) or 0 for term in terms}
    rarest = sorted((number, term) for term, number in known.items() if number)[:RAREST]
    weights: Counter[int] = Counter()
    for number, term in rarest:
        asked = {"term": f'"{term}"', "first": window[0], "last": window[1], "room": NEWEST_OF_A_TERM}
        weight = 1_000_000 // (number + 10)
        for key in connection.scalars(_HOLDERS, asked):
            weights[key] += weight
    return [key for key, _ in weights.most_common(CANDIDATES)]


def _rows(connection: Connection, keys: Collection[int]) -> list[Row[*tuple[Any, ...]]]:
    columns = (
        ArticleRow.id,
        ArticleRow.uid,
        ArticleRow.headline,
        ArticleRow.state,
        ArticleRow.section,
        ArticleRow.publish_time,
        ArticleRow.created,
        ArticleRow.byline,
    )
    if not keys:
        return []
    statement = select(*columns).where(ArticleRow.sort_key.in_(keys), ArticleRow.trashed.is_(None))
    return list(connection.execute(statement))


def _silent(connection: Connection, story: int) -> frozenset[str]:
    """Give the uids of the stories that are linked as no duplicate or an update, in either direction."""
    uid = select(ArticleRow.uid).where(ArticleRow.id == story).scalar_subquery()
    ours = select(LinkRow.uid).where(LinkRow.article_id == story, LinkRow.kind.in_(_SILENT))
    theirs = (
        select(ArticleRow.uid)
        .join(LinkRow, LinkRow.article_id == ArticleRow.id)
        .where(LinkRow.uid == uid, LinkRow.kind.in_(_SILENT))
    )
    return frozenset(connection.scalars(ours.union(theirs)))


def _judged(headline: str, row: Row[*tuple[Any, ...]], threshold: float) -> Lookalike | None:
    found = compare(headline, row.headline)
    if not found.kind or found.score < threshold:
        return None
    return Lookalike(
        row.id,
        row.uid,
        row.headline,
        found.score,
        LikenessKind(found.kind.value),
        found.shared,
        State(row.state),
        row.section,
        row.publish_time or row.created,
        row.byline,
    )


def _rank(match: Lookalike) -> tuple[float, float]:
    return match.score, match.time.timestamp() if match.time else 0.0
