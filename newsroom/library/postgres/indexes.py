"""The search and the likeness index: what goes into them, comes out, and is asked of the likeness index.

A lexeme is a folded word behind ``w`` or a stem behind ``s``, so that one index serves both. Positions are
left out: the server keeps none beyond the sixteen-thousandth word, so phrases are looked for in the words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select, text

from newsroom.library.labels import PART
from newsroom.library.postgres import adding
from newsroom.library.postgres.tables import SEARCH
from newsroom.library.rows import METADATA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

    from newsroom.library.indexes import Indexed

KINDS = {"words": "w", "stems": "s"}
"""What a lexeme of each column begins with."""

LONGEST = 500
"""Characters of a lexeme, which has two kilobytes at the most; a longer word is found by its beginning."""

_MOST = 1_000_000
"""Bytes of all lexemes of a story, of which the server takes a mebibyte."""

_COUNTED = 20_000
_OWNED = "SELECT pg_has_role(relowner, 'MEMBER') FROM pg_class WHERE oid = 'search'::regclass"
_TAKE = "DELETE FROM search WHERE key = ANY(%(keys)s)"
_TAKE_LIKE = "DELETE FROM likeness WHERE key = %(key)s AND term = ANY(%(terms)s)"
_FREQUENCIES = """SELECT asked.term, found.number FROM unnest(%(terms)s::text[]) AS asked(term), LATERAL (
    SELECT count(*) AS number FROM (SELECT FROM likeness WHERE likeness.term = asked.term LIMIT %(most)s) AS few
) AS found WHERE found.number > 0"""
_HOLDERS = """SELECT asked.weight, found.key
FROM unnest(%(terms)s::text[], %(weights)s::integer[]) AS asked(term, weight), LATERAL (
    SELECT key FROM likeness WHERE likeness.term = asked.term ORDER BY key DESC LIMIT %(most)s
) AS found"""


def put(connection: Connection, entries: Sequence[Indexed]) -> None:
    """Put stories into the indexes."""
    adding.copy(connection, "search", ("key", "lexemes", "words", "stems"), map(row, entries))
    terms = ((term, entry.key) for entry in entries for term in entry.terms.split())
    adding.copy(connection, "likeness", ("term", "key"), terms)


def take(connection: Connection, entries: Sequence[Indexed]) -> None:
    """Take stories out of the indexes, by exactly what was put in."""
    connection.exec_driver_sql(_TAKE, {"keys": [entry.key for entry in entries]})
    terms = [{"key": entry.key, "terms": entry.terms.split()} for entry in entries if entry.terms]
    if terms:
        connection.exec_driver_sql(_TAKE_LIKE, terms)


def row(entry: Indexed) -> tuple[int, str, str, str]:
    """Give a story's row in the search index: key, quoted lexemes, words and stems each between two spaces."""
    lexemes = " ".join(_within(dict.fromkeys(_lexemes(entry))))
    return entry.key, lexemes, f" {entry.words} ", f" {entry.stems} "


def _lexemes(entry: Indexed) -> Iterator[str]:
    for column, words in (("stems", entry.stems), ("words", entry.words)):
        yield from (lexeme(column, word) for word in words.split(" ") if word and word != PART)


def lexeme(column: str, word: str) -> str:
    """Give a word, which is letters and digits and perhaps a label, as a lexeme of a column, quoted."""
    return f"'{KINDS[column]}{word[:LONGEST]}'"


def _within(found: Iterable[str]) -> Iterator[str]:
    room = _MOST
    for one in found:
        room -= len(one.encode())
        if room < 0:
            return
        yield one


def empty(connection: Connection) -> None:
    """Take everything out of the indexes; the owner's are built anew at the end, which is many times quicker."""
    if connection.execute(text(_OWNED)).scalar_one():
        connection.execute(text("TRUNCATE search, likeness"))
        connection.execute(text("DROP INDEX IF EXISTS ix_search_lexemes"))
        return
    for name in ("search", "likeness"):
        connection.execute(text(f"DELETE FROM {name}"))  # noqa: S608 - our own names


def settle(connection: Connection) -> None:
    """Build what is missing, let the server count what came in, and number new rows beyond the known ones."""
    for index in SEARCH.indexes:
        index.create(connection, checkfirst=True)
    connection.execute(text("ANALYZE"))
    for table in METADATA.sorted_tables:
        column = table.autoincrement_column
        if column is not None and column.autoincrement == "auto" and not column.foreign_keys:
            highest = func.max(column)
            sequence = func.pg_get_serial_sequence(table.name, column.name)
            connection.execute(select(func.setval(sequence, highest)).having(highest > 0))


def frequencies(connection: Connection, terms: Sequence[str]) -> Mapping[str, int]:
    """Give how many headlines hold each term, counted to twenty thousand; those that none holds are left out."""
    found = connection.exec_driver_sql(_FREQUENCIES, {"terms": list(terms), "most": _COUNTED})
    return dict(tuple(row) for row in found)


def holders(connection: Connection, weights: Mapping[str, int], most: int) -> Iterable[Sequence[int]]:
    """Give weight and sort key for each headline that holds one of the terms, the newest of each term."""
    asked = {"terms": list(weights), "weights": list(weights.values()), "most": most}
    return connection.exec_driver_sql(_HOLDERS, asked)
