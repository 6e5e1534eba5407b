"""Cards carried with the mouse from one column to another: where they may go, and what is said of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from newsroom.domain.workflow import State, least_role, way_to
from newsroom.gui.board.carried import Carried
from newsroom.translation import tell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QScrollArea, QWidget

    from newsroom.domain.card import StoryCard
    from newsroom.gui.board.column import Column
    from newsroom.gui.room import Room
    from newsroom.translation import Message

_EDGE = 32
_STEP = 24


class Carrying(QObject):
    """Shows where carried stories may be dropped; emits their numbers with the column or the section they came to."""

    to_column = Signal(object, object)
    to_section = Signal(object, str)
    refused = Signal(str)
    """They were dropped where they may not go; brings why."""

    def __init__(self, room: Room, columns: Sequence[Column], area: QScrollArea, over: QWidget) -> None:
        super().__init__(over)
        self._room, self._columns, self._area, self._over = room, columns, area, over
        self._cards: tuple[StoryCard, ...] = ()
        self._ids: Sequence[int] = ()
        self._from: Column | None = None
        self._here: Column | None = None
        self._allowed: Mapping[State, Message | None] = {}
        self.shown = Carried(over)
        for column in columns:
            column.list.lifted.connect(partial(self._lift, column))
            column.list.carried.connect(self._carry)
            column.list.dropped.connect(self._drop)
            column.list.let_go.connect(self._let_go)

    def _lift(self, column: Column, at: QPoint) -> None:
        self._cards, self._from = column.list.chosen(), column
        ids = self._ids = column.list.choice.ids
        self._allowed = {
            state: None if self._way(state) else _nothing(self._cards[0].state, state) for state in State
        }
        self._room.tasks.read(partial(self._room.desk.moving.targets, ids), partial(self._know, ids))
        self.shown.take(self._cards, column.list.choice.number)
        self._carry(at)

    def _way(self, state: State) -> bool:
        """Tell from the table alone whether a way leads there that this person may go."""
        ways = ((way_to(card.state, state), card.state) for card in self._cards)
        person = self._room.desk.person
        return any(way and person.may_act_as(least_role(way, source)) for way, source in ways)

    def _know(self, ids: Sequence[int], reasons: Mapping[State, Message | None]) -> None:
        """Hear from the rules themselves where the carried stories may go."""
        if self._ids is ids:
            self._allowed = reasons
            self._light(self._here)

    def reason_of(self, state: State) -> str:
        """Say why the carried cards may not go to a state; nothing where they may."""
        reason = self._allowed.get(state)
        return tell(reason) if reason else ""

    def _carry(self, at: QPoint) -> None:
        if not self._cards:
            return
        column = self._under(at)
        self._light(column)
        reason = self.reason_of(column.state) if column and column is not self._from else ""
        section = self._room.window.sidebar.section_at(at)
        self.shown.say(reason or section, "no" if reason else "")
        self.shown.follow(at)
        self._scroll(at)

    def _scroll(self, at: QPoint) -> None:
        """Bring the columns beyond the edge nearer."""
        x, bar = self._over.mapFromGlobal(at).x(), self._area.horizontalScrollBar()
        if x < _EDGE:
            bar.setValue(bar.value() - _STEP)
        elif x > self._over.width() - _EDGE:
            bar.setValue(bar.value() + _STEP)

    def _light(self, under: Column | None) -> None:
        self._here = under
        for column in self._columns:
            if column is self._from:
                column.set_drop("")
            elif self._allowed.get(column.state) is None:
                column.set_drop("here" if column is under else "yes")
            else:
                column.set_drop("no")

    def _under(self, at: QPoint) -> Column | None:
        def holds(column: Column) -> bool:
            return column.isVisible() and column.rect().contains(column.mapFromGlobal(at))

        return next(filter(holds, self._columns), None)

    def _drop(self, at: QPoint) -> None:
        ids, column, origin = self._ids, self._under(at), self._from
        reason = self.reason_of(column.state) if column else ""
        section = self._room.window.sidebar.section_at(at)
        self._let_go()
        if ids and section:
            self.to_section.emit(ids, section)
        if not ids or column is None or column is origin:
            return
        if reason:
            self.refused.emit(reason)
        else:
            self.to_column.emit(ids, column)

    def _let_go(self) -> None:
        self._cards, self._ids, self._from = (), (), None
        self.shown.hide()
        self._room.window.sidebar.section_at(None)
        for column in self._columns:
            column.set_drop("")


def _nothing(source: State, target: State) -> Message:
    from newsroom.desk.moving import nowhere

    return nowhere(source, target)
