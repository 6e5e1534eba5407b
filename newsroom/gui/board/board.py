"""The board: columns side by side, cards carried from one to another where the rules allow it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from newsroom.domain.workflow import State
from newsroom.gui.board.carrying import Carrying
from newsroom.gui.board.column import TITLES, Column
from newsroom.gui.board.head import BoardHead
from newsroom.gui.board.moves import Moves
from newsroom.gui.browser.story_list_model import Loading
from newsroom.gui.cover import Cover
from newsroom.gui.editor.quiet_line import QuietLine
from newsroom.gui.looks import editor_look
from newsroom.gui.parts import across, down, named
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from newsroom.desk.agenda import Asked
    from newsroom.gui.board.dress import Dress
    from newsroom.gui.browser.choice import Choice
    from newsroom.gui.mover import Mover
    from newsroom.gui.room import Room
    from newsroom.gui.theme.tokens import Palette

_REST = 60


class Board(Cover):
    """Columns of stories by state."""

    def __init__(self, room: Room, dress: Dress, mover: Mover) -> None:
        super().__init__()
        self._room, self._dress, self._mover = room, dress, mover
        self._asked: Asked | None = None
        self.setObjectName("board")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.columns = tuple(Column(state, room, dress) for state in TITLES)
        self.head = BoardHead()
        self.area = self._lay_out()
        self.carrying = Carrying(room, self.columns, self.area, self)
        self._moves = Moves(room, mover, self.columns, self)
        self.line = QuietLine(self)
        self._freshly = AfterPause(self._refresh, _REST, self)
        for column in self.columns:
            self._connect(column)
        self.carrying.to_column.connect(lambda ids, column: self._moves.move(ids, column, focus=False))
        self.carrying.to_section.connect(mover.to_section)
        self._moves.arrived.connect(self._entered)
        for part in (self.carrying, self._moves):
            part.refused.connect(lambda words: self._say(words, "warn", False))
        mover.said.connect(self._say)
        self.wear(dress.palette)

    def _lay_out(self) -> QScrollArea:
        rows = named(QWidget(), "boardRow")
        row = across(rows, 8)
        row.setContentsMargins(10, 10, 10, 10)
        for column in self.columns:
            row.addWidget(column, 1)
        self._column(State.WITHDRAWN).hide()
        area = named(QScrollArea(), "boardArea")
        area.setWidget(rows)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        under = down(self, 0)
        under.setContentsMargins(0, 0, 0, 0)
        under.addWidget(self.head)
        under.addWidget(area, 1)
        return area

    def entitle(self, title: str) -> None:
        """Say whose stories these are."""
        self.head.title.setText(title)

    def _connect(self, column: Column) -> None:
        cards = column.list
        cards.opened.connect(self.opened)
        cards.stepped.connect(partial(self._step, column))
        cards.entered.connect(partial(self._entered, column))
        cards.choice.changed.connect(partial(self._chose, column))
        cards.choice.failed.connect(self._room.fail)
        cards.customContextMenuRequested.connect(
            lambda at: self.menu_asked.emit(cards.viewport().mapToGlobal(at))
        )
        column.turned.connect(partial(self._turned, column))
        cards.installEventFilter(self)

    def _column(self, state: State) -> Column:
        return next(column for column in self.columns if column.state is state)

    def wear(self, palette: Palette) -> None:
        """Take other colours."""
        self.line.set_look(editor_look(palette))
        for column in self.columns:
            column.list.viewport().update()

    # What is shown

    def show_asked(self, asked: Asked) -> None:
        """Show the stories of a list or of a search, as they are by now."""
        if asked == self._asked:
            self.refresh()
        else:
            self._asked = asked
            for column in self.columns:
                column.show_asked(asked)
            self._count()

    def refresh(self) -> None:
        """Show what changed in the library."""
        self._freshly.ask()

    def _refresh(self) -> None:
        if self._asked is not None:
            for column in self.columns:
                column.refresh()
            self._count()

    def _count(self) -> None:
        asked = self._asked
        if asked is None or asked.words:
            return
        today = self._column(State.PUBLISHED).today
        work = partial(self._room.desk.agenda.counts, asked, today=today)
        self._room.tasks.read(work, self._show_counts)

    def _show_counts(self, counts: Mapping[State, int]) -> None:
        if self._asked is None or self._asked.words:
            return
        for column in self.columns:
            column.show_count(counts.get(column.state, 0))
        self._column(State.WITHDRAWN).setVisible(bool(counts.get(State.WITHDRAWN)))

    def _turned(self, column: Column) -> None:
        if self._asked is not None and self._asked.words:
            column.show_count(None)
            if column.state is State.WITHDRAWN:
                column.setVisible(bool(column.list.stories.items))
        elif column.state is State.PUBLISHED:
            self._count()
        self._moves.follow_to(column)
        if self.hasFocus():
            self.take_focus()

    # What is chosen

    @property
    def choice(self) -> Choice | None:
        """Give what is chosen, which stands in one column."""
        return next((one.list.choice for one in self.columns if one.list.choice.number), None)

    def selected_ids(self) -> Sequence[int]:
        """Give the numbers of the chosen stories, loaded or not; nothing while they are asked for."""
        choice = self.choice
        return choice.ids if choice is not None else ()

    def _chose(self, column: Column) -> None:
        """Let only one column have chosen cards."""
        if column.list.selectionModel().hasSelection():
            for other in self.columns:
                if other is not column and other.list.choice.number:
                    other.list.choice.clear()
        self.head.tell(self.choice)
        self.chosen.emit()

    def _entered(self, column: Column) -> None:
        """Bring the column into sight that has the focus."""
        self.area.ensureWidgetVisible(column, 8, 0)

    def take_focus(self) -> None:
        """Give the focus to the column with chosen cards, or the first that has some, once they are there."""
        self.entry().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def entry(self) -> QWidget:
        """Give the list that takes the focus, or the board itself while there is none."""
        full = [column for column in self.columns if column.isVisible() and column.list.stories.items]
        ahead = [column for column in full if column.list.chosen()]
        return (ahead or full)[0].list if full and self.settled else self

    @property
    def settled(self) -> bool:
        """Tell whether every column has its first cards."""
        return all(column.list.stories.loading is not Loading.FIRST for column in self.columns)

    def _step(self, column: Column, aside: int) -> None:
        """Go to the next column aside that has cards."""
        seen = [one for one in self.columns if one.isVisible()]
        place = seen.index(column) + aside
        while 0 <= place < len(seen):
            if seen[place].list.stories.items:
                seen[place].list.setFocus(Qt.FocusReason.TabFocusReason)
                return
            place += aside

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the board with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep Ctrl+Z for the last move, and Escape for what is carried."""
        if event.type() in {QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress}:
            key: QKeyEvent = event  # type: ignore[assignment]  # Qt's type says so
            undo = key.key() == Qt.Key.Key_Z and key.modifiers() == Qt.KeyboardModifier.ControlModifier
            if undo:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self._mover.undo()
                return True
        return super().eventFilter(watched, event)

    # Moving

    def move_to(self, state: State) -> None:
        """Move the chosen cards to a state."""
        ids = self.selected_ids()
        if ids:
            self._moves.move(ids, self._column(state), focus=True)

    def _say(self, words: str, tone: str, undoable: bool) -> None:
        if self.isVisible() and words:
            ways = [(_("Undo"), self._mover.undo)] if undoable and tone != "no" else []
            self.line.say(words, ways)
