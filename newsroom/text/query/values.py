"""What the value of a field means: states, languages, genres, dates, things and traits by their names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from newsroom.domain.query import Field, Has, InLanguage, InState, Is, Named, Trait, Within
from newsroom.text.date_spans import date_span, may_become_span
from newsroom.text.query import names
from newsroom.text.terms import folded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from newsroom.domain.query import Clause
    from newsroom.text.query.pieces import Piece

T = TypeVar("T")
TEXTS = frozenset({Field.HEADLINE, Field.KICKER, Field.AUTHOR, Field.KEYWORD, Field.SOURCE})
"""Fields that hold words of their own; their values are read as words are."""

EITHER = frozenset({
    Field.AUTHOR, Field.KEYWORD, Field.SOURCE, Field.SECTION, Field.GENRE, Field.STATE, Field.LANGUAGE, Field.ON,
})  # fmt: skip
"""Fields of which two values mean either."""

TIMES = frozenset({Field.AFTER, Field.BEFORE, Field.UNTIL, Field.ON})


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where a query is read: now, the zone whose days count, who asks, the program's language."""

    now: datetime
    zone: str = "UTC"
    person: str = ""
    language: str = "de"


def value_of(piece: Piece, field: Field, at: Standpoint) -> Clause | None:
    """Give what the value of a field means: alternatives, none where it is not typed yet; None: it is no value."""
    if field in TIMES:
        return _time(piece, field, at)
    value = folded(piece.words)
    if not value:
        return () if not piece.words.strip('"“”„«»') else None
    if field is Field.SECTION:
        return (Named(field, piece.words.strip(), begun=piece.open and not piece.absent),)
    if field is Field.GENRE:
        return _genre(value, piece)
    return _CLOSED[field](value, piece, at)


def _genre(value: str, piece: Piece) -> Clause:
    known = _known(names.GENRE_NAMES, value, begun=piece.open)
    named = tuple(Named(Field.GENRE, key) for key in known)
    own = Named(Field.GENRE, piece.words.strip(), begun=piece.open and not piece.absent)
    return named if own in named else (*named, own)


def _state(value: str, piece: Piece, _at: Standpoint) -> Clause | None:
    return tuple(map(InState, _known(names.STATE_NAMES, value, begun=piece.open))) or None


def _language(value: str, piece: Piece, _at: Standpoint) -> Clause | None:
    bare = value.split(maxsplit=1)[0]
    known = _known(names.LANGUAGE_NAMES, value, begun=piece.open) or _known(
        names.LANGUAGE_NAMES, bare, begun=False
    )
    return tuple(map(InLanguage, known)) or None


def _has(value: str, piece: Piece, _at: Standpoint) -> Clause | None:
    return tuple(map(Has, _known(names.THING_NAMES, value, begun=piece.open))) or None


def _is(value: str, piece: Piece, at: Standpoint) -> Clause | None:
    traits = _known(names.TRAIT_NAMES, value, begun=piece.open)
    states = _known(names.STATE_NAMES, value, begun=piece.open)
    mine = tuple(Named(Field.AUTHOR, at.person) for trait in traits if trait is Trait.MINE)
    others = tuple(_trait(trait, at) for trait in traits if trait is not Trait.MINE)
    return (*mine, *others, *map(InState, states)) or None


def _trait(trait: Trait, at: Standpoint) -> Is:
    return Is(trait, at.now if trait is Trait.EMBARGOED else None)


_CLOSED: dict[Field, Callable[[str, Piece, Standpoint], Clause | None]] = {
    Field.STATE: _state,
    Field.LANGUAGE: _language,
    Field.HAS: _has,
    Field.IS: _is,
}


def _known(named: Mapping[str, T], value: str, *, begun: bool) -> tuple[T, ...]:
    """Give the thing of this name; while it is typed, all whose names begin so."""
    if value in named:
        return (named[value],)
    found = (thing for name, thing in named.items() if begun and name.startswith(value))
    return tuple(dict.fromkeys(found))


def _time(piece: Piece, field: Field, at: Standpoint) -> Clause | None:
    words = piece.words.strip()
    if not words:
        return ()
    span = date_span(words, at.zone, at.now, at.language)
    if span is None:
        return () if piece.open and may_become_span(words) else None
    if field is Field.AFTER:
        return (Within(since=span.start),)
    if field is Field.ON:
        return (Within(span.start, span.end),)
    return (Within(until=span.start if field is Field.BEFORE else span.end),)
