"""Legal blocks: which stories nothing may be taken of; set and lifted in the story's journal, without a version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select

from newsroom.domain.cleaning import cleaned
from newsroom.domain.publishing import LegalBlock
from newsroom.library import database, journal
from newsroom.library.database import insert
from newsroom.library.rows import ARTICLE, BLOCK

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from newsroom.domain.person import Person

BLOCKED, LIFTED = "blocked", "unblocked"
"""What the journal calls it."""


def of(connection: Connection, uids: Sequence[str]) -> dict[str, LegalBlock]:
    """Give the blocks that stand on stories, by uid."""
    rows = connection.execute(select(*BLOCK.c).where(BLOCK.c.uid.in_(uids))) if uids else ()
    return {row.uid: _block(row) for row in rows}


def everything(connection: Connection) -> tuple[LegalBlock, ...]:
    """Give all blocks, the newest first."""
    rows = connection.execute(select(*BLOCK.c).order_by(BLOCK.c.time.desc(), BLOCK.c.uid))
    return tuple(map(_block, rows))


def _block(row: Row[*tuple[Any, ...]]) -> LegalBlock:
    return LegalBlock(row.uid, row.person, row.time, row.reason)


def put(
    connection: Connection, ids: Sequence[int], reason: str, person: Person, now: datetime
) -> tuple[int, ...]:
    """Block stories, or say anew why; give those that exist."""
    told = cleaned(reason)
    stories = _stories(connection, ids)
    if (guard := database.of(connection).guard) is not None:
        return tuple(story for story in stories if guard.block(connection, story, told, lifts=False))
    for uid in stories.values():
        values = {"person": person.name, "time": now, "reason": told}
        statement = insert(connection, BLOCK).values(uid=uid, **values)
        connection.execute(statement.on_conflict_do_update(index_elements=["uid"], set_=values))
    write_down(connection, tuple(stories), (BLOCKED, told), person, now)
    return tuple(stories)


def lift(
    connection: Connection, ids: Sequence[int], reason: str, person: Person, now: datetime
) -> tuple[int, ...]:
    """Lift the blocks of stories; give those that had one."""
    stories = _stories(connection, ids)
    if (guard := database.of(connection).guard) is not None:
        return tuple(
            story for story in stories if guard.block(connection, story, cleaned(reason), lifts=True)
        )
    held = of(connection, tuple(stories.values()))
    freed = tuple(story for story, uid in stories.items() if uid in held)
    connection.execute(delete(BLOCK).where(BLOCK.c.uid.in_(tuple(held))))
    write_down(connection, freed, (LIFTED, cleaned(reason)), person, now)
    return freed


def _stories(connection: Connection, ids: Sequence[int]) -> dict[int, str]:
    asked = select(ARTICLE.c.id, ARTICLE.c.uid).where(ARTICLE.c.id.in_(ids)).order_by(ARTICLE.c.id)
    return {row.id: row.uid for row in connection.execute(asked)}


def write_down(
    connection: Connection, ids: Sequence[int], told: tuple[str, str], person: Person, now: datetime
) -> None:
    """Write an action and its note into the journals of stories, beside the versions they have."""
    if not ids:
        return
    columns = (ARTICLE.c.id, ARTICLE.c.uid, ARTICLE.c.version, ARTICLE.c.digest)
    rows = connection.execute(select(*columns).where(ARTICLE.c.id.in_(ids)).order_by(ARTICLE.c.id)).all()
    action, note = told
    entries = [
        {
            "id": row.id, "uid": row.uid, "version": row.version, "digest": row.digest, "action": action,
            "note": note, "person": person.name, "time": now.isoformat(),
        }
        for row in rows
    ]  # fmt: skip
    journal.append(connection, entries, journal.heads(connection, [row.id for row in rows]))
