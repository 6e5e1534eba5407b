"""What waits to go out: noted in the transaction that published or withdrew a story, held by whoever writes its files.

So nothing is forgotten where a program dies in between, and of two programs one writes.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, or_, select, update

from newsroom.domain.channel import Channel
from newsroom.domain.publishing import Outgoing
from newsroom.domain.workflow import State, Transition
from newsroom.library.database import insert
from newsroom.library.fields import dumps_message, loads_message
from newsroom.library.rows import ARTICLE, OUTGOING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection, Row

    from newsroom.domain.person import Person
    from newsroom.library.articles import Step
    from newsroom.translation import Message

LEASE = timedelta(minutes=10)
"""So long the files of a story may be in the writing before another program tries."""

PUBLISHED, WITHDRAWN = "published", "withdrawn"
_KINDS = {"publish": PUBLISHED, "publish-alone": PUBLISHED, Transition.WITHDRAW.value: WITHDRAWN}
_STATES = {PUBLISHED: State.PUBLISHED, WITHDRAWN: State.WITHDRAWN}


def follow(connection: Connection, steps: Sequence[Step], person: Person, now: datetime) -> None:
    """Note the stories that these steps published or withdrew."""
    for step in steps:
        kind = _KINDS.get(step.action, "") if step.old else ""
        if kind and step.new.state is _STATES[kind]:
            what = (step.new.id, step.new.version, kind)
            note(connection, what, step.evidence.channels, person, now)


def note(
    connection: Connection,
    what: tuple[int, int, str],
    channels: Sequence[Channel],
    person: Person,
    now: datetime,
) -> None:
    """Note that a version of a story is to go out, or to be withdrawn; it takes the place of what waited before."""
    story, version, kind = what
    values: dict[str, Any] = {
        "version": version,
        "kind": kind,
        "channels": ",".join(channels),
        "person": person.name,
        "time": now,
        "holder": "",
        "held_until": None,
        "fault": "",
    }
    statement = insert(connection, OUTGOING).values(article_id=story, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["article_id"], set_=values))


def waiting(connection: Connection, limit: int) -> tuple[Outgoing, ...]:
    """Give what waits, the oldest first."""
    asked = select(*OUTGOING.c).order_by(OUTGOING.c.time, OUTGOING.c.article_id).limit(limit)
    return tuple(map(_outgoing, connection.execute(asked)))


def claim(connection: Connection, story: int, holder: str, now: datetime) -> Outgoing | None:
    """Hold a waiting story for writing its files; nothing where it waits no more or another holds it."""
    free = or_(OUTGOING.c.holder == "", OUTGOING.c.held_until < now)
    values = {"holder": holder, "held_until": now + LEASE}
    done = connection.execute(update(OUTGOING).where(OUTGOING.c.article_id == story, free).values(values))
    if done.rowcount != 1:
        return None
    row = connection.execute(select(*OUTGOING.c).where(OUTGOING.c.article_id == story)).one()
    return _outgoing(row)


def let_go(connection: Connection, story: int, holder: str, fault: Message) -> None:
    """Leave a story to the next one who tries, and say what kept its files from being written."""
    values = {"holder": "", "held_until": None, "fault": dumps_message(fault)}
    connection.execute(update(OUTGOING).where(*_held(story, holder)).values(values))


def done(connection: Connection, story: int, holder: str) -> None:
    """Note that nothing of a story waits any more."""
    connection.execute(delete(OUTGOING).where(*_held(story, holder)))


def _held(story: int, holder: str) -> tuple[ColumnElement[bool], ...]:
    return OUTGOING.c.article_id == story, OUTGOING.c.holder == holder


def due(connection: Connection, now: datetime, limit: int) -> tuple[int, ...]:
    """Give the scheduled stories whose hour has come, the earliest first."""
    scheduled = (ARTICLE.c.in_trash.is_(False), ARTICLE.c.state == State.SCHEDULED.value)
    asked = select(ARTICLE.c.id).where(*scheduled, ARTICLE.c.publish_time <= now)
    return tuple(connection.scalars(asked.order_by(ARTICLE.c.publish_time, ARTICLE.c.id).limit(limit)))


def _outgoing(row: Row[*tuple[Any, ...]]) -> Outgoing:
    channels = tuple(Channel(name) for name in row.channels.split(",") if name)
    return Outgoing(
        row.article_id,
        row.version,
        row.kind == WITHDRAWN,
        channels,
        row.person,
        row.time,
        loads_message(row.fault),
    )
