"""Stories carried with the mouse between the hours, and between the hours and the tray."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QScrollArea

from newsroom.gui.board.carried import Carried
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from newsroom.domain.card import StoryCard
    from newsroom.gui.calendar.hour_grid import HourGrid
    from newsroom.gui.calendar.tray import Tray

_EDGE = 28
_STEP = 20
_NOWHERE = QPoint(-1, -1)


class Carrying(QObject):
    """Shows where carried stories would land; emits their new hours, or none for the tray, when they are dropped."""

    landed = Signal(object)

    def __init__(self, grid: HourGrid, tray: Tray, area: QScrollArea, over: QWidget) -> None:
        super().__init__(over)
        self._grid, self._tray, self._area = grid, tray, area
        self.shown = Carried(over)
        cards = tray.list
        for part in (grid, cards):
            part.carried.connect(self.carry)
            part.dropped.connect(self.drop)
        grid.lifted.connect(self._lift_grid)
        cards.lifted.connect(self._lift_tray)
        cards.let_go.connect(self.let_go)

    def _lift_grid(self, _at: QPoint) -> None:
        self.shown.take(self._grid.carrying)

    def _lift_tray(self, at: QPoint) -> None:
        self.shown.take(self._tray.list.chosen(), self._tray.list.choice.number)
        self.carry(at)

    def _cards(self) -> tuple[StoryCard, ...]:
        return self._grid.carrying or self._tray.list.chosen()

    def _over_tray(self, at: QPoint) -> bool:
        tray = self._tray
        return tray.isVisible() and tray.rect().contains(tray.mapFromGlobal(at))

    def _over_hours(self, at: QPoint) -> bool:
        view = self._area.viewport()
        return view.isVisible() and view.rect().contains(view.mapFromGlobal(at))

    def carry(self, at: QPoint) -> None:
        """Show where the stories would land with the mouse there; with Shift the steps are fine."""
        cards = self._cards()
        fine = bool(QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier)
        over = self._over_hours(at)
        words = self._grid.preview(at if over else _NOWHERE, cards, fine=fine)
        to_tray = self._over_tray(at) and cards[0].publish_time is not None
        self._tray.set_drop("here" if to_tray else "")
        if over and not words:
            self.shown.say(_("The clocks skip this hour"), "no")
        else:
            self.shown.say(_("Without a time") if to_tray else words)
        self.shown.follow(at)
        self._scroll(at)

    def _scroll(self, at: QPoint) -> None:
        """Bring earlier and later hours nearer at the edges."""
        view, bar = self._area.viewport(), self._area.verticalScrollBar()
        y = view.mapFromGlobal(at).y()
        if 0 <= y < _EDGE:
            bar.setValue(bar.value() - _STEP)
        elif view.height() - _EDGE < y <= view.height():
            bar.setValue(bar.value() + _STEP)

    def drop(self, at: QPoint) -> None:
        """Let the stories land where the mouse is, or nowhere."""
        cards, to_tray, over = self._cards(), self._over_tray(at), self._over_hours(at)
        landing = self._grid.landing() if cards[0].publish_time else self._from_tray(self._grid.landing())
        self.let_go()
        if to_tray:
            self.landed.emit({card.id: None for card in cards if card.publish_time is not None})
        elif over:
            self.landed.emit(landing)

    def _from_tray(self, landing: Mapping[int, datetime]) -> Mapping[int, datetime]:
        """Give all that is chosen in the tray the one hour at which its cards land, loaded or not."""
        hours = tuple(landing.values())
        return dict.fromkeys(self._tray.list.choice.ids, hours[0]) if hours else {}

    def let_go(self) -> None:
        """Carry nothing more."""
        self._grid.let_go()
        self.shown.hide()
        self._tray.set_drop("")
