"""The pairs of like stories in the whole library, found a page of stories at a time and kept, and their groups.

The search goes on where it ended: by the time at which stories were last changed, so that a story that
changed is looked at again.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, func, or_, select, tuple_

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
PLACE = "pairs found up to"
_PARTING = ("not-a-duplicate-of", "update-of", "print-version-of")


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
    connection.execute(delete(PAIR).where(or_(PAIR.c.article_id.in_(stories), PAIR.c.other_id.in_(stories))))
    rows = [
        {
            "article_id": one.first,
            "other_id": one.second,
            "kind": one.kind.value if one.kind else "",
            "body": one.body.value if one.body else "",
            "score": one.score,
            "share": one.share,
        }
        for one in pairs
    ]
    add(connection, PAIR, rows)
    catalogue.set_fact(connection, PLACE, json.dumps([last.time.isoformat(), last.story]))


def groups(connection: Connection) -> tuple[Group, ...]:
    """Give the groups of like stories, those with the newest story first; what people parted is apart."""
    first, second = ARTICLE.alias("first"), ARTICLE.alias("second")
    asked = (
        select(
            PAIR,
            first.c.uid.label("uid"),
            second.c.uid.label("other_uid"),
            first.c.sort_key,
            second.c.sort_key,
        )
        .join(first, first.c.id == PAIR.c.article_id)
        .join(second, second.c.id == PAIR.c.other_id)
        .where(first.c.in_trash.is_(False), second.c.in_trash.is_(False))
    )
    parted = _parted(connection)
    pairs: list[Pair] = []
    newest: dict[int, int] = {}
    for row in connection.execute(asked):
        if frozenset((row.uid, row.other_uid)) in parted:
            continue
        kind = LikenessKind(row.kind) if row.kind else None
        body = BodyKind(row.body) if row.body else None
        pairs.append(Pair(row.article_id, row.other_id, kind, body, row.score, row.share))
        newest[row.article_id], newest[row.other_id] = row[-2], row[-1]
    return _grouped(pairs, newest)


def _parted(connection: Connection) -> set[frozenset[str]]:
    """Give the pairs of uids that people parted."""
    decided = {frozenset(row) for row in connection.execute(select(VERDICT.c.uid, VERDICT.c.other))}
    linked = select(ARTICLE.c.uid, LINK.c.uid).join(LINK, LINK.c.article_id == ARTICLE.c.id)
    return decided | {frozenset(row) for row in connection.execute(linked.where(LINK.c.kind.in_(_PARTING)))}


def _grouped(pairs: Sequence[Pair], newest: Mapping[int, int]) -> tuple[Group, ...]:
    """Give the connected stories, by joining the groups of both ends of each pair."""
    head: dict[int, int] = {}

    def top(story: int) -> int:
        while head.setdefault(story, story) != story:
            head[story] = story = head[head[story]]
        return story

    for one in pairs:
        head[top(one.first)] = top(one.second)
    members: dict[int, list[int]] = defaultdict(list)
    joined: dict[int, list[Pair]] = defaultdict(list)
    for story in newest:
        members[top(story)].append(story)
    for one in pairs:
        joined[top(one.first)].append(one)
    made = [
        Group(tuple(sorted(stories, key=newest.__getitem__, reverse=True)), tuple(joined[name]))
        for name, stories in members.items()
    ]
    return tuple(sorted(made, key=lambda group: newest[group.stories[0]], reverse=True))
