"""Stories as blocks on a grid of hours: where each stands, how it is painted, and which of them are chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from newsroom.gui.calendar.blocks import HEIGHT, Block, More, Spot, arranged, with_missing
from newsroom.gui.calendar.grid_paint import GridPaint
from newsroom.gui.calendar.hours import Hours, measures
from newsroom.gui.calendar.titles import hour, told
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from PySide6.QtGui import QHelpEvent, QPaintEvent, QResizeEvent

    from newsroom.domain.card import StoryCard
    from newsroom.gui.board.dress import Dress

_LANE = {True: 150, False: 46}
"""The least width of a lane, in a day and in a week."""
_MORE = 32
_MORNING = 7


class BlockGrid(QWidget):
    """Shows stories of some days at their publish time; who makes one lets them be carried."""

    chosen_changed = Signal()
    menu_asked = Signal(QPoint)

    def __init__(self, dress: Dress) -> None:
        super().__init__()
        self._dress = dress
        self._paint = GridPaint(dress)
        self._cards: tuple[StoryCard, ...] = ()
        self._missing: Mapping[datetime, int] = {}
        self._blocks: tuple[Block, ...] = ()
        self._more: tuple[More, ...] = ()
        self._days: tuple[date, ...] = ()
        self._today: date | None = None
        self._lifting: tuple[StoryCard, ...] = ()
        self._landing: Mapping[int, datetime] = {}
        self.chosen: frozenset[int] = frozenset()
        self.current = 0
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
        return replace(card, publish_time=self._nudged().get(card.id, card.publish_time))

    def _nudged(self) -> Mapping[int, datetime]:
        """Give the hours that stories are shown at before they are kept."""
        return {}

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

    # What is pointed at

    def _under(self, point: QPoint) -> StoryCard | None:
        hit = [block for block in self._blocks if self.box(block).contains(point)]
        return hit[-1].spot.card if hit else None

    def event(self, event: QEvent) -> bool:
        """Say what a story is when it is pointed at."""
        if event.type() == QEvent.Type.ToolTip:
            asked: QHelpEvent = event  # type: ignore[assignment]  # Qt's type says so
            card = self._under(asked.pos())
            QToolTip.showText(asked.globalPos(), told(card, self._dress) if card else "", self)
            return True
        return super().event(event)

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
