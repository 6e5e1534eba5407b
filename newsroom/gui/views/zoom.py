"""How large the type of a story is shown; the person's choice, kept from day to day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QWheelEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.room import Room

STEPS = (50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""Percents."""
USUAL = 100
KEPT = "zoom"


class Zoom(QObject):
    """Makes the type larger and smaller, by keys and by the wheel with Ctrl held."""

    changed = Signal(int)

    def __init__(self, room: Room) -> None:
        super().__init__(room.session)
        self._editor, self._kept = room.editor, room.window.kept
        kept = self._kept.number(KEPT)
        self.percent = kept if kept in STEPS else USUAL
        if self.percent != USUAL:
            self._editor.set_zoom(self.percent)
        for watched in (self._editor.viewport(), *(edit.viewport() for edit in self._editor.fields)):
            watched.installEventFilter(self)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what the actions of the zoom do."""
        return {
            "zoom-in": lambda: self.step(1),
            "zoom-out": lambda: self.step(-1),
            "zoom-usual": lambda: self.set(USUAL),
        }

    def step(self, step: int) -> None:
        """Make the type a step larger or smaller."""
        place = min(max(STEPS.index(self.percent) + step, 0), len(STEPS) - 1)
        self.set(STEPS[place])

    def set(self, percent: int) -> None:
        """Show the story so many percent as large."""
        if percent != self.percent:
            self.percent = percent
            self._kept.keep(KEPT, percent)
            self._editor.set_zoom(percent)
            self.changed.emit(percent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Zoom with the wheel while Ctrl is held; without it the wheel scrolls the page."""
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            turned = event.angleDelta().y()
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned:
                self.step(1 if turned > 0 else -1)
                event.accept()
                return True
        return super().eventFilter(watched, event)
