"""Hours that keys give to stories, gathered until the keys rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.timetable import later
from newsroom.gui.throttle import AfterPause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from PySide6.QtCore import QObject

    from newsroom.domain.card import StoryCard

_PAUSE = 800


class Nudges:
    """New publish times by story; calls once nothing was pushed for a while."""

    def __init__(self, settle: Callable[[], None], parent: QObject) -> None:
        self.hours: dict[int, datetime] = {}
        self._rest = AfterPause(settle, _PAUSE, parent)

    def push(self, cards: Iterable[StoryCard], zone: str, days: int, minutes: int) -> None:
        """Push stories on, from where they were pushed to before."""
        for card in cards:
            before = self.hours.get(card.id, card.publish_time)
            if before is not None:
                self.hours[card.id] = later(before, zone, days=days, minutes=minutes)
        if self.hours:
            self._rest.ask()

    def take(self) -> dict[int, datetime]:
        """Give the new times, and begin anew."""
        self._rest.forget()
        hours, self.hours = self.hours, {}
        return hours
