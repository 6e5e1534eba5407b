"""What Enter, Tab, Backspace and the arrows mean in a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from newsroom.domain.body import MAX_LEVEL
from newsroom.domain.marks import NONE
from newsroom.gui.editor import editing
from newsroom.gui.editor.bridge.looks import block_format, char_format
from newsroom.gui.editor.bridge.properties import LINE_SEPARATOR, Kind, Prop, kind_of, marks_of

if TYPE_CHECKING:
    from newsroom.gui.editor.text_edit import TextEdit

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_SOLID = frozenset({Kind.PICTURE, Kind.UNKNOWN})


def leaves(edit: TextEdit, event: QKeyEvent) -> bool:
    """Go to the field above or below where a key leads out of this one; tell whether it did."""
    step = _way_out(edit, event)
    if step:
        edit.leaving.emit(step)
    return bool(step)


def _way_out(edit: TextEdit, event: QKeyEvent) -> int:
    key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    cursor = edit.textCursor()
    if key == Qt.Key.Key_Backtab and not _in_list_or_table(cursor):
        return -1
    if key == Qt.Key.Key_Tab and not _in_list_or_table(cursor):
        return 1
    if edit.single and key in _ENTER and plain:
        return 1
    if plain and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
        up = key == Qt.Key.Key_Up
        if editing.at_edge(cursor, up=up):
            return -1 if up else 1
    return 0


def _in_list_or_table(cursor: QTextCursor) -> bool:
    return kind_of(cursor.blockFormat()) is Kind.ITEM or in_table(cursor)


def in_table(cursor: QTextCursor) -> bool:
    """Tell whether the cursor is in a table's cell."""
    table: object = cursor.currentTable()  # PySide's stub says it is never None
    return table is not None


def answer(edit: TextEdit, event: QKeyEvent) -> bool:
    """Answer a key that edits in a way of its own; tell whether it was answered."""
    key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
        return False
    if key in _ENTER:
        _enter(edit, soft=shift)
        return True
    if key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
        return _tab(edit, back=key == Qt.Key.Key_Backtab)
    if key == Qt.Key.Key_Backspace:
        return _backspace(edit)
    if key == Qt.Key.Key_Delete:
        return _delete(edit)
    return False


def _enter(edit: TextEdit, *, soft: bool) -> None:
    cursor = edit.textCursor()
    kind = kind_of(cursor.blockFormat())
    if soft or edit.single or in_table(cursor):
        cursor.insertText(LINE_SEPARATOR, cursor.charFormat())
    elif kind in {Kind.ITEM, Kind.QUOTE} and not cursor.block().text() and not cursor.hasSelection():
        _step_out(edit, cursor)
    elif kind in _SOLID:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        _new_block(edit, cursor, Kind.PARAGRAPH)
    else:
        _new_block(edit, cursor, Kind.PARAGRAPH if kind in {Kind.CROSSHEAD, Kind.BOX_TITLE} else kind)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()


def _step_out(edit: TextEdit, cursor: QTextCursor) -> None:
    form = cursor.blockFormat()
    level = form.intProperty(Prop.LEVEL)
    if kind_of(form) is Kind.ITEM and level:
        ordered = form.boolProperty(Prop.ORDERED)
        editing.set_kind(cursor, edit.look, Kind.ITEM, level=level - 1, ordered=ordered)
    else:
        editing.set_kind(cursor, edit.look, Kind.PARAGRAPH)


def _new_block(edit: TextEdit, cursor: QTextCursor, kind: Kind) -> None:
    """Split the block: what stood at its end, a tracked mark too, goes with the second half."""
    cursor.beginEditBlock()
    try:
        cursor.removeSelectedText()
        form = cursor.blockFormat()
        at_end = cursor.atBlockEnd()
        end, boxed = marks_of(form, Prop.END_MARKS), form.boolProperty(Prop.BOXED)
        level, ordered = form.intProperty(Prop.LEVEL), form.boolProperty(Prop.ORDERED)
        if end:
            form.setProperty(Prop.END_MARKS, "")
            cursor.setBlockFormat(form)
        kind = kind if at_end or kind_of(form) is not Kind.CROSSHEAD else Kind.CROSSHEAD
        kind = Kind.PARAGRAPH if kind is Kind.FILLER else kind
        same = kind is kind_of(form)
        made = block_format(
            edit.look, kind, level=level if same else 0, ordered=ordered and same, end=end, boxed=boxed
        )
        if same and kind is Kind.ITEM:
            made.setObjectIndex(form.objectIndex())
        cursor.insertBlock(made)
        if at_end:
            cursor.setBlockCharFormat(char_format(edit.look, kind, NONE))
    finally:
        cursor.endEditBlock()


def _tab(edit: TextEdit, *, back: bool) -> bool:
    cursor = edit.textCursor()
    if in_table(cursor):
        step = QTextCursor.MoveOperation.PreviousCell if back else QTextCursor.MoveOperation.NextCell
        cursor.movePosition(step)
        edit.setTextCursor(cursor)
        return True
    form = cursor.blockFormat()
    if kind_of(form) is not Kind.ITEM:
        return False
    level = min(max(form.intProperty(Prop.LEVEL) + (-1 if back else 1), 0), MAX_LEVEL)
    editing.set_kind(cursor, edit.look, Kind.ITEM, level=level, ordered=form.boolProperty(Prop.ORDERED))
    return True


def _backspace(edit: TextEdit) -> bool:
    """At the start of a block, first make it a plain paragraph; never pour text into a picture."""
    cursor = edit.textCursor()
    if cursor.hasSelection() or not cursor.atBlockStart():
        return False
    kind = kind_of(cursor.blockFormat())
    if kind in {Kind.ITEM, Kind.QUOTE, Kind.CROSSHEAD}:
        _step_out(edit, cursor)
        return True
    before = kind_of(cursor.block().previous().blockFormat())
    return before in _SOLID and bool(cursor.block().text())


def _delete(edit: TextEdit) -> bool:
    cursor = edit.textCursor()
    if cursor.hasSelection() or not cursor.atBlockEnd():
        return False
    kinds = {kind_of(cursor.blockFormat()), kind_of(cursor.block().next().blockFormat())}
    return not kinds.isdisjoint(_SOLID) and bool(cursor.block().next().text())
