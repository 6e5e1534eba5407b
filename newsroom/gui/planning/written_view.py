"""A view over a table that is written in: nothing moves under the hand, faults are said, changes are taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from newsroom.gui.cover import Cover
from newsroom.gui.editor.quiet_line import QuietLine
from newsroom.gui.faults import words_of
from newsroom.gui.looks import editor_look
from newsroom.gui.parts import Blank, down
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLabel

    from newsroom.desk.agenda import Asked
    from newsroom.domain.changeset import Changes
    from newsroom.gui.board.dress import Dress
    from newsroom.gui.planning.written_table import WrittenTable
    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task
    from newsroom.gui.theme.tokens import Palette

_PATIENCE = 150
_REST = 60
_REMEMBERED = 50


class WrittenView(Cover):
    """Loads while nothing is being written; who makes one says how to begin, and shows what was read."""

    def __init__(self, room: Room, dress: Dress) -> None:
        super().__init__()
        self._room, self._dress = room, dress
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.blank = Blank(room.window.wardrobe.icons)
        self.line = QuietLine(self)
        self._stack = QStackedWidget()
        self._done: list[Changes] = []
        self._task: Task | None = None
        self._stale = False
        self._freshly = AfterPause(self.reload, _REST, self)
        self._late = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._ways: dict[str, Callable[[], None]] = {"undo": self.undo, "leave": self.left.emit}

    def _fill(self, head: QWidget, table: WrittenTable, said: QLabel, begin: Callable[[], Task]) -> None:
        """Put the table, or what stands in its place, under the head; said tells that reading goes on.

        Begin begins to read what shall be shown.
        """
        self._table, self._said, self._begin = table, said, begin
        for page in (table, self.blank):
            self._stack.addWidget(page)
        column = down(self, 0)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(head)
        column.addWidget(self._stack, 1)
        table.asked.connect(self.do)
        table.rested.connect(self._rested)
        self._late.timeout.connect(lambda: said.setText(_("Loading …")))

    def do(self, name: str) -> None:
        """Do what a key or a button asks for."""
        self._ways[name]()

    # What is shown

    def entitle(self, _title: str) -> None:
        """Show the same wherever one comes from."""

    def show_asked(self, _asked: Asked) -> None:
        """Show what was shown before."""
        self.reload()

    def refresh(self) -> None:
        """Show what changed in the library, once nothing is being written."""
        self._freshly.ask()

    @property
    def settled(self) -> bool:
        """Tell whether nothing is being loaded."""
        return self._task is None and not self._freshly.waiting()

    def reload(self) -> None:
        """Show what there is by now, once nothing is being written."""
        self._freshly.forget()
        if self._waits():
            return
        if self._task is not None:
            self._task.cancel()
        self._stale = False
        self._late.start()
        self._task = self._begin()

    def _waits(self) -> bool:
        """Tell whether something is being written, which nothing may be shown over; it is loaded afterwards."""
        self._stale = self._stale or self._table.writing
        return self._table.writing

    def _read_it(self) -> bool:
        """Note that the reading is over, and tell whether what was read may be shown."""
        self._task = None
        self._late.stop()
        return not self._waits()

    def _say_failed(self, title: str, error: BaseException) -> None:
        """Say in the table's place why there is none."""
        self._task = None
        self._late.stop()
        self._said.clear()
        self.blank.say("offline", title, words_of(error), ((_("Try again"), self.reload),))
        self._stack.setCurrentWidget(self.blank)

    def _rested(self) -> None:
        if self._stale and not self._table.writing:
            self._freshly.ask()

    def wear(self, palette: Palette) -> None:
        """Take other colours."""
        self.line.set_look(editor_look(palette))
        self._table.viewport().update()

    # Changes

    def remember(self, changes: Changes) -> None:
        """Let everybody show a change, which can be taken back."""
        if changes.planned:
            self._done = [*self._done[1 - _REMEMBERED :], changes]
        if changes:
            self._room.apply(changes)

    def undo(self) -> None:
        """Take the last change back."""
        if self._done:
            work = partial(self._room.desk.writing.undo, self._done.pop())
            self._room.tasks.write(work, self.undone, self.fail)

    def undone(self, changes: Changes) -> None:
        """Show what was taken back."""
        self._room.apply(changes)
        self.line.say(_("Undone."))
        self.reload()

    def fail(self, error: BaseException) -> None:
        """Say why something was not done, and show what stands."""
        self.line.say(words_of(error))
        self.refresh()
