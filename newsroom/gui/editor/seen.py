"""The blocks of a field that lie in a rectangle, so that painting over a long story costs what is seen of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QTextBlock

    from newsroom.gui.editor.text_edit import TextEdit


def seen_blocks(edit: TextEdit, rect: QRect) -> Iterator[QTextBlock]:
    """Give the blocks that are drawn in a rectangle of the viewport, and at most one beside it."""
    layout = edit.document().documentLayout()
    block = edit.cursorForPosition(rect.topLeft()).block()
    while layout.blockBoundingRect(block).top() > rect.top() and block.previous().isValid():
        block = block.previous()  # what is not laid out yet is not found where it will be
    while block.isValid() and layout.blockBoundingRect(block).top() <= rect.bottom():
        yield block
        block = block.next()
