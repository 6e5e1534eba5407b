"""What is asked of the search index as PostgreSQL understands it; each token is quoted, so that nothing a person types is syntax.

A row of tokens is looked for in an index of all lexemes; where it has more than one, what the index finds is
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
    from collections.abc import Iterable, Iterator

    from sqlalchemy import ColumnElement

    from newsroom.library.matching import Match, Row

_BY_LENGTH = 1
"""A word counts for less in a long story."""


def matching(asked: Match) -> Matching:
    """Give how the stories are found that fit.

    The best are those in which most of the forms that were asked for stand, headlines counting of their own.
    """
    anything = " | ".join(_all_of(row) for rows in asked.wanted for row in rows)
    rank = func.ts_rank(SEARCH.c.lexemes, cast(anything, TSQUERY), _BY_LENGTH)
    return Matching(SEARCH, SEARCH.c.key, and_(*_conditions(asked)), rank)


def _conditions(asked: Match) -> Iterator[ColumnElement[bool]]:
    """Give one condition that the index serves, and one for what holds rows of several tokens."""
    parts = [f"({' | '.join(map(_all_of, rows))})" for rows in asked.wanted]
    parts += [f"!{_all_of(row)}" for row in asked.unwanted if len(row.tokens) == 1]
    yield _holds(" & ".join(parts))
    for rows in asked.wanted:
        if any(len(row.tokens) > 1 for row in rows):
            yield or_(*_one_of(rows))
    yield from (not_(_stands(row)) for row in asked.unwanted if len(row.tokens) > 1)


def _one_of(rows: Iterable[Row]) -> Iterator[ColumnElement[bool]]:
    """Give a condition for all single tokens together, and one for each row of several."""
    single = [_all_of(row) for row in rows if len(row.tokens) == 1]
    if single:
        yield _holds(" | ".join(single))
    yield from (_stands(row) for row in rows if len(row.tokens) > 1)


def _all_of(row: Row) -> str:
    """Give what the index is asked for a row: that all its tokens are there."""
    *before, last = (lexeme(row.column, token) for token in row.tokens)
    return f"({' & '.join((*before, f'{last}:*' if row.begun else last))})"


def _holds(query: str) -> ColumnElement[bool]:
    return SEARCH.c.lexemes.op("@@", is_comparison=True)(cast(query, TSQUERY))


def _stands(row: Row) -> ColumnElement[bool]:
    """Tell whether tokens stand in a row; between two fields stands what is no word."""
    whole = " " + " ".join(row.tokens) + ("" if row.begun else " ")
    return and_(_holds(_all_of(row)), func.strpos(SEARCH.c[row.column], whole) > 0)
