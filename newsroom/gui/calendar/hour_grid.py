"""The grid of hours: stories at their publish time, carried and nudged to another one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from newsroom.gui.calendar.blocks import HEIGHT, Block, More, Spot, arranged, with_missing
from newsroom.gui.calendar.grid_paint import GridPaint
from newsroom.gui.calendar.hours import Hours, measures
from newsroom.gui.calendar.nudges import Nudges
from newsroom.gui.calendar.titles import hour, moment, told
from newsroom.gui.calendar.ways import aside, due_first, following, landing_of
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date, datetime

    from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from newsroom.domain.card import StoryCard
    from newsroom.gui.board.dress import Dress

STEP, FINE_STEP = 15, 5
_LANE = {True: 150, False: 46}
"""The least width of a lane, in a day and in a week."""
_MORE = 32
_MORNING = 7


class HourGrid(QWidget):
    """Stories of some days; says which one to open, and to which hours some shall go."""

    opened = Signal(int)
    chosen_changed = Signal()
    hours_asked = Signal(object)
    """Stories shall have these publish times: a mapping by their numbers."""
    lifted = Signal(QPoint)
    carried = Signal(QPoint)
    dropped = Signal(QPoint)
    refused = Signal(str)
    moved_on = Signal(int)
    """The keys went before the first day or behind the last."""
    menu_asked = Signal(QPoint)
    more_asked = Signal(object, QPoint)
    """Stories that found no room shall be offered."""

    def __init__(self, dress: Dress, bar: Callable[[StoryCard], str]) -> None:
        super().__init__()
        self._dress, self._bar = dress, bar
        self._paint = GridPaint(dress)
        self._cards: tuple[StoryCard, ...] = ()
        self._missing: Mapping[datetime, int] = {}
        self._blocks: tuple[Block, ...] = ()
        self._more: tuple[More, ...] = ()
        self._days: tuple[date, ...] = ()
        self._today: date | None = None
        self._pressed: QPoint | None = None
        self._waiting = 0
        self._grip = 0
        self._lifting: tuple[StoryCard, ...] = ()
        self._landing: Mapping[int, datetime] = {}
        self.chosen: frozenset[int] = frozenset()
        self.current = 0
        self._nudges = Nudges(self.settle, self)
        self.setObjectName("hourGrid")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Stories by the hour"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu_asked.emit(self.mapToGlobal(at)))

    # What is shown

    def show_days(self, days: tuple[date, ...], today: date) -> None:
        """Show other days, empty until their stories come."""
        if days != self._days:
            self._cards, self._missing = (), {}
        self._days, self._today = days, today
        self._arrange()
        self.setFixedHeight(self.hours.height)

    def show_cards(self, cards: Sequence[StoryCard], missing: Mapping[datetime, int] | None = None) -> None:
        """Show the stories of the days, and by the hour how many more there are."""
        self._cards, self._missing = tuple(cards), missing or {}
        there = {card.id for card in cards}
        self._choose(self.chosen & there, self.current if self.current in there else 0)
        self._arrange()

    @property
    def hours(self) -> Hours:
        """Give the measures of the grid as it is."""
        assert self._today is not None
        return measures(self._days, self._dress.zone, self._today, self.width())

    @property
    def cards(self) -> tuple[StoryCard, ...]:
        """Give the stories that are shown."""
        return self._cards

    def _arrange(self) -> None:
        if not self._days:
            return
        hours = self.hours
        spots = [
            Spot(card, spot[0], spot[1])
            for card in map(self._as_nudged, self._cards)
            if card.publish_time and (spot := hours.spot_of(card.publish_time))
        ]
        most = max(1, (hours.column(0).width() - 6) // _LANE[len(self._days) == 1])
        self._blocks, more = arranged(spots, most, hours.hour)
        missing = [(*spot, count) for when, count in self._missing.items() if (spot := hours.spot_of(when))]
        self._more = with_missing(more, missing, hours.hour)
        self.update()

    def _as_nudged(self, card: StoryCard) -> StoryCard:
        return replace(card, publish_time=self._nudges.hours.get(card.id, card.publish_time))

    def box(self, block: Block) -> QRect:
        """Give where a story is painted."""
        column = self.hours.column(block.spot.day)
        room = column.width() - 5 - (_MORE if block.crowded else 0)
        left = column.left() + 3 + room * block.lane // block.lanes
        high = block.height if len(self._days) > 1 else HEIGHT
        return QRect(left, block.spot.top, room // block.lanes - 2, high)

    def more_box(self, more: More) -> QRect:
        """Give where it is painted how many more there are."""
        column = self.hours.column(more.day)
        return QRect(column.right() - _MORE, more.top, _MORE - 3, HEIGHT)

    def block_of(self, story: int) -> Block | None:
        """Give the block of a story, or nothing where it has none."""
        return next((block for block in self._blocks if block.spot.card.id == story), None)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is seen of the grid."""
        if not self._days:
            return
        painter, hours, area = QPainter(self), self.hours, event.rect()
        self._paint.ground(painter, hours, area)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint.now_line(painter, hours, self._dress.now())
        for block in self._blocks:
            box = self.box(block)
            if box.intersects(area):
                self._paint_block(painter, box, block.spot.card)
        for more in self._more:
            self._paint.more(painter, self.more_box(more), more.count)
        for card in self._cards:
            if card.id in self.chosen and card.embargo:
                self._paint.embargo(painter, hours, card.embargo)
        self._paint_landing(painter, hours)
        self._paint.scale(painter, hours)
        painter.end()

    def _paint_block(self, painter: QPainter, box: QRect, card: StoryCard) -> None:
        assert card.publish_time is not None
        self._paint.block(
            painter,
            box,
            card,
            hour(card.publish_time, self._dress.zone),
            chosen=card.id in self.chosen,
            focus=self.hasFocus() and card.id == self.current,
            faint=card.id in self._landing,
        )

    def _paint_landing(self, painter: QPainter, hours: Hours) -> None:
        by_id = {card.id: card for card in (*self._cards, *self._lifting)}
        for story, when in self._landing.items():
            spot = hours.spot_of(when)
            card = by_id.get(story)
            if spot is None or card is None:
                continue
            column = hours.column(spot[0])
            box = QRect(column.left() + 3, spot[1], column.width() - 6, HEIGHT)
            early = card.embargo is not None and when < card.embargo
            said = hour(when, hours.zone)
            note = _("before its embargo") if early else card.headline
            self._paint.landing(painter, box, f"{said} {note}", barred=early)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the stories anew in another width."""
        super().resizeEvent(event)
        self._arrange()

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

    def _under(self, point: QPoint) -> StoryCard | None:
        hit = [block for block in self._blocks if self.box(block).contains(point)]
        return hit[-1].spot.card if hit else None

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

    def event(self, event: QEvent) -> bool:
        """Say what a story is when it is pointed at."""
        if event.type() == QEvent.Type.ToolTip:
            asked: QHelpEvent = event  # type: ignore[assignment]  # Qt's type says so
            card = self._under(asked.pos())
            QToolTip.showText(asked.globalPos(), told(card, self._dress) if card else "", self)
            return True
        return super().event(event)

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

    # What is chosen

    def choose(self, ids: Iterable[int]) -> None:
        """Choose stories that are shown."""
        found = [card.id for card in self._cards if card.id in set(ids)]
        self._choose(frozenset(found), found[0] if found else 0)

    def _choose(self, ids: frozenset[int], current: int) -> None:
        changed = ids != self.chosen
        self.chosen, self.current = ids, current
        card = next((one for one in self._cards if one.id == current), None)
        self.setAccessibleDescription(told(card, self._dress) if card else "")
        self.update()
        if changed:
            self.chosen_changed.emit()

    def first_seen(self) -> int:
        """Give how far below the top that is what should be seen first: now, or the first story of the days."""
        hours = self.hours
        spot = hours.spot_of(self._dress.now())
        tops = [spot[1]] if spot else [block.spot.top for block in self._blocks]
        return max(0, min(tops, default=_MORNING * hours.hour) - hours.hour)
