"""Putting a text in the place of another as a tracked change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.inline import Anchor, Run, length, normal
from newsroom.domain.ledger import Pen
from newsroom.domain.marks import NONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.desk.mending import Splice
    from newsroom.domain.inline import Content, Inline
    from newsroom.domain.ledger import Ledger


def tracked_splice(ledger: Ledger) -> Splice:
    """Give what strikes a stretch and writes a text behind it, in the name of the ledger's author."""

    def splice(content: Content, start: int, end: int, text: str) -> Content:
        pen = Pen(ledger)
        before, old, after = _parted(content, start, end)
        marks = next((piece.marks for piece in old if isinstance(piece, Run)), NONE)
        new = (Run(text, pen.inserted(marks)),) if text else ()
        return normal((*before, *_struck(old, pen), *new, *after))

    return splice


def _struck(pieces: Content, pen: Pen) -> Iterator[Inline]:
    for piece in pieces:
        if isinstance(piece, Anchor):
            yield piece
            continue
        marks = pen.deleted(piece.marks)
        if marks is not None:
            yield replace(piece, marks=marks)


def _parted(content: Content, start: int, end: int) -> tuple[Content, Content, Content]:
    """Give what stands before a stretch, in it and after it; what takes no room at its edges is not in it."""
    sides: tuple[list[Inline], list[Inline], list[Inline]] = ([], [], [])
    at = 0
    for piece in content:
        size = length(piece)
        if isinstance(piece, Run):
            low, high = max(start - at, 0), max(end - at, 0)
            cuts = (piece.text[:low], piece.text[low:high], piece.text[high:])
            for side, words in zip(sides, cuts, strict=True):
                side.append(replace(piece, text=words))
        else:
            last = at + (size or 0)
            sides[0 if last <= start else 2 if at >= end else 1].append(piece)
        at += size
    return (tuple(sides[0]), tuple(sides[1]), tuple(sides[2]))
