"""What the page answers before a field of it does: the wheel, undo and redo, the key of the command palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from newsroom.gui.editor.pane import EditorPane


def answers(page: EditorPane, event: QEvent) -> bool:
    """Answer an event of a field; tell whether the field is to hear no more of it."""
    kind = event.type()
    if kind == QEvent.Type.KeyPress:
        return _undoes(page, event)
    calls = kind == QEvent.Type.ShortcutOverride and _is_command(event)
    if calls or kind == QEvent.Type.Wheel:
        event.ignore()  # the page scrolls; the palette opens, though a field would delete to the line's end
        return True
    return False


def _undoes(page: EditorPane, event: QEvent) -> bool:
    """Undo or redo in one field what belongs to it in others too."""
    assert isinstance(event, QKeyEvent)
    if event.matches(QKeySequence.StandardKey.Undo):
        page.undo()
    elif event.matches(QKeySequence.StandardKey.Redo):
        page.redo()
    else:
        return False
    return True


def _is_command(event: QEvent) -> bool:
    assert isinstance(event, QKeyEvent)
    return event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier
