"""The pairs of like stories in the whole library, found a page of stories at a time and kept, and their groups.

The search goes on where it ended: by the time at which stories were last changed, so that a story that
changed is looked at again.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, bindparam, delete, func, or_, select, tuple_, update

from newsroom.domain.lookalike import BodyKind, Group, LikenessKind, Pair
from newsroom.library import catalogue, lookalikes
from newsroom.library.adding import add
from newsroom.library.articles import read_many
from newsroom.library.rows import ARTICLE, LINK, PAIR, VERDICT
from newsroom.text.terms import is_standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection

    from newsroom.domain.lookalike import Lookalike
    from newsroom.settings import House

PAGE = 200
LARGEST = 60
"""Stories of a group at most."""

PLACE = "pairs found up to"
_PARTING = ("not-a-duplicate-of", "update-of", "print-version-of")


_FIRST, _SECOND = ARTICLE.alias("first"), ARTICLE.alias("second")
_DECIDED = select(VERDICT.c.uid).where(
    or_(
        and_(VERDICT.c.uid == _FIRST.c.uid, VERDICT.c.other == _SECOND.c.uid),
        and_(VERDICT.c.uid == _SECOND.c.uid, VERDICT.c.other == _FIRST.c.uid),
    )
)
_STANDING = (
    select(_FIRST.c.id, _SECOND.c.id)
    .join(PAIR, PAIR.c.article_id == _FIRST.c.id)
    .join(_SECOND, _SECOND.c.id == PAIR.c.other_id)
    .where(_FIRST.c.in_trash.is_(False), _SECOND.c.in_trash.is_(False), ~_DECIDED.exists())
)
_KEPT = (
    select(
        *(PAIR.c[name] for name in ("article_id", "other_id", "kind", "body", "score", "share")),
        *(_FIRST.c.uid, _SECOND.c.uid, _FIRST.c.sort_key, _SECOND.c.sort_key),
    )
    .join(_FIRST, _FIRST.c.id == PAIR.c.article_id)
    .join(_SECOND, _SECOND.c.id == PAIR.c.other_id)
    .where(_FIRST.c.in_trash.is_(False), _SECOND.c.in_trash.is_(False))
)
_KINDS = {"": None, **{kind.value: kind for kind in LikenessKind}}
_BODIES = {"": None, **{kind.value: kind for kind in BodyKind}}
_CARD = update(ARTICLE).where(ARTICLE.c.id == bindparam("story")).values(lookalikes=bindparam("number"))


class Place(NamedTuple):
    """How far the search for pairs is: the time and number of the last story that was looked at."""

    time: datetime
    story: int


def place(connection: Connection) -> Place | None:
    """Give how far the search is, nothing where it never began."""
    kept = catalogue.fact(connection, PLACE)
    if not kept:
        return None
    time, story = json.loads(kept)
    return Place(datetime.fromisoformat(time), story)


def waiting(connection: Connection, after: Place | None) -> int:
    """Give how many stories have not been looked at since they changed."""
    return connection.scalar(select(func.count()).select_from(ARTICLE).where(*_unseen(after))) or 0


def _unseen(after: Place | None) -> Iterator[ColumnElement[bool]]:
    yield ARTICLE.c.in_trash.is_(False)
    if after is not None:
        yield tuple_(ARTICLE.c.modified, ARTICLE.c.id) > tuple_(*after)


def next_page(connection: Connection, after: Place | None) -> list[Place]:
    """Give the stories that are next to be looked at, by the time of their last change."""
    columns = (ARTICLE.c.modified, ARTICLE.c.id)
    asked = select(*columns).where(*_unseen(after)).order_by(*columns).limit(PAGE)
    return [Place(time, story) for time, story in connection.execute(asked)]


def found(connection: Connection, stories: Sequence[int], house: House) -> list[Pair]:
    """Give the pairs in which these stories are."""
    pairs: dict[tuple[int, int], Pair] = {}
    for article in read_many(connection, stories).values():
        if is_standing(article.kicker, house.standing_kickers):
            continue
        asked = lookalikes.Asked(
            article.headline,
            article.id,
            article.publish_time or article.created,
            house.lookalike_days,
            house.lookalike_threshold,
            standing_heads=frozenset(house.standing_heads),
        )
        for match in lookalikes.alike(connection, asked, article):
            one = _pair(article.id, match)
            pairs[one.first, one.second] = one
    return list(pairs.values())


def _pair(story: int, match: Lookalike) -> Pair:
    first, second = sorted((story, match.id))
    body = match.body
    if body in {BodyKind.CONTAINS, BodyKind.CONTAINED} and first != story:
        body = BodyKind.CONTAINED if body is BodyKind.CONTAINS else BodyKind.CONTAINS
    return Pair(first, second, match.kind, body, round(match.score), match.share)


def keep(connection: Connection, stories: Sequence[int], pairs: Iterable[Pair], last: Place) -> None:
    """Keep the pairs of these stories in the place of what was kept of them, and how far the search is."""
    gone = or_(PAIR.c.article_id.in_(stories), PAIR.c.other_id.in_(stories))
    touched = set(stories)
    touched.update(*map(tuple, connection.execute(select(PAIR.c.article_id, PAIR.c.other_id).where(gone))))
    connection.execute(delete(PAIR).where(gone))
    kept = list(pairs)
    rows = [
        {
            "article_id": one.first,
            "other_id": one.second,
            "kind": one.kind.value if one.kind else "",
            "body": one.body.value if one.body else "",
            "score": one.score,
            "share": one.share,
        }
        for one in kept
    ]
    add(connection, PAIR, rows)
    _count(connection, touched | {story for one in kept for story in (one.first, one.second)})
    catalogue.set_fact(connection, PLACE, json.dumps([last.time.isoformat(), last.story]))


def _count(connection: Connection, stories: set[int]) -> None:
    """Count on the cards of stories what they are like, where the count is another than before."""
    counted = dict.fromkeys(stories, 0)
    for pair in connection.execute(_STANDING.where(or_(_FIRST.c.id.in_(stories), _SECOND.c.id.in_(stories)))):
        for story in stories.intersection(pair):
            counted[story] += 1
    shown = select(ARTICLE.c.id, ARTICLE.c.lookalikes).where(ARTICLE.c.id.in_(stories))
    changed = [
        {"story": story, "number": counted[story]}
        for story, number in connection.execute(shown)
        if number != counted[story]
    ]
    if changed:
        connection.execute(_CARD, changed)


def groups(connection: Connection) -> tuple[Group, ...]:
    """Give the groups of like stories, those with the newest story first; what people parted is apart."""
    parted = _parted(connection)
    pairs: list[Pair] = []
    newest: dict[int, int] = {}
    for one, other, kind, body, score, share, uid, other_uid, key, other_key in connection.execute(_KEPT):
        if not parted or frozenset((uid, other_uid)) not in parted:
            pairs.append(Pair(one, other, _KINDS[kind], _BODIES[body], score, share))
            newest[one], newest[other] = key, other_key
    return _grouped(pairs, newest)


def _parted(connection: Connection) -> set[frozenset[str]]:
    """Give the pairs of uids that people parted."""
    decided = {frozenset(row) for row in connection.execute(select(VERDICT.c.uid, VERDICT.c.other))}
    linked = select(ARTICLE.c.uid, LINK.c.uid).join(LINK, LINK.c.article_id == ARTICLE.c.id)
    return decided | {frozenset(row) for row in connection.execute(linked.where(LINK.c.kind.in_(_PARTING)))}


def _grouped(pairs: Sequence[Pair], newest: Mapping[int, int]) -> tuple[Group, ...]:
    """Give the connected stories, the likest joined first.

    A group that would become too large is not joined further: what joins so many is a form that comes back.
    """
    home: dict[int, list[int]] = {}
    for one in sorted(pairs, key=lambda pair: max(pair.score, pair.share), reverse=True):
        mine, theirs = (home.setdefault(story, [story]) for story in (one.first, one.second))
        if mine is not theirs and len(mine) + len(theirs) <= LARGEST:
            mine += theirs
            home |= dict.fromkeys(theirs, mine)
    joined: dict[int, list[Pair]] = defaultdict(list)
    for one in pairs:
        if home[one.first] is home[one.second]:
            joined[home[one.first][0]].append(one)
    made = [
        Group(tuple(sorted(home[story], key=newest.__getitem__, reverse=True)), tuple(listed))
        for story, listed in joined.items()
    ]
    return tuple(sorted(made, key=lambda group: newest[group.stories[0]], reverse=True))
