"""What is to be done by whom, derived from stories, authors and assignments in the transaction that changes them.

A story that is worked at concerns its authors and whoever it was given to; one for review whoever shall review
it, or any editor. One statement says so, for keeping the rows, for counting them anew and for the check.
Imported drafts that nobody was given are stock and no work.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    and_,
    bindparam,
    case,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    union,
    union_all,
)

from newsroom.domain.approved import Grade
from newsroom.domain.todo import MOST, OPEN, Todo, TodoCounts
from newsroom.domain.workflow import State
from newsroom.library.rows import APPROVAL, ARTICLE, ASSIGNMENT, AUTHOR, DUTY, STANDING
from newsroom.library.tally import author_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select

    from newsroom.domain.article import Article
    from newsroom.domain.todo import TodoOf

ANYBODY = ""
_OPEN, _MINE, _REVIEW, _RETURNED = "open", "mine", "review", "returned"
_CHUNK = 500
_KEPT = (DUTY.c.person_key, DUTY.c.kind, DUTY.c.article_id, DUTY.c.due)
_SOME = ARTICLE.c.id.in_(bindparam("ids", expanding=True))


@cache
def _wanted(*, some: bool) -> CompoundSelect[Any]:
    """Give the statement of the rows that stories should have: some by their numbers, or all."""
    due, given = _due(), ASSIGNMENT.c.person_key
    is_open = _is_open(some=some)
    authored = (
        exists().where(AUTHOR.c.article_id == ARTICLE.c.id, AUTHOR.c.name == given).correlate_except(AUTHOR)
    )
    reviewer = case((or_(given.is_(None), authored), literal(ANYBODY)), else_=given)
    stories = ARTICLE.outerjoin(ASSIGNMENT, ASSIGNMENT.c.article_id == ARTICLE.c.id)
    authors = stories.join(AUTHOR, AUTHOR.c.article_id == ARTICLE.c.id)
    returned = ARTICLE.c.state == State.RETURNED.value

    def rows(who: Any, kind: str, source: Any, *conditions: ColumnElement[bool]) -> Select[Any]:
        named = (who.label("person_key"), literal(kind).label("kind"), ARTICLE.c.id.label("article_id"))
        return select(*named, due.label("due")).select_from(source).where(is_open, *conditions)

    return union(
        rows(literal(ANYBODY), _OPEN, stories),
        rows(AUTHOR.c.name, _MINE, authors),
        rows(given, _MINE, stories, given.is_not(None)),
        rows(reviewer, _REVIEW, stories, ARTICLE.c.state == State.FOR_REVIEW.value),
        rows(AUTHOR.c.name, _RETURNED, authors, returned),
        rows(given, _RETURNED, stories, returned, given.is_not(None)),
    )


def _due() -> ColumnElement[Any]:
    """Give when a story is late: when it was due, or should have been out, whichever is sooner."""
    given, out = ASSIGNMENT.c.due, ARTICLE.c.publish_time
    return case((given.is_(None), out), (out.is_(None), given), (given < out, given), else_=out)


def _is_open(*, some: bool) -> ColumnElement[bool]:
    states = [state.value for state in OPEN]
    stock = and_(
        ARTICLE.c.state == State.DRAFT.value, ARTICLE.c.imported.is_(True), ASSIGNMENT.c.person_key.is_(None)
    )
    worked_at = and_(ARTICLE.c.in_trash.is_(False), ARTICLE.c.state.in_(states), ~stock)
    return and_(_SOME, worked_at) if some else worked_at


def write(connection: Connection, steps: Iterable[tuple[Article | None, Article]]) -> None:
    """Keep what follows from stories that were just written, where anything of it is another than before."""
    renew(connection, [new.id for old, new in steps if _stirred(old, new)])


def _stirred(old: Article | None, new: Article) -> bool:
    return _counts(new) if old is None else _facts(old) != _facts(new)


def _facts(article: Article) -> tuple[object, ...]:
    """Give what the rows of a story follow from."""
    held = article.trashed is None, article.imported
    return article.state, *held, article.publish_time, author_names(article)


def _counts(added: Article) -> bool:
    """Tell whether a story that was just added is worked at; nobody can have been given it yet."""
    return (
        added.trashed is None and added.state in OPEN and not (added.imported and added.state is State.DRAFT)
    )


def renew(connection: Connection, ids: Sequence[int]) -> None:
    """Derive the rows of stories anew."""
    for start in range(0, len(ids), _CHUNK):
        some = list(ids[start : start + _CHUNK])
        connection.execute(delete(DUTY).where(DUTY.c.article_id.in_(some)))
        connection.execute(
            insert(DUTY).from_select([one.name for one in _KEPT], _wanted(some=True)), {"ids": some}
        )


def is_right(connection: Connection) -> bool:
    """Tell whether what is kept is what the stories say."""
    columns = (DUTY.c.person_key, DUTY.c.kind, DUTY.c.article_id)
    wanted = _wanted(some=False).subquery()
    asked = select(wanted.c.person_key, wanted.c.kind, wanted.c.article_id)
    missing = connection.execute(asked.except_(select(*columns)).limit(1)).first()
    spare = connection.execute(select(*columns).except_(asked).limit(1)).first()
    return missing is None and spare is None


# Asking


def condition(asked: TodoOf) -> ColumnElement[bool]:
    """Give the condition that a story is on a person's list."""
    return ARTICLE.c.id.in_(_ids(asked))


def _ids(asked: TodoOf) -> Select[int] | CompoundSelect[Any]:
    names = sorted(asked.names)
    numbers = select(DUTY.c.article_id)
    if asked.what is Todo.MINE:
        return numbers.where(DUTY.c.person_key.in_(names), DUTY.c.kind == _MINE)
    if asked.what is Todo.LATE:
        who = [ANYBODY] if asked.reviews else names
        kind = _OPEN if asked.reviews else _MINE
        late = numbers.where(DUTY.c.person_key.in_(who), DUTY.c.kind == kind, DUTY.c.due < asked.at)
        eyes = _eyes(names).where(STANDING.c.eyes_due < asked.at)
        return union_all(late, eyes) if asked.reviews else late
    waiting = numbers.where(DUTY.c.person_key.in_(names), DUTY.c.kind.in_([_REVIEW, _RETURNED]))
    return union_all(waiting, _for_anybody(names), _eyes(names)) if asked.reviews else waiting


def _eyes(names: Sequence[str]) -> Select[int]:
    """Give what was published alone and waits for second eyes, but one's own."""
    own = exists().where(AUTHOR.c.article_id == STANDING.c.article_id, AUTHOR.c.name.in_(names))
    alone = APPROVAL.c.grade == Grade.ALONE.value
    mine = alone & func.lower(APPROVAL.c.person).in_(names)
    signed = exists().where(APPROVAL.c.article_id == STANDING.c.article_id, mine)
    return select(STANDING.c.article_id).where(STANDING.c.eyes_due.is_not(None), ~own, ~signed)


def _for_anybody(names: Sequence[str]) -> Select[int]:
    """Give what any editor may review, but one's own."""
    own = exists().where(AUTHOR.c.article_id == DUTY.c.article_id, AUTHOR.c.name.in_(names))
    return select(DUTY.c.article_id).where(DUTY.c.person_key == ANYBODY, DUTY.c.kind == _REVIEW, ~own)


def count(connection: Connection, asked: TodoOf) -> int:
    """Give how many stories a list holds, counted up to one more than `MOST`."""
    ids = _ids(asked).subquery()
    some = select(ids.c.article_id).distinct().limit(MOST + 1).subquery()
    return connection.scalar(select(func.count()).select_from(some)) or 0


def count_all(connection: Connection, asked: TodoOf) -> int:
    """Give how many stories a list holds, to the last."""
    ids = _ids(asked).subquery()
    return connection.scalar(select(func.count(ids.c.article_id.distinct()))) or 0


def counts(connection: Connection, asked: Iterable[TodoOf]) -> TodoCounts:
    """Give the counts of a person's lists."""
    return TodoCounts(**{one.what.value: count(connection, one) for one in asked})
