"""Quiet underlines under the places of findings; they are no part of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCursor

    from newsroom.gui.editor.look import EditorLook


def underline(edit: QTextEdit, places: list[QTextCursor], look: EditorLook) -> None:
    """Underline stretches of a field, in the place of those underlined before."""
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    form.setUnderlineColor(QColor(look.warn))
    edit.setExtraSelections([_selection(place, form) for place in places])


def _selection(place: QTextCursor, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = place
    selection.format = form
    return selection
