"""Stories of the library that are like a story; headlines by rare words, judged by likeness, texts by `bodies`.

The index names, for each of the headline's five rarest terms, the stories that share it. Those that share
the most, weighed by rarity, are compared; 200 at most. What is merely like counts within a window of days
alone; what is equal or very like is worth a word however old it is.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import bindparam, select

from newsroom.domain.lookalike import LikenessKind, Lookalike
from newsroom.domain.workflow import State
from newsroom.library import blocking, bodies, database, verdicts
from newsroom.library.guarding import Draftlike
from newsroom.library.ordering import minute_key, word_key
from newsroom.library.rows import ARTICLE
from newsroom.text import shingles
from newsroom.text.likeness import Kind, Likeness, compare, index_terms, worth_comparing
from newsroom.text.terms import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Row

    from newsroom.domain.article import Article

RAREST = 5
CANDIDATES = 200
NEWEST_OF_A_TERM = 1_000
"""So many stories of one term are looked at, the newest: a term that has more tells little."""

_ALL_TIME = (-(1 << 62), 1 << 62)

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


class Asked(NamedTuple):
    """What is asked: the headline, whose it is, the window around a time, how alike, how many at most."""

    headline: str
    exclude: int = 0
    near: datetime | None = None
    days: int = 0
    threshold: float = 0.0
    limit: int = 20
    standing_heads: frozenset[str] = frozenset()
    uid: str = ""
    """Names a story that is not kept yet."""


def lookalikes(connection: Connection, asked: Asked) -> tuple[Lookalike, ...]:
    """Give the stories whose headline is like the one asked, most alike first, then newest.

    Left out are the story itself and those that a person said are no duplicate or an update of it.
    """
    found = _by_headline(connection, asked)
    told = _told(connection, asked, {story: (likeness, None) for story, likeness in found.items()})
    return (*told, *_private(connection, asked, frozenset()))[: asked.limit]


def alike(connection: Connection, asked: Asked, article: Article) -> tuple[Lookalike, ...]:
    """Give the stories whose headline or whose text is like this story's, most alike first, then newest."""
    headlines = _by_headline(connection, asked)
    texts = {found.story: found for found in bodies.alike(connection, article)}
    both = {story: (headlines.get(story), texts.get(story)) for story in (*texts, *headlines)}
    sample = frozenset(shingles.sample(shingles.rows_of(bodies.words_of(article))))
    found = (*_told(connection, asked, both), *_private(connection, asked, sample))
    return tuple(sorted(found, key=lambda match: match.weight, reverse=True))[: asked.limit]


def _by_headline(connection: Connection, asked: Asked) -> dict[int, Likeness]:
    """Give the stories with a like headline, most alike first, then newest."""
    if folded(asked.headline) in {folded(head) for head in asked.standing_heads}:
        return {}
    chosen = _candidates(connection, index_terms(asked.headline))
    window = _window(asked.near, asked.days)
    rows = _headlines(connection, chosen)
    places = worth_comparing(asked.headline, [headline for _, _, _, headline in rows])
    found = [
        (likeness.score, key, story, likeness)
        for key, story, _uid, headline in (rows[place] for place in places)
        if story != asked.exclude
        if _counts(likeness := compare(asked.headline, headline), key, window)
        if likeness.score >= asked.threshold
    ]
    best = sorted(found, key=lambda match: match[:2], reverse=True)
    return {story: likeness for _score, _key, story, likeness in best}


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


def _headlines(connection: Connection, keys: Sequence[int]) -> Sequence[Row[int, int, str, str]]:
    return connection.execute(_HEADLINES, {"keys": keys}).all() if keys else ()


def _told(
    connection: Connection, asked: Asked, found: Mapping[int, tuple[Likeness | None, bodies.Alike | None]]
) -> tuple[Lookalike, ...]:
    """Give the matches that nobody has parted, with what a person wants to know of each, in their order."""
    if not found:
        return ()
    parted = _parted(connection, asked)
    rows = connection.execute(_TOLD, {"ids": tuple(found)})
    matches = {row[0]: _match(row, *found[row[0]]) for row in rows if row[1] not in parted}
    held = blocking.of(connection, [one.uid for one in matches.values()])
    matches |= {
        story: replace(one, blocked=held[one.uid].reason) for story, one in matches.items() if one.uid in held
    }
    return tuple(matches[story] for story in found if story in matches)[: asked.limit]


def _parted(connection: Connection, asked: Asked) -> frozenset[str]:
    if asked.exclude:
        return verdicts.parted(connection, asked.exclude)
    return verdicts.parted_from(connection, asked.uid) if asked.uid else frozenset()


def _private(connection: Connection, asked: Asked, sample: frozenset[int]) -> tuple[Lookalike, ...]:
    """Give the drafts of others that are like the story, where they are not for everybody: no word of them."""
    guard = database.of(connection).guard
    if guard is None:
        return ()
    terms, key = index_terms(asked.headline), word_key(asked.headline)
    found = guard.alike(connection, Draftlike(terms, key, sorted(sample), asked.exclude))
    parted = _parted(connection, asked) if found else frozenset()
    return tuple(one for one in found if one.uid not in parted)


def _match(row: Row[*tuple[Any, ...]], likeness: Likeness | None, text: bodies.Alike | None) -> Lookalike:
    story, uid, headline, state, section, published, created, byline = row
    return Lookalike(
        story,
        uid,
        headline,
        likeness.score if likeness else 0.0,
        LikenessKind(likeness.kind.value) if likeness and likeness.kind else None,
        likeness.shared if likeness else (),
        State(state),
        section,
        published or created,
        byline,
        text.kind if text else None,
        text.share if text else 0,
    )
