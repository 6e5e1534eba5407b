"""Two versions as one sheet of two columns: the words that differ in colour, what is the same folded away."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import (
    QColor,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from newsroom.domain.workflow import State
from newsroom.gui.editor.editing import one_step
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom.desk.comparing import Compared
    from newsroom.domain.comparison import Row, Side
    from newsroom.gui.theme.tokens import Pair, Palette

    Piece = tuple[str, list[Row | int]]

MOST = 400
"""So many rows are shown; a text that differs in more places is another text."""
_AROUND = 1
_AT_ONCE, _SLICE = 2, 0.03
_HALF = 50


class Sheet(QTextEdit):
    """Shows what `compared` gives, the older version on the left; made of plain characters, never of markup."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette = palette
        self.setObjectName("compareSheet")
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Differences"))
        self.document().setUndoRedoEnabled(False)
        self._waiting: list[Piece] = []

    @property
    def busy(self) -> bool:
        """Tell whether rows are still to be written."""
        return bool(self._waiting)

    def show_fields(self, fields: Sequence[Compared]) -> None:
        """Show the fields of two versions; a long text is written in slices, so that nobody waits."""
        self.document().clear()
        differing = [field for field in fields if not field.same]
        self._waiting = [piece for field in differing for piece in _pieces(field)]
        if not differing:
            self.textCursor().insertText(_("Both read the same."), self._form(self._palette.muted))
        self._write()

    def _write(self) -> None:
        """Write until the time of a slice is up."""
        end = perf_counter() + _SLICE
        place = self.verticalScrollBar().value()
        while self._waiting and perf_counter() < end:
            heading, rows = self._waiting.pop(0)
            with one_step(self.document()) as cursor:
                cursor.movePosition(QTextCursor.MoveOperation.End)
                if heading:
                    cursor.insertText(_(heading), self._form(self._palette.muted, small=True))
                self._rows(cursor, rows)
        self.verticalScrollBar().setValue(place)
        if self._waiting:
            QTimer.singleShot(0, self, self._write)

    def _rows(self, cursor: QTextCursor, rows: list[Row | int]) -> None:
        table = cursor.insertTable(len(rows), 2, _table_format(self._palette))
        for number, row in enumerate(rows):
            left, right = (table.cellAt(number, column).firstCursorPosition() for column in (0, 1))
            if isinstance(row, int):
                words = ngettext("… {n} paragraph the same", "… {n} paragraphs the same", row)
                for place in (left, right):
                    place.insertText(words, self._form(self._palette.faint, small=True))
            else:
                self._side(left, row.old, self._palette.pills[State.WITHDRAWN], gone=True)
                self._side(right, row.new, self._palette.pills[State.APPROVED], gone=False)

    def _side(self, cursor: QTextCursor, side: Side, colours: Pair, *, gone: bool) -> None:
        for part in side:
            form = self._form(colours.text if part.differs else self._palette.text)
            if part.differs:
                form.setBackground(QColor(colours.ground))
                form.setFontStrikeOut(gone)
                form.setFontUnderline(not gone)
            cursor.insertText(part.text.replace("\n", "\u2028"), form)

    def _form(self, colour: str, *, small: bool = False) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setForeground(QColor(colour))
        form.setProperty(QTextCharFormat.Property.FontPixelSize, 12 if small else 15)
        form.setFontFamilies(["Source Sans Pro" if small else "Source Serif Pro"])
        return form


def _pieces(field: Compared) -> Iterator[Piece]:
    """Give a field's rows in pieces that are written at once; the first has the heading."""
    rows = list(_told(field.rows))[:MOST]
    for start in range(0, len(rows), _AT_ONCE):
        yield ("" if start else field.title), rows[start : start + _AT_ONCE]


def _told(rows: Sequence[Row]) -> Iterator[Row | int]:
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
            yield row
        else:
            left_out += 1
    if left_out:
        yield left_out


def _table_format(palette: Palette) -> QTextTableFormat:
    form = QTextTableFormat()
    half = QTextLength(QTextLength.Type.PercentageLength, _HALF)
    form.setColumnWidthConstraints([half, half])
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setCellPadding(6)
    form.setCellSpacing(0)
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QColor(palette.line))
    form.setBorderCollapse(True)
    form.setTopMargin(4)
    form.setBottomMargin(12)
    return form
