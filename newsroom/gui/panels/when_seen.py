"""Content that is drawn once somebody can see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget


class WhenSeen(QObject):
    """Draws a widget's content: at once where the widget is shown, else as soon as it is."""

    def __init__(self, widget: QWidget, draw: Callable[[], None]) -> None:
        super().__init__(widget)
        self._widget, self._draw = widget, draw
        self._due = False
        widget.installEventFilter(self)

    def ask(self) -> None:
        """Ask for it to be drawn anew."""
        self._due = True
        if self._widget.isVisible():
            self._draw_due()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Draw what is due before the widget is painted for the first time."""
        if event.type() == QEvent.Type.Show:
            self._draw_due()
        return super().eventFilter(watched, event)

    def _draw_due(self) -> None:
        if self._due:
            self._due = False
            self._draw()
