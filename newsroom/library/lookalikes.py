"""Headlines of the library that are like a headline: candidates by rare words, judged by likeness.

The index names, for each of the headline's five rarest terms, the stories that share it. Those that share
the most, weighed by rarity, are compared; 200 at most. What is merely like counts within a window of days
alone; what is equal or very like is worth a word however old it is.
"""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, select

from newsroom.domain.article import LinkKind
from newsroom.domain.lookalike import LikenessKind, Lookalike
from newsroom.domain.workflow import State
from newsroom.library import database
from newsroom.library.ordering import minute_key
from newsroom.library.rows import ARTICLE, LINK
from newsroom.text.likeness import Kind, Likeness, compare, index_terms
from newsroom.text.terms import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Row

RAREST = 5
CANDIDATES = 200
NEWEST_OF_A_TERM = 2_000
"""So many stories of one term are looked at, the newest: a term that has more tells little."""

_ALL_TIME = (-(1 << 62), 1 << 62)
_SILENT = (LinkKind.NOT_A_DUPLICATE_OF.value, LinkKind.UPDATE_OF.value, LinkKind.PRINT_VERSION_OF.value)

# Statements are made once: making one takes longer than its answer.
_HEADLINES = select(ARTICLE.c.sort_key, ARTICLE.c.id, ARTICLE.c.uid, ARTICLE.c.headline).where(
    ARTICLE.c.sort_key.in_(bindparam("keys", expanding=True)), ARTICLE.c.trashed.is_(None)
)
_TOLD = select(
    ARTICLE.c.id,
    ARTICLE.c.uid,
    ARTICLE.c.headline,
    ARTICLE.c.state,
    ARTICLE.c.section,
    ARTICLE.c.publish_time,
    ARTICLE.c.created,
    ARTICLE.c.byline,
).where(ARTICLE.c.id.in_(bindparam("ids", expanding=True)))
_OURS = select(LINK.c.uid).where(LINK.c.article_id == bindparam("story"), LINK.c.kind.in_(_SILENT))
_THEIRS = (
    select(ARTICLE.c.uid)
    .join(LINK, LINK.c.article_id == ARTICLE.c.id)
    .where(
        LINK.c.uid == select(ARTICLE.c.uid).where(ARTICLE.c.id == bindparam("story")).scalar_subquery(),
        LINK.c.kind.in_(_SILENT),
    )
)
_SILENCED = _OURS.union(_THEIRS)


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
    chosen = _candidates(connection, index_terms(asked.headline))
    window = _window(asked.near, asked.days)
    found = [
        (likeness.score, key, story, uid, likeness)
        for key, story, uid, headline in _headlines(connection, chosen)
        if story != asked.exclude
        if _counts(likeness := compare(asked.headline, headline), key, window)
        if likeness.score >= asked.threshold
    ]
    silent = _silent(connection, asked.exclude) if found and asked.exclude else frozenset[str]()
    heard = [match for match in found if match[3] not in silent]
    best = sorted(heard, key=lambda match: match[:2], reverse=True)[: asked.limit]
    return _told(connection, {story: likeness for _, _, story, _, likeness in best})


def _counts(likeness: Likeness, key: int, window: tuple[int, int]) -> bool:
    """Tell whether a likeness is worth a word: what is merely like counts near in time only."""
    if likeness.kind is Kind.LIKE:
        return window[0] <= key <= window[1]
    return likeness.kind is not None


def _window(near: datetime | None, days: int) -> tuple[int, int]:
    if not days:
        return _ALL_TIME
    around = (near or datetime.now(UTC)).astimezone(UTC)
    span = timedelta(days=days)
    return minute_key(around - span), minute_key(around + span + timedelta(minutes=1)) - 1


def _candidates(connection: Connection, terms: Sequence[str]) -> list[int]:
    """Give the sort keys of the stories that share the most of the rarest terms: the rarer, the heavier."""
    kind = database.of(connection)
    frequencies = kind.frequencies(connection, terms)
    rarest = sorted((number, term) for term, number in frequencies.items())[:RAREST]
    if not rarest:
        return []
    asked = {term: 1_000_000 // (number + 10) for number, term in rarest}
    weights: Counter[int] = Counter()
    for weight, key in kind.holders(connection, asked, NEWEST_OF_A_TERM):
        weights[key] += weight
    return [key for key, _ in weights.most_common(CANDIDATES)]


def _headlines(connection: Connection, keys: Sequence[int]) -> Iterable[Row[int, int, str, str]]:
    return connection.execute(_HEADLINES, {"keys": keys}) if keys else ()


def _silent(connection: Connection, story: int) -> frozenset[str]:
    """Give the uids of the stories that are linked as no duplicate or an update, in either direction."""
    return frozenset(connection.scalars(_SILENCED, {"story": story}))


def _told(connection: Connection, found: Mapping[int, Likeness]) -> tuple[Lookalike, ...]:
    """Give the matches with what a person wants to know of each, in the order they come in."""
    if not found:
        return ()
    rows = connection.execute(_TOLD, {"ids": tuple(found)})
    matches = {row[0]: _match(row, found[row[0]]) for row in rows}
    return tuple(matches[story] for story in found)


def _match(row: Row[*tuple[Any, ...]], likeness: Likeness) -> Lookalike:
    story, uid, headline, state, section, published, created, byline = row
    assert likeness.kind
    return Lookalike(
        story,
        uid,
        headline,
        likeness.score,
        LikenessKind(likeness.kind.value),
        likeness.shared,
        State(state),
        section,
        published or created,
        byline,
    )
