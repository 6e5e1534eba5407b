"""What may stand in the place of list and story: a board, a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.gui.editor.quiet_line import Way


class Cover(QWidget):
    """A view of many stories; emits the one to open, and that the view shall be left."""

    opened = Signal(int)
    left = Signal()
    chosen = Signal()
    menu_asked = Signal(QPoint)
    """What may be done with the chosen stories shall be offered, there on the screen."""

    def selected_ids(self) -> Sequence[int]:
        """Give the numbers of the chosen stories."""
        return ()

    def entry(self) -> QWidget:
        """Give the widget in it that takes the focus."""
        return self

    def offers(self) -> tuple[Way, ...]:
        """Give what else may be done with the chosen stories here."""
        return ()
