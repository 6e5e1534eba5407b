"""What may stand in the place of list and story: a board, a calendar."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget


class Cover(QWidget):
    """A view of many stories; emits the one to open, and that the view shall be left."""

    opened = Signal(int)
    left = Signal()
    chosen = Signal()
    menu_asked = Signal(QPoint)
    """What may be done with the chosen stories shall be offered, there on the screen."""

    def selected_ids(self) -> tuple[int, ...]:
        """Give the numbers of the chosen stories."""
        return ()
