"""Moving selected text inside a field by dragging it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.gui.editor.editing import one_step

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QPoint

    from newsroom.gui.editor.text_edit import TextEdit


def move_to(edit: TextEdit, point: QPoint, data: QMimeData) -> None:
    """Move the selection to a point, as one undo step; onto itself it stays."""
    chosen = edit.textCursor()
    target = edit.cursorForPosition(point)
    if chosen.selectionStart() <= target.position() <= chosen.selectionEnd():
        return
    with one_step(edit.document()):
        edit.hand.remove(chosen)
        edit.setTextCursor(target)
        edit.insertFromMimeData(data)
