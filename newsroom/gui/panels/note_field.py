"""A field for a few sentences that grows with them; Tab leaves it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSignalBlocker, QSizeF, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from newsroom.gui.parts import named

_MOST_LINES = 8
_FRAME = 10
"""Border and padding, above and below together."""


class NoteField(QPlainTextEdit):
    """Plain text of several lines; emits `edited` when a person changed it."""

    edited = Signal()

    def __init__(self, name: str, empty: str = "", lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = lines
        self.sealed = False
        """Whether nothing of it may be copied."""
        named(self, "noteField")
        self.setAccessibleName(name)
        self.setPlaceholderText(empty)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self.edited)
        self._grow(QSizeF(0, lines))

    def _grow(self, size: QSizeF) -> None:
        """Take the height of the lines, which is what a plain document's size counts."""
        lines = min(max(int(size.height()), self._least), _MOST_LINES)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + _FRAME + 4)

    def show_words(self, words: str) -> None:
        """Show words from their beginning."""
        with QSignalBlocker(self):
            self.setPlainText(words)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def words(self) -> str:
        """Give the words as they stand, with their no-break spaces, which Qt's plain text would lose."""
        return self.document().toRawText().replace("\u2029", "\n")

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the selection, or nothing where it may not be copied."""
        return QMimeData() if self.sealed else super().createMimeDataFromSelection()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the beginning again once it is left."""
        super().focusOutEvent(event)
        self.verticalScrollBar().setValue(0)
