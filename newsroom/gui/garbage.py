"""Garbage is looked for in the window's own thread: a widget that another thread frees ends the program."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

EVERY = 500
"""Milliseconds between two looks."""


class Garbage(QObject):
    """Takes the looking for garbage over from Python, which does it on whatever thread is at work."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        gc.disable()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Begin to look, but not through what the start brought: it stays, and one look takes 25 ms."""
        gc.freeze()
        self._timer.start()

    def look(self) -> None:
        """Look through the generations that are due, the youngest first."""
        for generation, least in enumerate(gc.get_threshold()):
            if gc.get_count()[generation] <= least:
                return
            gc.collect(generation)

    def end(self) -> None:
        """Look once more, and leave it to Python again."""
        self._timer.stop()
        gc.collect()
        gc.enable()
