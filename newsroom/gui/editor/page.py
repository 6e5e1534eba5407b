"""The sheet a story is written on: the column of text, a gutter to its left, a margin to its right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from newsroom.gui.editor.gutter import Gutter
from newsroom.gui.editor.margin import WIDTH, Margin

if TYPE_CHECKING:
    from newsroom.gui.editor.look import EditorLook
    from newsroom.gui.editor.text_edit import TextEdit

EDGE = 64
_TOP = 32
LEAST = 480
"""The column is not made narrower than this for the sake of cards."""


class Page(QWidget):
    """Lays out the parts of a story under each other, within a readable measure."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = QWidget(self)
        self.gutter = Gutter(self)
        self._bare = False
        self.margin = Margin(self)
        self._rows = QVBoxLayout(self.column)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._outer = QHBoxLayout(self)
        self._outer.setContentsMargins(0, _TOP, 0, EDGE)
        self._outer.setSpacing(0)
        self._outer.addStretch(1)
        self.gutter.setFixedWidth(EDGE)
        kept = self.gutter.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.gutter.setSizePolicy(kept)
        self._outer.addWidget(self.gutter)
        self._outer.addWidget(self.column, 1000)  # the edges grow only once the measure is reached
        self._outer.addSpacing(EDGE // 2)
        self._outer.addWidget(self.margin)
        self._outer.addSpacing(EDGE // 2)
        self._outer.addStretch(1)
        self.margin.setFixedWidth(WIDTH)
        self.margin.filled.connect(self._make_room)
        self._make_room()

    def add(self, *parts: QWidget, gap: int = 0) -> None:
        """Put parts under those that stand already."""
        self._rows.addSpacing(gap)
        for part in parts:
            self._rows.addWidget(part)

    def add_behind(self, part: QWidget, other: QWidget) -> None:
        """Put a part directly under another."""
        self._rows.insertWidget(self._rows.indexOf(part) + 1, other)

    def close_up(self) -> None:
        """Let what room is left stand below the last part."""
        self._rows.addStretch(1)

    def set_look(self, look: EditorLook) -> None:
        """Make the column as wide as the measure."""
        font = QFont(look.serif)
        font.setPixelSize(look.body)
        self.column.setMaximumWidth(QFontMetrics(font).averageCharWidth() * look.measure)
        self.column.setMinimumWidth(240)

    def set_air(self, pixels: int) -> None:
        """Leave so much room above and below the story, so that any line of it can stand in the middle."""
        self._outer.setContentsMargins(0, max(_TOP, pixels), 0, max(EDGE, pixels))

    def set_bare(self, bare: bool) -> None:
        """Show the text alone, without what stands to its left and right; their room stays."""
        self._bare = bare
        self.gutter.setVisible(not bare)
        self._make_room()

    def height_of(self, edit: TextEdit, position: int) -> int:
        """Give how far down the page a position of a field is, in pixels."""
        cursor = edit.textCursor()
        cursor.setPosition(position)
        return edit.mapTo(self, edit.cursorRect(cursor).topLeft()).y()

    def top_of(self, edit: TextEdit) -> int:
        """Give how far down the page a field begins."""
        return edit.mapTo(self, QPoint(0, 0)).y()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the margin where there is room for it."""
        super().resizeEvent(event)
        self._make_room()
        self.margin.place()

    def _make_room(self) -> None:
        room = self.width() >= EDGE + LEAST + EDGE + WIDTH
        self.margin.setVisible(room and not (self._bare or self.margin.empty))
