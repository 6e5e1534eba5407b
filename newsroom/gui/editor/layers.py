"""What is drawn over a field's text without being part of it: findings, hits, misspelt words, each a layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QTextEdit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QTextCursor

Stretch = tuple["QTextCursor", QTextCharFormat]


class Layers:
    """The layers of one field, by name; later names lie over earlier ones."""

    def __init__(self, edit: QTextEdit) -> None:
        self._edit = edit
        self._shown: dict[str, list[QTextEdit.ExtraSelection]] = {}

    def show(self, name: str, stretches: Iterable[Stretch]) -> None:
        """Show stretches as a layer, in the place of what the layer showed before."""
        selections = [_selection(*stretch) for stretch in stretches]
        if selections or self._shown.get(name):
            self._shown[name] = selections
            self._edit.setExtraSelections([one for layer in self._shown.values() for one in layer])

    def forget(self) -> None:
        """Show nothing, before the text is put anew: Qt would look for what was shown in all of the new text."""
        if any(self._shown.values()):
            self._edit.setExtraSelections([])
        self._shown.clear()


def _selection(cursor: QTextCursor, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = cursor
    selection.format = form
    return selection


def dotted(colour: str) -> QTextCharFormat:
    """Give the calm underline of a finding."""
    form = QTextCharFormat()
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    form.setUnderlineColor(QColor(colour))
    return form
