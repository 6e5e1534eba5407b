"""Groups of like stories, those with the newest story first: read a page at a time, whatever the library holds.

A group begins where its newest story stands in the index of stories that have lookalikes, and is followed from
pair to pair; what people parted, in words or by a link, is apart.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, exists, literal_column, or_, select

from newsroom.domain.lookalike import BodyKind, Group, GroupPage, LikenessKind, Pair
from newsroom.library.rows import ARTICLE, LINK, PAIR, VERDICT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection

LARGEST = 60
"""Stories of a group at most."""

_PARTING = ("not-a-duplicate-of", "update-of", "print-version-of")
_CHUNK = 400
_FARTHEST = 5_000
"""So many stories are followed from pair to pair at a time; what joins more is a form that comes back."""
_EVER = 1 << 62
_FEW = "INDEXED BY ix_article_lookalikes"
"""Without a word SQLite would go through all stories for the few that are like others."""

_FIRST, _SECOND = ARTICLE.alias("first"), ARTICLE.alias("second")


def _apart() -> ColumnElement[bool]:
    """Give what is true of two stories that people parted."""
    both = ((_FIRST, _SECOND), (_SECOND, _FIRST))
    decided = (and_(VERDICT.c.uid == one.c.uid, VERDICT.c.other == two.c.uid) for one, two in both)
    linked = (and_(LINK.c.article_id == one.c.id, LINK.c.uid == two.c.uid) for one, two in both)
    return or_(
        exists().where(or_(*decided)),
        exists().where(or_(*linked), LINK.c.kind.in_(_PARTING)),
    )


# asked by `trashed`, which no index knows, lest the way begin at all stories instead of at the pairs
STANDING = (
    select(
        *(PAIR.c[name] for name in ("article_id", "other_id", "kind", "body", "score", "share")),
        *(_FIRST.c.sort_key, _FIRST.c.lookalikes, _SECOND.c.sort_key, _SECOND.c.lookalikes),
    )
    .join(_FIRST, _FIRST.c.id == PAIR.c.article_id)
    .join(_SECOND, _SECOND.c.id == PAIR.c.other_id)
    .where(_FIRST.c.trashed.is_(None), _SECOND.c.trashed.is_(None), ~_apart())
)
"""The pairs of stories that are like each other, with the keys of both and how many each is like."""

NUMBERS = STANDING.with_only_columns(PAIR.c.article_id, PAIR.c.other_id)
"""The numbers of stories that are like each other."""

_KINDS = {"": None, **{kind.value: kind for kind in LikenessKind}}
_BODIES = {"": None, **{kind.value: kind for kind in BodyKind}}


class _Known(NamedTuple):
    """What was followed: the pairs, by story its key, and of which stories a group may begin."""

    pairs: dict[tuple[int, int], Pair]
    keys: dict[int, int]
    counted: set[int]


def of_any(stories: Iterable[int]) -> ColumnElement[bool]:
    """Give what is true of the pairs in which one of these stories is."""
    wanted = tuple(stories)
    return or_(PAIR.c.article_id.in_(wanted), PAIR.c.other_id.in_(wanted))


def page(connection: Connection, after: int, limit: int) -> GroupPage:
    """Give so many groups that begin behind a place; 0 is the beginning."""
    found: list[Group] = []
    place = after or _EVER
    while len(found) < limit:
        seeds = _seeds(connection, place)
        if not seeds:
            return GroupPage(tuple(found))
        known = _followed(connection, [story for _key, story in seeds])
        homes = _homes(known.pairs.values())
        for key, story in seeds:
            place = key
            home = homes.get(story)
            if home is not None and key == max(known.keys[one] for one in home if one in known.counted):
                joined = [pair for pair in known.pairs.values() if homes[pair.first] is home]
                found += _grouped(joined, known.keys)
                if len(found) >= limit:
                    break
    return GroupPage(tuple(found), place)


def of(connection: Connection, story: int) -> tuple[Group, ...]:
    """Give the groups in which a story is."""
    known = _followed(connection, [story])
    return tuple(
        group for group in _grouped(list(known.pairs.values()), known.keys) if story in group.stories
    )


def count(connection: Connection) -> tuple[int, int]:
    """Give how many groups of like stories there are, and how many stories in them."""
    homes: dict[int, list[int]] = {}
    for one, other in connection.execution_options(yield_per=_CHUNK).execute(NUMBERS):
        _join(homes, one, other)
    return len({id(home) for home in homes.values()}), len(homes)


def _seeds(connection: Connection, place: int) -> list[tuple[int, int]]:
    """Give the next stories that are like others, the newest first."""
    asked = select(ARTICLE.c.sort_key, ARTICLE.c.id).where(
        ARTICLE.c.in_trash.is_(False), ARTICLE.c.lookalikes > literal_column("0"), ARTICLE.c.sort_key < place
    )
    asked = asked.order_by(ARTICLE.c.sort_key.desc()).limit(_CHUNK // 4).with_hint(ARTICLE, _FEW, "sqlite")
    return [(key, story) for key, story in connection.execute(asked)]


def _followed(connection: Connection, stories: Sequence[int]) -> _Known:
    """Follow stories from pair to pair."""
    known = _Known({}, {}, set())
    seen: set[int] = set()
    further = set(stories)
    while further and len(seen) < _FARTHEST:
        seen |= further
        wanted = sorted(further)
        for start in range(0, len(wanted), _CHUNK):
            _follow(connection, wanted[start : start + _CHUNK], known)
        further = known.keys.keys() - seen
    return known


def _follow(connection: Connection, stories: Sequence[int], known: _Known) -> None:
    for row in connection.execute(STANDING.where(of_any(stories))):
        one, other, kind, body, score, share = row[:6]
        known.pairs[one, other] = Pair(one, other, _KINDS[kind], _BODIES[body], score, share)
        for story, key, likes in ((one, *row[6:8]), (other, *row[8:10])):
            known.keys[story] = key
            if likes:
                known.counted.add(story)


def _homes(pairs: Iterable[Pair]) -> dict[int, list[int]]:
    homes: dict[int, list[int]] = {}
    for pair in pairs:
        _join(homes, pair.first, pair.second)
    return homes


def _join(homes: dict[int, list[int]], one: int, other: int, largest: int = _FARTHEST) -> None:
    mine, theirs = (homes.setdefault(story, [story]) for story in (one, other))
    if mine is theirs or len(mine) + len(theirs) > largest:
        return
    if len(mine) < len(theirs):
        mine, theirs = theirs, mine
    mine += theirs
    homes |= dict.fromkeys(theirs, mine)


def _grouped(pairs: Sequence[Pair], newest: Mapping[int, Any]) -> list[Group]:
    """Give the connected stories, the likest joined first.

    A group that would become too large is not joined further: what joins so many is a form that comes back.
    """
    homes: dict[int, list[int]] = {}
    for one in sorted(pairs, key=lambda pair: max(pair.score, pair.share), reverse=True):
        _join(homes, one.first, one.second, LARGEST)
    joined: dict[int, list[Pair]] = defaultdict(list)
    for one in pairs:
        if homes[one.first] is homes[one.second]:
            joined[homes[one.first][0]].append(one)
    made = [
        Group(tuple(sorted(homes[story], key=newest.__getitem__, reverse=True)), tuple(listed))
        for story, listed in joined.items()
    ]
    return sorted(made, key=lambda group: newest[group.stories[0]], reverse=True)
