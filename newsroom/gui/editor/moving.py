"""Moving selected text inside a field, or from one to another, by dragging it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTextEdit, QWidget

from newsroom.gui.editor.bridge import read_selection
from newsroom.gui.editor.editing import one_step

if TYPE_CHECKING:
    from PySide6.QtCore import QObject, QPoint
    from PySide6.QtGui import QDropEvent, QTextCursor

    from newsroom.domain.body import Body
    from newsroom.gui.editor.text_edit import TextEdit


def source_of(event: QDropEvent) -> QObject | None:
    """Give the field that what is dropped was dragged out of, where it is one of this program."""
    source = event.source()
    return source.parent() if isinstance(source, QWidget) and not isinstance(source, QTextEdit) else source


def move(source: TextEdit, edit: TextEdit, point: QPoint) -> None:
    """Move the selection of a field to a point in it or in another."""
    if source is edit:
        move_to(edit, point)
        return
    chosen = source.textCursor()
    body, whole = read_selection(chosen), source.seams.whole(chosen)
    source.seams.cut()
    _put(edit, edit.cursorForPosition(point), body, whole=whole)


def move_to(edit: TextEdit, point: QPoint) -> None:
    """Move the selection to a point, as one undo step; onto itself it stays."""
    chosen = edit.textCursor()
    target = edit.cursorForPosition(point)
    if chosen.selectionStart() <= target.position() <= chosen.selectionEnd():
        return
    body, whole = read_selection(chosen), edit.seams.whole(chosen)
    with one_step(edit.document()):
        edit.seams.cut()
        _put(edit, target, body, whole=whole)


def _put(edit: TextEdit, target: QTextCursor, body: Body, *, whole: bool) -> None:
    edit.setTextCursor(target)
    with edit.seams.parted(body, target, whole=whole) as piece:
        edit.insert_body(piece)
