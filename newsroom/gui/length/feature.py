"""Counts the open story while it is written, and lets everyone know who shows it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.domain.article import Unit
from newsroom.domain.finding import Field, Place
from newsroom.gui.length.card import LengthCard
from newsroom.gui.length.marks import LengthMarks
from newsroom.gui.throttle import AfterPause
from newsroom.text.ordered import filled, overset

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.domain.article import Article
    from newsroom.gui.preferences.settings import Settings
    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task
    from newsroom.text.extent import Extent
    from newsroom.text.length import Length

_PAUSE = 120
_SELECT_PAUSE = 40
_PRINT_PAUSE = 1200
_PRINTED_AT_ONCE = 5_000
"""Up to so many words the printed lines are counted unasked."""
NUMBERS = "line-numbers"


class StoryLength(QObject):
    """Asks the desk on a worker; what did not change since is not counted again."""

    def __init__(self, room: Room, settings: Settings) -> None:
        super().__init__(room.window)
        self._room, self._settings = room, settings
        self._line = room.window.status.length
        self.marks = LengthMarks(room.editor)
        self.card = LengthCard(room.window)
        self.extent: Extent | None = None
        self._task: Task | None = None
        self._printing: Task | None = None
        self._count = AfterPause(self._measure, _PAUSE, self, limit=4 * _PAUSE)
        self._select = AfterPause(self._measure_selection, _SELECT_PAUSE, self, limit=2 * _SELECT_PAUSE)
        self._print = AfterPause(self._count_print, _PRINT_PAUSE, self)
        self._connect()
        self._show_numbers()

    def _connect(self) -> None:
        room = self._room
        room.session.opened.connect(self._begin)
        room.session.closed.connect(self.clear)
        room.session.touched.connect(self._count.ask)
        self._settings.changed.connect(self._measure)
        self._line.asked.connect(self.show)
        for edit in room.editor.edits:
            edit.selectionChanged.connect(self._select.ask)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its actions do."""
        return {"length": self.show, NUMBERS: self._switch_numbers}

    @property
    def done(self) -> bool:
        """Tell whether all that was asked for is counted."""
        return self._task is None and not self._count.waiting()

    def clear(self) -> None:
        """Show nothing, and drop what is being counted."""
        for pause in (self._count, self._select, self._print):
            pause.forget()
        self._drop()
        self.extent = None
        self._line.clear()
        self.marks.show(None, None)

    def _drop(self) -> None:
        for task in (self._task, self._printing):
            if task is not None:
                task.cancel()
        self._task = self._printing = None

    def _begin(self, _opened: object) -> None:
        self.clear()
        self._measure()

    # Counting

    def _measure(self) -> None:
        if self._room.session.article is None:
            return
        self._drop()
        article = self._room.session.current()
        work = partial(self._room.desk.proofing.extent, article, self.extent)
        self._task = self._room.tasks.read(work, partial(self._show, article))

    def _show(self, article: Article, extent: Extent) -> None:
        self._task, self.extent = None, extent
        ordered, tolerance = article.ordered_length, self._settings.house.length_tolerance
        compared = filled(extent.length, ordered, tolerance) if ordered else None
        unit = ordered.unit if ordered else Unit.LINES
        self._line.measure(extent.length, compared, unit)
        self.marks.show(extent, overset(extent, ordered, tolerance), by_lines=unit is Unit.LINES)
        self.card.measure(extent.length)
        self._measure_selection()
        if extent.length.words <= _PRINTED_AT_ONCE or self.card.isVisible():
            self._print.ask()

    def _count_print(self) -> None:
        if self._room.session.article is None or self._printing is not None:
            return
        article, desk = self._room.session.current(), self._room.desk
        self._printing = self._room.tasks.read(
            lambda: desk.output.printed_lines(article), self._show_print, self._no_print
        )

    def _show_print(self, lines: int) -> None:
        self._printing = None
        self.card.show_print(lines)

    def _no_print(self, error: BaseException) -> None:
        self._printing = None
        self._room.fail(error)

    # The selection

    def _measure_selection(self) -> None:
        chosen = self._selected()
        self._line.select(chosen)
        self.card.select(chosen)

    def _selected(self) -> Length | None:
        edit = self._room.editor.active()
        cursor = edit.textCursor()
        if self.extent is None or not cursor.hasSelection() or self._count.waiting():
            return None
        field = Field.LEAD if edit.single else Field.BODY
        ends = (edit.place(end) for end in (cursor.selectionStart(), cursor.selectionEnd()))
        first, last = (Place(field, block, offset, offset) for block, offset in ends)
        return self.extent.between(first, last)

    # Showing

    def show(self) -> None:
        """Show all there is to know of the length."""
        if self.extent is not None:
            self._measure_selection()
            self.card.show_over(self._line)
            self._print.now()

    def _switch_numbers(self) -> None:
        self._room.window.kept.keep(NUMBERS, "off" if self.marks.numbered else "on")
        self._show_numbers()

    def _show_numbers(self) -> None:
        numbered = self._room.window.kept.word(NUMBERS) != "off"
        self.marks.number(shown=numbered)
        self._room.window.actions_[NUMBERS].setChecked(numbered)
