"""Work on the window's own thread that is too long for one turn of it."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Iterator

_TURN = 0.012
"""Seconds of one turn."""


class BitByBit(QObject):
    """Does one thing at a time, as many steps in a turn as its time allows; keys and paints come between."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Iterator[None] | None = None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    def begin(self, steps: Iterator[None]) -> None:
        """Begin with these steps at once, and drop what was being done."""
        self._steps = steps
        self._go_on()

    @property
    def busy(self) -> bool:
        """Tell whether some steps are still to be done."""
        return self._steps is not None

    def _go_on(self) -> None:
        end = monotonic() + _TURN
        while self._steps is not None and monotonic() < end:
            try:
                next(self._steps)
            except StopIteration:
                self._steps = None
        if self._steps is not None:
            self._next.start()
