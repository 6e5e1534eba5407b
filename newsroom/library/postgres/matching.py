"""The terms of a query as PostgreSQL understands them; each word is quoted, so that nothing typed is syntax.

A row of words is looked for by an index of all lexemes; where it is more than one word, what the index finds is
looked through for the words as they stand in a row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, cast, func, not_, or_
from sqlalchemy.dialects.postgresql import TSQUERY

from newsroom.library.database import Matching
from newsroom.library.postgres.indexes import lexeme
from newsroom.library.postgres.tables import SEARCH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement

    from newsroom.library.query import Term


class _Row(NamedTuple):
    """Words that stand in a row in a column; with begun the last may go on."""

    column: str
    words: tuple[str, ...]
    begun: bool = False

    def lexemes(self) -> str:
        """Give what the index is asked: that all the words are there."""
        *before, last = (lexeme(self.column, word) for word in self.words)
        return f"({' & '.join((*before, f'{last}:*' if self.begun else last))})"

    def stands(self) -> ColumnElement[bool]:
        """Give whether the words stand in a row; between two fields stands what is no word."""
        row = " " + " ".join(self.words) + ("" if self.begun else " ")
        return func.strpos(SEARCH.c[self.column], row) > 0

    def whole(self) -> ColumnElement[bool]:
        """Give the whole condition."""
        found = _holds(self.lexemes())
        return and_(found, self.stands()) if len(self.words) > 1 else found


def matching(asked: Sequence[Term]) -> Matching:
    """Give how the stories are found that fit all terms; one at least is not absent."""
    wanted = [tuple(_rows(term)) for term in asked if not term.absent]
    unwanted = [row for term in asked if term.absent for row in _rows(term)]
    return Matching(SEARCH, SEARCH.c.key, and_(*_conditions(wanted, unwanted)))


def _rows(term: Term) -> Iterator[_Row]:
    if term.phrase or term.begun:
        yield _Row("words", term.words, term.begun)
    if not term.phrase:
        yield from (_Row("stems", (form,)) for form in term.forms())


def _conditions(wanted: Sequence[Sequence[_Row]], unwanted: Sequence[_Row]) -> Iterator[ColumnElement[bool]]:
    """Give one condition that the index serves, and one for each row of several words."""
    parts = [f"({' | '.join(row.lexemes() for row in rows)})" for rows in wanted]
    parts += [f"!{row.lexemes()}" for row in unwanted if len(row.words) == 1]
    yield _holds(" & ".join(parts))
    for rows in wanted:
        if any(len(row.words) > 1 for row in rows):
            yield or_(*(row.whole() for row in rows)) if len(rows) > 1 else rows[0].stands()
    yield from (not_(row.whole()) for row in unwanted if len(row.words) > 1)


def _holds(query: str) -> ColumnElement[bool]:
    return SEARCH.c.lexemes.op("@@", is_comparison=True)(cast(query, TSQUERY))
