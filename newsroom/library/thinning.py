"""Thins the versions of stories that nobody touched for long, by a rule that never takes what was decided on.

Of the plain saves of a day the last stays. The first version stays, the newest, and each that came by another
way than saving: submitted, returned, approved, published, named as a snapshot, imported, brought back. What is
struck is told in the story's journal, and what stays is packed anew, so that old plain rows become small.
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import and_, bindparam, case, delete, func, or_, select, update

from newsroom.library import catalogue, journal, verifying, versions
from newsroom.library.rows import ARTICLE, REVISION

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, Row

MARK = "thinned"
"""The fact that names the last story that was looked at: when it was changed, and its number."""

REACHED = "packed"
"""The fact that names the last story whose plain versions were packed; a pass that is done begins anew."""

ACTION = "thinned"
PAGE = 500
_PLAIN_SAVE = "saved"
_WRITE = (
    update(REVISION)
    .where(REVISION.c.article_id == bindparam("story_id"), REVISION.c.version == bindparam("number"))
    .values(story="", packed=bindparam("small"), base=bindparam("beside"))
)


class Thinned(NamedTuple):
    """What a page of thinning did: stories looked at, versions struck; more tells that it did not end there."""

    stories: int = 0
    struck: int = 0
    more: bool = False


def thin(connection: Connection, until: datetime, person: str, now: datetime) -> Thinned:
    """Thin the next stories that were last changed before a time, some at a time; they are never looked at again."""
    page = _next(connection, until)
    if not page:
        return Thinned()
    wanted = _wanted(connection, [row.id for row in page])
    struck = sum(_thin(connection, story, person, now) for story in wanted)
    last = page[-1]
    catalogue.set_fact(connection, MARK, f"{last.modified.astimezone(UTC).isoformat()} {last.id}")
    return Thinned(len(page), struck, len(page) == PAGE)


def pack(connection: Connection) -> bool:
    """Pack the plain versions of the next stories, some at a time; tell whether there may be more.

    Plain are those of older libraries, and those that the server itself wrote where people have rights of their own.
    """
    after = int(catalogue.fact(connection, REACHED) or 0)
    plain = REVISION.c.packed.is_(None), REVISION.c.article_id > after
    asked = select(REVISION.c.article_id).where(*plain).group_by(REVISION.c.article_id)
    page = tuple(connection.scalars(asked.order_by(REVISION.c.article_id).limit(PAGE)))
    for story in page:
        if next(verifying.verify(connection, story), None) is None:
            texts = versions.Texts(connection)
            _pack(connection, story, [(row, texts.of(row)) for row in _rows(connection, story)])
    more = len(page) == PAGE
    if page or after:
        catalogue.set_fact(connection, REACHED, str(page[-1] if more else 0))
    return more


def _rows(connection: Connection, story: int) -> Sequence[Any]:
    columns = (*versions.TEXT, REVISION.c.action, REVISION.c.time)
    asked = select(*columns).where(REVISION.c.article_id == story).order_by(REVISION.c.version)
    return connection.execute(asked).all()


def _next(connection: Connection, until: datetime) -> Sequence[Row[datetime, int]]:
    at = ARTICLE.c.modified, ARTICLE.c.id
    asked = select(*at).where(ARTICLE.c.in_trash.is_(False), ARTICLE.c.modified < until)
    before = catalogue.fact(connection, MARK)
    if before:
        time, story = before.split()
        reached = datetime.fromisoformat(time)
        later = and_(ARTICLE.c.modified == reached, ARTICLE.c.id > int(story))
        asked = asked.where(ARTICLE.c.modified >= reached, or_(ARTICLE.c.modified > reached, later))
    return connection.execute(asked.order_by(*at).limit(PAGE)).all()


def _wanted(connection: Connection, stories: Sequence[int]) -> Sequence[int]:
    """Give the stories whose versions may be fewer or smaller."""
    plain = REVISION.c.packed.is_(None)
    saves = func.sum(_as_number(REVISION.c.action == _PLAIN_SAVE))
    asked = select(REVISION.c.article_id).where(REVISION.c.article_id.in_(stories))
    asked = asked.group_by(REVISION.c.article_id)
    return tuple(connection.scalars(asked.having(or_(saves > 1, func.max(_as_number(plain)) > 0))))


def _as_number(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)


def _thin(connection: Connection, story: int, person: str, now: datetime) -> int:
    """Thin one story and give how many versions were struck; one that was tampered with keeps all, as evidence."""
    if next(verifying.verify(connection, story), None) is not None:
        return 0
    rows = _rows(connection, story)
    gone = superfluous((row.version, row.action, row.time) for row in rows)
    texts = versions.Texts(connection)
    kept = [(row, texts.of(row)) for row in rows if row.version not in gone]
    if gone:
        listed = REVISION.c.version.in_(gone)
        connection.execute(delete(REVISION).where(REVISION.c.article_id == story, listed))
        journal.strike(connection, story, gone, (ACTION, str(len(gone)), person), now)
    _pack(connection, story, kept)
    return len(gone)


def superfluous(rows: Iterable[tuple[int, str, datetime]]) -> list[int]:
    """Give the versions that the rule takes out of all of a story: number, action and time, oldest first."""
    listed = list(rows)
    gone: list[int] = []
    for (version, action, time), (_next_one, after, later) in pairwise(listed[1:]):
        same_day = time.astimezone(UTC).date() == later.astimezone(UTC).date()
        if action == after == _PLAIN_SAVE and same_day:
            gone.append(version)
    return gone


def _pack(connection: Connection, story: int, kept: Iterable[tuple[Any, bytes]]) -> None:
    """Write the texts of a story small, each beside a key that stays, where that is another row than it was."""
    key: tuple[int, bytes] | None = None
    changed: list[dict[str, Any]] = []
    for row, text in kept:
        small = versions.beside(text, key)
        if small.base is None:
            key = row.version, text
        if (row.packed, row.base) != small:
            changed.append(
                {"story_id": story, "number": row.version, "small": small.packed, "beside": small.base}
            )
    if changed:
        connection.execute(_WRITE, changed)
