"""Checks a library for damage: SQLite's own tests, then every story, version and picture against its digest."""

from __future__ import annotations

import hashlib
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from newsroom.domain.errors import LibraryDamaged, UnreadableText
from newsroom.library import tally
from newsroom.library.articles import row_of, rows_of
from newsroom.library.engine import telling
from newsroom.library.fields import article_of, digest_of
from newsroom.library.rows import ARTICLE, PICTURE, REVISION
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from sqlalchemy import Connection

_CHUNK = 500
_BADGES = frozenset({"lookalikes", "findings"})
_INDEX_TESTS = {
    "search": "INSERT INTO search(search) VALUES ('integrity-check')",
    "likeness": "INSERT INTO likeness(likeness) VALUES ('integrity-check')",
}
_DAMAGED = N_("The library is damaged: {what}. Open the newest backup.")


def quick(connection: Connection) -> Iterator[Message]:
    """Give what SQLite's quick test finds."""
    yield from _pragma(connection, "quick_check(20)")


def whole(connection: Connection) -> Iterator[Message]:
    """Give everything that is found to be damaged."""
    for part in parts(connection):
        yield from _heard(part)


def parts(connection: Connection) -> tuple[Iterator[Message], ...]:
    """Give the tests a library is put to, each of which begins when it is asked."""
    return (
        _pragma(connection, "integrity_check(20)"),
        _references(connection),
        _stories(connection),
        _revisions(connection),
        _pictures(connection),
        _counts(connection),
    )


def told(
    tests: Sequence[Iterator[Message]], progress: Callable[[int, int, str], None]
) -> tuple[Message, ...]:
    """Give what tests find, each sentence once, and tell how many of them are done."""
    found: dict[Message, None] = {}
    for done, test in enumerate(tests):
        progress(done, len(tests), "")
        found |= dict.fromkeys(_heard(test))
    progress(len(tests), len(tests), "")
    return tuple(found)


def _heard(test: Iterator[Message]) -> Iterator[Message]:
    """Give what a test finds; the damage that ends it is the last of it."""
    try:
        with telling():
            yield from test
    except LibraryDamaged as damage:
        yield damage.message


def _pragma(connection: Connection, name: str) -> Iterator[Message]:
    try:
        found = list(connection.execute(text(f"PRAGMA {name}")).scalars())
    except DatabaseError as fault:
        found = [str(fault.orig)]
    yield from (msg(_DAMAGED, what=line) for line in found if line != "ok")


def indexes(connection: Connection) -> Iterator[Message]:
    """Give what is damaged about the indexes of words; needs a transaction that may write."""
    for name, statement in _INDEX_TESTS.items():
        try:
            connection.execute(text(statement))
        except DatabaseError:
            yield msg(N_("The index “{name}” is damaged."), name=name)


def _references(connection: Connection) -> Iterator[Message]:
    for row in islice(connection.execute(text("PRAGMA foreign_key_check")), 20):
        yield msg(_DAMAGED, what=f"{row[0]} {row[1]}")


def _stories(connection: Connection) -> Iterator[Message]:
    last = 0
    while chunk := _after(connection, last):
        last = chunk[-1]
        rows = rows_of(connection, chunk)
        damaged = (story for story in chunk if story not in rows or not _sound(rows[story]))
        yield from (
            msg(N_("Story {id} is damaged. Its last version can be restored."), id=story) for story in damaged
        )


def _after(connection: Connection, last: int) -> list[int]:
    asked = select(ARTICLE.c.id).where(ARTICLE.c.id > last).order_by(ARTICLE.c.id).limit(_CHUNK)
    return list(connection.scalars(asked))


def _sound(stored: dict[str, Any]) -> bool:
    """Tell whether a stored story is what its digest and its own fields say."""
    try:
        row, _, _ = row_of(article_of(stored))
    except (UnreadableText, ValueError):
        return False
    return all(stored[name] == value for name, value in row.items() if name not in _BADGES)


def _revisions(connection: Connection) -> Iterator[Message]:
    columns = (REVISION.c.article_id, REVISION.c.version, REVISION.c.digest, REVISION.c.story)
    for story, version, digest, whole_text in connection.execute(select(*columns)):
        if digest_of(whole_text) != digest:
            yield msg(N_("Version {version} of story {id} is damaged."), version=version, id=story)


def _pictures(connection: Connection) -> Iterator[Message]:
    for name, data in connection.execute(select(PICTURE.c.sha256, PICTURE.c.data)):
        if hashlib.sha256(data).hexdigest() != name:
            yield msg(N_("A picture is damaged: {name}."), name=name[:12])


def _counts(connection: Connection) -> Iterator[Message]:
    if tally.kept(connection) != tally.recount(connection):
        yield msg(N_("The counts of the sidebar are not right."))
