"""The pairs of like stories in the whole library, found a page of stories at a time and kept.

The search goes on where it ended: by the time at which stories were last changed, so that a story that
changed is looked at again.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, delete, func, select, tuple_, update

from newsroom.domain.lookalike import BodyKind, Pair
from newsroom.library import catalogue, lookalikes
from newsroom.library.adding import add
from newsroom.library.articles import read_many
from newsroom.library.groups import NUMBERS, of_any
from newsroom.library.rows import ARTICLE, PAIR
from newsroom.text.terms import is_standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection

    from newsroom.domain.lookalike import Lookalike
    from newsroom.settings import House

PAGE = 200
PLACE = "pairs found up to"
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
    gone = of_any(stories)
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


def recount(connection: Connection, stories: Sequence[int]) -> None:
    """Count anew on the cards of these stories and of those that they are like, for some went to the trash or came back."""
    partners = select(PAIR.c.article_id, PAIR.c.other_id).where(of_any(stories))
    touched = {story for pair in connection.execute(partners) for story in pair}
    if touched:
        _count(connection, touched)


def _count(connection: Connection, stories: set[int]) -> None:
    """Count on the cards of stories what they are like, where the count is another than before."""
    counted = dict.fromkeys(stories, 0)
    for pair in connection.execute(NUMBERS.where(of_any(stories))):
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
