"""Puts a text into a document, by cursor and never by HTML."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextFrameFormat, QTextLength, QTextTableFormat

from newsroom.domain.body import TEXT_BLOCKS, Body, Box, Crosshead, ListItem, Picture, Table, Unknown
from newsroom.domain.codec import write_content, write_marks, write_picture
from newsroom.domain.inline import Anchor, Footnote, LineBreak, Run
from newsroom.domain.marks import NONE
from newsroom.gui.editor.bridge.looks import block_format, char_format, list_format
from newsroom.gui.editor.bridge.properties import (
    LINE_SEPARATOR,
    OBJECT_CHARACTER,
    Inset,
    Kind,
    Prop,
    kind_of,
    kind_of_block,
    marks_text,
)
from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextDocument

    from newsroom.domain.body import Block, TextBlock
    from newsroom.domain.inline import Content, Inline
    from newsroom.domain.marks import Marks
    from newsroom.gui.editor.look import EditorLook


def load(document: QTextDocument, body: Body, look: EditorLook) -> None:
    """Make a body the whole content of a document, with an empty undo history.

    The document is emptied inside the step that fills it: only then does Qt take all of it as new, lay out
    what is seen first, and the rest bit by bit while nothing else is to be done.
    """
    document.setUndoRedoEnabled(False)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    try:
        document.clear()
        cursor.setBlockFormat(block_format(look, Kind.FILLER, end=NONE))
        cursor.setBlockCharFormat(char_format(look, Kind.PARAGRAPH, NONE))
        _Loader(cursor, look).add(body)
    finally:
        cursor.endEditBlock()
    document.setUndoRedoEnabled(True)
    document.setModified(False)


def rewrite(document: QTextDocument, body: Body, look: EditorLook) -> None:
    """Make a body the whole content of a document, as one step that can be undone."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    try:
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(block_format(look, Kind.FILLER, end=NONE))
        cursor.setBlockCharFormat(char_format(look, Kind.PARAGRAPH, NONE))
        _Loader(cursor, look).add(body)
    finally:
        cursor.endEditBlock()


def load_content(document: QTextDocument, content: Content, look: EditorLook) -> None:
    """Make rich content of one paragraph the whole content of a document."""
    from newsroom.domain.body import Paragraph

    load(document, Body((Paragraph(content),)), look)


def insert(cursor: QTextCursor, body: Body, look: EditorLook) -> None:
    """Put a body in the place of the selection: its first and last paragraph flow into the text there."""
    cursor.beginEditBlock()
    try:
        cursor.removeSelectedText()
        _Loader(cursor, look, flows=True).add(body)
    finally:
        cursor.endEditBlock()


def picture_format(look: EditorLook, picture: Picture) -> QTextCharFormat:
    """Give the format of the object character that shows a picture; its caption stands behind that as text."""
    form = char_format(look, Kind.PICTURE, NONE)
    form.setObjectType(int(Inset.PICTURE))
    data = write_picture(replace(picture, caption=(), marks=NONE))
    form.setProperty(Prop.OBJECT, json.dumps(data, ensure_ascii=False))
    return form


def add_blocks(cursor: QTextCursor, body: Body, look: EditorLook) -> None:
    """Put blocks in behind the block of a cursor that stands at its end; an empty one is taken over."""
    _Loader(cursor, look).add(body)


def write_pieces(cursor: QTextCursor, content: Content, kind: Kind, look: EditorLook) -> None:
    """Write content into a block of a kind."""
    for piece in content:
        _write_piece(cursor, piece, kind, look)


def _write_piece(cursor: QTextCursor, piece: Inline, kind: Kind, look: EditorLook) -> None:
    form = char_format(look, kind, piece.marks)
    if isinstance(piece, Run):
        cursor.insertText(piece.text, form)
    elif isinstance(piece, LineBreak):
        cursor.insertText(LINE_SEPARATOR, form)
    else:
        stored = {"anchor": piece.note} if isinstance(piece, Anchor) else _footnote(piece)
        form.setProperty(Prop.OBJECT, json.dumps(stored, ensure_ascii=False))
        if isinstance(piece, Footnote):
            form.setObjectType(int(Inset.FOOTNOTE))
        cursor.insertText(OBJECT_CHARACTER, form)


def _footnote(piece: Footnote) -> dict[str, object]:
    return {"footnote": write_content(piece.content), "marks": write_marks(piece.marks)}


class _Loader:
    """Writes blocks at a cursor, one after the other; the first takes the block the cursor is in.

    Plain text is gathered over all blocks that look the same and put in at once, for each call costs more
    than a thousand letters do.
    """

    def __init__(self, cursor: QTextCursor, look: EditorLook, *, flows: bool = False) -> None:
        self._cursor = cursor
        self._look = look
        self._flows = flows
        self._boxed = flows and cursor.blockFormat().boolProperty(Prop.BOXED)
        self._fresh = True
        self._list: tuple[bool, int] | None = None
        self._gathered: list[str] = []
        self._last: QTextBlockFormat | None = None
        """The format of the block that is being written, while more of its like may follow."""
        self._blocks: dict[tuple[Kind, int, bool, Marks, bool], QTextBlockFormat] = {}
        self._chars: dict[tuple[Kind, Marks], QTextCharFormat] = {}

    def add(self, body: Body) -> None:
        """Write all blocks of a body."""
        for block in body.blocks:
            self._block(block)
        self._flush()

    def _flush(self) -> None:
        """Put in what was gathered."""
        if self._gathered and self._last is not None:
            self._cursor.insertText("".join(self._gathered), self._char(kind_of(self._last), NONE))
            self._gathered.clear()

    def _char(self, kind: Kind, marks: Marks) -> QTextCharFormat:
        """Give the format of a run, which nobody changes."""
        key = (kind, marks)
        if key not in self._chars:
            self._chars[key] = char_format(self._look, kind, marks)
        return self._chars[key]

    def _block(self, block: Block) -> None:
        if isinstance(block, TEXT_BLOCKS):
            self._text(block)
            return
        self._list = None
        if isinstance(block, Picture):
            self._picture(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Box):
            self._box(block)
        else:
            self._unknown(block)

    def _begin(self, form: QTextBlockFormat) -> None:
        """Start a block: the one the cursor is in where it is still free, else a new one."""
        if form is self._last:
            self._gathered.append("\n")
            return
        self._flush()
        self._last = None
        kind = kind_of(form)
        filler = not self._cursor.block().text() and kind_of(self._cursor.blockFormat()) is Kind.FILLER
        if (self._fresh and not self._cursor.block().text()) or filler:
            self._leave_list()
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form)
            self._leave_list()
        self._fresh = False
        self._cursor.setBlockCharFormat(self._char(kind, NONE))

    def _joins(self, kind: Kind) -> bool:
        """Tell whether a first paragraph flows into the block the cursor is in, whatever that is."""
        flows = self._fresh and self._flows and kind is Kind.PARAGRAPH
        block = self._cursor.block()
        if flows and (block.text() or kind_of(block.blockFormat()) is not Kind.FILLER):
            self._fresh = False
            return True
        return False

    def _leave_list(self) -> None:
        current = self._cursor.currentList()
        if current is not None:
            current.remove(self._cursor.block())

    def _text(self, block: TextBlock, *, boxed: bool = False) -> None:
        kind = kind_of_block(block)
        level = block.level if isinstance(block, Crosshead | ListItem) else 0
        ordered = isinstance(block, ListItem) and block.ordered
        if self._joins(kind):
            self._content(block.content, kind_of(self._cursor.blockFormat()))
            return
        form = self._form((kind, level, ordered, block.marks, boxed or self._boxed))
        if isinstance(block, ListItem):
            current = self._cursor.currentList() if self._list == (ordered, level) else None
            self._begin(form)
            self._itemise(current, level, ordered=ordered)
        else:
            self._begin(form)
            self._list = None
            self._last = form
        self._content(block.content, kind)

    def _form(self, key: tuple[Kind, int, bool, Marks, bool]) -> QTextBlockFormat:
        """Give the format of a text block, the same object for blocks that look the same."""
        if key not in self._blocks:
            kind, level, ordered, end, boxed = key
            self._blocks[key] = block_format(
                self._look, kind, level=level, ordered=ordered, end=end, boxed=boxed
            )
        return self._blocks[key]

    def _itemise(self, current: object, level: int, *, ordered: bool) -> None:
        from PySide6.QtGui import QTextList

        if isinstance(current, QTextList):
            current.add(self._cursor.block())
        else:
            self._cursor.createList(list_format(level, ordered=ordered))
        self._list = (ordered, level)

    def _content(self, content: Content, kind: Kind) -> None:
        for piece in content:
            if self._last is not None and isinstance(piece, Run) and not piece.marks:
                self._gathered.append(piece.text)
                continue
            self._flush()
            if isinstance(piece, Run):
                self._cursor.insertText(piece.text, self._char(kind, piece.marks))
            else:
                _write_piece(self._cursor, piece, kind, self._look)

    def _picture(self, block: Picture) -> None:
        self._begin(block_format(self._look, Kind.PICTURE, end=block.marks))
        self._cursor.insertText(OBJECT_CHARACTER, picture_format(self._look, block))
        self._content(block.caption, Kind.PICTURE)

    def _box(self, block: Box) -> None:
        self._begin(block_format(self._look, Kind.BOX_TITLE, end=block.marks, boxed=True))
        self._content(block.title, Kind.BOX_TITLE)
        for inner in block.blocks:
            self._text(inner, boxed=True)
        self._list = None

    def _unknown(self, block: Unknown) -> None:
        form = block_format(self._look, Kind.UNKNOWN, end=NONE)
        form.setProperty(Prop.DATA, block.data)
        self._begin(form)
        words = _("A part of a newer version; it is kept, and the story can be read only.")
        self._cursor.insertText(words, char_format(self._look, Kind.UNKNOWN, NONE))

    def _table(self, block: Table) -> None:
        self._begin(block_format(self._look, Kind.FILLER, end=NONE))
        form = QTextTableFormat()
        form.setProperty(Prop.HEADER_ROWS, block.header_rows)
        form.setProperty(Prop.END_MARKS, marks_text(block.marks))
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        form.setBorder(1)
        form.setBorderBrush(
            Qt.GlobalColor.transparent
        )  # its lines are drawn under the text, in the look of now
        form.setBorderCollapse(True)
        form.setCellPadding(6)
        form.setTopMargin(8)
        form.setBottomMargin(12)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        table = self._cursor.insertTable(len(block.rows), len(block.rows[0]), form)
        form_of_cells = block_format(self._look, Kind.CELL, end=NONE)
        for number, row in enumerate(block.rows):
            for column, cell in enumerate(row):
                place = table.cellAt(number, column).firstCursorPosition()
                place.setBlockFormat(form_of_cells)
                self._cell(place, cell)
        self._cursor.setPosition(table.lastPosition() + 1)
        self._cursor.setBlockFormat(block_format(self._look, Kind.FILLER, end=NONE))

    def _cell(self, place: QTextCursor, content: Content) -> None:
        place.setBlockCharFormat(self._char(Kind.CELL, NONE))
        for piece in content:
            if isinstance(piece, Run):
                place.insertText(piece.text, self._char(Kind.CELL, piece.marks))
            else:
                _write_piece(place, piece, Kind.CELL, self._look)
