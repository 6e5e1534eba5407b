"""What is asked of the search index as FTS5 understands it; each token is quoted, so that nothing a person types is syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import column, func, literal_column, table

from newsroom.library.database import Matching

if TYPE_CHECKING:
    from newsroom.library.matching import Match, Row

_SEARCH = table("search", column("rowid"), column("search"))
_WORDS, _STEMS = 1.0, 2.0
"""What a word counts for in the two columns when the best come first."""


def matching(asked: Match) -> Matching:
    """Give how the stories are found that fit."""
    fits = _SEARCH.c.search.op("MATCH", is_comparison=True)(match(asked))
    rank = -func.bm25(literal_column("search"), _WORDS, _STEMS)
    return Matching(_SEARCH, _SEARCH.c.rowid, fits, rank)


def match(asked: Match) -> str:
    """Give what is asked in the words of FTS5."""
    wanted = " AND ".join(f"({' OR '.join(map(_row, rows))})" for rows in asked.wanted)
    unwanted = "".join(f" NOT {_row(row)}" for row in asked.unwanted)
    return f"({wanted}){unwanted}"


def _row(row: Row) -> str:
    return f'{{{row.column}}} : "{" ".join(row.tokens)}"' + (" *" if row.begun else "")
