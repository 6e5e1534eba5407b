"""What fills the calendar: the stories of its days, or how many each day of a month has."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.gui.throttle import AfterPause

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtCore import SignalInstance

    from newsroom.desk.agenda import Asked
    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task

_REST = 60
_PATIENCE = 150


class Filling(QObject):
    """Reads on a thread what shall be shown, the latest asked for only."""

    late = Signal()
    """Reading takes so long that it is said."""
    stretch = Signal(object)
    counts = Signal(object)
    failed = Signal(object)

    def __init__(self, room: Room, days: Callable[[], Sequence[date]], parent: QObject) -> None:
        super().__init__(parent)
        self._room, self._days = room, days
        self._task: Task | None = None
        self.asked: Asked | None = None
        """The list or search whose stories are shown."""
        self.counting = False
        """Whether days are counted, not read."""
        self._freshly = AfterPause(self.load, _REST, self)
        self._late = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._late.timeout.connect(self.late)

    @property
    def settled(self) -> bool:
        """Tell whether nothing is being loaded."""
        return self._task is None and not self._freshly.waiting()

    def refresh(self) -> None:
        """Read anew once nothing else was asked for a moment."""
        self._freshly.ask()

    def load(self) -> None:
        """Read what there is by now."""
        self._freshly.forget()
        if self.asked is None:
            return
        if self._task is not None:
            self._task.cancel()
        self._late.start()
        agenda = self._room.desk.agenda
        read, done = (agenda.counted, self.counts) if self.counting else (agenda.stretch, self.stretch)
        work = partial(read, tuple(self._days()), self.asked)
        self._task = self._room.tasks.read(work, partial(self._end, done), partial(self._end, self.failed))

    def _end(self, tell: SignalInstance, found: object) -> None:
        self._task = None
        self._late.stop()
        tell.emit(found)
