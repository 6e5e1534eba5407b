"""What may follow in the search field: names of fields, and values of the field that is being typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.query import Field
from newsroom.text.query import names
from newsroom.text.query.chips import quoted
from newsroom.text.query.pieces import pieces
from newsroom.text.query.values import TIMES
from newsroom.text.terms import folded
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from newsroom.text.query.pieces import Piece

LEAST = 2
"""Letters of a field's name that are typed before it is offered."""

NAMED = frozenset({Field.SECTION, Field.GENRE, Field.AUTHOR, Field.KEYWORD})
"""Fields whose values are names that the library knows."""

_VALUES: dict[Field, Iterable[names.Names]] = {
    Field.STATE: names.STATES.values(),
    Field.LANGUAGE: names.LANGUAGES.values(),
    Field.HAS: names.THINGS.values(),
    Field.IS: (*names.TRAITS.values(), *names.STATES.values()),
}

_DETAILS = {
    Field.AFTER: N_("from a day on: yesterday, 27.3.2025, last-week"),
    Field.BEFORE: N_("before a day"),
    Field.UNTIL: N_("up to and with a day"),
    Field.ON: N_("on a day, in a month or year: 2025-03"),
    Field.HAS: N_("what it has: a picture, a note, …"),
    Field.IS: N_("what it is: mine, embargoed, …"),
}
"""What a field asks for, where its name does not say it."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is being typed: from start to end of the text; the field whose value it is, or None for its name."""

    start: int
    end: int
    begun: str
    field: Field | None = None
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be put into the place: the text, and what it means."""

    text: str
    detail: str = ""

    @property
    def ends(self) -> bool:
        """Tell whether it is whole, and not a field's name that wants a value."""
        return not self.text.endswith(":")


def place(text: str, cursor: int) -> Place | None:
    """Give what is being typed at a place of the text, or None where nothing is to be completed."""
    for piece in pieces(text[:cursor]):
        if piece.end == cursor and (piece.open or piece.field):
            return _place(piece, text[:cursor])
    return None


def _place(piece: Piece, text: str) -> Place | None:
    start = piece.start + piece.absent
    if piece.field is None:
        whole = len(piece.words) >= LEAST and piece.words.isalpha() and not piece.quoted
        return Place(start, piece.end, piece.words, absent=piece.absent) if whole else None
    if piece.quoted and not piece.open:
        return None
    return Place(start + text[start : piece.end].index(":") + 1, piece.end, piece.words, piece.field)


def offers(here: Place, language: str, known: Iterable[str] = ()) -> list[Offer]:
    """Give what may stand there, in the program's language; known are names the library has for the field."""
    if here.field is None:
        return list(_fields(here, language))
    if here.field in NAMED:
        return [Offer(quoted(name)) for name in _beginning(here.begun, known)]
    if here.field in TIMES:
        return [Offer(name) for name in _beginning(here.begun, _days(language))]
    values = (names.offered(spoken, language) for spoken in _VALUES.get(here.field, ()))
    return [Offer(quoted(name)) for name in _beginning(here.begun, values)]


def put(text: str, here: Place, offer: Offer) -> tuple[str, int]:
    """Give the text with an offer in its place, and where the cursor stands then."""
    ending = " " if offer.ends else ""
    before = text[: here.start] + offer.text + ending
    return before + text[here.end :].lstrip(" " if ending else ""), len(before)


def all_fields(language: str) -> list[Offer]:
    """Give the names of all fields with what they are."""
    return [
        Offer(f"{names.offered(spoken, language)}:", _detail(field)) for field, spoken in names.FIELDS.items()
    ]


def _fields(here: Place, language: str) -> Iterator[Offer]:
    """Give fields that are called so in the program's language first, then in the other one."""
    begun = folded(here.begun)
    both = (language, "en" if language == "de" else "de")
    seen = set()
    for spoken in both:
        for field, said in names.FIELDS.items():
            name = next((name for name in said[spoken] if folded(name).startswith(begun)), None)
            if name and field not in seen:
                seen.add(field)
                yield Offer(f"{name}:", _detail(field))


def _detail(field: Field) -> str:
    return _(_DETAILS[field]) if field in _DETAILS else _(field.label)


def _days(language: str) -> tuple[str, ...]:
    return names.DAYS["de" if language == "de" else "en"]


def _beginning(begun: str, known: Iterable[str]) -> list[str]:
    """Give names that begin so, then those with a later word that does."""
    start = folded(begun)
    forms: Mapping[str, str] = {name: folded(name) for name in known}
    first = [name for name, form in forms.items() if form.startswith(start)]
    later = [name for name, form in forms.items() if f" {start}" in f" {form}" and name not in first]
    return first + (later if start else [])
