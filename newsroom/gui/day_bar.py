"""A bar over what goes by days: a step back, today, a step on, which days are shown, and what is said of them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from newsroom.gui.parts import across, button, label
from newsroom.gui.theme.tokens import HEAD_HEIGHT
from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QHBoxLayout, QPushButton

    from newsroom.gui.board.dress import Dress


class DayBar(QWidget):
    """Emits a step back or on, and the wish for today; who makes one adds buttons at its right."""

    step_asked = Signal(int)
    today_asked = Signal()

    def __init__(self, dress: Dress, earlier: str, later: str) -> None:
        super().__init__()
        self._dress = dress
        self.setObjectName("listHead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEAD_HEIGHT)
        self.back = self._arrow("left", earlier, -1)
        self.on = self._arrow("right", later, 1)
        self.today = button(_("Today"), self.today_asked.emit, "quiet")
        self.title, self.said = label("", "columnTitle"), label("")
        self.row: QHBoxLayout = across(self, 2)
        self.row.setContentsMargins(8, 0, 8, 0)
        for part in (self.back, self.today, self.on):
            self.row.addWidget(part)
        self.row.addSpacing(8)
        self.row.addWidget(self.title)
        self.row.addSpacing(12)
        self.row.addWidget(self.said, 1)
        self.dress()

    def _arrow(self, icon: str, words: str, step: int) -> QPushButton:
        made = button("", partial(self.step_asked.emit, step), "quiet")
        made.setProperty("role", icon)
        made.setToolTip(words)
        made.setAccessibleName(words)
        return made

    def dress(self) -> None:
        """Put icons on, in the colours worn."""
        for made in (self.back, self.on):
            made.setIcon(self._dress.icons.icon(made.property("role"), "muted"))
