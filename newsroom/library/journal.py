"""The journal: who did what to which story, append-only and chained per story.

Each entry keeps the very text that was hashed; that text names the digest of the entry before it and of
the story as it was saved. The head of each chain stands in a table of its own, so that an end cut off
shows as well as an entry edited, deleted, slipped in or moved.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, select

from newsroom.domain.listing import Entry
from newsroom.library import database
from newsroom.library.adding import add
from newsroom.library.database import insert
from newsroom.library.fields import digest_of
from newsroom.library.rows import ARTICLE, HEAD, JOURNAL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection

Fields = dict[str, Any]
Head = tuple[int, str]
NO_HEAD: Head = (0, "")
GONE = "gone"
"""Names in an entry the versions that were struck with it: by the rule for old ones, or because they had to go."""


def heads(connection: Connection, ids: Iterable[int]) -> dict[int, Head]:
    """Give number and digest of the last entry of each story that has one."""
    columns = (HEAD.c.article_id, HEAD.c.number, HEAD.c.digest)
    rows = connection.execute(select(*columns).where(HEAD.c.article_id.in_(tuple(ids))))
    return {story: (number, digest) for story, number, digest in rows}


def next_id(connection: Connection) -> int:
    """Give a number that no story ever had: heads outlive their stories."""
    if (guard := database.of(connection).guard) is not None:
        return guard.next_id(connection)
    return (connection.scalar(select(func.max(HEAD.c.article_id))) or 0) + 1


def append(connection: Connection, entries: Iterable[Mapping[str, Any]], before: dict[int, Head]) -> None:
    """Append entries; each names its story's id and whatever shall be sealed, beside its chain's head."""
    if (guard := database.of(connection).guard) is not None:
        guard.tell(connection, entries)
        return
    rows: list[Fields] = []
    last = dict(before)
    for entry in entries:
        story = entry["id"]
        number, digest = last.get(story, NO_HEAD)
        sealed = _seal({**entry, "number": number + 1, "before": digest})
        last[story] = (number + 1, digest_of(sealed))
        rows.append({"article_id": story, "number": number + 1, "sealed": sealed, "digest": last[story][1]})
    add(connection, JOURNAL, rows)
    statement = insert(connection, HEAD)
    statement = statement.on_conflict_do_update(
        index_elements=["article_id"],
        set_={"number": statement.excluded.number, "digest": statement.excluded.digest},
    )
    named = [
        {"article_id": row["article_id"], "number": row["number"], "digest": row["digest"]} for row in rows
    ]
    connection.execute(statement, named)


def _seal(entry: Mapping[str, Any]) -> str:
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def entries(connection: Connection, story: int) -> tuple[Entry, ...]:
    """Give a story's journal, oldest first."""
    rows = connection.execute(
        select(JOURNAL.c.sealed, JOURNAL.c.digest)
        .where(JOURNAL.c.article_id == story)
        .order_by(JOURNAL.c.number)
    )
    return tuple(_entry(json.loads(sealed), digest) for sealed, digest in rows)


def bury(connection: Connection, entry: Mapping[str, Any]) -> None:
    """Put one entry in the place of a story's journal: it follows the last one, of which the digest alone stays.

    The guards of the journal must be off.
    """
    story = entry["id"]
    before = heads(connection, [story])
    connection.execute(delete(JOURNAL).where(JOURNAL.c.article_id == story))
    append(connection, [entry], before)


def count(connection: Connection) -> int:
    """Give how many entries all journals hold."""
    return connection.scalar(select(func.count()).select_from(JOURNAL)) or 0


def _entry(data: Fields, digest: str) -> Entry:
    return Entry(
        data["number"],
        datetime.fromisoformat(data["time"]),
        data["person"],
        data["action"],
        data["note"],
        data["version"],
        digest,
        tuple(data.get(GONE, ())),
    )


def strike(
    connection: Connection,
    story: int,
    gone: Sequence[int],
    told: tuple[str, str, str],
    now: datetime,
) -> None:
    """Tell in a story's journal that versions are no longer kept; told is the action, its note and who did it.

    What is told here is no tampering: whoever strikes versions does it in the same transaction.
    """
    columns = (ARTICLE.c.uid, ARTICLE.c.version, ARTICLE.c.digest)
    row = connection.execute(select(*columns).where(ARTICLE.c.id == story)).one()
    action, note, person = told
    entry = {
        "id": story,
        "uid": row.uid,
        "version": row.version,
        "digest": row.digest,
        "action": action,
        "note": note,
        "person": person,
        "time": now.isoformat(),
        GONE: sorted(gone),
    }
    append(connection, [entry], heads(connection, [story]))
