"""The pill that says where a story stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from newsroom.domain.workflow import State
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import TINY_SIZE
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.gui.theme.tokens import Palette

_HEIGHT = 20


class Pill(QWidget):
    """A state in its colours; its words say the same."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self._palette, self._state = palette, State.DRAFT
        self.setFont(faces.sans(TINY_SIZE, QFont.Weight.DemiBold))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(State.DRAFT)

    def show_state(self, state: State) -> None:
        """Show a state."""
        self._state = state
        self.setAccessibleName(_(state.label))
        self.updateGeometry()
        self.update()

    def wear(self, palette: Palette) -> None:
        """Take other colours."""
        self._palette = palette
        self.update()

    def sizeHint(self) -> QSize:
        """Give room for the state's name."""
        return QSize(self.fontMetrics().horizontalAdvance(_(self._state.label)) + 18, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the pill."""
        pair = self._palette.pills[self._state]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(self.rect(), _HEIGHT // 2, _HEIGHT // 2)
        painter.setPen(QColor(pair.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, _(self._state.label))
        painter.end()
