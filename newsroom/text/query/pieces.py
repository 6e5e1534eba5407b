"""What stands in the search field, cut into pieces: words, phrases, names with values; nothing is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.text.query.names import FIELD_NAMES
from newsroom.text.terms import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom.domain.query import Field

LONGEST = 4000
"""Characters of a query that are read; what is behind them is left out."""

OR = frozenset({"or", "oder", "OR", "ODER"})
"""Words that join two parts; with one capital it is the river."""

_QUOTES = '"“”„«»'
_PIECE = re.compile(
    rf"(?P<without>(?<!\S)[-−](?=[{_QUOTES}\w]))?"
    rf"(?:(?:(?<!\w)(?P<name>[^\W\d_]+):(?=[{_QUOTES}]))?[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)(?P<closed>[{_QUOTES}]?)"
    rf"|(?P<word>[^\s{_QUOTES}]+))"
)
_NAMED = re.compile(r"(?P<name>[^\W\d_]+):(?P<value>.*)", re.DOTALL)
_GENDERED = frozenset({"innen", "in", "r", "rn", "n"})
"""What stands behind the colon of a gendered form: „Autor:innen“ is no field."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece from start to end of the text: words, maybe quoted, maybe of a field, maybe not wanted.

    An open piece is the last one and may still be typed on, or has a star behind it; one that joins is an "or".
    """

    start: int
    end: int
    words: str
    field: Field | None = None
    quoted: bool = False
    absent: bool = False
    open: bool = False
    joins: bool = False


def pieces(text: str) -> list[Piece]:
    """Cut a text into its pieces, in order."""
    cut = text[:LONGEST].replace("\0", " ")
    last = len(cut) if len(text) <= LONGEST else -1
    return list(_with_values(piece for found in _PIECE.finditer(cut) for piece in _read(found, last)))


def _read(found: re.Match[str], last: int) -> Iterator[Piece]:
    open_ended = found.end() == last and not found["closed"]
    absent = found["without"] is not None
    if found["word"] is not None:
        yield _of_word(found["word"], Piece(*found.span(), found["word"], absent=absent, open=open_ended))
        return
    name = found["name"] or ""
    field = FIELD_NAMES.get(folded(name))
    quoted = Piece(*found.span(), found["phrase"], field, quoted=True, absent=absent, open=open_ended)
    if name and field is None:
        start = found.end("name") + 1
        yield Piece(found.start(), start, name, absent=absent)
        quoted = replace(quoted, start=start, absent=False)
    yield quoted


def _of_word(word: str, piece: Piece) -> Piece:
    if word in OR and not piece.absent:
        return replace(piece, joins=True)
    if word.endswith("*"):
        piece = replace(piece, open=True, words=word.rstrip("*"))
    named = _NAMED.fullmatch(piece.words)
    field = FIELD_NAMES.get(folded(named["name"])) if named else None
    if named is None or field is None or named["value"].lower() in _GENDERED:
        return piece
    return replace(piece, words=named["value"], field=field)


def _with_values(found: Iterable[Piece]) -> Iterator[Piece]:
    """Give a name whose value stands behind a space that value: ``Autor: Berg``."""
    name: Piece | None = None
    for piece in found:
        if name and not (piece.field or piece.joins or piece.absent):
            yield replace(piece, start=name.start, field=name.field, absent=name.absent)
            name = None
            continue
        if name:
            yield name
        name = piece if piece.field and not piece.words and not piece.quoted else None
        if not name:
            yield piece
    if name:
        yield name
