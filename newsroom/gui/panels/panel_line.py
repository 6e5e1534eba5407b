"""A one-line field of the panel, which is narrow: what does not fit in is shown on hovering."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_FRAME = 18
"""Border, padding and margins of a field, left and right together."""


class PanelLine(QLineEdit):
    """A line edit that shows the beginning of its words, and all of them as its tooltip where they are cut."""

    def __init__(self, name: str, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(empty)
        self.setAccessibleName(name)

    def show_words(self, words: str) -> None:
        """Show words from their beginning."""
        self.setText(words)
        self.setCursorPosition(0)

    @property
    def too_long(self) -> bool:
        """Tell whether the words, or what stands for them, are wider than the field."""
        words = self.text() or self.placeholderText()
        return self.fontMetrics().horizontalAdvance(words) > self.width() - _FRAME

    def event(self, event: QEvent) -> bool:
        """Bring the tooltip up to date before it is shown."""
        if event.type() is QEvent.Type.ToolTip:
            self.setToolTip((self.text() or self.placeholderText()) if self.too_long else "")
        return super().event(event)
