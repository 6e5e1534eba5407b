"""The calendar: a day or a week by the hour, a month at a glance, and a tray of what has no time yet."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from newsroom.domain.timetable import month_of, week_of
from newsroom.gui.calendar.carrying import Carrying
from newsroom.gui.calendar.filling import Filling
from newsroom.gui.calendar.head import DAY, MONTH, WEEK, CalendarHead, DayHeads
from newsroom.gui.calendar.hour_grid import HourGrid
from newsroom.gui.calendar.month_grid import MonthGrid
from newsroom.gui.calendar.moves import Moves
from newsroom.gui.calendar.offering import offered
from newsroom.gui.calendar.titles import title_of
from newsroom.gui.calendar.tray import Tray
from newsroom.gui.calendar.ways import first_hour
from newsroom.gui.cover import Cover
from newsroom.gui.editor.quiet_line import QuietLine
from newsroom.gui.faults import words_of
from newsroom.gui.looks import editor_look
from newsroom.gui.parts import Blank, across, down, named
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from newsroom.desk.agenda import Asked, Stretch
    from newsroom.desk.moved import MoveReport
    from newsroom.domain.agenda import DayCount
    from newsroom.gui.board.dress import Dress
    from newsroom.gui.calendar.blocks import More
    from newsroom.gui.editor.quiet_line import Way
    from newsroom.gui.mover import Mover
    from newsroom.gui.room import Room
    from newsroom.gui.theme.tokens import Palette

_MINUTE = 60_000
SPAN = "calendar-span"


class Calendar(Cover):
    """Stories by their publish time, on paper that is turned by the day, the week or the month."""

    def __init__(self, room: Room, dress: Dress, mover: Mover) -> None:
        super().__init__()
        self._room, self._dress = room, dress
        self._moves, self._filling = Moves(room, mover, dress), Filling(room, self.days, self)
        self._place = ""
        self._fresh = True
        self.day = self._today = room.desk.agenda.today()
        kept = room.window.kept.word(SPAN)
        self.span = kept if kept in {DAY, WEEK, MONTH} else WEEK
        self.setObjectName("calendar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.head, self.heads = CalendarHead(dress), DayHeads(dress)
        self.grid, self.month = HourGrid(dress, self._moves.barred), MonthGrid(dress)
        self.tray = Tray(room, dress)
        self.blank = Blank(room.window.wardrobe.icons)
        self.area, self._stack = self._lay_out()
        self.carrying = Carrying(self.grid, self.tray, self.area, self)
        self.line = QuietLine(self)
        self._clock = QTimer(self, interval=_MINUTE)
        self._clock.timeout.connect(self._tick)
        self._connect()
        self._fill_from(self._filling)
        mover.said.connect(self._say)
        mover.ended.connect(self._ended)
        self.wear(dress.palette)

    def _lay_out(self) -> tuple[QScrollArea, QStackedWidget]:
        area = named(QScrollArea(), "calendarArea")
        area.setWidget(self.grid)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        hours = QWidget()
        under = down(hours, 0)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.heads)
        under.addWidget(area, 1)
        stack = QStackedWidget()
        for page in (hours, self.month, self.blank):
            stack.addWidget(page)
        middle = across(gap=8)
        middle.setContentsMargins(0, 0, 8, 0)
        middle.addWidget(stack, 1)
        beside = down()
        beside.setContentsMargins(0, 8, 0, 8)
        beside.addWidget(self.tray)
        middle.addLayout(beside)
        column = down(self, 0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.head)
        column.addLayout(middle, 1)
        return area, stack

    def _connect(self) -> None:
        head, grid, month, cards = self.head, self.grid, self.month, self.tray.list
        head.span_asked.connect(self.show_span)
        head.step_asked.connect(self.step)
        head.today_asked.connect(self.show_today)
        head.tray_asked.connect(self.tray.setVisible)
        self.heads.day_asked.connect(self.show_day)
        month.day_asked.connect(self.show_day)
        month.left_for.connect(self._show_month_of)
        for stories in (grid, cards):
            stories.opened.connect(self.opened)
        self.carrying.landed.connect(self._moves.give)
        cards.pushed.connect(self._place_from_tray)
        cards.entered.connect(lambda: self.grid.choose(()))
        cards.customContextMenuRequested.connect(
            lambda at: self.menu_asked.emit(cards.viewport().mapToGlobal(at))
        )
        cards.choice.changed.connect(self.chosen)
        grid.menu_asked.connect(self.menu_asked)
        grid.chosen_changed.connect(self._chosen)
        grid.refused.connect(self._warn)
        grid.hours_asked.connect(self._moves.give)
        grid.moved_on.connect(self.step)
        grid.more_asked.connect(self._offer)
        for part in (grid, month, cards):
            part.installEventFilter(self)

    def _fill_from(self, filling: Filling) -> None:
        filling.stretch.connect(self._show)
        filling.counts.connect(self._show_counts)
        filling.failed.connect(self._failed)
        filling.late.connect(lambda: self.head.said.setText(_("Loading …")))

    def wear(self, palette: Palette) -> None:
        """Take other colours."""
        self.line.set_look(editor_look(palette))
        self.head.dress()
        for part in (self.grid, self.month, self.heads, self.tray.list.viewport()):
            part.update()

    # Which days

    def days(self) -> tuple[date, ...]:
        """Give the days that are shown."""
        if self.span == MONTH:
            return month_of(self.day)
        return week_of(self.day) if self.span == WEEK else (self.day,)

    def show_span(self, span: str) -> None:
        """Show a day, a week or a month."""
        self.grid.settle()
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # or hiding the days would lead it into the tray
        self.span = span
        self._room.window.kept.keep(SPAN, span)
        self._show_days()
        self.take_focus()

    def show_day(self, day: date) -> None:
        """Show one day by the hour."""
        self.day = day
        self.show_span(DAY)

    def show_today(self) -> None:
        """Show the days of today."""
        self.day = self._room.desk.agenda.today()
        self._show_days()

    def step(self, step: int) -> None:
        """Go on, or back, by a day, a week or a month."""
        self.grid.settle()
        if self.span == MONTH:
            first = self.day.replace(day=1)
            self.day = (first + timedelta(days=31 if step > 0 else -1)).replace(day=1)
        else:
            self.day += timedelta(days=step * (7 if self.span == WEEK else 1))
        self._show_days()

    def _tick(self) -> None:
        """Let the line of this moment go on, and the day where it is over."""
        if self._room.desk.agenda.today() != self._today:
            self._show_days()
        self.grid.update()

    def _show_month_of(self, day: date) -> None:
        self.day = day
        self._show_days()

    def _show_days(self) -> None:
        days, today = self.days(), self._room.desk.agenda.today()
        self._today = today
        self.head.show_span(self.span)
        self.head.title.setText(title_of(days, self.day))
        if self.span == MONTH:
            self.month.show_days(days, self.day, today)
        else:
            self.heads.margin = self.area.verticalScrollBar().sizeHint().width()
            self.heads.show_days(days, today)
            self.grid.show_days(days, today)
        self._stack.setCurrentIndex(1 if self.span == MONTH else 0)
        self._fresh = True
        self._filling.counting = self.span == MONTH
        self._filling.load()

    # Which stories

    def entitle(self, title: str) -> None:
        """Say whose stories these are."""
        self._place = title

    def show_asked(self, asked: Asked) -> None:
        """Show the stories of a list or of a search, as they are by now."""
        if asked == self._filling.asked:
            self.refresh()
        else:
            self._filling.asked = asked
            self.tray.show_asked(asked)
            self._show_days()
        if not self._clock.isActive():
            self._clock.start()

    def refresh(self) -> None:
        """Show what changed in the library."""
        self._filling.refresh()
        self.tray.refresh()

    @property
    def settled(self) -> bool:
        """Tell whether nothing is being loaded."""
        return self._filling.settled

    def _show(self, stretch: Stretch) -> None:
        self._uncover()
        self.grid.show_cards(stretch.cards, stretch.missing)
        self.head.tell(self._place, len(stretch.cards), stretch.whole, cut=stretch.cut)
        if self._fresh:
            self._fresh = False
            self.area.verticalScrollBar().setValue(self.grid.first_seen())
            if self.grid.hasFocus():
                self.grid.choose_first()

    def _show_counts(self, counts: Sequence[DayCount]) -> None:
        self._uncover()
        self.month.show_counts(counts)
        days = self.days()
        inside = [count.all for day, count in zip(days, counts, strict=False) if day.month == self.day.month]
        self.head.tell(self._place, sum(inside))

    def _uncover(self) -> None:
        if self._stack.currentWidget() is self.blank:
            self._stack.setCurrentIndex(1 if self.span == MONTH else 0)

    def _failed(self, error: BaseException) -> None:
        self.head.said.clear()
        self.blank.say("offline", _("No calendar"), words_of(error), ((_("Try again"), self._filling.load),))
        self._stack.setCurrentWidget(self.blank)

    # What is chosen

    def selected_ids(self) -> tuple[int, ...]:
        """Give the numbers of the chosen stories, of the grid or of the tray."""
        if self.span != MONTH and self.grid.chosen:
            return tuple(card.id for card in self.grid.cards if card.id in self.grid.chosen)
        return tuple(self.tray.list.choice.ids)

    def _chosen(self) -> None:
        if self.grid.chosen:
            self.tray.list.clearSelection()
            block = self.grid.block_of(self.grid.current)
            if block is not None and not self.grid.carrying:
                box = self.grid.box(block)
                self.area.ensureVisible(box.center().x(), box.center().y(), 0, 60)
        self.chosen.emit()

    def offers(self) -> tuple[Way, ...]:
        """Offer to take their time from the chosen stories of the days."""
        ids = self.selected_ids() if self.grid.chosen else ()
        return ((_("Take the time away"), partial(self._moves.take_away, ids)),) if ids else ()

    def take_focus(self) -> None:
        """Give the focus to the days."""
        self.entry().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def entry(self) -> QWidget:
        """Give the days, which take the focus."""
        return self.month if self.span == MONTH else self.grid

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the pages, go to today, leave with Escape."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.step(steps[key])
        elif key == Qt.Key.Key_Home:
            self.show_today()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Ctrl+Z for the last move, and turning pages for the days."""
        if event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            pressed: QKeyEvent = event  # type: ignore[assignment]  # Qt's type says so
            ctrl = pressed.modifiers() == Qt.KeyboardModifier.ControlModifier
            if pressed.key() == Qt.Key.Key_Z and ctrl:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self.grid.settle()
                    self._moves.undo()
                return True
        return super().eventFilter(watched, event)

    def _offer(self, more: More, at: QPoint) -> None:
        """Offer the stories of an hour that found no room in it, and in a week their day."""
        day = partial(self.show_day, self.days()[more.day]) if self.span == WEEK else None
        offered(more, self._dress.zone, self, self.opened.emit, day).popup(at)

    # Moving

    def _place_from_tray(self, aside: int) -> None:
        """Put the chosen cards of the tray at the next full hour, or at the morning of the first day shown."""
        if aside < 0 and self.span != MONTH:
            self.tray.list.choice.then(self._place_chosen)

    def _place_chosen(self) -> None:
        ids = self.tray.list.choice.ids
        if not ids:
            return
        when = first_hour(self._dress.now(), self.days(), self._dress.zone)
        self.grid.setFocus(Qt.FocusReason.MouseFocusReason)
        self._moves.give(dict.fromkeys(ids, when))

    def _ended(self, _report: MoveReport) -> None:
        if self.isVisible():
            self._filling.load()  # what was refused is shown where it is

    def _say(self, words: str, tone: str, undoable: bool) -> None:
        if self.isVisible() and words:
            self.line.say(words, [(_("Undo"), self._moves.undo)] if undoable and tone else [])

    def _warn(self, words: str) -> None:
        self.line.say(words)
