"""Tracked changes: what was inserted, deleted and formatted, by whom, and the texts without and with it.

Marks hold a change's id alone; its author and time stand once, in the story. Accepting all gives the
`final` text, rejecting all the `original`. A deleted paragraph end joins a block with the next one, which then
lives on in the form of the first.
"""

from __future__ import annotations

from collections.abc import Callable
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
    contents,
    normal_body,
)
from newsroom.domain.inline import Anchor, Content, Inline, length, normal
from newsroom.domain.marks import NONE, TRACKED, MarkKind, Marks, has, value_of, without
from newsroom.domain.words import Labelled
from newsroom.translation import N_

if TYPE_CHECKING:
    from datetime import datetime


class ChangeKind(Labelled):
    """What a tracked change did."""

    INSERTION = "insertion", N_("Insertion")
    DELETION = "deletion", N_("Deletion")
    FORMAT = "format", N_("Formatting")


@dataclass(frozen=True, slots=True)
class Change:
    """One tracked change; former holds the marks that a format change replaced."""

    id: str
    kind: ChangeKind
    author: str
    time: datetime
    former: Marks = NONE


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
    return _settle_content(content, MarkKind.DELETED, _accepted)


def original(source: Body, changes: tuple[Change, ...] = ()) -> Body:
    """Give the text with all changes rejected; the changes tell the former marks of format changes."""
    return _settle(source, MarkKind.INSERTED, _rejected(changes)).body


def settle(source: Body) -> Settled:
    """Give the final text together with where each of its stretches came from."""
    return _settle(source, MarkKind.DELETED, _accepted)


def change_ids(source: Body) -> frozenset[str]:
    """Give the ids of all tracked changes that stand in a body."""
    ids: set[str] = set()
    for block in source.blocks:
        marks = [getattr(piece, "marks", NONE) for content in contents(block) for piece in content]
        marks += [getattr(part, "marks", NONE) for part in (block, *getattr(block, "blocks", ()))]
        ids.update(mark.value for found in marks for mark in found if mark.kind in TRACKED)
    return frozenset(ids)


Judge = Callable[[Marks], Marks]


def _accepted(marks: Marks) -> Marks:
    return without(marks, *TRACKED)


def _rejected(changes: tuple[Change, ...]) -> Judge:
    former = {change.id: change.former for change in changes if change.kind is ChangeKind.FORMAT}

    def judge(marks: Marks) -> Marks:
        change = value_of(marks, MarkKind.FORMATTED)
        kept = without(marks, *TRACKED)
        if change not in former:
            return kept
        notes = frozenset(mark for mark in kept if mark.kind is MarkKind.NOTE)
        return former[change] | notes

    return judge


def _settle_content(content: Content, gone: MarkKind, judge: Judge) -> Content:
    return normal(
        piece if isinstance(piece, Anchor) else replace(piece, marks=judge(piece.marks))
        for piece in content
        if not _falls(piece, gone)
    )


def _falls(piece: Inline, gone: MarkKind) -> bool:
    return not isinstance(piece, Anchor) and has(piece.marks, gone)


def _settle(source: Body, gone: MarkKind, judge: Judge) -> Settled:
    blocks: list[Block] = []
    origins: list[tuple[Piece, ...]] = []
    joins = False
    for number, block in enumerate(source.blocks):
        if not isinstance(block, TEXT_BLOCKS):
            blocks.append(_settle_compound(block, gone, judge))
            origins.append(())
            joins = False
            continue
        last = blocks[-1] if blocks else None
        start = _size(last) if joins and isinstance(last, TEXT_BLOCKS) else 0
        content = _settle_content(block.content, gone, judge)
        pieces = _origins(block.content, number, start, gone)
        if joins and isinstance(last, TEXT_BLOCKS):
            blocks[-1] = replace(last, content=normal((*last.content, *content)))
            origins[-1] = (*origins[-1], *pieces)
        else:
            blocks.append(replace(block, content=content, marks=NONE))
            origins.append(pieces)
        joins = has(block.marks, gone)
    return Settled(normal_body(Body(tuple(blocks))), tuple(origins))


def _size(block: TextBlock | Block | None) -> int:
    return sum(map(length, block.content)) if isinstance(block, TEXT_BLOCKS) else 0


def _origins(content: Content, block: int, start: int, gone: MarkKind) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    offset = 0
    for piece in content:
        size = length(piece)
        if size and not _falls(piece, gone):
            pieces.append(Piece(start, block, offset, size))
            start += size
        offset += size
    return tuple(pieces)


def _settle_compound(block: Block, gone: MarkKind, judge: Judge) -> Block:
    if isinstance(block, Picture):
        return replace(block, caption=_settle_content(block.caption, gone, judge))
    if isinstance(block, Table):
        rows = tuple(tuple(_settle_content(cell, gone, judge) for cell in row) for row in block.rows)
        return replace(block, rows=rows)
    if isinstance(block, Box):
        inner = _settle(Body(block.blocks), gone, judge).body.blocks
        kept = tuple(item for item in inner if isinstance(item, TEXT_BLOCKS))
        return Box(_settle_content(block.title, gone, judge), kept)
    return block


def for_readers(source: Body) -> Body:
    """Give the final text without notes and anchors: exactly what is exported."""
    settled = final(source)
    return normal_body(Body(tuple(_without_notes(block) for block in settled.blocks)))


def content_for_readers(content: Content) -> Content:
    """Give final content without notes and anchors."""
    return _strip(final_content(content))


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
        return Box(_strip(block.title), inner)
    return block
