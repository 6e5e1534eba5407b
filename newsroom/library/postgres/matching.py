"""What is asked of the search index as PostgreSQL understands it; each token is quoted, so that nothing typed is syntax.

A row of tokens is looked for by an index of all lexemes; where it is more than one, what the index finds is
looked through for the tokens as they stand in a row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, cast, func, not_, or_
from sqlalchemy.dialects.postgresql import TSQUERY

from newsroom.library.database import Matching
from newsroom.library.postgres.indexes import lexeme
from newsroom.library.postgres.tables import SEARCH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement

    from newsroom.library.matching import Match, Row

_BY_LENGTH = 1
"""Says that in a longer text a word counts for less."""


def matching(asked: Match) -> Matching:
    """Give how the stories are found that fit."""
    wanted = " & ".join(f"({' | '.join(map(_lexemes, rows))})" for rows in asked.wanted)
    rank = func.ts_rank(SEARCH.c.lexemes, cast(wanted, TSQUERY), _BY_LENGTH)
    return Matching(SEARCH, SEARCH.c.key, and_(*_conditions(asked, wanted)), rank)


def _conditions(asked: Match, wanted: str) -> Iterator[ColumnElement[bool]]:
    """Give one condition that the index serves, and one for each row of several tokens."""
    never = [f"!{_lexemes(row)}" for row in asked.unwanted if len(row.tokens) == 1]
    yield _holds(" & ".join((wanted, *never)))
    for rows in asked.wanted:
        if any(len(row.tokens) > 1 for row in rows):
            yield or_(*(_whole(row) for row in rows)) if len(rows) > 1 else _stands(rows[0])
    yield from (not_(_whole(row)) for row in asked.unwanted if len(row.tokens) > 1)


def _lexemes(row: Row) -> str:
    """Give what the index is asked: that all the tokens are there."""
    *before, last = (lexeme(row.column, token) for token in row.tokens)
    return f"({' & '.join((*before, f'{last}:*' if row.begun else last))})"


def _stands(row: Row) -> ColumnElement[bool]:
    """Give whether the tokens stand in a row; between two fields stands what is no word."""
    tokens = " " + " ".join(row.tokens) + ("" if row.begun else " ")
    return func.strpos(SEARCH.c[row.column], tokens) > 0


def _whole(row: Row) -> ColumnElement[bool]:
    found = _holds(_lexemes(row))
    return and_(found, _stands(row)) if len(row.tokens) > 1 else found


def _holds(query: str) -> ColumnElement[bool]:
    return SEARCH.c.lexemes.op("@@", is_comparison=True)(cast(query, TSQUERY))
