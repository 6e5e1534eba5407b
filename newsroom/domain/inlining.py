"""A difference in one run of text: what went, what came, and what stayed, in the order of reading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from newsroom.domain.alignment import steps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.comparison import Row, Side

_TOKEN = re.compile(r"\w+|\W")


class Fate(StrEnum):
    """What becomes of a stretch."""

    STAYS = "stays"
    GOES = "goes"
    COMES = "comes"


@dataclass(frozen=True, slots=True)
class Told:
    """A stretch of text and its fate."""

    text: str
    fate: Fate


def in_line(old: str, new: str) -> Iterator[Told]:
    """Give two texts as one, word by word."""
    ours, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    for same, first, last, start, end in steps(ours, theirs):
        if same:
            yield Told("".join(ours[first:last]), Fate.STAYS)
            continue
        if first < last:
            yield Told("".join(ours[first:last]), Fate.GOES)
        if start < end:
            yield Told("".join(theirs[start:end]), Fate.COMES)


def row_in_line(row: Row) -> tuple[Told, ...]:
    """Give a row as one text; one that stands on one side alone goes or comes whole."""
    old, new = _text(row.old), _text(row.new)
    if row.old and row.new:
        return tuple(in_line(old, new))
    return (Told(old, Fate.GOES),) if row.old else (Told(new, Fate.COMES),)


def _text(side: Side) -> str:
    return "".join(part.text for part in side)
