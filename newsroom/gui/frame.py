"""The window's frame, painted before there are widgets: each part's ground where the part will stand."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from newsroom.gui.theme.tokens import (
    BAR_HEIGHT,
    FOOT_HEIGHT,
    HEAD_HEIGHT,
    LIST_WIDTH,
    MENU_HEIGHT,
    PANEL_WIDTH,
    SIDEBAR_WIDTH,
    SMALL_SIZE,
    WIDE,
)
from newsroom.gui.theme.type import sans

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from newsroom.gui.theme.tokens import Palette

_COLUMNS = 4


def menu_height() -> int:
    """Give how much of the window the menu bar takes: nothing where the system shows it elsewhere."""
    return 0 if sys.platform == "darwin" else MENU_HEIGHT


def middle(size: QSize) -> QRect:
    """Give where the columns stand in a window of this size."""
    top = menu_height() + BAR_HEIGHT
    return QRect(0, top, size.width(), size.height() - top - FOOT_HEIGHT)


def columns(size: QSize, kept: list[int]) -> list[QRect]:
    """Give where sidebar, list, story and panel stand; the panel only where there is room."""
    room = middle(size)
    widths = [SIDEBAR_WIDTH, LIST_WIDTH]
    if room.width() >= WIDE:
        widths = kept if len(kept) == _COLUMNS else [*widths, _rest(room), PANEL_WIDTH]
    else:
        widths = [*widths, room.width()]
    return _beside(room, widths)


def _rest(room: QRect) -> int:
    return room.width() - SIDEBAR_WIDTH - LIST_WIDTH - PANEL_WIDTH - _COLUMNS + 1


def _beside(room: QRect, widths: list[int]) -> list[QRect]:
    """Lay parts beside each other, a hairline between them; the last one ends with the window."""
    places, left = [], 0
    for number, width in enumerate(widths):
        last = number == len(widths) - 1
        taken = room.width() - left if last else width
        places.append(QRect(left, room.top(), taken, room.height()))
        left += width + 1
    return places


def paint(painter: QPainter, size: QSize, palette: Palette, kept: list[int], words: str) -> None:
    """Paint the frame; the words stand where the list says what it shows."""
    painter.fillRect(QRect(0, 0, size.width(), size.height()), QColor(palette.surface))
    room = middle(size)
    line = QColor(palette.line)
    painter.fillRect(room.adjusted(0, -1, 0, 1), line)
    grounds = (palette.side, palette.ground, palette.ground, palette.surface)
    places = columns(size, kept)
    for place, ground in zip(places, grounds, strict=False):
        painter.fillRect(place, QColor(ground))
    for place in places[1:3]:
        _paint_head(painter, place, QColor(palette.surface), line)
    painter.setFont(sans(SMALL_SIZE))
    painter.setPen(QColor(palette.muted))
    at = places[1]
    painter.drawText(at.left() + 14, at.top() + HEAD_HEIGHT // 2 + SMALL_SIZE // 3, words)


def _paint_head(painter: QPainter, place: QRect, ground: QColor, line: QColor) -> None:
    head = QRect(place.left(), place.top(), place.width(), HEAD_HEIGHT)
    painter.fillRect(head, line)
    painter.fillRect(head.adjusted(0, 0, 0, -1), ground)
