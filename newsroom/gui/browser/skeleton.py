"""The quiet shape of cards that are still on their way."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from newsroom.gui.theme.tokens import CARD_HEIGHT, Palette
from newsroom.translation import _

_MARGIN = 14
_BARS = ((12, 10, 0.25), (34, 14, 0.9), (53, 14, 0.55), (78, 12, 0.35))


class Skeleton(QWidget):
    """Bars where the words of cards will be."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.palette_used = palette
        self.setAccessibleName(_("Loading"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a few cards' worth of bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for top in range(0, min(self.height(), 6 * CARD_HEIGHT), CARD_HEIGHT):
            paint_bars(painter, QRect(0, top, self.width(), CARD_HEIGHT), self.palette_used)


def paint_bars(painter: QPainter, area: QRect, palette: Palette) -> None:
    """Paint the bars of one card."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.hover))
    for top, height, share in _BARS:
        width = int((area.width() - 2 * _MARGIN) * share)
        painter.drawRoundedRect(QRect(area.left() + _MARGIN, area.top() + top, width, height), 4, 4)
