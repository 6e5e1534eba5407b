"""The window's frame, painted before there are widgets: each part's ground where the part will stand."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPalette

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
    from PySide6.QtGui import QBrush

    from newsroom.gui.theme.tokens import Palette

LEAST = QSize(960, 600)
_BEST = QSize(1440, 900)
_COLUMNS = 4


def first_size(room: QSize) -> QSize:
    """Give how large a window begins on a screen with this room; one too small for any window limits none."""
    holds = room.width() >= LEAST.width() and room.height() >= LEAST.height()
    return _BEST.boundedTo(room) if holds else _BEST


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
    surface, line = _brush(palette.surface), _brush(palette.line)
    _fill(painter, QRect(0, 0, size.width(), size.height()), surface)
    _fill(painter, middle(size).adjusted(0, -1, 0, 1), line)
    grounds = (palette.side, palette.ground, palette.ground, palette.surface)
    places = columns(size, kept)
    for place, ground in zip(places, grounds, strict=False):
        _fill(painter, place, _brush(ground))
    for place in places[1:3]:
        head = QRect(place.left(), place.top(), place.width(), HEAD_HEIGHT)
        _fill(painter, head, line)
        _fill(painter, head.adjusted(0, 0, 0, -1), surface)
    _say(painter, places[1], _brush(palette.muted), words)


def _brush(colour: str) -> QBrush:
    """Give a brush by way of a palette: every shorter way makes all names of Qt first, which takes 20 ms."""
    holder = QPalette()
    holder.setColor(QPalette.ColorRole.Window, QColor(colour))
    return holder.window()


def _fill(painter: QPainter, place: QRect, brush: QBrush) -> None:
    painter.setBackground(brush)
    painter.eraseRect(place)


def _say(painter: QPainter, place: QRect, brush: QBrush, words: str) -> None:
    """Paint words as a shape, as pens make all names of Qt too."""
    shape = QPainterPath()
    shape.addText(
        place.left() + 14, place.top() + HEAD_HEIGHT // 2 + SMALL_SIZE // 3, sans(SMALL_SIZE), words
    )
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, brush)
