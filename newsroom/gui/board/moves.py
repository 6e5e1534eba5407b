"""Moves on the board: chosen cards go to another column, and the choice and the focus go with them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from newsroom.translation import tell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from newsroom.desk.moved import MoveReport
    from newsroom.domain.workflow import State
    from newsroom.gui.board.column import Column
    from newsroom.gui.mover import Mover
    from newsroom.gui.room import Room
    from newsroom.translation import Message


class Moves(QObject):
    """Moves cards with keys and to where they were dropped."""

    refused = Signal(str)
    """No column takes the chosen cards; brings why."""
    arrived = Signal(object)
    """Moved cards are chosen in this column."""

    def __init__(self, room: Room, mover: Mover, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self._room, self._mover, self._columns = room, mover, columns
        self._moved: frozenset[int] = frozenset()
        self._focus = True
        for column in columns:
            column.list.pushed.connect(partial(self._push, column))
            column.list.stories.stood.connect(partial(self.follow_to, column))
        mover.ended.connect(self._ended)

    def _push(self, column: Column, aside: int) -> None:
        """Move the chosen stories to the next column aside that takes them, or say why none does."""
        column.list.choice.then(partial(self._push_chosen, column, aside))

    def _push_chosen(self, column: Column, aside: int) -> None:
        ids = column.list.choice.ids
        if not ids:
            return
        place = self._columns.index(column)
        row = self._columns[place + 1 :] if aside > 0 else tuple(reversed(self._columns[:place]))
        seen = [one for one in row if one.isVisible()]
        work = partial(self._room.desk.moving.targets, ids)
        self._room.tasks.read(work, partial(self._push_on, ids, seen), self._room.fail)

    def _push_on(
        self, ids: Sequence[int], row: Sequence[Column], reasons: Mapping[State, Message | None]
    ) -> None:
        for column in row:
            if reasons[column.state] is None:
                self.move(ids, column, focus=True)
                return
        if row:
            told = reasons[row[0].state]
            self.refused.emit(tell(told) if told else "")

    def move(self, ids: Sequence[int], column: Column, *, focus: bool) -> None:
        """Move stories to a column, and give it the focus then."""
        self._moved, self._focus = frozenset(), focus
        self._mover.to_state(ids, column.state)

    def _ended(self, report: MoveReport) -> None:
        """Go with those that moved; the others stay where they are."""
        self._moved, self._focus = frozenset(report.moved), self._focus or not report.moved

    def follow_to(self, column: Column) -> None:
        """Choose the cards that were moved where they arrived."""
        ids, focus = self._moved, self._focus
        there = [card.id for card in column.list.stories.items if card.id in ids]
        if not there:
            return
        self._moved, self._focus = frozenset(), True
        column.list.choose(there)
        if len(there) < len(ids):
            column.list.choice.take(tuple(ids))
        if focus:
            column.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.arrived.emit(column)
