"""The ground of boxes, drawn under the text in the look of now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter

from newsroom.gui.editor.places import box_around, boxed
from newsroom.gui.editor.seen import seen_blocks

if TYPE_CHECKING:
    from newsroom.gui.editor.text_edit import TextEdit

_ROOM = 8
"""Pixels above the text of a box."""
_BELOW = 5
_ROUND = 6


def draw(edit: TextEdit, painter: QPainter, rect: QRect) -> None:
    """Draw the ground of the boxes that are seen in a rectangle."""
    look, drawn = edit.look, -1
    painter.setPen(QColor(look.line))
    painter.setBrush(QColor(look.surface))
    layout = edit.document().documentLayout()
    for block in seen_blocks(edit, rect):
        if boxed(block) and block.blockNumber() > drawn:
            parts = box_around(block)
            drawn = parts[-1].blockNumber()
            top = layout.blockBoundingRect(parts[0]).top() - _ROOM
            bottom = layout.blockBoundingRect(parts[-1]).bottom() + _BELOW
            wide = edit.viewport().width() - 1
            painter.drawRoundedRect(QRectF(0, top, wide, bottom - top), _ROUND, _ROUND)
