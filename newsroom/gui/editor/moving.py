"""Moving selected text inside a field by dragging it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.gui.editor.bridge import read_selection
from newsroom.gui.editor.editing import one_step

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from newsroom.gui.editor.text_edit import TextEdit


def move_to(edit: TextEdit, point: QPoint) -> None:
    """Move the selection to a point, as one undo step; onto itself it stays."""
    chosen = edit.textCursor()
    target = edit.cursorForPosition(point)
    if chosen.selectionStart() <= target.position() <= chosen.selectionEnd():
        return
    body = read_selection(chosen)
    with one_step(edit.document()):
        edit.hand.remove(chosen)
        edit.setTextCursor(target)
        edit.insert_body(body)
