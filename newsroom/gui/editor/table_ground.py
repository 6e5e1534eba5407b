"""The lines of tables and the ground of the rows that head them, drawn under the text in the look of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from newsroom.gui.editor.borders import table_of
from newsroom.gui.editor.bridge.looks import head_ground
from newsroom.gui.editor.bridge.properties import Prop
from newsroom.gui.editor.seen import seen_blocks

if TYPE_CHECKING:
    from PySide6.QtGui import QTextTable

    from newsroom.gui.editor.text_edit import TextEdit


def draw(edit: TextEdit, painter: QPainter, rect: QRect) -> None:
    """Draw the tables that are seen in a rectangle."""
    drawn: set[int] = set()
    for block in seen_blocks(edit, rect):
        table = table_of(block)
        if table is not None and table.objectIndex() not in drawn:
            drawn.add(table.objectIndex())
            _draw(edit, painter, table)


def _draw(edit: TextEdit, painter: QPainter, table: QTextTable) -> None:
    look = edit.look
    rows, columns = _lines(edit, table)
    whole = QRectF(QPointF(columns[0], rows[0]), QPointF(columns[-1], rows[-1]))
    headed = table.format().intProperty(Prop.HEADER_ROWS)
    if headed:
        head = QRectF(whole.topLeft(), QPointF(whole.right(), rows[min(headed, len(rows) - 1)]))
        painter.fillRect(head, QColor(head_ground(look)))
    painter.setPen(QPen(QColor(look.line), 1))
    for height in rows:
        painter.drawLine(QPointF(whole.left(), height), QPointF(whole.right(), height))
    for left in columns:
        painter.drawLine(QPointF(left, whole.top()), QPointF(left, whole.bottom()))


def _lines(edit: TextEdit, table: QTextTable) -> tuple[list[int], list[int]]:
    """Give where the lines are: before the words of each row and column by the room that cells leave, and at the end.

    The rectangle that Qt gives for a table begins at its first words; it is as large as the table with its margins.
    """
    form, layout = table.format(), edit.document().documentLayout()
    room = form.cellPadding() + form.border() / 2
    firsts = [table.cellAt(row, 0).firstCursorPosition().block() for row in range(table.rows())]
    heads = [table.cellAt(0, column).firstCursorPosition().block() for column in range(table.columns())]
    rows = [layout.blockBoundingRect(block).top() - room for block in firsts]
    columns = [layout.blockBoundingRect(block).left() - room for block in heads]
    size, outside = layout.frameBoundingRect(table), 2 * columns[0]
    high = size.height() - form.topMargin() - form.bottomMargin() - outside
    ends = rows[0] + high - 1, columns[0] + size.width() - outside - 1
    return [round(row) for row in (*rows, ends[0])], [round(column) for column in (*columns, ends[1])]
