"""Small verbs for tables: put in, rows and columns, the row that heads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextTable

from newsroom.domain.body import Body, Table
from newsroom.domain.marks import NONE
from newsroom.gui.editor.bridge.looks import block_format, char_format
from newsroom.gui.editor.bridge.properties import Kind, Prop
from newsroom.gui.editor.editing import one_step
from newsroom.gui.editor.places import place_for

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.editor.text_edit import TextEdit

LARGEST = (500, 20)
"""More rows and columns nobody inserts by hand."""


def table_at(cursor: QTextCursor) -> QTextTable | None:
    """Give the table a cursor is in, or None."""
    found: object = cursor.currentTable()  # PySide's stub says it is never None
    return found if isinstance(found, QTextTable) else None


def put(edit: TextEdit, rows: int, columns: int, *, headed: bool) -> None:
    """Put an empty table behind what the caret is in, and the caret into its first cell."""
    place = place_for(edit.textCursor())
    table = Table(tuple(((),) * columns for _ in range(rows)), int(headed))
    edit.hand.put(place, Body((table,)))
    place.setPosition(place.position() - 1)
    made = table_at(place)
    if made is not None:
        edit.setTextCursor(made.firstCursorPosition())
    edit.ensureCursorVisible()


def add_row(edit: TextEdit, *, below: bool) -> None:
    """Put an empty row above or below the one the caret is in."""

    def add(table: QTextTable, row: int, column: int) -> None:
        new = row + int(below)
        table.insertRows(new, 1)
        head = _head(table)
        if new < head or (new == head and not below and head):
            _set_head(table, head + 1)
        _clothe(edit, table, [(new, one) for one in range(table.columns())])
        edit.setTextCursor(table.cellAt(new, column).firstCursorPosition())

    _change(edit, add)


def add_column(edit: TextEdit, *, right: bool) -> None:
    """Put an empty column to the left or right of the one the caret is in."""

    def add(table: QTextTable, row: int, column: int) -> None:
        new = column + int(right)
        table.insertColumns(new, 1)
        _clothe(edit, table, [(one, new) for one in range(table.rows())])
        edit.setTextCursor(table.cellAt(row, new).firstCursorPosition())

    _change(edit, add)


def remove_row(edit: TextEdit) -> None:
    """Take the caret's row out; with the last one the table goes."""

    def take(table: QTextTable, row: int, column: int) -> None:
        if row < _head(table):
            _set_head(table, _head(table) - 1)
        table.removeRows(row, 1)
        edit.setTextCursor(table.cellAt(min(row, table.rows() - 1), column).firstCursorPosition())

    _change(edit, take, last=lambda table: table.rows() == 1)


def remove_column(edit: TextEdit) -> None:
    """Take the caret's column out; with the last one the table goes."""

    def take(table: QTextTable, row: int, column: int) -> None:
        table.removeColumns(column, 1)
        edit.setTextCursor(table.cellAt(row, min(column, table.columns() - 1)).firstCursorPosition())

    _change(edit, take, last=lambda table: table.columns() == 1)


def switch_head(edit: TextEdit) -> None:
    """Let the first row head the table, or be a row like the others."""

    def switch(table: QTextTable, _row: int, _column: int) -> None:
        _set_head(table, 0 if _head(table) else 1)
        _clothe(edit, table, [])

    _change(edit, switch)


def headed(cursor: QTextCursor) -> bool:
    """Tell whether a cursor is in a table that a row heads."""
    table = table_at(cursor)
    return table is not None and bool(_head(table))


def remove(edit: TextEdit) -> None:
    """Take the caret's table out of the text."""
    table = table_at(edit.textCursor())
    if table is None or edit.isReadOnly():
        return
    cursor = QTextCursor(edit.document())
    cursor.setPosition(table.firstPosition() - 1)
    cursor.setPosition(table.lastPosition() + 1, QTextCursor.MoveMode.KeepAnchor)
    edit.hand.remove(cursor)
    edit.setTextCursor(cursor)


def at_last_cell(cursor: QTextCursor) -> bool:
    """Tell whether a cursor is in the last cell of a table."""
    table = table_at(cursor)
    if table is None:
        return False
    cell = table.cellAt(cursor)
    return (cell.row(), cell.column()) == (table.rows() - 1, table.columns() - 1)


def _change(
    edit: TextEdit,
    change: Callable[[QTextTable, int, int], None],
    last: Callable[[QTextTable], bool] = lambda _table: False,
) -> None:
    """Change the caret's table as one undo step; without what is taken last there is no table."""
    table = table_at(edit.textCursor())
    if table is None or edit.isReadOnly():
        return
    if last(table):
        remove(edit)
        return
    cell = table.cellAt(edit.textCursor())
    with one_step(edit.document()):
        change(table, cell.row(), cell.column())
    edit.built.emit()


def _head(table: QTextTable) -> int:
    return table.format().intProperty(Prop.HEADER_ROWS)


def _set_head(table: QTextTable, rows: int) -> None:
    form = table.format()
    form.setProperty(Prop.HEADER_ROWS, rows)
    table.setFormat(form)


def _clothe(edit: TextEdit, table: QTextTable, cells: list[tuple[int, int]]) -> None:
    """Give new cells the look of the others."""
    for row, column in cells:
        place = table.cellAt(row, column).firstCursorPosition()
        place.setBlockFormat(block_format(edit.look, Kind.CELL, end=NONE))
        place.setBlockCharFormat(char_format(edit.look, Kind.CELL, NONE))
