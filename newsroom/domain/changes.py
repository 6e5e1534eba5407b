"""Tracked changes: what was inserted, deleted and formatted, by whom, and the texts without and with it.

Marks hold a change's id alone; its author and time stand once, in the story. Accepting all gives the
`final` text, rejecting all the `original`. A paragraph's form belongs to its end: where an end falls, its text goes on
into the next block, in that one's form, across pictures, tables and boxes that fall as well.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsroom.domain.body import (
    TEXT_BLOCKS,
    Block,
    Body,
    Box,
    Picture,
    Table,
    TextBlock,
    Unknown,
    contents,
    form_of,
    normal_body,
)
from newsroom.domain.inline import Anchor, Content, Inline, length, normal
from newsroom.domain.marks import NONE, TRACKED, MarkKind, Marks, has, value_of, without
from newsroom.domain.words import Labelled
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime


class ChangeKind(Labelled):
    """What a tracked change did."""

    INSERTION = "insertion", N_("Insertion")
    DELETION = "deletion", N_("Deletion")
    FORMAT = "format", N_("Formatting")


@dataclass(frozen=True, slots=True)
class Change:
    """One tracked change; a format change holds the marks or the form of a block that it replaced."""

    id: str
    kind: ChangeKind
    author: str
    time: datetime
    former: Marks = NONE
    former_form: TextBlock | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a stretch of a settled block came from: block and offset in the source's plain text."""

    start: int
    block: int
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class Settled:
    """A text without tracked changes, and for each of its blocks where its stretches came from."""

    body: Body
    origins: tuple[tuple[Piece, ...], ...] = field(default=())

    def place(self, block: int, offset: int) -> tuple[int, int]:
        """Give block and offset in the source of an offset in the settled text."""
        pieces = self.origins[block]
        for piece in pieces:
            if piece.start <= offset < piece.start + piece.size:
                return piece.block, piece.offset + offset - piece.start
        if not pieces:
            return block, offset
        last = pieces[-1]
        return last.block, last.offset + max(min(offset - last.start, last.size), 0)


def final(source: Body) -> Body:
    """Give the text with all changes accepted."""
    return settle(source).body


def final_content(content: Content) -> Content:
    """Give content with all changes accepted."""
    return _FINAL.content(content)


def original(source: Body, changes: tuple[Change, ...] = ()) -> Body:
    """Give the text with all changes rejected; the changes tell the former looks of format changes."""
    return reading_original(changes).settle(source).body


def reading_original(changes: Iterable[Change] = ()) -> Reading:
    """Give the reading that rejects all changes."""
    return Reading(MarkKind.INSERTED, {change.id: change for change in changes})


def settle(source: Body) -> Settled:
    """Give the final text together with where each of its stretches came from."""
    return _FINAL.settle(source)


def change_ids(source: Body) -> frozenset[str]:
    """Give the ids of all tracked changes that stand in a body."""
    ids: set[str] = set()
    for block in source.blocks:
        marks = [piece.marks for content in contents(block) for piece in content]
        marks += [getattr(part, "marks", NONE) for part in (block, *getattr(block, "blocks", ()))]
        ids.update(mark.value for found in marks for mark in found if mark.kind in TRACKED)
    return frozenset(ids)


class Reading:
    """How changes are settled: which of them fall with their text, and what former looks come back."""

    def __init__(self, gone: MarkKind, former: Mapping[str, Change] | None = None) -> None:
        self._gone = gone
        self._former = former or {}

    def falls(self, piece: Inline | Block) -> bool:
        """Tell whether a piece, the end of a text block or a whole other block goes."""
        return not isinstance(piece, Unknown) and has(piece.marks, self._gone)

    def marks(self, marks: Marks) -> Marks:
        """Give the marks that stay on a piece."""
        kept = without(marks, *TRACKED)
        change = self._former.get(value_of(marks, MarkKind.FORMATTED) or "")
        if change is None:
            return kept
        return change.former | frozenset(mark for mark in kept if mark.kind is MarkKind.NOTE)

    def content(self, content: Content) -> Content:
        """Give content without changes."""
        return normal(
            replace(piece, marks=self.marks(piece.marks)) for piece in content if not self.falls(piece)
        )

    def form(self, block: TextBlock) -> TextBlock:
        """Give the form of a text block."""
        change = self._former.get(value_of(block.marks, MarkKind.FORMATTED) or "")
        return form_of(block) if change is None or change.former_form is None else change.former_form

    def whole(self, block: Block) -> Block:
        """Give a block of another kind than text without changes."""
        if isinstance(block, Picture):
            return replace(block, caption=self.content(block.caption), marks=NONE)
        if isinstance(block, Table):
            rows = tuple(tuple(map(self.content, row)) for row in block.rows)
            return replace(block, rows=rows, marks=NONE)
        if isinstance(block, Box):
            inner = self.settle(Body(block.blocks)).body.blocks
            kept = tuple(item for item in inner if isinstance(item, TEXT_BLOCKS))
            return Box(self.content(block.title), kept)
        return block

    def settle(self, source: Body) -> Settled:
        """Give the text without changes and where its stretches came from."""
        page = _Page()
        for number, block in enumerate(source.blocks):
            if isinstance(block, TEXT_BLOCKS):
                page.write(self.content(block.content), self._origins(block.content, number, page.size))
                page.end(self.form(block), stays=not self.falls(block))
            elif not self.falls(block):
                page.set_apart(self.whole(block))
        page.close()
        return Settled(normal_body(Body(tuple(page.blocks))), tuple(page.origins))

    def _origins(self, content: Content, block: int, start: int) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        offset = 0
        for piece in content:
            size = length(piece)
            if size and not self.falls(piece):
                pieces.append(Piece(start, block, offset, size))
                start += size
            offset += size
        return tuple(pieces)


class _Page:
    """Takes settled text in order; what has no end yet waits, and takes the form of the end that comes."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.origins: list[tuple[Piece, ...]] = []
        self._waiting: TextBlock | None = None
        self._content: Content = ()
        self._pieces: tuple[Piece, ...] = ()

    @property
    def size(self) -> int:
        return sum(map(length, self._content))

    def write(self, content: Content, pieces: tuple[Piece, ...]) -> None:
        self._content = normal((*self._content, *content)) if self._content else content
        self._pieces += pieces

    def end(self, form: TextBlock, *, stays: bool) -> None:
        self._waiting = form
        if stays:
            self._emit(form)

    def set_apart(self, block: Block) -> None:
        self.close()
        self.blocks.append(block)
        self.origins.append(())

    def close(self) -> None:
        """Where no end follows, text keeps the last one that fell, and nothing is nothing."""
        if self._waiting is not None and self._content:
            self._emit(self._waiting)
        self._waiting = None

    def _emit(self, form: TextBlock) -> None:
        self.blocks.append(replace(form, content=self._content))
        self.origins.append(self._pieces)
        self._content, self._pieces, self._waiting = (), (), None


_FINAL = Reading(MarkKind.DELETED)
_WITHIN = TRACKED | {MarkKind.NOTE}
"""The marks that readers never see."""


def for_readers(source: Body) -> Body:
    """Give the final text without notes and anchors: exactly what is exported."""
    if all(_is_bare(block) for block in source.blocks):
        return source
    return final(Body(tuple(_without_notes(block) for block in source.blocks)))


def content_for_readers(content: Content) -> Content:
    """Give final content without notes and anchors."""
    return content if _is_shown(content) else _strip(final_content(content))


def _is_bare(block: Block) -> bool:
    """Tell whether a block is what readers see, as most are: a tenth of the time."""
    if isinstance(block, Unknown):
        return True
    if block.marks or not all(map(_is_shown, contents(block))):
        return False
    return not (isinstance(block, Box) and any(item.marks for item in block.blocks))


def _is_shown(content: Content) -> bool:
    for piece in content:
        if isinstance(piece, Anchor):
            return False
        for mark in piece.marks:
            if mark.kind in _WITHIN:
                return False
    return True


def _strip(content: Content) -> Content:
    return normal(
        replace(piece, marks=without(piece.marks, MarkKind.NOTE))
        for piece in content
        if not isinstance(piece, Anchor)
    )


def _without_notes(block: Block) -> Block:
    if isinstance(block, TEXT_BLOCKS):
        return replace(block, content=_strip(block.content))
    if isinstance(block, Picture):
        return replace(block, caption=_strip(block.caption))
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(map(_strip, row)) for row in block.rows))
    if isinstance(block, Box):
        inner = tuple(replace(item, content=_strip(item.content)) for item in block.blocks)
        return replace(block, title=_strip(block.title), blocks=inner)
    return block
