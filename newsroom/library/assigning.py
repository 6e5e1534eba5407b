"""Who was given which story until when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select, union, update

from newsroom.domain.assignment import Assignment
from newsroom.domain.changeset import Changes, Reassign, Touched
from newsroom.domain.cleaning import cleaned
from newsroom.domain.notice import Notice, NoticeKind
from newsroom.domain.todo import OPEN
from newsroom.library import notices, schema, todo
from newsroom.library.adding import add
from newsroom.library.former import is_called
from newsroom.library.rows import ARTICLE, ASSIGNMENT, AUTHOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

_TOUCHED = frozenset({Touched.PLANNING})
_FIELDS = (ASSIGNMENT.c.article_id, ASSIGNMENT.c.person, ASSIGNMENT.c.due, ASSIGNMENT.c.by, ASSIGNMENT.c.time)


def of(connection: Connection, stories: Sequence[int]) -> dict[int, Assignment]:
    """Give the assignments of stories, by their numbers."""
    rows = connection.execute(select(*_FIELDS).where(ASSIGNMENT.c.article_id.in_(tuple(stories))))
    return {row[0]: Assignment(*row) for row in rows}


def own(connection: Connection, stories: Sequence[int], names: frozenset[str]) -> frozenset[int]:
    """Give those of some stories that are a person's: as an author, or given to them."""
    keys, ids = sorted(names), tuple(stories)
    written = select(AUTHOR.c.article_id).where(AUTHOR.c.name.in_(keys), AUTHOR.c.article_id.in_(ids))
    given = ASSIGNMENT.c.person_key.in_(keys)
    held = select(ASSIGNMENT.c.article_id).where(given, ASSIGNMENT.c.article_id.in_(ids))
    return frozenset(connection.scalars(union(written, held)))


def assign(
    connection: Connection, stories: Sequence[int], wanted: Assignment | None, by: str, now: datetime
) -> Changes:
    """Give stories to a person, or to nobody; those who get one or lose one are told."""
    before = of(connection, stories)
    there = connection.scalars(select(ARTICLE.c.id).where(ARTICLE.c.id.in_(tuple(stories)))).all()
    after = [_given(story, wanted, by, now) for story in there]
    moved = [
        (story, before.get(story), one)
        for story, one in zip(there, after, strict=True)
        if _told(before.get(story)) != _told(one)
    ]
    return _put(connection, moved, by, now)


def _given(story: int, wanted: Assignment | None, by: str, now: datetime) -> Assignment | None:
    return None if wanted is None else Assignment(story, cleaned(wanted.person), wanted.due, by, now)


def _told(one: Assignment | None) -> tuple[str, datetime | None] | None:
    return None if one is None else (one.person.casefold(), one.due)


def put_back(connection: Connection, wanted: Reassign, by: str, now: datetime) -> Changes:
    """Give a story back to whom it was given before; that is taken back like any other assignment."""
    before = of(connection, [wanted.story]).get(wanted.story)
    return _put(connection, [(wanted.story, before, wanted.before)], by, now)


def _put(
    connection: Connection,
    moved: Iterable[tuple[int, Assignment | None, Assignment | None]],
    by: str,
    now: datetime,
) -> Changes:
    steps = list(moved)
    if not steps:
        return Changes()
    ids = [story for story, _before, _after in steps]
    connection.execute(delete(ASSIGNMENT).where(ASSIGNMENT.c.article_id.in_(ids)))
    add(connection, ASSIGNMENT, [_row(after) for _story, _before, after in steps if after])
    todo.renew(connection, ids)
    notices.write(connection, (one for step in steps for one in _notices(*step, by)), now)
    inverse = tuple(Reassign(story, before) for story, before, _after in reversed(steps))
    return Changes(_TOUCHED, frozenset(ids), schema.next_sequence(connection), planned=inverse)


def _row(one: Assignment) -> dict[str, object]:
    key = one.person.casefold()
    told = {"article_id": one.story, "person": one.person, "person_key": key, "due": one.due, "by": one.by}
    return {**told, "time": one.time, "soon": False}


def _notices(story: int, before: Assignment | None, after: Assignment | None, by: str) -> Iterable[Notice]:
    same = before and after and before.person.casefold() == after.person.casefold()
    if before and not same and before.person.casefold() != by.casefold():
        yield Notice(NoticeKind.UNASSIGNED, before.person, story, by)
    if after and after.person.casefold() != by.casefold():
        yield Notice(NoticeKind.ASSIGNED, after.person, story, by, due=after.due)


def soon(connection: Connection, person: str, until: datetime) -> dict[int, datetime]:
    """Give the stories given to a person that are due until then and of which they were not told yet."""
    due = (
        select(ASSIGNMENT.c.article_id, ASSIGNMENT.c.due)
        .join(ARTICLE, ARTICLE.c.id == ASSIGNMENT.c.article_id)
        .where(is_called(ASSIGNMENT.c.person_key, person), ASSIGNMENT.c.soon.is_(False))
        .where(ASSIGNMENT.c.due < until, ARTICLE.c.in_trash.is_(False))
        .where(ARTICLE.c.state.in_([state.value for state in OPEN]))
    )
    return {story: when for story, when in connection.execute(due) if when}


def tell_soon(connection: Connection, person: str, until: datetime, now: datetime) -> None:
    """Tell a person once of each story given to them that is due until then."""
    found = soon(connection, person, until)
    told = update(ASSIGNMENT).where(ASSIGNMENT.c.article_id.in_(list(found)))
    connection.execute(told.values(soon=True))
    said = (Notice(NoticeKind.DUE_SOON, person, story, due=when) for story, when in found.items())
    notices.write(connection, said, now)
    schema.next_sequence(connection)
