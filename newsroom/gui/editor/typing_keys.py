"""What Enter, Tab, Backspace and the arrows mean in a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from newsroom.domain.body import MAX_LEVEL
from newsroom.gui.editor import editing
from newsroom.gui.editor.bridge.properties import LINE_SEPARATOR, Kind, Prop, kind_of
from newsroom.gui.editor.hand import Reach

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlockFormat

    from newsroom.gui.editor.text_edit import TextEdit

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ERASING = {
    QKeySequence.StandardKey.Delete: Reach.AHEAD,
    QKeySequence.StandardKey.DeleteStartOfWord: Reach.WORD_BACK,
    QKeySequence.StandardKey.DeleteEndOfWord: Reach.WORD_AHEAD,
    QKeySequence.StandardKey.DeleteEndOfLine: Reach.LINE_AHEAD,
}
_SOLID = frozenset({Kind.PICTURE, Kind.UNKNOWN})
_STEPPING = frozenset({Kind.ITEM, Kind.QUOTE, Kind.CROSSHEAD})


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


def ends_line(event: QKeyEvent) -> bool:
    """Tell whether a key ends a line: what was typed before it is whole."""
    command = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    return event.key() in {*_ENTER, Qt.Key.Key_Tab} and not command


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
    return key == Qt.Key.Key_Backspace and _backspace(edit)


def erases(edit: TextEdit, event: QKeyEvent) -> bool:
    """Take away what a key of the platform takes away; tell whether it was such a key."""
    for key, reach in _ERASING.items():
        if event.matches(key):
            edit.hand.erase(reach)
            edit.ensureCursorVisible()
            return True
    plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    if event.key() == Qt.Key.Key_Backspace and plain:  # which has no standard key where the desk is not known
        edit.hand.erase(Reach.BACK)
        edit.ensureCursorVisible()
        return True
    if event.matches(QKeySequence.StandardKey.Cut):
        edit.take_out()
        return True
    return False


def typed(event: QKeyEvent) -> str:
    """Give what a key types, or nothing where it is a command."""
    text = event.text()
    if not text or not text.isprintable():
        return ""
    command = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return "" if command and command != both else text  # both together are AltGr on some platforms


def _enter(edit: TextEdit, *, soft: bool) -> None:
    cursor = edit.textCursor()
    spot = edit.hand.spot(cursor)
    kind = kind_of(spot.form)
    if soft or edit.single or in_table(cursor):
        edit.hand.type(LINE_SEPARATOR)
        edit.ensureCursorVisible()
        return
    if kind in {Kind.ITEM, Kind.QUOTE} and spot.empty and not cursor.hasSelection():
        _step_out(edit, cursor, spot.form)
    elif kind in _SOLID:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        edit.hand.split(cursor, Kind.PARAGRAPH)
    else:
        edit.hand.split(cursor, Kind.PARAGRAPH if kind in {Kind.CROSSHEAD, Kind.BOX_TITLE} else kind)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()


def _step_out(edit: TextEdit, cursor: QTextCursor, form: QTextBlockFormat) -> None:
    level = form.intProperty(Prop.LEVEL)
    if kind_of(form) is Kind.ITEM and level:
        ordered = form.boolProperty(Prop.ORDERED)
        edit.hand.set_kind(cursor, Kind.ITEM, level=level - 1, ordered=ordered)
    else:
        edit.hand.set_kind(cursor, Kind.PARAGRAPH)


def _tab(edit: TextEdit, *, back: bool) -> bool:
    cursor = edit.textCursor()
    if in_table(cursor):
        step = QTextCursor.MoveOperation.PreviousCell if back else QTextCursor.MoveOperation.NextCell
        cursor.movePosition(step)
        edit.setTextCursor(cursor)
        return True
    form = edit.hand.spot(cursor).form
    if kind_of(form) is not Kind.ITEM:
        return False
    level = min(max(form.intProperty(Prop.LEVEL) + (-1 if back else 1), 0), MAX_LEVEL)
    edit.hand.set_kind(cursor, Kind.ITEM, level=level, ordered=form.boolProperty(Prop.ORDERED))
    return True


def _backspace(edit: TextEdit) -> bool:
    """At the start of a block, first make it a plain paragraph."""
    cursor = edit.textCursor()
    spot = edit.hand.spot(cursor)
    if cursor.hasSelection() or not spot.starts or kind_of(spot.form) not in _STEPPING:
        return False
    _step_out(edit, cursor, spot.form)
    return True
