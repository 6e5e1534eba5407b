"""Text that an input method composes: the composing is Qt's, what comes of it is written like typed text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QInputMethodEvent, QTextCursor

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.editor.text_edit import TextEdit


def take(
    edit: TextEdit,
    event: QInputMethodEvent,
    show: Callable[[QInputMethodEvent], None],
    write: Callable[[str], None],
) -> None:
    """Show what is being composed in place of the selection, and write what was."""
    composed, cursor = event.commitString(), edit.textCursor()
    if cursor.hasSelection() and (composed or event.preeditString()) and not edit.isReadOnly():
        edit.hand.remove(cursor)
    if not composed:
        show(event)
        return
    show(QInputMethodEvent(event.preeditString(), event.attributes()))
    if not edit.isReadOnly():
        _select_replaced(edit, event.replacementStart(), event.replacementLength())
        write(composed)
    event.accept()


def _select_replaced(edit: TextEdit, start: int, length: int) -> None:
    """Select what composed text takes the place of, counted from the caret."""
    if length:
        cursor = edit.textCursor()
        cursor.setPosition(cursor.position() + start)
        cursor.setPosition(cursor.position() + length, QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)
