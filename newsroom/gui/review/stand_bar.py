"""The line over a story whose approval is void, or will be, or at which second eyes must look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from newsroom.gui.parts import across, button, label, named, restyle

if TYPE_CHECKING:
    from newsroom.gui.icons import Icons


class StandBar(QFrame):
    """One sentence and one way on."""

    asked = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        named(self, "standBar").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons, self._tone = icons, "warn"
        self._picture, self.words = label(""), label("", wrap=True)
        self.way = button("", self.asked.emit)
        row = across(self, 10)
        row.setContentsMargins(14, 5, 10, 5)
        row.addWidget(self._picture)
        row.addWidget(self.words, 1)
        row.addWidget(self.way)
        icons.changed.connect(self._dress)
        self.hide()

    def say(self, tone: str, words: str, way: str) -> None:
        """Show a sentence; tone is bad or warn. No words hide the line."""
        self._tone = tone
        self.words.setText(words)
        self.words.setAccessibleName(words)
        self.way.setText(way)
        self.way.setAccessibleName(way)
        self.way.setVisible(bool(way))
        self.setProperty("tone", tone)
        restyle(self)
        self._dress()
        self.setVisible(bool(words))

    def _dress(self) -> None:
        self._picture.setPixmap(self._icons.pixmap("warn", self._tone, 18))
