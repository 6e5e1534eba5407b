"""A query as chips: what is understood as a field stands apart from the words, and both become one text again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.query import Field, Has, InLanguage, InState, Is, Named, Term, Trait, Within
from newsroom.text.query.names import FIELDS, LANGUAGES, offered
from newsroom.text.query.reading import NOWHERE, understood
from newsroom.text.query.spaced_dates import goes_on
from newsroom.text.query.values import TIMES
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.domain.query import Clause
    from newsroom.text.query.pieces import Piece
    from newsroom.text.query.reading import Understood
    from newsroom.text.query.values import Standpoint


@dataclass(frozen=True, slots=True)
class Chip:
    """One field of a query: as it is written, and its name and value as they are shown; absent is "without"."""

    written: str
    field: Field
    title: str
    value: str
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Split:
    """A query as chips and the words beside them."""

    chips: tuple[Chip, ...]
    words: str

    def text(self) -> str:
        """Give the query again, the chips first."""
        written = [chip.written for chip in self.chips]
        if self.chips and self.chips[-1].field in TIMES and goes_on(self.words):
            name, _colon, value = written[-1].partition(":")
            bare = value.strip('"')
            written[-1] = f'{name}:"{bare}"'
        return " ".join(filter(None, (*written, self.words)))

    def without(self, chip: Chip) -> str:
        """Give the query without one of its chips."""
        return Split(tuple(other for other in self.chips if other is not chip), self.words).text()


def split(text: str, at: Standpoint = NOWHERE, *, typing: bool = False) -> Split:
    """Take a query apart; while somebody is typing, the last piece stays among the words.

    Fields that are joined with something by "or" stay with the words too, for they make sense only there.
    """
    found = understood(text, at)
    chips = []
    words = []
    for number, one in enumerate(found):
        joined = any(near.piece.joins for near in found[max(number - 1, 0) : number + 2])
        open_ended = typing and number == len(found) - 1 and one.piece.open
        chip = None if joined or open_ended else _chip(one, text, at)
        if chip:
            chips.append(chip)
        else:
            words.append(text[one.piece.start : one.piece.end])
    rest = " ".join(words)
    ended = bool(found) and not found[-1].piece.open and not found[-1].piece.quoted
    return Split(tuple(chips), f"{rest} " if rest and ended else rest)


def field_chip(field: Field, value: str, at: Standpoint = NOWHERE, *, absent: bool = False) -> Chip:
    """Make the chip of a field and a value, such as a section that was chosen from a menu."""
    written = f"{'-' * absent}{offered(FIELDS[field], at.language)}:{quoted(value)}"
    (one,) = understood(written + " ", at)
    return _chip(one, written, at) or Chip(written, field, _(field.label), value, absent)


def quoted(value: str) -> str:
    """Give a value as it is written behind a field's name."""
    plain = value.replace('"', "")
    return plain if plain and all(char.isalnum() or char in "-._*" for char in plain) else f'"{plain}"'


def _chip(one: Understood, text: str, at: Standpoint) -> Chip | None:
    piece = one.piece
    if piece.field is None or not one.clauses:
        return None
    clause = tuple(part for clause in one.clauses for part in clause)
    if any(isinstance(part, Term) and part.field is None for part in clause):
        return None
    written = text[piece.start : piece.end]
    if piece.quoted and piece.open:
        written += '"'
    if (
        piece.field in TIMES and not piece.quoted
    ):  # lest a word that comes to stand behind it becomes part of it
        written = written[: written.index(":") + 1] + quoted(piece.words.strip())
    title = _("Period") if piece.field in TIMES else _(piece.field.label)
    return Chip(written, piece.field, title, _value(piece, clause, at), piece.absent)


def _value(piece: Piece, clause: Clause, at: Standpoint) -> str:
    if piece.field in TIMES:
        return _span(clause, at)
    if piece.field is not Field.IS and all(isinstance(part, Named | Term) for part in clause):
        return piece.words.strip()
    return ", ".join(dict.fromkeys(filter(None, (_said(part, at) for part in clause))))


def _said(part: object, at: Standpoint) -> str:
    if isinstance(part, InState):
        return _(part.state.label)
    if isinstance(part, Has):
        return _(part.thing.label)
    if isinstance(part, Is):
        return _(part.trait.label)
    if isinstance(part, InLanguage):
        return (
            offered(LANGUAGES[part.code], at.language).capitalize() if part.code in LANGUAGES else part.code
        )
    return _(Trait.MINE.label)


def _span(clause: Clause, at: Standpoint) -> str:
    """Say a stretch of time by its days: from, before, on, or from and to."""
    from datetime import timedelta

    from newsroom.text.dates import show

    (within,) = clause
    assert isinstance(within, Within)
    since = show(within.since, at.zone, at.language, "day") if within.since else ""
    if within.until is None:
        return _("from {day}", day=since)
    last = show(within.until - timedelta(seconds=1), at.zone, at.language, "day")
    if not since:
        return _("up to {day}", day=last)
    return since if since == last else _("{first} to {last}", first=since, last=last)
