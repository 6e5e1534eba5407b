"""Reads what a person types into the search field; any text is a query, and never an error.

Words must all be there, each in any of its forms; the last one may still be typed. ``or`` joins its two
neighbours. ``"A phrase"`` stands as it is written, ``-word`` must not stand. ``section:Sport`` asks for a
field; two values of one field mean either. What cannot be a field is words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import islice
from typing import TYPE_CHECKING

from newsroom.domain.query import Field, InState, Query, Term
from newsroom.text.query.pieces import LONGEST, pieces
from newsroom.text.query.spaced_dates import with_whole_dates
from newsroom.text.query.values import EITHER, TEXTS, Standpoint, value_of
from newsroom.text.terms import folded_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.domain.query import Clause, Part
    from newsroom.text.query.pieces import Piece

MOST_WORDS = 32
"""Words of a query that are asked for; more are left out."""
MOST_PIECES = 64

NOWHERE = Standpoint(datetime(1970, 1, 1, tzinfo=UTC))
"""Where a query is read when nobody says where."""

_HYPHENS = re.compile(r"(?<=\w)[-‐‑](?=\w)")


@dataclass(frozen=True, slots=True)
class Understood:
    """A piece of the text and what it asks for: all of its clauses; without any it means nothing yet."""

    piece: Piece
    clauses: tuple[Clause, ...] = ()


def read(text: str, at: Standpoint = NOWHERE) -> Query:
    """Give what a text asks for."""
    return _query(understood(text, at))


def understood(text: str, at: Standpoint = NOWHERE) -> list[Understood]:
    """Give the pieces of a text with what each means; at most 32 words of it mean anything."""
    room = MOST_WORDS
    found: list[Understood] = []
    cut = list(islice(pieces(text), MOST_PIECES))
    for piece in with_whole_dates(cut, text, at):
        one = piece if found else replace(piece, joins=False)
        clauses, room = _kept(_clauses(one, text[:LONGEST], at), room)
        found.append(Understood(one, clauses))
    return found


def _clauses(piece: Piece, text: str, at: Standpoint) -> tuple[Clause, ...]:
    if piece.joins:
        return ()
    if piece.field is None or piece.field in TEXTS:
        return tuple((term,) for term in _terms(piece, piece.words, piece.field))
    value = value_of(piece, piece.field, at)
    if value is None:
        return tuple((term,) for term in _terms(piece, text[piece.start : piece.end], None))
    return (value,) if value else ()


def _terms(piece: Piece, written: str, field: Field | None) -> Iterable[Term]:
    """Give the terms of a word: a phrase or a hyphened word is one, other signs part them."""
    words = tuple(folded_words(written))
    hyphened = len(words) > 1 and len(_HYPHENS.findall(written)) == len(words) - 1
    begun = piece.open and not piece.absent
    if not words:
        return ()
    if piece.quoted or (piece.absent and not hyphened and len(words) > 1):
        return (Term(words, field, exact=True, begun=begun),)
    if hyphened:
        return (Term(words, field, begun=begun),)
    return tuple(
        Term((word,), field, begun=begun and place == len(words) - 1) for place, word in enumerate(words)
    )


def _kept(clauses: Iterable[Clause], room: int) -> tuple[tuple[Clause, ...], int]:
    """Give the clauses that there is room for; a phrase is cut."""
    kept: list[Clause] = []
    for clause in clauses:
        term = clause[0]
        if not isinstance(term, Term):
            kept.append(clause)
        elif room:
            cut = term.words[:room]
            room -= len(cut)
            kept.append((term if cut == term.words else replace(term, words=cut, begun=False),))
    return tuple(kept), room


def _query(found: list[Understood]) -> Query:
    wanted: list[list[Part]] = []
    unwanted: list[Part] = []
    either: dict[Field, list[Part]] = {}
    joined = False
    for one in found:
        if one.piece.absent:
            unwanted += [part for clause in one.clauses for part in clause]
        elif one.piece.joins:
            joined = bool(wanted)
            continue
        else:
            for clause in one.clauses:
                _add(clause, wanted, either, _kind(one.piece, clause), joined=joined)
                joined = False
        joined = joined and not one.clauses
    if not wanted and not unwanted and any(map(_is_noise, found)):
        return Query(((),))
    return Query(tuple(tuple(dict.fromkeys(clause)) for clause in wanted), tuple(dict.fromkeys(unwanted)))


def _is_noise(one: Understood) -> bool:
    """Tell whether it is signs alone, of which nothing can become."""
    piece = one.piece
    return piece.field is None and not piece.quoted and piece.words.strip() not in {"", "-", "−"}


def _kind(piece: Piece, clause: Clause) -> Field | None:
    """Give the field of which another value means either, if it is one."""
    if piece.field is Field.IS:
        return Field.STATE if all(isinstance(part, InState) for part in clause) else None
    plain = any(isinstance(part, Term) and part.field is None for part in clause)
    return piece.field if piece.field in EITHER and not plain else None


def _add(
    clause: Clause,
    wanted: list[list[Part]],
    either: dict[Field, list[Part]],
    kind: Field | None,
    *,
    joined: bool,
) -> None:
    if joined:
        wanted[-1].extend(clause)
        return
    if kind in either:
        either[kind].extend(clause)
        return
    wanted.append(list(clause))
    if kind:
        either[kind] = wanted[-1]
