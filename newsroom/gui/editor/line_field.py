"""A field for one line of text, kicker or headline, that wraps where it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextEdit, QWidget

from newsroom.gui.editor import context_menu
from newsroom.gui.editor.bridge.places import units
from newsroom.gui.editor.clipboard import MIME, one_line
from newsroom.gui.editor.editing import at_edge
from newsroom.gui.editor.layers import Layers
from newsroom.gui.editor.moving import Dragging
from newsroom.gui.editor.seams import Seams, whole_words
from newsroom.gui.editor.typing_keys import ends_line, typed
from newsroom.gui.editor.word_steps import WordSteps
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

MOST = 5000
"""The most characters that are pasted at once."""


class LineField(QTextEdit):
    """Edits one line of plain text; it is as tall as the line needs when wrapped."""

    leaving = Signal(int)
    paste_told = Signal(str, object)
    """Why something was not pasted."""

    def __init__(self, name: str, placeholder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._word_steps = WordSteps(self)
        self.layers = Layers(self)
        self.seams = Seams(self, QTextCursor.removeSelectedText)
        self.dragging = Dragging(self, self.seams.cut)
        self.key_takers: list[Callable[[QKeyEvent], bool]] = [self.seams.take]
        self.reactions: list[Callable[[LineField, str], None]] = []
        self.line_endings: list[Callable[[], None]] = []
        """Called before a key ends the line."""
        self.menu_makers: list[Callable[[QMenu, QTextCursor], None]] = []
        self.overlays: list[Callable[[QPainter, QRect], None]] = []
        self.setAccessibleName(name)
        self._hint = placeholder
        self.sealed = False
        """Whether nothing of it may be copied."""
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def text(self) -> str:
        """Give the line as it was typed, no-break spaces kept, which Qt's plain text would lose."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        return " ".join(cursor.selectedText().replace("\u2029", "\n").replace("\u2028", "\n").split("\n"))

    def set_text(self, text: str) -> None:
        """Show a line; its undo history begins here."""
        self.setPlainText(text)
        self.document().clearUndoRedoStacks()

    def set_type(self, family: str, size: int, weight: QFont.Weight, colours: tuple[str, str]) -> None:
        """Set family, size in pixels, weight, and the colours of text and placeholder."""
        font = QFont(family)
        font.setPixelSize(size)
        font.setWeight(weight)
        self.setFont(font)
        self.document().setDefaultFont(font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, QColor(colours[0]))
        palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(colours[1]))
        self.setPalette(palette)
        self._fit(self.document().size())

    def event(self, event: QEvent) -> bool:
        """Ask the takers of keys first, before Tab has led away."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            for take in self.key_takers:
                if take(event):
                    event.accept()
                    return True
            if ends_line(event) and not self.isReadOnly():
                for conclude in self.line_endings:
                    conclude()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the arrows at the edges lead to the next field; a line has no second one."""
        step = self._way_out(event)
        if step:
            self.leaving.emit(step)
            return
        if event.matches(QKeySequence.StandardKey.Cut):
            self.take_out()
            return
        text = typed(event)
        if not text or self.isReadOnly():
            super().keyPressEvent(event)
            return
        with self._word_steps.typing(text):
            super().keyPressEvent(event)
        self._react(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take composed text like typed text."""
        super().inputMethodEvent(event)
        self._react(event.commitString())

    def _react(self, text: str) -> None:
        if text and not self.isReadOnly():
            for react in self.reactions:
                react(self, text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what may be done at the place that was clicked, and the usual commands."""
        context_menu.show(self, event)

    def take_out(self) -> None:
        """Cut the selection out and onto the clipboard; nothing where it may not be copied."""
        if self.textCursor().hasSelection() and not self.sealed:
            self.copy()
            if not self.isReadOnly():
                self.seams.cut()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Give the selection, and whether it is whole words."""
        if self.sealed:
            return QMimeData()
        data = super().createMimeDataFromSelection()
        self.seams.note(data, self.textCursor())
        return data

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the selection where it is pressed."""
        self.dragging.press(event, super().mousePressEvent)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is held."""
        if not self.dragging.begins(event):
            super().mouseMoveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line or in its place, in its own type, what belongs there; over it what the painters add."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self.document().isEmpty() and not self.textCursor().block().layout().preeditAreaText():
            painter.setFont(self.document().defaultFont())  # Qt's own placeholder has the type of the window
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignLeading, self._hint)
        for paint in self.overlays:
            paint(painter, event.rect())
        painter.end()

    def _way_out(self, event: QKeyEvent) -> int:
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return 1
        if (
            key in {Qt.Key.Key_Up, Qt.Key.Key_Down}
            and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            up = key == Qt.Key.Key_Up
            if at_edge(self.textCursor(), up=up):
                return -1 if up else 1
        return 0

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only; files are left to the window."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text as one line."""
        if not self.canInsertFromMimeData(source):
            return
        text = source.text()
        if len(text) > MOST:  # laying out a word of a million letters takes half a minute
            said = _("Nothing was pasted: a line has {most} characters at most.", most=MOST)
            self.paste_told.emit(said, ())
            return
        words, caret = one_line(text), self.textCursor()
        lead, trail = self.seams.gaps(caret, words) if whole_words(source, text, MIME) else ("", "")
        self.insertPlainText(f"{lead}{words}{trail}")
        end = self.textCursor().position()
        start = end - units(f"{lead}{words}{trail}")
        self.seams.pasted(start if lead else None, end - 1 if trail else None)

    def _fit(self, size: QSizeF) -> None:
        self.setFixedHeight(max(int(size.height()) + 1, self.fontMetrics().height() + 2))
