"""Editions: each kept as a whole, page by page, changed by one person at a time or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select, update

from newsroom.domain.article import OrderedLength, Unit
from newsroom.domain.changeset import Changes, Reissue, Touched
from newsroom.domain.cleaning import cleaned
from newsroom.domain.edition import MOST_PARTS, Edition, EditionLine, Part, Standing
from newsroom.domain.errors import EditedElsewhere, NotFound, WrongValue
from newsroom.library import lists, schema
from newsroom.library.adding import add
from newsroom.library.rows import ARTICLE, EDITION, PART, TOPIC
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

_TOUCHED = frozenset({Touched.PLANNING})


def lines(connection: Connection, since: date, until: date, limit: int) -> tuple[EditionLine, ...]:
    """Give the editions of a stretch of days, the latest first; until is not in."""
    stories = select(func.count()).where(PART.c.edition_id == EDITION.c.id, PART.c.page.is_(False))
    columns = (EDITION.c.id, EDITION.c.name, EDITION.c.day, EDITION.c.hour, stories.scalar_subquery())
    asked = select(*columns).where(EDITION.c.day >= since.isoformat(), EDITION.c.day < until.isoformat())
    rows = connection.execute(asked.order_by(EDITION.c.day.desc(), EDITION.c.id).limit(limit))
    return tuple(EditionLine(id_, name, date.fromisoformat(day), hour, n) for id_, name, day, hour, n in rows)


def read(connection: Connection, number: int) -> Edition:
    """Give an edition by its number; raises NotFound."""
    found = _find(connection, number)
    if found is None:
        raise NotFound(msg(N_("There is no edition with the number {id}."), id=number))
    return found


def _find(connection: Connection, number: int) -> Edition | None:
    row = connection.execute(select(EDITION).where(EDITION.c.id == number)).one_or_none()
    if row is None:
        return None
    parts = select(PART).where(PART.c.edition_id == number).order_by(PART.c.position)
    held = tuple(_part(one) for one in connection.execute(parts))
    day = date.fromisoformat(row.day)
    return Edition(name=row.name, day=day, hour=row.hour, parts=held, id=row.id, version=row.version)


def _part(row: Any) -> Part:
    length = OrderedLength(row.ordered_amount, Unit(row.ordered_unit)) if row.ordered_amount else None
    return Part(row.title, row.page, row.uid, row.topic, length)


def hours(connection: Connection, uid: str) -> tuple[datetime, ...]:
    """Give when the editions appear that hold a story, the soonest first."""
    asked = select(EDITION.c.hour).join(PART, PART.c.edition_id == EDITION.c.id)
    asked = asked.where(PART.c.uid == uid, EDITION.c.hour.is_not(None)).distinct()
    return tuple(when for when in connection.scalars(asked.order_by(EDITION.c.hour)) if when)


def holding(connection: Connection, uid: str) -> tuple[EditionLine, ...]:
    """Give the editions that hold a story, the latest first; how many others they hold is not told."""
    columns = (EDITION.c.id, EDITION.c.name, EDITION.c.day, EDITION.c.hour)
    asked = select(*columns).join(PART, PART.c.edition_id == EDITION.c.id).where(PART.c.uid == uid).distinct()
    rows = connection.execute(asked.order_by(EDITION.c.day.desc(), EDITION.c.id))
    return tuple(EditionLine(id_, name, date.fromisoformat(day), hour, 1) for id_, name, day, hour in rows)


def standing(connection: Connection, uids: Sequence[str]) -> Standing:
    """Give the stories with these uids as they stand, those in the trash too."""
    wanted = tuple(filter(None, uids))
    cards = {one.uid: one for one in lists.cards_by_uid(connection, wanted)} if wanted else {}
    asked = select(ARTICLE.c.uid).where(ARTICLE.c.uid.in_(wanted), ARTICLE.c.in_trash.is_(True))
    return Standing(cards, frozenset(connection.scalars(asked))) if wanted else Standing()


def save(connection: Connection, wanted: Edition) -> tuple[Edition, Changes]:
    """Keep an edition as its next version, or as a new one; raises NotFound, EditedElsewhere, WrongValue."""
    if len(wanted.parts) > MOST_PARTS:
        raise WrongValue(msg(N_("An edition holds at most {n} pages and stories."), n=MOST_PARTS))
    old = read(connection, wanted.id) if wanted.id else None
    if old is not None and old.version != wanted.version:
        text = N_("The edition “{name}” was changed by someone else meanwhile. Look at it again.")
        raise EditedElsewhere(msg(text, name=old.name))
    return _put(connection, cleaned(wanted), old)


def remove(connection: Connection, number: int) -> Changes:
    """Delete an edition; its stories stay. Raises NotFound."""
    old = read(connection, number)
    connection.execute(delete(EDITION).where(EDITION.c.id == number))
    return _changes(connection, Reissue(number, old, 0))


def put_back(connection: Connection, wanted: Reissue) -> Changes:
    """Put an edition back as it was; raises EditedElsewhere where it went on since."""
    now = _find(connection, wanted.id)
    if (now.version if now else 0) != wanted.standing:
        known = now or wanted.before
        text = N_("The edition “{name}” was changed since; undo it there by hand.")
        raise EditedElsewhere(msg(text, name=known.name if known else ""))
    if wanted.before is None:
        return remove(connection, wanted.id)
    return _put(connection, wanted.before, now)[1]


def _put(connection: Connection, wanted: Edition, old: Edition | None) -> tuple[Edition, Changes]:
    version = (old.version if old else wanted.version) + 1
    values = {"name": wanted.name, "day": wanted.day.isoformat(), "hour": wanted.hour, "version": version}
    if old is not None:
        connection.execute(update(EDITION).where(EDITION.c.id == old.id).values(values))
        connection.execute(delete(PART).where(PART.c.edition_id == old.id))
        number = old.id
    else:
        own = {"id": wanted.id} if wanted.id else {}
        made = EDITION.insert().values(**values, **own).returning(EDITION.c.id)
        number = connection.execute(made).scalar_one()
    parts = _begun(connection, wanted.parts)
    add(connection, PART, [_row(number, place, part) for place, part in enumerate(parts, 1)])
    kept = replace(wanted, id=number, version=version, parts=parts)
    return kept, _changes(connection, Reissue(number, old, version))


def _begun(connection: Connection, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Give parts that name the stories which their topics became meanwhile."""
    waiting = [part.topic for part in parts if part.topic and not part.uid]
    if not waiting:
        return parts
    asked = select(TOPIC.c.id, TOPIC.c.uid).where(TOPIC.c.id.in_(waiting), TOPIC.c.uid != "")
    found = {row.id: row.uid for row in connection.execute(asked)}
    return tuple(replace(one, uid=one.uid or found.get(one.topic, "")) for one in parts)


def _row(edition: int, place: int, part: Part) -> dict[str, Any]:
    return {
        "edition_id": edition,
        "position": place,
        "page": part.page,
        "title": part.title,
        "uid": part.uid,
        "topic": part.topic,
        "ordered_amount": part.length.amount if part.length else None,
        "ordered_unit": part.length.unit.value if part.length else "",
    }


def _changes(connection: Connection, inverse: Reissue) -> Changes:
    return Changes(_TOUCHED, frozenset(), schema.next_sequence(connection), planned=(inverse,))
