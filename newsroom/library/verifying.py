"""Verifies that nothing was changed from outside: each story's journal, and its versions beside it.

The chain of a journal shows what was edited, deleted, slipped in, moved or cut off. Its entries name the
digest of each version and who saved it when, so that a version that was touched shows as well.
"""

from __future__ import annotations

import json
from datetime import datetime
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from newsroom.library import versions
from newsroom.library.fields import digest_of
from newsroom.library.journal import GONE, NO_HEAD, Head
from newsroom.library.rows import ARTICLE, ERASED, HEAD, JOURNAL, REVISION
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Select

    Read = tuple[int, str, Any]
    Fields = dict[str, Any]

_STORY, _HEAD, _LINE, _VERSION, _TOMB = "story", "head", "line", "version", "tomb"
_KINDS = (_STORY, _HEAD, _LINE, _VERSION, _TOMB)
ERASED_ACTION = "erased"
"""What the journal calls the one entry that stays of an erased story."""
_TOLD = ("digest", "person", "action", "note")
_STEP = 1_000
_STREAMED = {"yield_per": 500}


def verify(
    connection: Connection,
    story: int | None = None,
    step: Callable[[int], None] | None = None,
    *,
    texts: bool = True,
) -> Iterator[Message]:
    """Give a sentence for each story whose journal or versions were changed from outside: where, and what to do.

    Stories, journal and versions are read side by side in the order of their stories, so that no more than one
    story's are ever in memory. Step hears how many entries were verified; without texts, versions are taken for
    what their digest says.
    """
    reader = versions.Texts(connection) if texts else None
    read = _streams(connection, story, texts=texts)
    done = told = 0
    for number, rows in groupby(merge(*read, key=itemgetter(0)), key=itemgetter(0)):
        parts: dict[str, list[Any]] = {kind: [] for kind in _KINDS}
        for _story, kind, row in rows:
            parts[kind].append(row)
        yield from _judged(number, parts, reader)
        done += len(parts[_LINE])
        if step is not None and done - told >= _STEP:
            step(done)
            told = done


def _streams(connection: Connection, story: int | None, *, texts: bool) -> tuple[Iterator[Read], ...]:
    def of(column: ColumnElement[int], asked: Select[*tuple[Any, ...]], kind: str) -> Iterator[Read]:
        chosen = asked if story is None else asked.where(column == story)
        return _stream(connection, kind, chosen)

    columns = versions.TEXT if texts else versions.TEXT[:2]
    told = (*columns, REVISION.c.time, *(REVISION.c[name] for name in _TOLD))
    heads = select(HEAD.c.article_id, HEAD.c.number, HEAD.c.digest)
    return (
        of(ARTICLE.c.id, select(ARTICLE.c.id).order_by(ARTICLE.c.id), _STORY),
        of(HEAD.c.article_id, heads.order_by(*HEAD.primary_key), _HEAD),
        of(JOURNAL.c.article_id, select(*JOURNAL.c).order_by(*JOURNAL.primary_key), _LINE),
        of(ERASED.c.article_id, select(ERASED.c.article_id).order_by(ERASED.c.article_id), _TOMB),
        of(REVISION.c.article_id, select(*told).order_by(*REVISION.primary_key), _VERSION),
    )


def _stream(connection: Connection, kind: str, asked: Select[*tuple[Any, ...]]) -> Iterator[Read]:
    """Give the rows of a statement with their story's number and what they are, some at a time."""
    for row in connection.execute(asked, execution_options=_STREAMED):
        yield row[0], kind, row


def _judged(
    story: int, parts: Mapping[str, Sequence[Any]], texts: versions.Texts | None
) -> Iterator[Message]:
    head = next(((number, digest) for _, number, digest in parts[_HEAD]), NO_HEAD)
    start = NO_HEAD if parts[_STORY] or not parts[_TOMB] else _before_tombstone(parts[_LINE])
    chain, fault = _read(story, parts[_LINE], head, start)
    if fault is not None:
        yield fault
    if parts[_LINE]:
        yield from _versions(story, chain, parts[_VERSION], texts)


def _read(story: int, lines: Sequence[Any], head: Head, start: Head) -> tuple[list[Fields], Message | None]:
    """Give the entries that can be read, and what is wrong with the first that is not what it was."""
    before = start
    chain: list[Fields] = []
    wrong = 0
    for row in lines:
        entry = _entry(row.sealed)
        told = (entry.get("id"), entry.get("number"), entry.get("before"))
        follows = row.number == before[0] + 1 and told == (story, row.number, before[1])
        if not wrong and not (follows and digest_of(row.sealed) == row.digest):
            wrong = before[0] + 1
        before = row.number, row.digest
        chain.append(entry)
    if wrong:
        return chain, _changed(story, wrong)
    if before != head or not lines:
        return chain, _cut(story, before[0])
    return chain, None


def _before_tombstone(lines: Sequence[Any]) -> Head:
    """Give the end of the journal that an erased story had: its one entry follows it."""
    entry = _entry(lines[0].sealed) if len(lines) == 1 else {}
    if entry.get("action") != ERASED_ACTION:
        return NO_HEAD
    return lines[0].number - 1, str(entry.get("before", ""))


def _entry(sealed: str) -> Fields:
    try:
        data = json.loads(sealed)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def _versions(
    story: int, chain: Iterable[Fields], rows: Sequence[Any], texts: versions.Texts | None
) -> Iterator[Message]:
    """Give what is wrong with a story's versions, beside what its journal tells of them."""
    told: dict[int, Fields] = {}
    gone: set[int] = set()
    for entry in chain:
        told.setdefault(entry.get("version", 0), entry)
        gone.update(entry.get(GONE, ()))
    for row in rows:
        entry = told.pop(row.version, {})
        if row.version in gone or not entry:
            yield _unknown(story, row.version)
        elif not _as_told(row, entry) or not (texts is None or texts.sound(row)):
            yield _touched(story, row.version, entry["number"])
    for version in sorted(told.keys() - gone - {0}):
        yield _missing(story, version, told[version].get("number", 0))


def _as_told(row: Any, entry: Fields) -> bool:
    try:
        same = row.time == datetime.fromisoformat(entry["time"])
        return same and all(entry[name] == getattr(row, name) for name in _TOLD)
    except (KeyError, TypeError, ValueError):
        return False


def _changed(story: int, entry: int) -> Message:
    sentence = N_(
        "The journal of story {id} was changed from outside at entry {entry}. "
        "Compare it with a backup from before, and ask who could reach the library."
    )
    return msg(sentence, id=story, entry=entry)


def _cut(story: int, entry: int) -> Message:
    sentence = N_(
        "The end of the journal of story {id} is missing or was added from outside, after entry {entry}. "
        "Compare it with a backup from before, and ask who could reach the library."
    )
    return msg(sentence, id=story, entry=entry)


def _touched(story: int, version: int, entry: int) -> Message:
    sentence = N_(
        "Version {version} of story {id} is not what entry {entry} of its journal sealed. "
        "Take that version from a backup; the other versions hold."
    )
    return msg(sentence, id=story, version=version, entry=entry)


def _unknown(story: int, version: int) -> Message:
    sentence = N_(
        "Version {version} of story {id} stands in no entry of its journal. "
        "It was put in from outside: do not rely on it."
    )
    return msg(sentence, id=story, version=version)


def _missing(story: int, version: int, entry: int) -> Message:
    sentence = N_(
        "Version {version} of story {id} is missing, though entry {entry} of its journal sealed it. "
        "Take that version from a backup."
    )
    return msg(sentence, id=story, version=version, entry=entry)
