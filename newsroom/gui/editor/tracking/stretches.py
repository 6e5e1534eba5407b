"""The parts of a selection that are edited each on its own: no paragraph joins across the border of a box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.gui.editor.borders import Area, area_of, table_of
from newsroom.gui.editor.bridge.properties import Kind, Prop, kind_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch from one position to another, in the blocks of these numbers; whole takes the last as a whole."""

    start: int
    end: int
    first: int
    last: int
    whole: bool = False


def stretches(document: QTextDocument, start: int, end: int) -> list[Part]:
    """Give the parts of a selection, in order."""
    first, last = document.findBlock(start), document.findBlock(end)
    if first == last and not (kind_of(first.blockFormat()) is Kind.PICTURE and start == first.position()):
        return [_part(start, end, first, last)]
    if area_of(first) is Area.BOX and area_of(last) is Area.BOX and _same_box(first, last):
        return [_part(start, end, first, last)]
    if table_of(first) is not None and table_of(first) == table_of(last):
        return _by_block(first, last, start, end)
    return _across(document, first, last, start, end)


def _across(document: QTextDocument, first: QTextBlock, last: QTextBlock, start: int, end: int) -> list[Part]:
    head: list[Part] = []
    tail: list[Part] = []
    if _boxed(first) and not _leads(first, start):
        stop = _box_end(first)
        upto = min(end, _end_of(stop))
        head = _by_block(first, document.findBlock(upto), start, upto)
        first = stop.next()
        start = first.position() if first.isValid() else end
    if _boxed(last) and end < _end_of(_box_end(last)) and start < end:
        top = _box_start(last)
        begin = max(start, top.position())
        tail = _by_block(document.findBlock(begin), last, begin, end)
        last = top.previous()
        end = _end_of(last) if last.isValid() else start
    if start > end or not first.isValid() or not last.isValid():
        return [*head, *tail]
    return [*head, _part(start, end, first, last), *tail]


def _part(start: int, end: int, first: QTextBlock, last: QTextBlock) -> Part:
    behind = end > last.position() or (first == last and end > start)
    whole = behind and (
        kind_of(last.blockFormat()) is Kind.PICTURE and (first != last or start == first.position())
    )
    return Part(start, end, first.blockNumber(), last.blockNumber(), whole)


def _by_block(first: QTextBlock, last: QTextBlock, start: int, end: int) -> list[Part]:
    """Give each block's share, which leaves the blocks as they are."""
    parts: list[Part] = []
    block = first
    while block.isValid() and block.blockNumber() <= last.blockNumber():
        begin, stop = max(start, block.position()), min(end, _end_of(block))
        if begin < stop:
            parts.append(Part(begin, stop, block.blockNumber(), block.blockNumber()))
        block = block.next()
    return parts


def _end_of(block: QTextBlock) -> int:
    return block.position() + block.length() - 1


def _boxed(block: QTextBlock) -> bool:
    return block.blockFormat().boolProperty(Prop.BOXED)


def _leads(block: QTextBlock, start: int) -> bool:
    return block == _box_start(block) and start == block.position()


def _box_start(block: QTextBlock) -> QTextBlock:
    while kind_of(block.blockFormat()) is not Kind.BOX_TITLE and _boxed(block.previous()):
        block = block.previous()
    return block


def _box_end(block: QTextBlock) -> QTextBlock:
    while _boxed(block.next()) and kind_of(block.next().blockFormat()) is not Kind.BOX_TITLE:
        block = block.next()
    return block


def _same_box(first: QTextBlock, last: QTextBlock) -> bool:
    return _box_start(first) == _box_start(last)
