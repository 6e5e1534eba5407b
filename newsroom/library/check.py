"""Checks a library for damage: the database's own tests, then every story, version and picture by its digest."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from newsroom.domain.errors import LibraryDamaged, LibraryUnusable, UnreadableText
from newsroom.domain.reader import is_approved
from newsroom.domain.workflow import State
from newsroom.library import database, releases, schema, tally, todo, usage, versions
from newsroom.library.articles import readable, row_of, rows_of
from newsroom.library.engine import telling
from newsroom.library.fields import article_of
from newsroom.library.rows import ARTICLE, PICTURE, REVISION
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from sqlalchemy import Connection, Row, Select

    from newsroom.library.engine import Store

_CHUNK = 500
_HEAVY = 20
_BADGES = frozenset({"lookalikes", "findings"})


def whole(connection: Connection) -> Iterator[Message]:
    """Give everything that is found to be damaged."""
    for part in parts(connection):
        yield from _heard(connection, part)


def parts(connection: Connection) -> tuple[Iterator[Message], ...]:
    """Give the tests a library is put to, each of which begins when it is asked."""
    return (
        *database.of(connection).tests(connection),
        _stories(connection),
        _approvals(connection),
        _revisions(connection),
        _pictures(connection),
        releases.damaged(connection),
        _counts(connection),
    )


def told(
    connection: Connection, tests: Sequence[Iterator[Message]], progress: Callable[[int, int, str], None]
) -> tuple[Message, ...]:
    """Give what tests find, each sentence once, and tell how many of them are done."""
    found: dict[Message, None] = {}
    for done, test in enumerate(tests):
        progress(done, len(tests), "")
        found |= dict.fromkeys(_heard(connection, test))
    progress(len(tests), len(tests), "")
    return tuple(found)


def mended(store: Store) -> Iterator[Message]:
    """Build the indexes of words anew, and say so where that went well."""
    with suppress(UnreadableText, LibraryUnusable):
        with store.writing() as connection:
            schema.rebuild_indexes(connection)
        yield msg(N_("The index was built anew from the stories. Nothing is lost."))


def _heard(connection: Connection, test: Iterator[Message]) -> Iterator[Message]:
    """Give what a test finds; the damage that ends it is the last of it."""
    try:
        with telling(database.of(connection)), connection.begin_nested():
            yield from test
    except LibraryDamaged as damage:
        yield damage.message


def _stories(connection: Connection) -> Iterator[Message]:
    last = 0
    while chunk := _after(connection, last):
        last = chunk[-1]
        rows = rows_of(connection, chunk)
        damaged = (story for story in chunk if story not in rows or not sound(rows[story]))
        yield from (
            msg(N_("Story {id} is damaged. Its last version can be restored."), id=story) for story in damaged
        )


def _approvals(connection: Connection) -> Iterator[Message]:
    """Find approved stories whose text is not the one that was approved: no program of ours leaves such."""
    ready = ARTICLE.c.state.in_([State.APPROVED.value, State.SCHEDULED.value]), ARTICLE.c.approved_hash != ""
    ids = list(connection.scalars(select(ARTICLE.c.id).where(*ready).order_by(ARTICLE.c.id)))
    for start in range(0, len(ids), _CHUNK):
        for article in readable(connection, ids[start : start + _CHUNK]):
            if not is_approved(article):
                yield msg(N_("Story {id} is not as it was approved. Have it approved again."), id=article.id)


def _after(connection: Connection, last: int) -> list[int]:
    asked = select(ARTICLE.c.id).where(ARTICLE.c.id > last).order_by(ARTICLE.c.id).limit(_CHUNK)
    return list(connection.scalars(asked))


def sound(stored: dict[str, Any]) -> bool:
    """Tell whether a stored story is what its digest and its own fields say."""
    try:
        row, _, _ = row_of(article_of(stored))
    except (UnreadableText, ValueError):
        return False
    return all(stored[name] == value for name, value in row.items() if name not in _BADGES)


def _revisions(connection: Connection) -> Iterator[Message]:
    texts = versions.Texts(connection)
    asked = select(*versions.TEXT, REVISION.c.digest).order_by(*REVISION.primary_key)
    for row in _some_at_a_time(connection, asked):
        if not texts.sound(row):
            yield msg(
                N_("Version {version} of story {id} is damaged."), version=row.version, id=row.article_id
            )


def _some_at_a_time(
    connection: Connection, asked: Select[*tuple[Any, ...]]
) -> Iterable[Row[*tuple[Any, ...]]]:
    """Give rows that may be large, a few of them in memory."""
    return connection.execute(asked, execution_options={"yield_per": _HEAVY})


def _pictures(connection: Connection) -> Iterator[Message]:
    for name, data in _some_at_a_time(connection, select(PICTURE.c.sha256, PICTURE.c.data)):
        if hashlib.sha256(data).hexdigest() != name:
            yield msg(N_("A picture is damaged: {name}."), name=name[:12])


def _counts(connection: Connection) -> Iterator[Message]:
    if tally.kept(connection) != tally.recount(connection):
        yield msg(N_("The counts of the sidebar are not right."))
    if not usage.is_right(connection):
        yield msg(N_("The counts of sections, genres, people or keywords are not right."))
    if not todo.is_right(connection):
        yield msg(N_("The lists of what is to be done are not those of the stories."))
