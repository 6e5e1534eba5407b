"""Two versions as one sheet, side by side or in one column: the words that differ in colour, struck or underlined."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMimeData, QPoint, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from newsroom.desk.comparing import PICTURES
from newsroom.domain.inlining import Fate, row_in_line
from newsroom.gui.comparing.faces import Faces
from newsroom.gui.editor.editing import one_step
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtGui import QContextMenuEvent, QImage, QPaintEvent, QTextTable

    from newsroom.desk.comparing import Compared
    from newsroom.domain.comparison import Row, Side
    from newsroom.gui.theme.tokens import Palette

MOST = 400
"""So many rows are shown; a text that differs in more places is another text."""
_AROUND = 1
_AT_ONCE, _SLICE = 2, 0.03
_ABOVE = 60
_BAR = 4


class Piece(NamedTuple):
    """Rows that are written at once, a number for those left out; first tells that the field begins here."""

    field: Compared
    rows: list[tuple[int, Row] | int]
    first: bool


class Sheet(QTextEdit):
    """Shows what `compared` gives, the older version on the left; made of plain characters, never of markup."""

    row_asked = Signal(object, object, QPoint)
    """A difference was asked about by its menu: field, row, and where on the screen."""
    filled = Signal()
    """All rows are written."""

    def __init__(self, palette: Palette, *, page: bool = False) -> None:
        super().__init__()
        self._faces = Faces(palette, page=page)
        self.setObjectName("compareSheet")
        self.setReadOnly(True)
        self.sealed = False
        """Whether nothing of it may be copied."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Differences"))
        self.document().setUndoRedoEnabled(False)
        self._waiting: list[Piece] = []
        self._places: list[tuple[int, Compared, Row]] = []
        self._pictures: Mapping[str, QImage] = {}
        self._inline = False
        self.at = -1
        """Which difference is looked at, counted from 0."""

    @property
    def busy(self) -> bool:
        """Tell whether rows are still to be written."""
        return bool(self._waiting)

    @property
    def differences(self) -> int:
        """Give how many rows differ of those that are shown, as far as they are written."""
        return len(self._places)

    def show_fields(
        self,
        fields: Sequence[Compared],
        *,
        whole: bool = False,
        inline: bool = False,
        alone: bool = False,
        pictures: Mapping[str, QImage] | None = None,
    ) -> None:
        """Show the fields of two versions: what differs with its surroundings, or the whole text.

        A long text is written in slices, so that nobody waits. Alone is for one version that has no other.
        """
        self.document().clear()
        self._pictures, self._inline, self.at = pictures or {}, inline, -1
        self._places = []
        shown = [field for field in fields if not field.same or (whole and field.field in self._faces.READ)]
        self._waiting = [piece for field in shown for piece in _pieces(field, whole=whole)]
        if not alone and not self._waiting:
            self.textCursor().insertText(_("Both read the same."), self._faces.small())
        self._write()
        self._go_to_the_top()

    def wear(self, palette: Palette) -> None:
        """Take other colours for what is shown next."""
        self._faces.palette = palette

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the selection, or nothing where it may not be copied."""
        return QMimeData() if self.sealed else super().createMimeDataFromSelection()

    def _go_to_the_top(self) -> None:
        """Show the beginning; the cursor of an empty sheet goes along with what is written."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(0)

    # Writing

    def _write(self) -> None:
        """Write until the time of a slice is up."""
        end = perf_counter() + _SLICE
        place = self.verticalScrollBar().value()
        while self._waiting and perf_counter() < end:
            piece = self._waiting.pop(0)
            with one_step(self.document()) as cursor:
                cursor.movePosition(QTextCursor.MoveOperation.End)
                if piece.first and self._faces.headed(piece.field.field):
                    cursor.setBlockFormat(self._faces.heading())
                    cursor.insertText(_(piece.field.title), self._faces.small())
                self._rows(cursor, piece)
        self.verticalScrollBar().setValue(place)
        if self._waiting:
            QTimer.singleShot(0, self, self._write)
        else:
            self.filled.emit()

    def _rows(self, cursor: QTextCursor, piece: Piece) -> None:
        columns = 1 if self._inline else 2
        table = cursor.insertTable(len(piece.rows), columns, self._faces.table(columns))
        for number, one in enumerate(piece.rows):
            if columns > 1:
                table.cellAt(number, 1).setFormat(self._faces.inner())
            cells = [table.cellAt(number, column).firstCursorPosition() for column in range(columns)]
            if isinstance(one, int):
                words = ngettext("… {n} paragraph the same", "… {n} paragraphs the same", one)
                for cell in cells:
                    cell.insertText(words, self._faces.small(faint=True))
                continue
            place, row = one
            if not row.same:
                self._places.append((cells[0].position(), piece.field, row))
            if self._inline:
                self._in_line(cells[0], piece.field, place, row)
            else:
                self._side(cells[0], piece.field, place, row.old, row, gone=True)
                self._side(cells[1], piece.field, place, row.new, row, gone=False)

    def _in_line(self, cursor: QTextCursor, field: Compared, place: int, row: Row) -> None:
        self._told(cursor, row, gone=not row.new)
        self._picture(cursor, field, place, gone=not row.new)
        if row.same:
            self._faces.write(cursor, field.field, row.new, None)
            return
        if row.moved:
            self._faces.write(cursor, field.field, row.old or row.new, Fate.COMES if row.new else Fate.GOES)
            return
        for part in row_in_line(row):
            self._faces.put(cursor, field.field, part.text, part.fate)

    def _side(
        self, cursor: QTextCursor, field: Compared, place: int, side: Side, row: Row, *, gone: bool
    ) -> None:
        if side:
            self._told(cursor, row, gone=gone)
            self._picture(cursor, field, place, gone=gone)
        self._faces.write(cursor, field.field, side, Fate.GOES if gone else Fate.COMES)

    def _told(self, cursor: QTextCursor, row: Row, *, gone: bool) -> None:
        """Say in words what colour alone does not: that a paragraph moved, or is formatted otherwise."""
        words = ""
        if row.moved:
            words = _("↓ moved away, {n}", n=row.moved) if gone else _("↳ moved to here, {n}", n=row.moved)
        elif row.reformed and not gone:
            words = _("formatted otherwise")
        if words:
            cursor.insertText(words, self._faces.small(accent=True))
            cursor.insertBlock()

    def _picture(self, cursor: QTextCursor, field: Compared, place: int, *, gone: bool) -> None:
        if field.field != PICTURES:
            return
        old, new = field.assets[place]
        image = self._pictures.get(old if gone else new)
        if image is not None:
            cursor.insertImage(image)
            cursor.insertBlock()

    # Looking at differences

    def go(self, step: int) -> bool:
        """Look at the next difference, or the one before; tell whether there is one."""
        if not self._places:
            return False
        self.look_at((self.at + step) % len(self._places) if self.at >= 0 else 0 if step > 0 else -1)
        return True

    def look_at(self, number: int) -> None:
        """Show a difference, by its number."""
        self.at = number % len(self._places)
        cursor = self.textCursor()
        cursor.setPosition(self._places[self.at][0])
        self.setTextCursor(cursor)
        self.viewport().update()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(cursor).top() - _ABOVE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and a bar beside the difference that is looked at."""
        super().paintEvent(event)
        if not 0 <= self.at < len(self._places):
            return
        table = self._at_place(self._places[self.at][0]).currentTable()
        if table is not None:
            box = self._row_box(table, table.cellAt(self._places[self.at][0]).row())
            painter = QPainter(self.viewport())
            painter.fillRect(QRect(_BAR, box.top(), _BAR, box.height()), QColor(self._faces.palette.accent))
            painter.end()

    def _at_place(self, place: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(place)
        return cursor

    def _row_box(self, table: QTextTable, row: int) -> QRect:
        """Give where a row stands in what is seen of the sheet."""
        boxes = QRect()
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            boxes |= self.cursorRect(cell.firstCursorPosition()) | self.cursorRect(cell.lastCursorPosition())
        return boxes

    def difference(self) -> tuple[Compared, Row] | None:
        """Give the difference that is looked at."""
        return self._places[self.at][1:] if 0 <= self.at < len(self._places) else None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask about the difference under the mouse; elsewhere show the usual menu."""
        table = self.cursorForPosition(event.pos()).currentTable()
        if table is not None:
            cell = table.cellAt(self.cursorForPosition(event.pos()))
            first = table.cellAt(cell.row(), 0).firstCursorPosition().position()
            last = table.cellAt(cell.row(), table.columns() - 1).lastCursorPosition().position()
            for number, (place, field, row) in enumerate(self._places):
                if first <= place <= last:
                    self.at = number
                    self.row_asked.emit(field, row, event.globalPos())
                    return
        if not self.sealed:
            super().contextMenuEvent(event)


def _pieces(field: Compared, *, whole: bool) -> Iterator[Piece]:
    """Give a field's rows in pieces that are written at once."""
    rows: list[tuple[int, Row] | int] = list(enumerate(field.rows)) if whole else list(_told(field.rows))
    for start in range(0, min(len(rows), MOST), _AT_ONCE):
        yield Piece(field, rows[start : start + _AT_ONCE], not start)


def _told(rows: Sequence[Row]) -> Iterator[tuple[int, Row] | int]:
    """Give rows that differ with a neighbour, and for those that are left out between how many they are."""
    near = {
        number + step for number, row in enumerate(rows) if not row.same for step in (-_AROUND, 0, _AROUND)
    }
    left_out = 0
    for number, row in enumerate(rows):
        if number in near or len(rows) == 1:
            if left_out:
                yield left_out
            left_out = 0
            yield number, row
        else:
            left_out += 1
    if left_out:
        yield left_out
