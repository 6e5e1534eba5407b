"""Timing rules for work that follows typing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable


class AfterPause(QObject):
    """Calls once when nothing was asked for some milliseconds; with a limit, at the latest after that."""

    def __init__(self, call: Callable[[], None], pause: int, parent: QObject, *, limit: int = 0) -> None:
        super().__init__(parent)
        self._call = call
        self._pause = QTimer(self, singleShot=True, interval=pause)
        self._limit = QTimer(self, singleShot=True, interval=limit)
        self._limited = limit > 0
        self._pause.timeout.connect(self.now)
        self._limit.timeout.connect(self.now)

    def ask(self) -> None:
        """Ask for the call; asking again starts the pause anew."""
        self._pause.start()
        if self._limited and not self._limit.isActive():
            self._limit.start()

    def waiting(self) -> bool:
        """Tell whether a call is due."""
        return self._pause.isActive()

    def now(self) -> None:
        """Call at once if a call is due."""
        self.forget()
        self._call()

    def forget(self) -> None:
        """Drop the call that is due."""
        self._pause.stop()
        self._limit.stop()
