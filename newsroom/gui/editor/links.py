"""Links in a field: which one lies under the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.marks import MarkKind, value_of
from newsroom.gui.editor.bridge.properties import marks_of

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QTextEdit


def link_at(edit: QTextEdit, point: QPoint) -> str:
    """Give the address under a point of a field, or nothing."""
    form = edit.cursorForPosition(point).charFormat()
    return value_of(marks_of(form), MarkKind.LINK) or ""
