"""Putting a body in as inserted: text flows into the text there, anything else stands on its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.body import TEXT_BLOCKS, Body, Unknown
from newsroom.domain.inline import LineBreak, normal
from newsroom.domain.marks import NONE
from newsroom.domain.tracking import written
from newsroom.gui.editor import clipboard
from newsroom.gui.editor.borders import Area, area_of
from newsroom.gui.editor.bridge.loading import add_blocks
from newsroom.gui.editor.bridge.looks import block_format, char_format
from newsroom.gui.editor.bridge.properties import Kind, text_block
from newsroom.gui.editor.tracking import reach
from newsroom.gui.editor.tracking.region import position_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QTextCursor

    from newsroom.domain.body import Block, TextBlock
    from newsroom.domain.ledger import Pen
    from newsroom.domain.marks import Marks
    from newsroom.gui.editor.text_edit import TextEdit
    from newsroom.gui.editor.tracking.hand import TrackingHand


class Paster:
    """Writes a body in the name of a hand."""

    def __init__(self, hand: TrackingHand, edit: TextEdit) -> None:
        self._hand = hand
        self._look = edit.look

    def paste(self, cursor: QTextCursor, body: Body) -> None:
        """Put a body in at a cursor, which stands behind it afterwards."""
        area = area_of(cursor.block())
        if area is Area.ALONE:
            self._into_one(cursor, body)
            return
        texts = [block for block in body.blocks if isinstance(block, TEXT_BLOCKS)]
        if area is Area.BOX or len(texts) == len(body.blocks):
            if texts:
                self._hand.place(cursor, texts)
            return
        self._with_whole_blocks(cursor, [b for b in body.blocks if not isinstance(b, Unknown)])

    def _into_one(self, cursor: QTextCursor, body: Body) -> None:
        """Put all words into one block that does not part: a cell, a caption, a title."""
        content = clipboard.flat(body, LineBreak())
        hand, block = self._hand, cursor.block()
        pen = hand.pen(cursor.position(), cursor.position())
        alone = hand.alone(block, pen)
        at = alone.at(cursor.position())
        lines = written(alone.lines, at, content, pen)
        hand.write_lines(alone, lines)
        grown = sum(len(piece.text) if hasattr(piece, "text") else 1 for piece in content)
        cursor.setPosition(position_at(block, at[1] + grown))

    def _with_whole_blocks(self, cursor: QTextCursor, blocks: list[Block]) -> None:
        """Put pictures, tables and boxes in between two paragraphs, and the text around them where it flows."""
        head, middle, tail = _parted(blocks)
        if head:
            self._hand.place(cursor, head)
        found = reach.living(cursor)
        if found.text and found.caret == len(found.text) and cursor.atBlockEnd():
            self._add(cursor, [*middle, *tail])
            return
        empty = not found.text
        self._hand.part(cursor, text_block(cursor.blockFormat(), ()))
        behind = cursor.block().blockNumber()
        before = cursor.document().blockCount()
        cursor.movePosition(cursor.MoveOperation.PreviousBlock)
        cursor.movePosition(cursor.MoveOperation.EndOfBlock)
        self._add(cursor, middle)
        behind += cursor.document().blockCount() - before
        cursor.setPosition(cursor.document().findBlockByNumber(behind).position())
        if tail:
            self._hand.place(cursor, tail)
        elif empty:
            self._hand.drop_paragraph(cursor)

    def _add(self, cursor: QTextCursor, blocks: Iterable[Block]) -> None:
        pen = self._hand.pen(cursor.position(), cursor.position())
        add_blocks(cursor, Body(tuple(_inserted(block, pen) for block in blocks)), self._look)

    def begin(self, cursor: QTextCursor, marks: Marks, *, boxed: bool) -> None:
        """Begin a paragraph behind the block of a cursor."""
        cursor.insertBlock(block_format(self._look, Kind.PARAGRAPH, end=marks, boxed=boxed))
        cursor.setBlockCharFormat(char_format(self._look, Kind.PARAGRAPH, NONE))


def _parted(blocks: Sequence[Block]) -> tuple[list[TextBlock], list[Block], list[TextBlock]]:
    """Give the text before the first block of another kind, what lies between, and the text behind the last."""
    apart = [number for number, block in enumerate(blocks) if not isinstance(block, TEXT_BLOCKS)]
    head = [block for block in blocks[: apart[0]] if isinstance(block, TEXT_BLOCKS)]
    tail = [block for block in blocks[apart[-1] + 1 :] if isinstance(block, TEXT_BLOCKS)]
    return head, list(blocks[apart[0] : apart[-1] + 1]), tail


def _inserted(block: Block, pen: Pen) -> Block:
    if isinstance(block, Unknown):
        return block
    marks = pen.inserted(NONE)
    if isinstance(block, TEXT_BLOCKS):
        content = normal(replace(piece, marks=pen.inserted(piece.marks)) for piece in block.content)
        return replace(block, content=content, marks=marks)
    return replace(block, marks=marks)
