"""Dates behind a field's name that go on behind a space: ``im:Februar 2025``, ``ab:1. Mai``, ``am:letzten Montag``."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.text.calendar_words import MONTH_NUMBERS, WEEKDAY_NUMBERS, any_of
from newsroom.text.date_spans import date_span, may_become_span
from newsroom.text.query.values import TIMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom.text.query.pieces import Piece
    from newsroom.text.query.values import Standpoint

_FURTHER = 3
"""So many words may follow the first one: ``am:letzten Montag 14 Uhr``."""

_LAST = re.compile(
    rf"(?:{any_of(MONTH_NUMBERS)})\.?|(?:{any_of(WEEKDAY_NUMBERS)})|(?:19|2[01])\d\d"
    r"|uhr|woche|monats?|jahr|wochenende|week|month|year|weekend"
)
"""What ends a date of several words; a bare number behind one is rather looked for in the story."""


def with_whole_dates(found: Sequence[Piece], text: str, at: Standpoint) -> Iterator[Piece]:
    """Give the pieces of a text, those that make one date behind a field's name as one."""
    place = 0
    while place < len(found):
        piece, taken = _whole(found[place : place + 1 + _FURTHER], text, at)
        yield piece
        place += taken


def goes_on(words: str) -> bool:
    """Tell whether words may become part of a date that comes to stand before them."""
    return any(_LAST.fullmatch(word.lower().rstrip(",;")) for word in words.split()[:_FURTHER])


def _whole(near: Sequence[Piece], text: str, at: Standpoint) -> tuple[Piece, int]:
    """Give the first piece with as many of the next as make a date with it, and how many pieces that is."""
    first = near[0]
    if first.field not in TIMES or first.quoted or not first.words:
        return first, 1
    value = text.rindex(first.words, first.start, first.end)
    for number in range(_plain(near), 1, -1):
        last = near[number - 1]
        words = text[value : last.end]
        if _is_date(words, at) or (last.open and not _is_date(first.words, at) and _begins(words)):
            return replace(first, end=last.end, words=words, open=last.open), number
    return first, 1


def _plain(near: Sequence[Piece]) -> int:
    """Give how many pieces from the first on are bare words."""
    for number, piece in enumerate(near[1:], 1):
        if piece.field or piece.quoted or piece.absent or piece.joins:
            return number
    return len(near)


def _is_date(words: str, at: Standpoint) -> bool:
    one = " " not in words
    return bool(
        (one or goes_on(words.rsplit(maxsplit=1)[-1])) and date_span(words, at.zone, at.now, at.language)
    )


def _begins(words: str) -> bool:
    """Tell whether the last of the words may become the name of a month, as in ``am:1. Ma``."""
    day, _space, month = words.lower().rpartition(" ")
    names = any(name.startswith(month) for name in MONTH_NUMBERS)
    return names and bool(re.fullmatch(r"\d{1,2}\.?", day)) and may_become_span(words)
