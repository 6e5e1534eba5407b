"""What people are quietly told: written in the transaction of what it tells of, read and seen by whom it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select, update

from newsroom.domain.catalogue import Kind
from newsroom.domain.cleaning import cleaned
from newsroom.domain.listing import Cursor, Page
from newsroom.domain.notice import Notice, NoticeKind, follows, submitted
from newsroom.library.adding import add
from newsroom.library.former import is_called
from newsroom.library.rows import ARTICLE, ASSIGNMENT, FORMER, NOTICE, PERSON

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from newsroom.domain.article import Article
    from newsroom.domain.person import Person

MOST = 1_000
"""So many notices are counted up to."""

_LINE = (
    NOTICE.c.id,
    NOTICE.c.kind,
    NOTICE.c.person_key,
    NOTICE.c.article_id,
    NOTICE.c.by,
    NOTICE.c.note,
    NOTICE.c.due,
    NOTICE.c.time,
    NOTICE.c.seen,
    ARTICLE.c.headline,
)
_KINDS = {kind.value: kind for kind in NoticeKind}
_CHUNK = 500


def write(connection: Connection, given: Iterable[Notice], now: datetime) -> None:
    """Keep notices for people of the house; names that nobody bears here get none."""
    told = list(given)
    keys = _keys(connection, {one.person.casefold() for one in told})
    rows = [_row(one, keys[one.person.casefold()], now) for one in told if one.person.casefold() in keys]
    add(connection, NOTICE, rows)


def _keys(connection: Connection, names: set[str]) -> dict[str, str]:
    """Give for the names of people of the house, of now or of before, the name of now, in small letters."""
    if not names:
        return {}
    known = connection.scalars(select(PERSON.c.name_key)).all()
    asked = select(FORMER.c.name, FORMER.c.target).where(FORMER.c.kind == Kind.PERSON.value)
    found = {name: name for name in known}
    found |= {name: target for name, target in connection.execute(asked) if target in found}
    return {name: key for name, key in found.items() if name in names}


def _row(one: Notice, key: str, now: datetime) -> dict[str, Any]:
    return {
        "person_key": key,
        "kind": one.kind.value,
        "article_id": one.story or None,
        "by": one.by,
        "note": cleaned(one.note),
        "due": one.due,
        "time": now,
        "seen": False,
    }


def follow(
    connection: Connection,
    steps: Sequence[tuple[Article | None, Article, str]],
    person: Person,
    now: datetime,
) -> None:
    """Tell those concerned what was done with their stories; each step comes with its note."""
    told = [one for old, new, note in steps for one in follows(old, new, person, note)]
    sent = submitted((old, new) for old, new, _note in steps)
    told += _for_reviewers(connection, sent, person) if sent else []
    if told:
        write(connection, told, now)


def _for_reviewers(connection: Connection, stories: Sequence[int], person: Person) -> list[Notice]:
    found: list[Notice] = []
    for start in range(0, len(stories), _CHUNK):
        some = stories[start : start + _CHUNK]
        rows = select(ASSIGNMENT.c.article_id, ASSIGNMENT.c.person_key, ASSIGNMENT.c.due)
        for story, key, due in connection.execute(rows.where(ASSIGNMENT.c.article_id.in_(some))):
            if key not in person.names:
                found.append(Notice(NoticeKind.SUBMITTED, key, story, person.name, due=due))
    return found


def page(connection: Connection, person: str, after: Cursor | None, limit: int) -> Page[Notice]:
    """Give one page of a person's notices, the newest first."""
    asked = select(*_LINE).outerjoin(ARTICLE, ARTICLE.c.id == NOTICE.c.article_id)
    asked = asked.where(is_called(NOTICE.c.person_key, person)).order_by(NOTICE.c.id.desc())
    if after is not None:
        asked = asked.where(NOTICE.c.id < after.key[0])
    rows = connection.execute(asked.limit(limit + 1)).all()
    items = tuple(_notice(row) for row in rows[:limit])
    return Page(items, Cursor((items[-1].id,)) if len(rows) > limit else None)


def _notice(row: Row[*tuple[Any, ...]]) -> Notice:
    """Make a notice of a row; one of a kind that a newer program knows is a word left."""
    number, kind, person, story, by, note, due, time, seen, headline = row
    known = _KINDS.get(kind, NoticeKind.OTHER)
    return Notice(known, person, story or 0, by, note, due, time, number, seen, headline or "")


def unseen(connection: Connection, person: str) -> int:
    """Give how many notices a person has not seen, counted up to one more than `MOST`."""
    asked = select(NOTICE.c.id).where(is_called(NOTICE.c.person_key, person), NOTICE.c.seen.is_(False))
    return connection.scalar(select(func.count()).select_from(asked.limit(MOST + 1).subquery())) or 0


def mark(connection: Connection, person: str, ids: Sequence[int] | None, *, seen: bool) -> None:
    """Note that a person has seen notices, all where none are named, or has them to see again."""
    changed = update(NOTICE).where(is_called(NOTICE.c.person_key, person), NOTICE.c.seen.is_(not seen))
    if ids is not None:
        changed = changed.where(NOTICE.c.id.in_(tuple(ids)))
    connection.execute(changed.values(seen=seen))


def forget(connection: Connection, person: str, before: datetime) -> None:
    """Forget what a person has seen long ago."""
    old = (is_called(NOTICE.c.person_key, person), NOTICE.c.seen.is_(True), NOTICE.c.time < before)
    connection.execute(delete(NOTICE).where(*old))
