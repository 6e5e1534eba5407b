"""The terms of a query as FTS5 understands them; each word is quoted, so that nothing a person types is syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import column, table

from newsroom.library.database import Matching

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.library.query import Term

_SEARCH = table("search", column("rowid"), column("search"))


def matching(asked: Sequence[Term]) -> Matching:
    """Give how the stories are found that fit all terms; one at least is not absent."""
    return Matching(_SEARCH, _SEARCH.c.rowid, _SEARCH.c.search.op("MATCH", is_comparison=True)(match(asked)))


def match(asked: Sequence[Term]) -> str:
    """Give a query in the words of FTS5."""
    present = " AND ".join(_term(term) for term in asked if not term.absent)
    absent = "".join(f" NOT ({_term(term)})" for term in asked if term.absent)
    return f"({present}){absent}"


def _term(term: Term) -> str:
    row = f'{{words}} : "{" ".join(term.words)}"' + (" *" if term.begun else "")
    if term.phrase:
        return row
    forms = " OR ".join(f'"{form}"' for form in term.forms())
    found = f"{{stems}} : ({forms})"
    return f"({row} OR {found})" if term.begun else found
