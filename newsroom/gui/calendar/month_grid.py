"""A month at a glance: how many stories each day holds, and of which state."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QWidget

from newsroom.domain.agenda import DayCount
from newsroom.domain.timetable import WEEK
from newsroom.gui.board.column import TITLES
from newsroom.gui.calendar.titles import day_title, weekday
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import SMALL_SIZE, TINY_SIZE
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from newsroom.domain.workflow import State
    from newsroom.gui.board.dress import Dress

_HEAD = 26
_LINE = 17
_PAD = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -WEEK, Qt.Key.Key_Down: WEEK}


class MonthGrid(QWidget):
    """Days in weeks; emits the day that shall be seen, and where the keys left the month, the day they went to."""

    day_asked = Signal(object)
    left_for = Signal(object)

    def __init__(self, dress: Dress) -> None:
        super().__init__()
        self._dress = dress
        self._days: tuple[date, ...] = ()
        self._counts: tuple[DayCount, ...] = ()
        self._month = 0
        self._today: date | None = None
        self.day: date | None = None
        self._figures = faces.tabular(faces.sans(TINY_SIZE))
        self._strong = faces.tabular(faces.sans(SMALL_SIZE, QFont.Weight.DemiBold))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Days of the month"))

    def minimumSizeHint(self) -> QSize:
        """Give the least size in which days can be told apart."""
        return QSize(WEEK * 60, _HEAD + 5 * 44)

    def show_days(self, days: Sequence[date], day: date, today: date) -> None:
        """Show a month's weeks, not counted yet."""
        if tuple(days) != self._days:
            self._counts = ()
        self._days, self._month, self._today = tuple(days), day.month, today
        self._choose(day)

    def show_counts(self, counts: Sequence[DayCount]) -> None:
        """Show how many stories each day holds."""
        self._counts = tuple(counts)
        if self.day is not None:
            self._choose(self.day)

    def count_of(self, day: date) -> DayCount:
        """Give how many stories a day holds, as far as that is known."""
        place = self._days.index(day) if day in self._days else -1
        return self._counts[place] if 0 <= place < len(self._counts) else DayCount()

    def box(self, day: date) -> QRect:
        """Give where a day is painted."""
        week, number = divmod(self._days.index(day), WEEK)
        weeks = len(self._days) // WEEK
        room = self.height() - _HEAD
        left, right = self.width() * number // WEEK, self.width() * (number + 1) // WEEK
        top, bottom = _HEAD + room * week // weeks, _HEAD + room * (week + 1) // weeks
        return QRect(left, top, right - left, bottom - top)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the weekdays and the days."""
        painter, palette = QPainter(self), self._dress.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(palette.ground))
        for number, day in enumerate(self._days):
            box = self.box(day)
            if number < WEEK:
                painter.setFont(self._figures)
                painter.setPen(QColor(palette.muted))
                painter.drawText(QRect(box.left() + _PAD, 0, box.width(), _HEAD), _LEFT, weekday(day))
            self._paint_day(painter, box, day)
        painter.end()

    def _paint_day(self, painter: QPainter, box: QRect, day: date) -> None:
        palette, count = self._dress.palette, self.count_of(day)
        outside = day.month != self._month
        if outside or day == self._today:
            painter.fillRect(box, QColor(palette.surface if outside else palette.card))
        painter.fillRect(QRect(box.left(), box.top(), box.width(), 1), QColor(palette.line))
        painter.fillRect(QRect(box.left(), box.top(), 1, box.height()), QColor(palette.line))
        inner = box.adjusted(_PAD, 5, -_PAD, -4)
        head = QRect(inner.left(), inner.top(), inner.width(), 18)
        painter.setFont(self._strong)
        ink = palette.accent_text if day == self._today else palette.muted if outside else palette.text
        painter.setPen(QColor(ink))
        painter.drawText(head, _LEFT, str(day.day))
        if count.all:
            self._total(painter, head, count)
            self._states(painter, inner.adjusted(0, 22, 0, 0), count)
        if day == self.day:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(palette.accent if self.hasFocus() else palette.edge))
            painter.drawRoundedRect(QRectF(box).adjusted(2, 2, -1, -1), 4, 4)

    def _total(self, painter: QPainter, head: QRect, count: DayCount) -> None:
        palette = self._dress.palette
        painter.setFont(self._figures)
        painter.setPen(QColor(palette.muted))
        words = QLocale().toString(count.all)
        painter.drawText(head, _RIGHT, words)
        if count.embargoed:
            left = head.right() - painter.fontMetrics().horizontalAdvance(words) - 18
            painter.drawPixmap(
                left, head.center().y() - 6, 13, 13, self._dress.icons.pixmap("bad", "bad", 13)
            )

    def _states(self, painter: QPainter, box: QRect, count: DayCount) -> None:
        """Paint a line for each state there is; where room is short the last ones share a line, without words."""
        painter.setFont(self._figures)
        there = [(state, count.states[state]) for state in TITLES if count.states.get(state)]
        room = max(box.height() // _LINE, 1)
        alone = there if len(there) <= room else there[: room - 1]
        for number, (state, many) in enumerate(alone):
            line = QRect(box.left(), box.top() + number * _LINE, box.width(), _LINE - 1)
            self._state(painter, line, state, many, _(TITLES[state]))
        rest = there[len(alone) :]
        for number, (state, many) in enumerate(rest):
            left, right = (box.width() * place // len(rest) for place in (number, number + 1))
            top = box.top() + len(alone) * _LINE
            self._state(painter, QRect(box.left() + left, top, right - left - 2, _LINE - 1), state, many, "")

    def _state(self, painter: QPainter, line: QRect, state: State, many: int, words: str) -> None:
        pair = self._dress.palette.pills[state]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.ground))
        painter.drawRoundedRect(line, 3, 3)
        painter.setPen(QColor(pair.text))
        shown = QLocale().toString(many)
        painter.drawText(line.adjusted(4, 0, -5, 0), _RIGHT, shown)
        room = line.width() - painter.fontMetrics().horizontalAdvance(shown) - 18
        words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(room, 0))
        painter.drawText(line.adjusted(6, 0, -5, 0), _LEFT, words)

    # Mouse and keys

    def _under(self, point: QPoint) -> date | None:
        return next((day for day in self._days if self.box(day).contains(point)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a day."""
        day = self._under(event.position().toPoint())
        if day is not None:
            self._choose(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show a day."""
        day = self._under(event.position().toPoint())
        if day is not None:
            self.day_asked.emit(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day, and show one with Enter."""
        key = Qt.Key(event.key())
        if key in _STEPS and self.day is not None:
            day = self.day + timedelta(days=_STEPS[key])
            if day.month == self._month:
                self._choose(day)
            else:
                self.left_for.emit(day)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.day is not None:
            self.day_asked.emit(self.day)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which day has the focus."""
        super().focusInEvent(event)
        self.update()

    def _choose(self, day: date) -> None:
        self.day = day
        number = ngettext("{n} story", "{n} stories", self.count_of(day).all)
        self.setAccessibleDescription(f"{day_title(day)}, {number}")
        self.update()
