"""Writes lines of the model back into a document, touching only what differs."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from newsroom.domain.body import TEXT_BLOCKS, Picture, form_of
from newsroom.domain.inline import Run
from newsroom.domain.marks import NONE
from newsroom.domain.tracking import size, stretch, units
from newsroom.gui.editor import editing
from newsroom.gui.editor.borders import Area, table_of
from newsroom.gui.editor.bridge.loading import write_pieces
from newsroom.gui.editor.bridge.looks import block_format
from newsroom.gui.editor.bridge.properties import (
    OBJECT_CHARACTER,
    Kind,
    Prop,
    kind_of,
    marks_text,
    text_block,
)
from newsroom.gui.editor.tracking.region import position_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable

    from newsroom.domain.body import Block, TextBlock
    from newsroom.domain.inline import Content, Inline
    from newsroom.domain.marks import Marks
    from newsroom.gui.editor.look import EditorLook
    from newsroom.gui.editor.tracking.region import Item, Region


class Writer:
    """Makes the lines of a region what they shall be; the caller keeps it one undo step."""

    def __init__(self, document: QTextDocument, look: EditorLook) -> None:
        self._document = document
        self._look = look
        self._cursor = QTextCursor(document)

    def write(self, region: Region, new: Sequence[Block]) -> None:
        """Write the lines of a region, from the last to the first so that numbers hold."""
        if region.area is Area.ALONE:
            (line,), (old,) = new, region.lines
            assert isinstance(line, TEXT_BLOCKS)
            assert isinstance(old, TEXT_BLOCKS)
            self.content(region.items[0].first, old.content, line.content)
            return
        kept = {line.asset: line for line in new if isinstance(line, Picture)}
        groups = _parts(region.items, kept)
        wanted = list(_runs(new))
        for (stub, lines, gone), text in zip(reversed(groups), reversed(wanted), strict=True):
            self.segment(lines, gone, text)
            if stub is not None and isinstance(stub.line, Picture):
                marks = kept[stub.line.asset].marks
                if marks != stub.line.marks:
                    self.mark_whole(stub.first, marks)

    def mark_whole(self, number: int, marks: Marks) -> None:
        """Put marks on the picture, table or box that begins in a block."""
        block = self._document.findBlockByNumber(number)
        table = table_of(block)
        if table is not None:
            form = table.format()
            form.setProperty(Prop.END_MARKS, marks_text(marks))
            table.setFormat(form)
        else:
            self._mark_end(block, marks)

    def _mark_end(self, block: QTextBlock, marks: Marks) -> None:
        form = block.blockFormat()
        form.setProperty(Prop.END_MARKS, marks_text(marks))
        self._cursor.setPosition(block.position())
        self._cursor.setBlockFormat(form)

    def segment(self, lines: list[Item], gone: list[Item], text: list[TextBlock]) -> None:
        """Write text lines in the place of others, and take out what stood among these and goes."""
        for stub in reversed(gone):
            removed = self._take_out(stub.first, stub.last)
            lines = [_moved(item, -removed) if item.first > stub.first else item for item in lines]
        if not text:
            for item in reversed(lines):
                self._take_out(item.first, item.last)
        elif lines:
            old = [item.line for item in lines if isinstance(item.line, TEXT_BLOCKS)]
            self._lines([item.first for item in lines], old, text)

    def _take_out(self, first: int, last: int) -> int:
        """Take blocks out of the document, tables as a whole; tell how many blocks went."""
        before = self._document.blockCount()
        start, end = (self._document.findBlockByNumber(number) for number in (first, last))
        table = table_of(start)
        if table is not None:
            self._take_table_out(table, start.previous(), end.next())
            return before - self._document.blockCount()
        previous, following = start.previous(), end.next()
        stop = end.position() + end.length() - 1
        if following.isValid() and table_of(following) is None:
            self._remove(start.position(), following.position())
        elif previous.isValid() and table_of(previous) is None:
            form = previous.blockFormat()
            self._remove(previous.position() + previous.length() - 1, stop)
            self._cursor.setBlockFormat(form)  # where nothing stood in it, Qt kept that of the one that goes
        else:
            self._remove(start.position(), stop)
            self._cursor.setBlockFormat(block_format(self._look, Kind.FILLER, end=NONE))
        return before - self._document.blockCount()

    def _take_table_out(self, table: QTextTable, before: QTextBlock, behind: QTextBlock) -> None:
        """Take a table out; Qt joins what stands around it, so an empty block is put there to be joined."""
        number, form = before.blockNumber(), before.blockFormat()
        self._cursor.setPosition(behind.position())
        self._cursor.insertBlock(behind.blockFormat())
        table.removeRows(0, table.rows())
        self._cursor.setPosition(self._document.findBlockByNumber(number).position())
        self._cursor.setBlockFormat(form)

    def _remove(self, start: int, end: int) -> None:
        self._cursor.setPosition(start)
        self._cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._cursor.removeSelectedText()

    def _lines(self, numbers: list[int], old: list[TextBlock], new: list[TextBlock]) -> None:
        if len(old) == len(new):
            for number, was, line in zip(numbers, old, new, strict=True):
                if line != was:
                    self.content(number, was.content, line.content)
                    self._form(number, line)
            return
        head = _alike(old, new)
        tail = _alike(old[::-1], new[::-1])
        tail = min(tail, len(old) - head - 1, len(new) - head - 1) if head < min(len(old), len(new)) else 0
        head = min(head, len(old) - 1, len(new) - 1)
        tail = max(tail, 0)
        self._replace(
            numbers[head : len(old) - tail], old[head : len(old) - tail], new[head : len(new) - tail]
        )

    def _replace(self, numbers: list[int], old: list[TextBlock], new: list[TextBlock]) -> None:
        """Write several lines in the place of others, leaving what they begin and end with."""
        first, last = old[0].content, old[-1].content
        begin = _common(first, new[0].content)
        stop = _common(last, new[-1].content, back=True)
        if len(old) == 1 or len(new) == 1:
            stop = min(stop, (size(last) if len(old) == 1 else stop + begin) - begin)
            stop = min(stop, (size(new[-1].content) if len(new) == 1 else stop + begin) - begin)
        ends = [self._document.findBlockByNumber(number) for number in (numbers[0], numbers[-1])]
        start, end = position_at(ends[0], begin), position_at(ends[1], size(last) - stop)
        self._remove(start, end)
        boxed = self._cursor.blockFormat().boolProperty(Prop.BOXED)
        worn = kind_of(self._cursor.blockFormat())
        for place, line in enumerate(new):
            if place:
                self._cursor.insertBlock(block_format(self._look, Kind.PARAGRAPH, end=NONE, boxed=boxed))
            upto = size(line.content) - (stop if place == len(new) - 1 else 0)
            middle = stretch(line.content, begin if place == 0 else 0, upto)[1]
            write_pieces(self._cursor, middle, kind_of(self._cursor.blockFormat()), self._look)
        for place, line in enumerate(new):
            self._form(numbers[0] + place, line, undressed=bool(place) and worn is not Kind.PARAGRAPH)

    def _form(self, number: int, line: TextBlock, *, undressed: bool = False) -> None:
        """Make a block the kind that a line is, and its end what it shall be.

        An undressed one still looks like the block that it was parted from.
        """
        block = self._document.findBlockByNumber(number)
        now = text_block(block.blockFormat(), ())
        if undressed or form_of(now) != form_of(line):
            editing.turn(self._cursor, number, self._look, line)
        elif now.marks != line.marks:
            self._mark_end(block, line.marks)

    def content(self, number: int, old: Content, new: Content) -> None:
        """Write the content of one block."""
        if old == new:
            return
        if _bare(old) == _bare(new):
            self._restyle(number, old, new)
            return
        begin = _common(old, new)
        least = min(size(old), size(new)) - begin
        stop = min(_common(old, new, back=True), least)
        block = self._document.findBlockByNumber(number)
        self._remove(position_at(block, begin), position_at(block, size(old) - stop))
        middle = stretch(new, begin, size(new) - stop)[1]
        write_pieces(self._cursor, middle, kind_of(block.blockFormat()), self._look)

    def _restyle(self, number: int, old: Content, new: Content) -> None:
        """Change marks alone, so that no cursor in the text moves."""
        block = self._document.findBlockByNumber(number)
        for start, end, marks in _changed(old, new):
            self._cursor.setPosition(position_at(block, start))
            self._cursor.setPosition(position_at(block, end), QTextCursor.MoveMode.KeepAnchor)
            editing.set_marks(self._cursor, self._look, marks)


def _moved(item: Item, by: int) -> Item:
    return replace(item, first=item.first + by, last=item.last + by)


Part = tuple["Item | None", "list[Item]", "list[Item]"]


def _parts(items: list[Item], kept: dict[str, Picture]) -> list[Part]:
    """Give what stays as a whole, each with the text lines that follow it and what goes among these."""
    parts: list[Part] = [(None, [], [])]
    for item in items:
        if isinstance(item.line, TEXT_BLOCKS):
            parts[-1][1].append(item)
        elif isinstance(item.line, Picture) and item.line.asset not in kept:
            parts[-1][2].append(item)
        else:
            parts.append((item, [], []))
    return parts


def _runs(lines: Sequence[Block]) -> Iterator[list[TextBlock]]:
    """Give the text lines before, between and behind what is none."""
    run: list[TextBlock] = []
    for line in lines:
        if isinstance(line, TEXT_BLOCKS):
            run.append(line)
        else:
            yield run
            run = []
    yield run


def _alike(some: Sequence[TextBlock], others: Sequence[TextBlock]) -> int:
    count = 0
    for one, other in zip(some, others, strict=False):
        if one != other:
            break
        count += 1
    return count


def _bare(content: Content) -> tuple[str, list[Inline]]:
    """Give what stands in a content without its marks: text with a sign for what is none, and what that is."""
    text = "".join(piece.text if isinstance(piece, Run) else OBJECT_CHARACTER for piece in content)
    return text, [replace(piece, marks=NONE) for piece in content if not isinstance(piece, Run)]


def _common(one: Content, other: Content, *, back: bool = False) -> int:
    """Give how many places two contents begin with alike, or end with."""
    step = -1 if back else 1
    count = 0
    for mine, theirs in zip(one[::step], other[::step], strict=False):
        if mine == theirs:
            count += units(mine)
            continue
        if isinstance(mine, Run) and isinstance(theirs, Run) and mine.marks == theirs.marks:
            pairs = zip(mine.text[::step], theirs.text[::step], strict=False)
            count += sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        break
    return count


def _changed(old: Content, new: Content) -> Iterator[tuple[int, int, Marks]]:
    """Give the stretches of a text whose marks are others, with these."""
    edges = sorted({0, *_edges(old), *_edges(new)})
    mine, theirs = _spans(old), _spans(new)
    for start, end in pairwise(edges):
        was, now = _at(mine, start), _at(theirs, start)
        if was != now:
            yield start, end, now


Spans = tuple[list[int], list["Marks"]]


def _spans(content: Content) -> Spans:
    return list(_edges(content)), [piece.marks for piece in content]


def _at(spans: Spans, offset: int) -> Marks:
    return spans[1][bisect_right(spans[0], offset)]


def _edges(content: Content) -> Iterator[int]:
    at = 0
    for piece in content:
        at += units(piece)
        yield at
