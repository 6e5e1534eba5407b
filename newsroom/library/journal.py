"""The journal: who did what to which story, append-only and chained per story.

Each entry keeps the very text that was hashed; that text names the digest of the entry before it and of
the story as it was saved. The head of each chain stands in a table of its own, so that an end cut off
shows as well as an entry edited, deleted, slipped in or moved.
"""

from __future__ import annotations

import json
from datetime import datetime
from heapq import merge
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from newsroom.domain.listing import Entry
from newsroom.library.adding import add
from newsroom.library.database import insert
from newsroom.library.fields import digest_of
from newsroom.library.rows import ARTICLE, HEAD, JOURNAL, REVISION
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Connection, Row, Select

    Read = tuple[int, str, Row[*tuple[Any, ...]]]

Fields = dict[str, Any]
Head = tuple[int, str]
NO_HEAD: Head = (0, "")
_STORY, _HEAD, _LINE, _VERSION = "story", "head", "line", "version"
_VERSIONS = (REVISION.c.article_id, REVISION.c.version, REVISION.c.digest)


def heads(connection: Connection, ids: Iterable[int]) -> dict[int, Head]:
    """Give number and digest of the last entry of each story that has one."""
    columns = (HEAD.c.article_id, HEAD.c.number, HEAD.c.digest)
    rows = connection.execute(select(*columns).where(HEAD.c.article_id.in_(tuple(ids))))
    return {story: (number, digest) for story, number, digest in rows}


def next_id(connection: Connection) -> int:
    """Give a number that no story ever had: heads outlive their stories."""
    return (connection.scalar(select(func.max(HEAD.c.article_id))) or 0) + 1


def append(connection: Connection, entries: Iterable[Mapping[str, Any]], before: dict[int, Head]) -> None:
    """Append entries; each names its story's id and whatever shall be sealed, beside its chain's head."""
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


def _entry(data: Fields, digest: str) -> Entry:
    return Entry(
        data["number"],
        datetime.fromisoformat(data["time"]),
        data["person"],
        data["action"],
        data["note"],
        data["version"],
        digest,
    )


def verify(connection: Connection) -> Iterator[Message]:
    """Give one message for each story whose journal was tampered with, and for each whose versions were.

    Stories, journal and versions are read side by side in the order of their stories, so that no more than one
    story's are ever in memory.
    """
    streams = (
        _stream(connection, _STORY, select(ARTICLE.c.id).order_by(ARTICLE.c.id)),
        _stream(
            connection,
            _HEAD,
            select(HEAD.c.article_id, HEAD.c.number, HEAD.c.digest).order_by(*HEAD.primary_key),
        ),
        _stream(connection, _LINE, select(*JOURNAL.c).order_by(*JOURNAL.primary_key)),
        _stream(connection, _VERSION, select(*_VERSIONS).order_by(*REVISION.primary_key)),
    )
    for story, rows in groupby(merge(*streams, key=lambda found: found[0]), key=lambda found: found[0]):
        parts: dict[str, list[Row[*tuple[Any, ...]]]] = {
            kind: [] for kind in (_STORY, _HEAD, _LINE, _VERSION)
        }
        for _story, kind, row in rows:
            parts[kind].append(row)
        yield from _judged(story, parts)


def _stream(connection: Connection, kind: str, asked: Select[*tuple[Any, ...]]) -> Iterator[Read]:
    """Give the rows of a statement with their story's number and what they are, some at a time."""
    for row in connection.execute(asked, execution_options={"yield_per": 1_000}):
        yield row[0], kind, row


def _judged(story: int, parts: Mapping[str, list[Row[*tuple[Any, ...]]]]) -> Iterator[Message]:
    lines = parts[_LINE]
    head = next(((number, digest) for _, number, digest in parts[_HEAD]), NO_HEAD)
    if not lines or _broken(story, lines, head):
        yield _changed(story)
    sealed = {_of_version(row.sealed) for row in lines}
    if lines and sealed != {(version, digest) for _, version, digest in parts[_VERSION]}:
        yield msg(N_("The versions of story {id} are not those of its journal."), id=story)


def _broken(story: int, chain: Iterable[Row[*tuple[Any, ...]]], head: Head) -> bool:
    before = NO_HEAD
    sound = True
    for row in chain:
        sound = sound and row.number == before[0] + 1 and _sound(story, row, before[1])
        before = (row.number, row.digest)
    return not sound or before != head


def _sound(story: int, row: Row[*tuple[Any, ...]], before: str) -> bool:
    if digest_of(row.sealed) != row.digest:
        return False
    try:
        data = json.loads(row.sealed)
        return (data["id"], data["number"], data["before"]) == (story, row.number, before)
    except (ValueError, KeyError, TypeError):
        return False


def _of_version(sealed: str) -> tuple[int, str]:
    try:
        data = json.loads(sealed)
        return data["version"], data["digest"]
    except (ValueError, KeyError, TypeError):
        return 0, ""


def _changed(story: int) -> Message:
    return msg(N_("The journal of story {id} was changed from outside."), id=story)
