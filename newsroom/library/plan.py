"""The story list of a day: topics in their order, each changed alone, so that two people can write in it at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select, update

from newsroom.domain.article import OrderedLength, Unit
from newsroom.domain.changeset import Changes, Replan, Touched
from newsroom.domain.cleaning import cleaned
from newsroom.domain.errors import EditedElsewhere, NotFound, WrongValue
from newsroom.domain.plan import MOST_LINES, Topic
from newsroom.library import schema
from newsroom.library.rows import PART, TOPIC
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from newsroom.translation import Message

Values = dict[str, Any]
_TOUCHED = frozenset({Touched.PLANNING})


def of_day(connection: Connection, day: date) -> tuple[Topic, ...]:
    """Give the topics of a day in their order."""
    rows = select(TOPIC).where(TOPIC.c.day == day.isoformat()).order_by(TOPIC.c.position, TOPIC.c.id)
    return tuple(_topic(row._mapping) for row in connection.execute(rows))  # noqa: SLF001 - SQLAlchemy's public name for it


def some(connection: Connection, ids: Sequence[int]) -> tuple[Topic, ...]:
    """Give topics by their numbers, in that order; those that are not there are left out."""
    rows = connection.execute(select(TOPIC).where(TOPIC.c.id.in_(tuple(ids))))
    found = {row.id: _topic(row._mapping) for row in rows}  # noqa: SLF001 - SQLAlchemy's public name for it
    return tuple(found[number] for number in ids if number in found)


def read(connection: Connection, number: int) -> Topic:
    """Give a topic by its number; raises NotFound."""
    found = some(connection, [number])
    if not found:
        raise NotFound(msg(N_("There is no topic with the number {id}."), id=number))
    return found[0]


def of_stories(connection: Connection, uids: Sequence[str]) -> tuple[Topic, ...]:
    """Give the topics that became these stories."""
    rows = select(TOPIC).where(TOPIC.c.uid.in_(tuple(filter(None, uids)))).order_by(TOPIC.c.id)
    return tuple(_topic(row._mapping) for row in connection.execute(rows))  # noqa: SLF001 - SQLAlchemy's public name for it


def days(connection: Connection, since: date, until: date) -> dict[date, int]:
    """Give how many topics each day of a stretch has, those without left out; until is not in."""
    within = (TOPIC.c.day >= since.isoformat(), TOPIC.c.day < until.isoformat())
    rows = select(TOPIC.c.day, func.count()).where(*within).group_by(TOPIC.c.day)
    return {date.fromisoformat(day): number for day, number in connection.execute(rows)}


def add(connection: Connection, given: Sequence[Topic], after: int = 0) -> tuple[tuple[Topic, ...], Changes]:
    """Add topics to their day, behind the one named or at the end; give them as kept."""
    kept: list[Topic] = []
    for one in given:
        position = _room_for(connection, one.day, kept[-1].id if kept else after)
        fresh = replace(cleaned(one), version=1, position=position)
        values = _values(fresh)
        if one.id:  # it is put back, under its own number
            values["id"] = one.id
        number = connection.execute(TOPIC.insert().values(values).returning(TOPIC.c.id)).scalar_one()
        kept.append(replace(fresh, id=number))
    inverse = tuple(Replan(one.id, None, one.version) for one in reversed(kept))
    return tuple(kept), _changes(connection, inverse)


def _room_for(connection: Connection, day: date, after: int) -> int:
    """Give the place behind a topic, the ones below moved down, or the place at the end."""
    here = TOPIC.c.day == day.isoformat()
    number, last = connection.execute(select(func.count(), func.max(TOPIC.c.position)).where(here)).one()
    if number >= MOST_LINES:
        raise WrongValue(msg(N_("The story list of a day holds at most {n} topics."), n=MOST_LINES))
    place = connection.scalar(select(TOPIC.c.position).where(here, TOPIC.c.id == after))
    if place is None:
        return (last or 0) + 1
    lower = update(TOPIC).where(here, TOPIC.c.position > place)
    connection.execute(lower.values(position=TOPIC.c.position + 1))
    return place + 1


def change(connection: Connection, wanted: Topic) -> tuple[Topic, Changes]:
    """Keep a topic as its next version, at its place; raises NotFound, and EditedElsewhere."""
    old = read(connection, wanted.id)
    if old.version != wanted.version:
        raise EditedElsewhere(_changed(old))
    new = replace(cleaned(wanted), version=old.version + 1)
    if new.day == old.day:
        new = replace(new, position=old.position)
    else:
        new = replace(new, position=_room_for(connection, new.day, 0))
    _write(connection, old, new)
    return new, _changes(connection, (Replan(new.id, old, new.version),))


def _changed(old: Topic) -> Message:
    return msg(N_("“{topic}” was changed by someone else meanwhile. Look at it again."), topic=old.topic)


def _write(connection: Connection, old: Topic, new: Topic) -> None:
    """Write a topic down; editions that hold it hold the story that it became."""
    connection.execute(update(TOPIC).where(TOPIC.c.id == new.id).values(_values(new)))
    if old.uid != new.uid:
        held = update(PART).where(PART.c.topic == new.id, PART.c.uid == old.uid)
        connection.execute(held.values(uid=new.uid))


def remove(connection: Connection, ids: Sequence[int]) -> Changes:
    """Take topics off the list; the stories that they became stay."""
    gone = sorted(some(connection, ids), key=lambda one: (one.day, one.position))
    if not gone:
        return Changes()
    connection.execute(delete(TOPIC).where(TOPIC.c.id.in_([one.id for one in gone])))
    return _changes(connection, tuple(Replan(one.id, one, 0) for one in gone))


def put_in_order(connection: Connection, day: date, ids: Sequence[int]) -> Changes:
    """Put the topics of a day into an order; those that are not named keep theirs, behind the others."""
    topics = of_day(connection, day)
    known = {one.id for one in topics}
    named = [number for number in dict.fromkeys(ids) if number in known]
    wanted = [*named, *(one.id for one in topics if one.id not in set(named))]
    if wanted == [one.id for one in topics]:
        return Changes()
    for place, number in enumerate(wanted, 1):
        connection.execute(update(TOPIC).where(TOPIC.c.id == number).values(position=place))
    return _changes(connection, ())


def put_back(connection: Connection, wanted: Replan) -> Changes:
    """Put a topic back as it was; raises EditedElsewhere where it went on since."""
    now = next(iter(some(connection, [wanted.id])), None)
    if (now.version if now else 0) != wanted.standing:
        topic = now or wanted.before
        raise EditedElsewhere(
            msg(N_("“{topic}” was changed since; undo it there by hand."), topic=topic.topic if topic else "")
        )
    if wanted.before is None:
        return remove(connection, [wanted.id])
    if now is None:
        return _restore(connection, wanted.before)
    before = replace(wanted.before, version=now.version + 1)
    _write(connection, now, before)
    return _changes(connection, (Replan(now.id, now, before.version),))


def _restore(connection: Connection, before: Topic) -> Changes:
    lower = (TOPIC.c.day == before.day.isoformat(), TOPIC.c.position >= before.position)
    connection.execute(update(TOPIC).where(*lower).values(position=TOPIC.c.position + 1))
    kept = replace(before, version=before.version + 1)
    connection.execute(TOPIC.insert().values(id=kept.id, **_values(kept)))
    return _changes(connection, (Replan(kept.id, None, kept.version),))


def _changes(connection: Connection, inverse: tuple[Replan, ...]) -> Changes:
    return Changes(_TOUCHED, frozenset(), schema.next_sequence(connection), planned=inverse)


def _values(one: Topic) -> Values:
    return {
        "day": one.day.isoformat(),
        "position": one.position,
        "topic": one.topic,
        "author": one.author,
        "section": one.section,
        "ordered_amount": one.length.amount if one.length else None,
        "ordered_unit": one.length.unit.value if one.length else "",
        "deadline": one.deadline,
        "picture": one.picture,
        "uid": one.uid,
        "version": one.version,
    }


def _topic(row: Any) -> Topic:
    length = (
        OrderedLength(row["ordered_amount"], Unit(row["ordered_unit"])) if row["ordered_amount"] else None
    )
    same = ("id", "position", "topic", "author", "section", "deadline", "picture", "uid", "version")
    return Topic(day=date.fromisoformat(row["day"]), length=length, **{name: row[name] for name in same})
