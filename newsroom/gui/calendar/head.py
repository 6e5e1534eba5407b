"""The head of the calendar: which days, by the day, the week or the month; and over the grid, its days."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QButtonGroup, QWidget

from newsroom.domain.timetable import HOURS, bounds
from newsroom.gui.calendar.hours import GUTTER, Hours
from newsroom.gui.calendar.titles import head
from newsroom.gui.day_bar import DayBar
from newsroom.gui.parts import button
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import SMALL_SIZE
from newsroom.translation import N_, _, ngettext

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QMouseEvent, QPaintEvent
    from PySide6.QtWidgets import QPushButton

    from newsroom.gui.board.dress import Dress

DAY, WEEK, MONTH = "day", "week", "month"
SPANS = {DAY: N_("Day"), WEEK: N_("Week"), MONTH: N_("Month")}
HEIGHT = 30


class CalendarHead(DayBar):
    """Emits besides a span, and the wish for the tray."""

    span_asked = Signal(str)
    tray_asked = Signal(bool)

    def __init__(self, dress: Dress) -> None:
        super().__init__(dress, _("Earlier (Page up)"), _("Later (Page down)"))
        self._group = QButtonGroup(self)
        self.spans = {name: self._span(name, _(words)) for name, words in SPANS.items()}
        self.tray = button(_("Without a time"), None, "quiet")
        self.tray.setCheckable(True)
        self.tray.setChecked(True)
        self.tray.toggled.connect(self.tray_asked.emit)
        for made in self.spans.values():
            self.row.addWidget(made)
        self.row.addSpacing(8)
        self.row.addWidget(self.tray)

    def _span(self, name: str, words: str) -> QPushButton:
        made = button(words, partial(self.span_asked.emit, name), "quiet")
        made.setCheckable(True)
        self._group.addButton(made)
        return made

    def tell(self, place: str, count: int, whole: int = 0, *, cut: bool = False) -> None:
        """Say of which list how many stories there are, and whether some are not shown."""
        shown, all_ = QLocale().toString(count), QLocale().toString(whole)
        words = _("No stories")
        if whole > count:
            words = _("{n} of {all} shown", n=shown, all=all_)
        elif count:
            number = f"{shown}+" if cut else shown
            words = ngettext("{n} story", "{n} stories", count).replace(str(count), number)
        self.said.setText(f"{place} · {words}" if place else words)

    def show_span(self, name: str) -> None:
        """Show by what the days go."""
        self.spans[name].setChecked(True)


class DayHeads(QWidget):
    """The days over the columns of the grid; a press on one shows that day."""

    day_asked = Signal(object)

    def __init__(self, dress: Dress) -> None:
        super().__init__()
        self._dress = dress
        self._days: tuple[date, ...] = ()
        self._today: date | None = None
        self.margin = 0
        self._plain = faces.tabular(faces.sans(SMALL_SIZE))
        self._strong = faces.tabular(faces.sans(SMALL_SIZE, QFont.Weight.DemiBold))
        self.setFixedHeight(HEIGHT)

    def show_days(self, days: tuple[date, ...], today: date) -> None:
        """Show these days."""
        self._days, self._today = days, today
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each day over its column, and say which is longer or shorter than others."""
        painter, palette = QPainter(self), self._dress.palette
        painter.fillRect(self.rect(), QColor(palette.surface))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), QColor(palette.line))
        for day, box in self._boxes():
            here = day == self._today
            painter.setFont(self._strong if here else self._plain)
            painter.setPen(QColor(palette.accent_text if here else palette.text))
            words = head(day)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
            note = self._note(day)
            if note:
                taken = painter.fontMetrics().horizontalAdvance(words) + 8
                painter.setFont(self._plain)
                painter.setPen(QColor(palette.warn))
                painter.drawText(box.adjusted(taken, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, note)
        painter.end()

    def _note(self, day: date) -> str:
        start, end = bounds((day,), self._dress.zone)
        hours = round((end - start).total_seconds() / 3600)
        return "" if hours == HOURS else _("{n} hours", n=hours)

    def _boxes(self) -> list[tuple[date, QRect]]:
        if not self._days or self._today is None:
            return []
        hours = Hours(self._days, self._dress.zone, self._today, self.width() - self.margin, GUTTER)
        return [
            (day, QRect(column.left() + 8, 0, column.width() - 8, self.height()))
            for number, day in enumerate(self._days)
            for column in (hours.column(number),)
        ]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Show the day that was pressed."""
        for day, box in self._boxes():
            if box.contains(event.position().toPoint()):
                self.day_asked.emit(day)
