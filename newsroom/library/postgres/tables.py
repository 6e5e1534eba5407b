"""The search and the likeness index as tables of PostgreSQL, described beside the shared ones.

A row of the search index holds a story's lexemes, made by us and not by the server's dictionaries, and its
folded words and stems in a row, in which phrases are looked for. A row of the likeness index is a term of a headline.
Rows are found by the story's sort key.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, MetaData, Table
from sqlalchemy.dialects.postgresql import TSVECTOR

from newsroom.library.rows import METADATA
from newsroom.library.rows.columns import CONVENTION, WORDS

_OURS = MetaData(naming_convention=CONVENTION)
BESIDE = (_OURS,)

SEARCH = Table(
    "search",
    _OURS,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("lexemes", TSVECTOR, nullable=False),
    Column("words", WORDS, nullable=False),
    Column("stems", WORDS, nullable=False),
    Index("ix_search_lexemes", "lexemes", postgresql_using="gin"),
)

LIKENESS = Table(
    "likeness",
    _OURS,
    Column("term", WORDS, primary_key=True),
    Column("key", BigInteger, primary_key=True, autoincrement=False),
)

for _table in METADATA.tables.values():
    # Said here and not beside SQLite's: to name a database in a table imports all of its dialect, at every start.
    for _index in _table.indexes:
        _index.dialect_options["postgresql"]["where"] = _index.dialect_options["sqlite"]["where"]
