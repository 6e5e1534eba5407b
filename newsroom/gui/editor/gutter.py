"""The narrow strip left of the text, in which line numbers and bars are painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

GutterPainter = Callable[[QPainter, QRect], None]
"""Paints inside a rectangle, in the gutter's coordinates, which are the page's downwards."""


class Gutter(QWidget):
    """As tall as the page; what it shows is painted by those who have something to show."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.overlays: list[GutterPainter] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let everyone paint the part that is seen."""
        painter = QPainter(self)
        for paint in self.overlays:
            paint(painter, event.rect())
        painter.end()
