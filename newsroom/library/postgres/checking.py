"""The server's own tests of a library, and of its indexes of words against its stories."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy import select, text

from newsroom.domain.errors import UnreadableText
from newsroom.library.articles import rows_of
from newsroom.library.fields import article_of
from newsroom.library.indexes import indexed
from newsroom.library.ordering import sort_key
from newsroom.library.postgres.indexes import row
from newsroom.library.postgres.tables import LIKENESS, SEARCH
from newsroom.library.rows import ARTICLE, METADATA
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Exists, ForeignKey, Table

    from newsroom.domain.article import Article
    from newsroom.library.engine import Store
    from newsroom.library.indexes import Indexed

_CHUNK = 500
_DAMAGED = N_("The library is damaged: {what}. Open the newest backup.")
_INVALID = """SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
WHERE c.relnamespace = current_schema()::regnamespace AND NOT (i.indisvalid AND i.indisready) ORDER BY 1"""
_UNREADABLE = """SELECT 'checksums' FROM pg_stat_database
WHERE datname = current_database() AND checksum_failures > 0"""
_APART = """SELECT asked.key FROM unnest(
    CAST(:keys AS bigint[]), CAST(:lexemes AS text[]), CAST(:words AS text[]), CAST(:stems AS text[])
) AS asked(key, lexemes, words, stems) LEFT JOIN search ON search.key = asked.key
WHERE search.key IS NULL OR search.words <> asked.words OR search.stems <> asked.stems
    OR search.lexemes <> CAST(asked.lexemes AS tsvector) LIMIT 1"""
_UNLIKE = """SELECT asked.key FROM unnest(CAST(:keys AS bigint[]), CAST(:terms AS text[])) AS asked(key, term)
WHERE NOT EXISTS (SELECT FROM likeness WHERE likeness.term = asked.term AND likeness.key = asked.key) LIMIT 1"""


def quick(connection: Connection) -> Iterator[Message]:
    """Give what the server knows to be damaged."""
    for statement in (_INVALID, _UNREADABLE):
        yield from (msg(_DAMAGED, what=name) for name in connection.execute(text(statement)).scalars())


def tests(connection: Connection) -> tuple[Iterator[Message], ...]:
    """Give the server's own tests."""
    return quick(connection), _references(connection)


def _references(connection: Connection) -> Iterator[Message]:
    for table in METADATA.sorted_tables:
        for key in table.foreign_keys:
            if connection.scalar(select(_dangling(key))):
                yield msg(_DAMAGED, what=f"{table.name} {key.parent.name}")


def _dangling(key: ForeignKey) -> Exists:
    there = select(key.column).where(key.column == key.parent).exists()
    return select(key.parent).where(key.parent.is_not(None), ~there).exists()


def index_tests(store: Store) -> Iterator[Message]:
    """Give what is damaged about the indexes of words: each story is compared with what they hold of it."""
    with store.reading() as connection:
        damaged = dict.fromkeys((SEARCH, LIKENESS), False)
        for entries in _entries(connection):
            damaged[SEARCH] |= _apart(connection, entries)
            damaged[LIKENESS] |= _unlike(connection, entries)
        for table in damaged:
            if damaged[table] or connection.scalar(select(_nobody_s(table))):
                yield msg(N_("The index “{name}” is damaged."), name=table.name)


def _nobody_s(table: Table) -> Exists:
    """Ask whether an index holds what belongs to no story."""
    return (
        select(table.c.key)
        .where(~select(ARTICLE.c.id).where(ARTICLE.c.sort_key == table.c.key).exists())
        .exists()
    )


def _entries(connection: Connection) -> Iterator[list[Indexed]]:
    last = 0
    asked = select(ARTICLE.c.id).order_by(ARTICLE.c.id).limit(_CHUNK)
    while chunk := list(connection.scalars(asked.where(ARTICLE.c.id > last))):
        yield [indexed(story, sort_key(story)) for story in _readable(connection, chunk)]
        last = chunk[-1]


def _readable(connection: Connection, chunk: list[int]) -> Iterator[Article]:
    """Give the stories that can be read; the others are told where stories are tested."""
    for stored in rows_of(connection, chunk).values():
        with suppress(UnreadableText):
            yield article_of(stored)


def _apart(connection: Connection, entries: list[Indexed]) -> bool:
    if not entries:
        return False
    columns = zip(*map(row, entries), strict=True)
    asked = dict(zip(("keys", "lexemes", "words", "stems"), map(list, columns), strict=True))
    return connection.execute(text(_APART), asked).first() is not None


def _unlike(connection: Connection, entries: list[Indexed]) -> bool:
    pairs = [(entry.key, term) for entry in entries for term in entry.terms.split()]
    asked = {"keys": [key for key, _ in pairs], "terms": [term for _, term in pairs]}
    return connection.execute(text(_UNLIKE), asked).first() is not None
