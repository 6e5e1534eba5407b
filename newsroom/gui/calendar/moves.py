"""Moves in the calendar: stories get another hour, one from the tray its first, and one loses its."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsroom.desk.moving import CLOSED
from newsroom.domain.workflow import hour_barred
from newsroom.gui.calendar.titles import moment
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from newsroom.domain.card import StoryCard
    from newsroom.gui.board.dress import Dress
    from newsroom.gui.mover import Mover
    from newsroom.gui.room import Room


class Moves:
    """Gives stories their hours, and says what became of it."""

    def __init__(self, room: Room, mover: Mover, dress: Dress) -> None:
        self._room, self._mover, self._dress = room, mover, dress

    def barred(self, card: StoryCard) -> str:
        """Say why a story keeps its time, or nothing where it may have another."""
        closed = CLOSED if self._room.desk.library.read_only else None
        reason = closed or hour_barred(card.state, self._room.desk.person)
        return tell(reason) if reason else ""

    def give(self, hours: Mapping[int, datetime | None]) -> None:
        """Give stories, by their numbers, their new times or none."""
        if hours:
            self._mover.to_hours(hours, partial(self._words, dict(hours)))

    def take_away(self, ids: Iterable[int]) -> None:
        """Take their time from stories."""
        self.give(dict.fromkeys(ids))

    def undo(self) -> None:
        """Take the last move back."""
        self._mover.undo()

    def _words(self, hours: Mapping[int, datetime | None], count: int) -> str:
        when = next(iter(hours.values()))
        if when is None:
            return ngettext("{n} story has no time now.", "{n} stories have no time now.", count)
        if count == 1:
            return _("Now at {time}.", time=moment(when, self._dress.zone))
        return ngettext("{n} story moved.", "{n} stories moved.", count)
