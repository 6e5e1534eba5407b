"""The lines of a document that an edit is about, as the model of tracked changes has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.body import TEXT_BLOCKS, Block, Paragraph, Picture, Unknown
from newsroom.domain.marks import MarkKind, Marks, has
from newsroom.gui.editor.borders import Area, area_of, table_of
from newsroom.gui.editor.bridge.properties import Kind, Prop, kind_of, marks_of, text_block
from newsroom.gui.editor.bridge.reading import content_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument

    from newsroom.domain.tracking import At, Lines

_BMP = "\uffff"


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the model: a block of the document, or the blocks of one table or box."""

    first: int
    last: int
    line: Block


def units_to(block: QTextBlock, position: int) -> int:
    """Give how many places of a block's content stand before a position of the document."""
    text, wide = block.text(), position - block.position()
    if text and max(text) > _BMP:
        text = text.encode("utf-16-le")[: 2 * wide].decode("utf-16-le", "ignore")
        wide = len(text)
    return wide - _image(block) if wide else 0


def position_at(block: QTextBlock, offset: int) -> int:
    """Give the position of the document at an offset of a block's content."""
    text = block.text()[: offset + _image(block)]
    wide = sum(char > _BMP for char in text) if text and max(text) > _BMP else 0
    return block.position() + len(text) + wide


def _image(block: QTextBlock) -> int:
    """Give how many characters at the start of a block are its picture and none of its caption."""
    return int(kind_of(block.blockFormat()) is Kind.PICTURE)


class Region:
    """Lines around an edit, with those that belong to the same paragraphs of the final text.

    An empty filler at an edge becomes a line whose end is ``fresh``, where that is given; any other is no line.
    """

    def __init__(
        self, document: QTextDocument, first: int, last: int, area: Area, fresh: Marks | None = None
    ) -> None:
        self._document = document
        self.area = area
        self._fresh = fresh or frozenset()
        self._edges = set() if fresh is None else {first, last}
        self.items: list[Item] = []
        if area is Area.ALONE:
            block = document.findBlockByNumber(first)
            self.items = [Item(first, first, Paragraph(content_of(block)))]
            return
        self._gather(first, last)
        if self.items:
            self._reach_back()
            self._reach_ahead()

    @property
    def lines(self) -> Lines:
        """Give the lines."""
        return tuple(item.line for item in self.items)

    def index(self, number: int) -> int:
        """Give the line that a block of the document is in."""
        return next(place for place, item in enumerate(self.items) if item.first <= number <= item.last)

    def at(self, position: int) -> At:
        """Give the place of a position of the document."""
        block = self._document.findBlock(position)
        place = self.index(block.blockNumber())
        item = self.items[place]
        if isinstance(item.line, TEXT_BLOCKS):
            return place, units_to(block, position)
        start = self._document.findBlockByNumber(item.first).position()
        return place, int(position > start)

    def before(self) -> Item | None:
        """Give the line before the first."""
        return self._neighbour(self.items[0].first - 1, -1)

    def behind(self) -> Item | None:
        """Give the line after the last."""
        return self._neighbour(self.items[-1].last + 1, 1)

    def _gather(self, first: int, last: int) -> None:
        number = first
        while number <= last:
            item = self._item(number)
            if not self._skipped(number):
                self.items.append(item)
            number = item.last + 1

    def _skipped(self, number: int) -> bool:
        block = self._document.findBlockByNumber(number)
        form = block.blockFormat()
        empty = kind_of(form) is Kind.FILLER and not block.text() and not marks_of(form, Prop.END_MARKS)
        return empty and number not in self._edges and table_of(block) is None

    def _reach_back(self) -> None:
        while (item := self.before()) is not None and _struck(item.line):
            self.items.insert(0, item)

    def _reach_ahead(self) -> None:
        while _struck(self.items[-1].line) and (item := self.behind()) is not None:
            self.items.append(item)

    def _neighbour(self, number: int, step: int) -> Item | None:
        while 0 <= number < self._document.blockCount():
            block = self._document.findBlockByNumber(number)
            if self.area is Area.BOX and (area_of(block) is not Area.BOX):
                return None
            if not self._skipped(number):
                return self._item(number)
            number += step
        return None

    def _item(self, number: int) -> Item:
        block = self._document.findBlockByNumber(number)
        table = table_of(block)
        if table is not None:
            first = table.firstCursorPosition().block().blockNumber()
            last = table.lastCursorPosition().block().blockNumber()
            return _stub(first, last, marks_of(table.format(), Prop.END_MARKS))
        form = block.blockFormat()
        kind = kind_of(form)
        if kind is Kind.UNKNOWN:
            return Item(number, number, Unknown(""))
        if kind is Kind.PICTURE:
            return _stub(number, number, marks_of(form, Prop.END_MARKS))
        if self.area is Area.STORY and form.boolProperty(Prop.BOXED):
            return _box(block)
        line = text_block(form, content_of(block))
        if kind is Kind.FILLER and not block.text() and not has(line.marks, MarkKind.INSERTED):
            line = Paragraph((), self._fresh)
        return Item(number, number, line)


def _box(block: QTextBlock) -> Item:
    first = block
    while not _heads_box(first) and first.previous().blockFormat().boolProperty(Prop.BOXED):
        first = first.previous()
    last = block
    while last.next().isValid() and last.next().blockFormat().boolProperty(Prop.BOXED):
        if _heads_box(last.next()):
            break
        last = last.next()
    marks = marks_of(first.blockFormat(), Prop.END_MARKS) if _heads_box(first) else frozenset()
    return _stub(first.blockNumber(), last.blockNumber(), marks)


def _heads_box(block: QTextBlock) -> bool:
    return kind_of(block.blockFormat()) is Kind.BOX_TITLE


def _stub(first: int, last: int, marks: Marks) -> Item:
    """Give a line that stands for a picture, a table or a box; its name is the block it begins in."""
    return Item(first, last, Picture(f"#{first}", marks=marks))


def _struck(line: Block) -> bool:
    return not isinstance(line, Unknown) and has(line.marks, MarkKind.DELETED)
