"""What keys mean at a picture: it is selected before it is taken out, and typing goes into its caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from newsroom.domain.marks import NONE
from newsroom.gui.editor.bridge.looks import block_format, char_format
from newsroom.gui.editor.bridge.properties import Kind
from newsroom.gui.editor.editing import one_step
from newsroom.gui.editor.pictures import verbs
from newsroom.gui.editor.typing_keys import typed

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from newsroom.gui.editor.text_edit import TextEdit

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_AWAY = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})


def answered(edit: TextEdit, event: QKeyEvent) -> bool:
    """Answer a key at a picture; tell whether it was one that only pictures answer."""
    if edit.isReadOnly() or edit.single:
        return False
    picture = verbs.chosen(edit)
    if picture is None:
        return _beside(edit, event)
    if event.key() in _AWAY:
        verbs.remove(edit, picture)
        return True
    if event.key() in _ENTER or typed(event):
        _go_to(edit, picture.position + 1, end=True)
    return False


def _beside(edit: TextEdit, event: QKeyEvent) -> bool:
    cursor = edit.textCursor()
    if cursor.hasSelection():
        return False
    picture = verbs.meant(edit)
    before = picture is not None and cursor.position() <= picture.position
    if picture is not None and before and event.key() in _ENTER:
        _paragraph_before(edit, cursor)
        return True
    if picture is not None and before and typed(event):
        _go_to(edit, picture.position + 1)
    near = _reached(edit, cursor, event.key())
    if near is not None:
        verbs.choose(edit, near.position)
    return near is not None


def _reached(edit: TextEdit, cursor: QTextCursor, key: int) -> verbs.Shown | None:
    """Give the picture that a key would take out, which is shown first."""
    if key not in _AWAY:
        return None
    back = key == Qt.Key.Key_Backspace
    picture = verbs.meant(edit)
    if picture is None and not back and cursor.atBlockEnd() and cursor.block().text():
        return verbs.at(cursor.block().next())
    if picture is None and back and cursor.atBlockStart() and cursor.block().text():
        return verbs.at(cursor.block().previous())
    reach = cursor.position() - (1 if back else 0)
    return picture if picture is not None and reach == picture.position else None


def _go_to(edit: TextEdit, position: int, *, end: bool = False) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(position)
    if end:
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    edit.setTextCursor(cursor)


def _paragraph_before(edit: TextEdit, cursor: QTextCursor) -> None:
    """Begin a paragraph in front of the picture, which else could not be written to."""
    with one_step(edit.document()) as hand:
        hand.setPosition(cursor.position())
        hand.insertBlock(cursor.blockFormat())
        hand.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        hand.setBlockFormat(block_format(edit.look, Kind.PARAGRAPH, end=NONE))
        hand.setBlockCharFormat(char_format(edit.look, Kind.PARAGRAPH, NONE))
        place = hand.position()
    _go_to(edit, place)
