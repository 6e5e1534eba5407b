"""The grid of hours under mouse and keys: stories are carried and nudged to another publish time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication

from newsroom.gui.calendar.block_grid import BlockGrid
from newsroom.gui.calendar.nudges import Nudges
from newsroom.gui.calendar.titles import moment
from newsroom.gui.calendar.ways import aside, due_first, following, landing_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from newsroom.domain.card import StoryCard
    from newsroom.gui.board.dress import Dress

STEP, FINE_STEP = 15, 5


class HourGrid(BlockGrid):
    """Says which story to open, and to which hours some shall go."""

    opened = Signal(int)
    hours_asked = Signal(object)
    """Stories shall have these publish times: a mapping by their numbers."""
    lifted = Signal(QPoint)
    carried = Signal(QPoint)
    dropped = Signal(QPoint)
    refused = Signal(str)
    moved_on = Signal(int)
    """The keys went before the first day or behind the last."""
    more_asked = Signal(object, QPoint)
    """Stories that found no room shall be offered."""

    def __init__(self, dress: Dress, bar: Callable[[StoryCard], str]) -> None:
        super().__init__(dress)
        self._bar = bar
        self._pressed: QPoint | None = None
        self._waiting = 0
        self._grip = 0
        self._nudges = Nudges(self.settle, self)

    def _nudged(self) -> Mapping[int, datetime]:
        return self._nudges.hours

    # Carrying

    def preview(self, at: QPoint, cards: Sequence[StoryCard], *, fine: bool) -> str:
        """Show where carried stories would land with the mouse there, and give the time; empty where they cannot."""
        self._lifting = tuple(cards)
        point = self.mapFromGlobal(at) - QPoint(0, self._grip)
        seen = self.rect().contains(self.mapFromGlobal(at))
        when = self.hours.at(point, FINE_STEP if fine else STEP) if seen else None
        self._landing = landing_of(cards, when, self._dress.zone) if when and cards else {}
        self.update()
        return moment(when, self._dress.zone) if when else ""

    def landing(self) -> Mapping[int, datetime]:
        """Give where the carried stories would land, those that would stay left out."""
        before = {card.id: card.publish_time for card in self._lifting}
        return {story: when for story, when in self._landing.items() if before.get(story) != when}

    def let_go(self) -> None:
        """Carry nothing more."""
        self._lifting, self._landing, self._pressed, self._grip = (), {}, None, 0
        self.update()

    @property
    def carrying(self) -> tuple[StoryCard, ...]:
        """Give the stories of the grid that are carried, the one that was taken hold of first."""
        return self._lifting

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a story, or more with Ctrl; on bare ground choose none."""
        point = event.position().toPoint()
        more = next((one for one in self._more if self.more_box(one).contains(point)), None)
        if more is not None:
            self.more_asked.emit(more, event.globalPosition().toPoint())
            return
        card, left = self._under(point), event.button() == Qt.MouseButton.LeftButton
        self._waiting = 0
        if card is None:
            self._choose(frozenset(), 0)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose(self.chosen ^ {card.id}, card.id)
        elif card.id in self.chosen:
            self._waiting = card.id if left else 0
            self.current = card.id
        else:
            self._choose(frozenset({card.id}), card.id)
        self._pressed = point if left and card is not None else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift what is chosen once the mouse went some way, then say where it is."""
        where = event.globalPosition().toPoint()
        if self._lifting:
            self.carried.emit(where)
        elif self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            way = (event.position().toPoint() - self._pressed).manhattanLength()
            if way >= QApplication.startDragDistance():
                self._lift(where)

    def _lift(self, where: QPoint) -> None:
        assert self._pressed is not None
        held = [card for card in self._cards if card.id in self.chosen]
        held.sort(key=lambda card: card.id != self.current)
        free = [card for card in held if not self._bar(card)]
        block = self.block_of(self.current)
        if not free or block is None:
            self._pressed = None
            self.refused.emit(self._bar(held[0]) if held else "")
            return
        self._grip = self._pressed.y() - block.spot.top
        self._lifting = tuple(free)
        self.lifted.emit(where)
        self.carried.emit(where)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what is carried, or choose the one story that waited."""
        waiting, self._waiting, self._pressed = self._waiting, 0, None
        if self._lifting:
            self.dropped.emit(event.globalPosition().toPoint())
        elif waiting:
            self._choose(frozenset({waiting}), waiting)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the story."""
        card = self._under(event.position().toPoint())
        if card is not None:
            self.opened.emit(card.id)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from story to story, nudge the chosen ones with Ctrl, open one with Enter."""
        key, ctrl = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = FINE_STEP if fine else STEP
        ways = {
            Qt.Key.Key_Up: (0, -step),
            Qt.Key.Key_Down: (0, step),
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
        }
        if key == Qt.Key.Key_Escape and self._lifting:
            self.dropped.emit(QPoint(-1, -1))
        elif key in ways and ctrl:
            self._nudge(*ways[key])
        elif key in ways:
            self._walk(*ways[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current:
            self.settle()
            self.opened.emit(self.current)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Take nudged hours once Ctrl is let go."""
        if event.key() == Qt.Key.Key_Control:
            self.settle()
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take nudged hours where the focus goes elsewhere."""
        super().focusOutEvent(event)
        self.settle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the story nearest to now where none is chosen."""
        super().focusInEvent(event)
        if not self.chosen and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.choose_first()

    def choose_first(self) -> None:
        """Choose the first story that is due, or the last one."""
        first = due_first(self._cards, self._dress.now())
        self.choose((first.id,) if first else ())

    def _nudge(self, days: int, minutes: int) -> None:
        """Give chosen stories another hour, kept once the keys rest: ten presses are one change."""
        held = [card for card in self._cards if card.id in self.chosen]
        self.refused.emit(next(filter(None, map(self._bar, held)), ""))
        self._nudges.push((card for card in held if not self._bar(card)), self._dress.zone, days, minutes)
        self._arrange()
        when = self._nudges.hours.get(self.current)
        if when is not None:
            self.setAccessibleDescription(moment(when, self._dress.zone))

    def settle(self) -> None:
        """Ask for the hours that keys gave."""
        hours = self._nudges.take()
        if hours:
            self._cards = tuple(
                replace(card, publish_time=hours.get(card.id, card.publish_time)) for card in self._cards
            )
            self.hours_asked.emit(hours)

    def _walk(self, days: int, minutes: int) -> None:
        """Go to the story before or after, or to the one nearest in time of another day."""
        here = next((card for card in self._cards if card.id == self.current), None)
        if here is None:
            self.choose_first()
            return
        if days:
            found = aside(self._cards, here, days, self._dress.zone)
        else:
            found = following(self._cards, here.id, 1 if minutes > 0 else -1)
        if found is not None:
            self.choose((found.id,))
        elif days:
            self.moved_on.emit(days)
