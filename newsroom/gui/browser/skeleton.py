"""The quiet shape of cards that are still on their way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from newsroom.gui.theme.tokens import CARD_HEIGHT, Palette
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.palette_used.hover))
        for bar in self._bars():
            painter.drawRoundedRect(bar, 4, 4)

    def _bars(self) -> Iterator[QRect]:
        for card in range(0, min(self.height(), 6 * CARD_HEIGHT), CARD_HEIGHT):
            for top, height, share in _BARS:
                yield QRect(14, card + top, int((self.width() - 28) * share), height)
