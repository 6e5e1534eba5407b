"""Blocks as lines of plain text, and the sentences on what plain text cannot hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.body import (
    Block,
    Body,
    Box,
    Crosshead,
    ListItem,
    Picture,
    Quote,
    Table,
    Unknown,
    block_text,
    contents,
)
from newsroom.domain.changes import for_readers
from newsroom.domain.inline import Footnote, Inline, Run, plain
from newsroom.translation import N_, Message, msg, msgs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def block_lines(block: Block) -> Iterator[str]:
    """Give the paragraphs that stand for a block; a picture gives none."""
    if isinstance(block, Box):
        yield plain(block.title)
        for inner in block.blocks:
            yield from block_lines(inner)
    elif isinstance(block, ListItem):
        yield f"– {plain(block.content)}"
    elif not isinstance(block, Picture):
        yield block_text(block)


def plain_lines(body: Body) -> tuple[str, ...]:
    """Give a body's paragraphs as readers see them, as plain text."""
    lines = (line for block in for_readers(body).blocks for line in block_lines(block))
    return tuple(line for line in lines if line.strip())


def losses_of(body: Body) -> Iterator[Message]:
    """Say what of a body plain text cannot hold."""
    blocks = for_readers(body).blocks
    pieces = [piece for block in blocks for content in contents(block) for piece in content]
    if any(isinstance(piece, Run) and piece.marks for piece in pieces):
        yield msg(N_("Bold, italic, links and the like were left out."))
    if any(isinstance(block, Crosshead | Quote | ListItem | Box) for block in blocks):
        yield msg(N_("Crossheads, quotes, lists and boxes stand as plain paragraphs."))
    if any(isinstance(block, Table) for block in blocks):
        yield msg(N_("Tables stand as lines with tabs."))
    yield from _counted(blocks, pieces)


def _counted(blocks: tuple[Block, ...], pieces: Sequence[Inline]) -> Iterator[Message]:
    if any(isinstance(block, Unknown) for block in blocks):
        yield msg(N_("A part of the text was made by a newer program and was left out."))
    pictures = sum(isinstance(block, Picture) for block in blocks)
    if pictures:
        yield msgs("{n} picture was left out.", "{n} pictures were left out.", pictures)
    footnotes = sum(isinstance(piece, Footnote) for piece in pieces)
    if footnotes:
        yield msgs("{n} footnote was left out.", "{n} footnotes were left out.", footnotes)
