"""Reads a document back into a text; blocks that did not change are not read again."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor, QTextDocument, QTextTable

from newsroom.domain.body import (
    TEXT_BLOCKS,
    Block,
    Body,
    Box,
    Paragraph,
    Table,
    TextBlock,
    Unknown,
)
from newsroom.domain.codec import read_content as content_from_json
from newsroom.domain.codec import read_picture
from newsroom.domain.inline import Content, Inline, LineBreak, Run, normal
from newsroom.domain.marks import NONE
from newsroom.gui.editor.bridge.properties import (
    LINE_SEPARATOR,
    OBJECT_CHARACTER,
    Kind,
    Prop,
    kind_of,
    kind_of_block,
    marks_of,
    text_block,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextFragment

    from newsroom.domain.marks import Marks


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """One block of the document as it was read; in a table, block is its text as a paragraph."""

    kind: Kind
    block: Block | None
    boxed: bool = False
    in_table: bool = False


def read(document: QTextDocument) -> Body:
    """Give the whole text of a document."""
    return BodyReader(document).body()


def read_content(document: QTextDocument) -> Content:
    """Give the text of a document as content of one paragraph; further blocks follow after line breaks."""
    pieces: list[Inline] = []
    for number, block in enumerate(_blocks(document)):
        pieces += [LineBreak()] if number else []
        pieces += content_of(block)
    return normal(pieces)


def read_selection(cursor: QTextCursor) -> Body:
    """Give the selected text as a body; words out of one block are words, whatever the block is."""
    whole = QTextDocument()
    inside = QTextCursor(whole)
    inside.insertFragment(cursor.selection())
    _keep_first_picture(cursor, whole)
    body = read(whole)
    if len(body.blocks) == 1 and isinstance(body.blocks[0], TEXT_BLOCKS):
        return Body((Paragraph(body.blocks[0].content),))
    return body


def _keep_first_picture(cursor: QTextCursor, whole: QTextDocument) -> None:
    """Give the first block of a copy the form of a picture where the selection begins with one."""
    form = cursor.document().findBlock(cursor.selectionStart()).blockFormat()
    first = whole.begin()
    if kind_of(form) is Kind.PICTURE and any("asset" in _object(piece) for piece in fragments(first)):
        QTextCursor(first).setBlockFormat(form)


class BodyReader(QObject):
    """Keeps what was read of a document, block by block, and reads anew only what changed since."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__()
        self._document = document
        self._known: list[ReadBlock | None] = [None] * document.blockCount()
        self._redoable = False
        self._whole: Body | None = None
        self.starts: list[int] = []
        """For each block of the last body, the number of the document's block it begins in."""
        document.documentLayout()  # without a layout a document tells of no change
        document.contentsChange.connect(self._changed)

    @property
    def unread(self) -> int:
        """Give how many blocks are to be read at the next call."""
        return self._known.count(None)

    def know(self, body: Body) -> None:
        """Take what was loaded as read; a body of more than paragraphs is read when it is asked for."""
        texts = [block for block in body.blocks if isinstance(block, TEXT_BLOCKS)]
        if len(texts) == len(body.blocks) == self._document.blockCount():
            self._known = [ReadBlock(kind_of_block(block), block) for block in texts]

    def body(self) -> Body:
        """Give the text as it is now; the same object while nothing changes."""
        if self._whole is not None:
            return self._whole
        if len(self._known) != self._document.blockCount():
            self._known = [None] * self._document.blockCount()
        for number in [place for place, known in enumerate(self._known) if known is None]:
            self._known[number] = _read_block(self._document.findBlockByNumber(number))
        self._whole = self._assembled()
        return self._whole

    def _changed(self, position: int, _removed: int, added: int) -> None:
        """Forget the blocks between the edges of a change; their number may have changed as well.

        Undo and redo of a step that joined blocks tell of too narrow a change: after these all is forgotten.
        Whether there is something to redo tells of them; the number of its steps is one too few.
        """
        self._whole = None
        before, self._redoable = self._redoable, self._document.isRedoAvailable()
        if before or self._redoable:
            self._known = [None] * self._document.blockCount()
            return
        first = max(self._document.findBlock(position).blockNumber(), 0)
        end = self._document.findBlock(min(position + added, self._document.characterCount() - 1))
        last = max(end.blockNumber(), first)
        grown = self._document.blockCount() - len(self._known)
        self._known[first : max(last + 1 - grown, first)] = [None] * (last + 1 - first)

    def _assembled(self) -> Body:
        blocks: list[Block] = []
        self.starts = []
        number = 0
        while number < len(self._known):
            block, end = self._next(number)
            if block is not None:
                blocks.append(block)
                self.starts.append(number)
            number = end
        return Body(tuple(blocks))

    def _next(self, number: int) -> tuple[Block | None, int]:
        """Give the story's block that begins at a block of the document, and where the next begins."""
        known = self._at(number)
        if known.in_table:
            return self._table(number)
        if known.boxed:
            return self._box(number)
        return known.block, number + 1

    def _at(self, number: int) -> ReadBlock:
        known = self._known[number]
        assert known is not None
        return known

    def _box(self, number: int) -> tuple[Block, int]:
        title: Content = ()
        marks = NONE
        end = number
        if self._at(number).kind is Kind.BOX_TITLE:
            title, marks = _content(self._at(number)), _end_marks(self._at(number))
            end += 1
        inner: list[TextBlock] = []
        while end < len(self._known) and self._continues_box(end):
            block = self._at(end).block
            if isinstance(block, TEXT_BLOCKS):
                inner.append(block)
            end += 1
        return Box(title, tuple(inner), marks), end

    def _continues_box(self, number: int) -> bool:
        known = self._at(number)
        return known.boxed and known.kind is not Kind.BOX_TITLE and not known.in_table

    def _table(self, number: int) -> tuple[Block, int]:
        table = QTextCursor(self._document.findBlockByNumber(number)).currentTable()
        rows = tuple(
            tuple(self._cell(table, row, column) for column in range(table.columns()))
            for row in range(table.rows())
        )
        last = table.lastCursorPosition().block().blockNumber()
        form = table.format()
        return Table(rows, form.intProperty(Prop.HEADER_ROWS), marks_of(form, Prop.END_MARKS)), last + 1

    def _cell(self, table: QTextTable, row: int, column: int) -> Content:
        cell = table.cellAt(row, column)
        first = cell.firstCursorPosition().block().blockNumber()
        last = cell.lastCursorPosition().block().blockNumber()
        pieces: list[Inline] = []
        for number in range(first, last + 1):
            pieces += [LineBreak()] if number > first else []
            pieces += _content(self._at(number))
        return normal(pieces)


def _content(known: ReadBlock) -> Content:
    return known.block.content if isinstance(known.block, TEXT_BLOCKS) else ()


def _end_marks(known: ReadBlock) -> Marks:
    return known.block.marks if isinstance(known.block, TEXT_BLOCKS) else NONE


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _read_block(block: QTextBlock) -> ReadBlock:
    form = block.blockFormat()
    kind = kind_of(form)
    if isinstance(QTextCursor(block).currentTable(), QTextTable):
        return ReadBlock(Kind.CELL, text_block(form, content_of(block)), in_table=True)
    if kind is Kind.UNKNOWN:
        return ReadBlock(kind, Unknown(form.stringProperty(Prop.DATA)))
    if kind is Kind.PICTURE:
        return ReadBlock(kind, _picture(block))
    if kind is Kind.FILLER and not block.text():
        return ReadBlock(kind, None)
    return ReadBlock(kind, text_block(form, content_of(block)), form.boolProperty(Prop.BOXED))


def _picture(block: QTextBlock) -> Block:
    """Give the picture of a block; where its image was deleted, its caption is a paragraph."""
    for fragment in fragments(block):
        data = _object(fragment)
        if "asset" in data:
            marks = marks_of(block.blockFormat(), Prop.END_MARKS)
            return replace(read_picture(data), caption=content_of(block), marks=marks)
    return text_block(block.blockFormat(), content_of(block))


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """Give the fragments of a block."""
    place = block.begin()
    while not place.atEnd():
        yield place.fragment()
        place += 1


def _object(fragment: QTextFragment) -> dict[str, Any]:
    stored = fragment.charFormat().stringProperty(Prop.OBJECT)
    return dict(json.loads(stored)) if stored else {}


def content_of(block: QTextBlock) -> Content:
    """Give the content of a block, in normal form."""
    return normal(piece for fragment in fragments(block) for piece in _pieces(fragment))


def _pieces(fragment: QTextFragment) -> Iterator[Inline]:
    form = fragment.charFormat()
    marks = marks_of(form) if form.hasProperty(Prop.MARKS) else NONE
    text = fragment.text()
    if OBJECT_CHARACTER not in text:
        yield Run(text.replace(LINE_SEPARATOR, "\n"), marks)
        return
    stored = form.stringProperty(Prop.OBJECT)
    for char in text:
        if char != OBJECT_CHARACTER:
            yield Run(char, marks)
        elif stored and "asset" not in json.loads(stored):
            piece = content_from_json([json.loads(stored)])[0]
            yield replace(piece, marks=marks)
