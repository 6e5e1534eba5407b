"""The hand that marks what it does: what it types is inserted, what it takes away is struck."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from newsroom.domain import tracking
from newsroom.domain.body import TEXT_BLOCKS, Body, Crosshead, ListItem, Paragraph, Quote
from newsroom.domain.changes import final
from newsroom.domain.inline import NOT_TEXT
from newsroom.domain.ledger import Pen
from newsroom.domain.marks import NONE, TRACKED, MarkKind, has, without
from newsroom.gui.editor import editing
from newsroom.gui.editor.borders import Area, area_of
from newsroom.gui.editor.bridge.looks import char_format
from newsroom.gui.editor.bridge.properties import LINE_SEPARATOR, Kind, Prop, kind_of, marks_of, marks_text
from newsroom.gui.editor.hand import Reach, Spot
from newsroom.gui.editor.tracking import reach
from newsroom.gui.editor.tracking.pasting import Paster
from newsroom.gui.editor.tracking.region import Region, position_at
from newsroom.gui.editor.tracking.stretches import stretches
from newsroom.gui.editor.tracking.writing import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QTextBlock

    from newsroom.domain.body import Block, TextBlock
    from newsroom.domain.ledger import Ledger
    from newsroom.domain.marks import Marks
    from newsroom.gui.editor.text_edit import TextEdit


class TrackingHand:
    """Changes the text of a field and keeps in a ledger who did it."""

    def __init__(self, edit: TextEdit, ledger: Ledger) -> None:
        self._edit = edit
        self.ledger = ledger
        self._seen: tuple[tuple[int, int], reach.Living] | None = None

    # What is asked of a hand

    def spot(self, cursor: QTextCursor) -> Spot:
        """Tell where a cursor is in its paragraph, whose form that of its last line is."""
        found = self._living(cursor)
        block = self._edit.document().findBlockByNumber(found.region.items[found.last].first)
        return Spot(block.blockFormat(), not found.caret, not found.text)

    def type(self, text: str) -> None:
        """Put typed text in the place of the field's selection, with the marks that are typed now."""
        marks = marks_of(self._edit.typing_format())
        cursor = self._edit.textCursor()
        filler = kind_of(cursor.blockFormat()) is Kind.FILLER and not cursor.block().text()
        if cursor.hasSelection() or filler:
            with editing.one_step(self._edit.document()):
                self._clear(cursor)
                self._write(cursor, text, marks)
        else:
            self._write(cursor, text, marks)  # by itself, so that one undo takes a whole word
        self._edit.setTextCursor(cursor)

    def erase(self, reach_: Reach) -> None:
        """Take away the field's selection, or what a key reaches; what is struck already is passed over."""
        cursor = self._edit.textCursor()
        back = reach.goes_back(reach_)
        if cursor.hasSelection():
            start, end = cursor.selectionStart(), cursor.selectionEnd()
        else:
            start, end = reach.find(self._living(cursor), cursor, reach_)
        if start == end:
            if reach.drops(self._living(cursor), cursor, reach_):
                with editing.one_step(self._edit.document()):
                    self.drop_paragraph(cursor)
            return
        place = QTextCursor(self._edit.document())
        place.setPosition(start if back else end)
        place.setKeepPositionOnInsert(back)
        with editing.one_step(self._edit.document()):
            self._erase(start, end)
        cursor.setPosition(place.position())
        self._edit.setTextCursor(cursor)

    def insert(self, cursor: QTextCursor, text: str) -> None:
        """Put text in the place of a selection; it looks like the first word that it replaces."""
        first = QTextCursor(cursor)
        first.setPosition(min(cursor.selectionStart() + 1, cursor.selectionEnd()))
        marks = without(marks_of(first.charFormat()), *TRACKED)
        with editing.one_step(self._edit.document()):
            self._clear(cursor)
            self._write(cursor, text, marks)

    def remove(self, cursor: QTextCursor) -> None:
        """Take a selection away; the field's caret stands before what was struck, the cursor behind it."""
        mine = self._edit.textCursor()
        same = (mine.anchor(), mine.position()) == (cursor.anchor(), cursor.position())
        mine.setPosition(cursor.selectionStart())
        mine.setKeepPositionOnInsert(True)
        with editing.one_step(self._edit.document()):
            self._clear(cursor)
        if same:
            mine.setKeepPositionOnInsert(False)
            self._edit.setTextCursor(mine)

    def put(self, cursor: QTextCursor, body: Body) -> None:
        """Put a body in the place of a selection, as inserted; of its own changes the final text is taken."""
        with editing.one_step(self._edit.document()):
            self._clear(cursor)
            Paster(self, self._edit).paste(cursor, final(body))

    def split(self, cursor: QTextCursor, kind: Kind) -> None:
        """End the block at a cursor and begin one of a kind, in the place of a selection."""
        with editing.one_step(self._edit.document()):
            self._clear(cursor)
            block = cursor.block()
            if area_of(block) is Area.ALONE:
                self._begin_behind(cursor, block)
            else:
                self.part(cursor, self._form_behind(cursor, kind))

    def change_marks(self, cursor: QTextCursor, change: Callable[[Marks], Marks]) -> None:
        """Send the marks of a selection through a function."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        pen = self.pen(start, end)
        with editing.one_step(self._edit.document()):
            for block in list(editing.blocks_in(cursor)):
                alone = self.alone(block, pen)
                (line,) = alone.lines
                first = alone.at(max(start, block.position()))
                last = alone.at(min(end, block.position() + block.length() - 1))
                if isinstance(line, TEXT_BLOCKS) and first < last:
                    self.write_lines(alone, tracking.remarked((line,), first, last, change, pen))

    def set_kind(self, cursor: QTextCursor, kind: Kind, *, level: int = 0, ordered: bool = False) -> None:
        """Turn the blocks of a selection into a kind; tables and pictures stay."""
        form = _form(kind, level, ordered=ordered)
        chosen = [block for block in editing.blocks_in(cursor) if editing.may_turn(block)]
        pen = self.pen(cursor.selectionStart(), cursor.selectionEnd())
        with editing.one_step(self._edit.document()):
            for number in [block.blockNumber() for block in chosen]:
                region = self._region(number, number, pen)
                line = region.index(number)
                self.write_lines(region, tracking.reformed(region.lines, line, line, form, pen))

    # The same in smaller steps

    def _living(self, cursor: QTextCursor) -> reach.Living:
        """Give what lives around a cursor; one key asks more than once."""
        now = (self._edit.document().revision(), cursor.position())
        if self._seen is None or self._seen[0] != now:
            self._seen = (now, reach.living(cursor))
        return self._seen[1]

    def pen(self, start: int, end: int) -> Pen:
        """Give a pen for an edit of a stretch; an own change beside it goes on."""
        return Pen(self.ledger, self._near(start, end))

    def _near(self, start: int, end: int) -> Iterator[Marks]:
        document = self._edit.document()
        cursor = QTextCursor(document)
        cursor.setPosition(start)
        if cursor.atBlockStart():
            yield marks_of(cursor.block().previous().blockFormat(), Prop.END_MARKS)
        else:
            yield marks_of(cursor.charFormat())
        cursor.setPosition(end)
        if cursor.atBlockEnd():
            yield marks_of(cursor.charFormat()) if not cursor.atBlockStart() else NONE
            yield marks_of(cursor.blockFormat(), Prop.END_MARKS)
        else:
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
            yield marks_of(cursor.charFormat())

    def _clear(self, cursor: QTextCursor) -> None:
        """Take the selection of a cursor away; it stands behind what was struck."""
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if start != end:
            cursor.setPosition(end)
            self._erase(start, end)

    def _erase(self, start: int, end: int) -> None:
        pen = self.pen(start, end)
        for part in reversed(stretches(self._edit.document(), start, end)):
            region = self._region(part.first, part.last, pen)
            begin, stop = region.at(part.start), region.at(part.end)
            if part.whole:
                stop = (stop[0], 1)
            self.write_lines(region, tracking.erased(region.lines, begin, stop, pen))

    def _region(self, first: int, last: int, pen: Pen) -> Region:
        document = self._edit.document()
        area = area_of(document.findBlockByNumber(first))
        if first != last and area is Area.ALONE:
            area = Area.STORY
        return Region(document, first, last, area, pen.inserted(NONE))

    def alone(self, block: QTextBlock, pen: Pen) -> Region:
        """Give one block, whose text alone is edited."""
        number = block.blockNumber()
        return Region(self._edit.document(), number, number, Area.ALONE, pen.inserted(NONE))

    def write_lines(self, region: Region, lines: Sequence[Block]) -> None:
        """Make the lines of a region what they shall be."""
        Writer(self._edit.document(), self._edit.look).write(region, lines)

    def _write(self, cursor: QTextCursor, text: str, marks: Marks) -> None:
        """Write text at a cursor, the quick way of a key press."""
        if kind_of(cursor.blockFormat()) is Kind.PICTURE and cursor.atBlockStart():
            cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)  # what is typed is caption
        pen = self.pen(cursor.position(), cursor.position())
        mark = pen.inserted(marks)
        self._own(cursor, pen)
        clean = NOT_TEXT.sub("", text.replace(LINE_SEPARATOR, "\n").replace("\r\n", "\n")).replace(
            "\n", LINE_SEPARATOR
        )
        kind = kind_of(cursor.blockFormat())
        cursor.insertText(clean, char_format(self._edit.look, kind, mark))

    def _own(self, cursor: QTextCursor, pen: Pen) -> None:
        """Say of a filler, which was no block of the story, that it was inserted."""
        form = cursor.blockFormat()
        if kind_of(form) is not Kind.FILLER or area_of(cursor.block()) is Area.ALONE:
            return
        marks = marks_of(form, Prop.END_MARKS)
        if not has(marks, MarkKind.INSERTED) and not cursor.block().text():
            form.setProperty(Prop.END_MARKS, marks_text(pen.inserted(NONE)))
            cursor.setBlockFormat(form)

    def part(self, cursor: QTextCursor, form: TextBlock) -> None:
        """Part the paragraph at a cursor in two; the second takes a form and the cursor."""
        self.place(cursor, (Paragraph(), form), at_end=False)

    def place(self, cursor: QTextCursor, blocks: Sequence[TextBlock], *, at_end: bool = True) -> None:
        """Put text blocks in at a cursor; it stands behind what was put in, or at the start of the last."""
        position = cursor.position()
        number = cursor.block().blockNumber()
        pen = self.pen(position, position)
        region = self._region(number, number, pen)
        line, offset = region.at(position)
        lines = tracking.placed(region.lines, (line, offset), blocks, pen)
        self.write_lines(region, lines)
        block = self._edit.document().findBlockByNumber(number + len(lines) - len(region.lines))
        written = tracking.size(blocks[-1].content) if at_end else 0
        grown = len(lines) > len(region.lines)
        cursor.setPosition(position_at(block, written if grown else offset + written))

    def drop_paragraph(self, cursor: QTextCursor) -> None:
        """Take away the empty paragraph of a cursor."""
        number = cursor.block().blockNumber()
        pen = self.pen(cursor.position(), cursor.position())
        region = self._region(number, number, pen)
        self.write_lines(region, tracking.dropped(region.lines, region.index(number), pen))

    def _form_behind(self, cursor: QTextCursor, kind: Kind) -> TextBlock:
        """Give the form of a second half: a crosshead goes on as one in its middle, a list as it is."""
        form = self.spot(cursor).form
        here = kind_of(form)
        ends = not reach.lives_behind(self._living(cursor))
        kind = kind if ends or here is not Kind.CROSSHEAD else Kind.CROSSHEAD
        same = kind is here
        level = form.intProperty(Prop.LEVEL) if same else 0
        return _form(kind, level, ordered=same and form.boolProperty(Prop.ORDERED))

    def _begin_behind(self, cursor: QTextCursor, block: QTextBlock) -> None:
        """Begin a paragraph behind a picture or the title of a box; what stood behind the cursor goes there."""
        pen = self.pen(cursor.position(), cursor.position())
        end = block.position() + block.length() - 1
        moved = self.alone(block, pen)
        (line,) = moved.lines
        assert isinstance(line, TEXT_BLOCKS)
        tail = tracking.parted(line.content, moved.at(cursor.position())[1])[1]
        if cursor.position() < end:
            self._erase(cursor.position(), end)
        cursor.setPosition(block.position() + block.length() - 1)
        boxed = block.blockFormat().boolProperty(Prop.BOXED)
        Paster(self, self._edit).begin(cursor, pen.inserted(NONE), boxed=boxed)
        living = tuple(piece for piece in tail if not has(piece.marks, MarkKind.DELETED))
        if living:
            start = cursor.position()
            self.place(cursor, (Paragraph(living),))
            cursor.setPosition(start)


def _form(kind: Kind, level: int, *, ordered: bool) -> TextBlock:
    if kind is Kind.CROSSHEAD:
        return Crosshead(level=level or 1)
    if kind is Kind.QUOTE:
        return Quote()
    return ListItem(ordered=ordered, level=level) if kind is Kind.ITEM else Paragraph()
