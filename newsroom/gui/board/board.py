"""The board: columns side by side, cards carried from one to another where the rules allow it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from newsroom.domain.workflow import State, least_role, way_to
from newsroom.gui.board.carried import Carried
from newsroom.gui.board.column import TITLES, Column
from newsroom.gui.board.head import BoardHead
from newsroom.gui.browser.story_list_model import Loading
from newsroom.gui.cover import Cover
from newsroom.gui.editor.quiet_line import QuietLine
from newsroom.gui.looks import editor_look
from newsroom.gui.parts import across, down, named
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _, tell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QKeyEvent

    from newsroom.desk.agenda import Asked
    from newsroom.desk.moved import MoveReport
    from newsroom.domain.card import StoryCard
    from newsroom.gui.board.dress import Dress
    from newsroom.gui.browser.choice import Choice
    from newsroom.gui.mover import Mover
    from newsroom.gui.room import Room
    from newsroom.gui.theme.tokens import Palette
    from newsroom.translation import Message

_REST = 60
_EDGE = 32
_STEP = 24


class Board(Cover):
    """Columns of stories by state."""

    def __init__(self, room: Room, dress: Dress, mover: Mover) -> None:
        super().__init__()
        self._room, self._dress, self._mover = room, dress, mover
        self._asked: Asked | None = None
        self._carrying: tuple[StoryCard, ...] = ()
        self._lifted: Sequence[int] = ()
        self._from: Column | None = None
        self._here: Column | None = None
        self._allowed: Mapping[State, Message | None] = {}
        self._follow: tuple[frozenset[int], bool] = (frozenset(), True)
        self.setObjectName("board")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.columns = tuple(Column(state, room, dress) for state in TITLES)
        self.head = BoardHead()
        self.area = self._lay_out()
        self.carried = Carried(self)
        self.line = QuietLine(self)
        self._freshly = AfterPause(self._refresh, _REST, self)
        for column in self.columns:
            self._connect(column)
        mover.said.connect(self._say)
        mover.ended.connect(self._ended)
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
        cards.lifted.connect(partial(self._lift, column))
        cards.carried.connect(self._carry)
        cards.dropped.connect(self._drop)
        cards.let_go.connect(self._let_go)
        cards.stepped.connect(partial(self._step, column))
        cards.pushed.connect(partial(self._push, column))
        cards.entered.connect(partial(self._entered, column))
        cards.choice.changed.connect(partial(self._chose, column))
        cards.choice.failed.connect(self._room.fail)
        cards.customContextMenuRequested.connect(
            lambda at: self.menu_asked.emit(cards.viewport().mapToGlobal(at))
        )
        column.turned.connect(partial(self._turned, column))
        cards.stories.stood.connect(partial(self._follow_to, column))
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
        self._follow_to(column)
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

    def _push(self, column: Column, aside: int) -> None:
        """Move the chosen stories to the next column aside that takes them, or say why none does."""
        column.list.choice.then(partial(self._push_chosen, column, aside))

    def _push_chosen(self, column: Column, aside: int) -> None:
        ids = column.list.choice.ids
        if not ids:
            return
        place = self.columns.index(column)
        row = self.columns[place + 1 :] if aside > 0 else tuple(reversed(self.columns[:place]))
        seen = [one for one in row if one.isVisible()]
        work = partial(self._room.desk.moving.targets, ids)
        self._room.tasks.read(work, partial(self._push_on, ids, seen), self._room.fail)

    def _push_on(
        self, ids: Sequence[int], row: Sequence[Column], reasons: Mapping[State, Message | None]
    ) -> None:
        for column in row:
            if reasons[column.state] is None:
                self._move(ids, column, focus=True)
                return
        if row:
            told = reasons[row[0].state]
            self._say(tell(told) if told else "", "warn", False)

    # Carrying

    def _lift(self, column: Column, at: QPoint) -> None:
        self._carrying, self._from = column.list.chosen(), column
        ids = self._lifted = column.list.choice.ids
        self._allowed = {
            state: None if self._way(state) else _nothing(self._carrying[0].state, state) for state in State
        }
        self._room.tasks.read(partial(self._room.desk.moving.targets, ids), partial(self._know, ids))
        self.carried.take(self._carrying, column.list.choice.number)
        self._carry(at)

    def _way(self, state: State) -> bool:
        """Tell from the table alone whether a way leads there that this person may go."""
        ways = ((way_to(card.state, state), card.state) for card in self._carrying)
        person = self._room.desk.person
        return any(way and person.may_act_as(least_role(way, source)) for way, source in ways)

    def _know(self, ids: Sequence[int], reasons: Mapping[State, Message | None]) -> None:
        """Hear from the rules themselves where the carried stories may go."""
        if self._lifted is ids:
            self._allowed = reasons
            self._light(self._here)

    def reason_of(self, state: State) -> str:
        """Say why the carried cards may not go to a state; nothing where they may."""
        reason = self._allowed.get(state)
        return tell(reason) if reason else ""

    def _carry(self, at: QPoint) -> None:
        if not self._carrying:
            return
        column = self._under(at)
        self._light(column)
        reason = self.reason_of(column.state) if column and column is not self._from else ""
        section = self._room.window.sidebar.section_at(at)
        self.carried.say(reason or section, "no" if reason else "")
        self.carried.follow(at)
        self._scroll(at)

    def _scroll(self, at: QPoint) -> None:
        """Bring the columns beyond the edge nearer."""
        x, bar = self.mapFromGlobal(at).x(), self.area.horizontalScrollBar()
        if x < _EDGE:
            bar.setValue(bar.value() - _STEP)
        elif x > self.width() - _EDGE:
            bar.setValue(bar.value() + _STEP)

    def _light(self, under: Column | None) -> None:
        self._here = under
        for column in self.columns:
            if column is self._from:
                column.set_drop("")
            elif self._allowed.get(column.state) is None:
                column.set_drop("here" if column is under else "yes")
            else:
                column.set_drop("no")

    def _under(self, at: QPoint) -> Column | None:
        def holds(column: Column) -> bool:
            return column.isVisible() and column.rect().contains(column.mapFromGlobal(at))

        return next(filter(holds, self.columns), None)

    def _drop(self, at: QPoint) -> None:
        ids, column, origin = self._lifted, self._under(at), self._from
        reason = self.reason_of(column.state) if column else ""
        section = self._room.window.sidebar.section_at(at)
        self._let_go()
        if ids and section:
            self._mover.to_section(ids, section)
        if not ids or column is None or column is origin:
            return
        if reason:
            self._say(reason, "warn", False)
        else:
            self._move(ids, column, focus=False)

    def _let_go(self) -> None:
        self._carrying, self._lifted, self._from = (), (), None
        self.carried.hide()
        self._room.window.sidebar.section_at(None)
        for column in self.columns:
            column.set_drop("")

    # Moving

    def move_to(self, state: State) -> None:
        """Move the chosen cards to a state."""
        ids = self.selected_ids()
        if ids:
            self._move(ids, self._column(state), focus=True)

    def _move(self, ids: Sequence[int], column: Column, *, focus: bool) -> None:
        self._follow = (frozenset(), focus)
        self._mover.to_state(ids, column.state)

    def _ended(self, report: MoveReport) -> None:
        """Go with those that moved; the others stay where they are."""
        _ids, focus = self._follow
        self._follow = (frozenset(report.moved), focus or not report.moved)

    def _follow_to(self, column: Column) -> None:
        """Choose the cards that were moved where they arrived."""
        ids, focus = self._follow
        there = [card.id for card in column.list.stories.items if card.id in ids]
        if not there:
            return
        self._follow = (frozenset(), True)
        column.list.choose(there)
        if len(there) < len(ids):
            column.list.choice.take(tuple(ids))
        if focus:
            column.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._entered(column)

    def _say(self, words: str, tone: str, undoable: bool) -> None:
        if self.isVisible() and words:
            ways = [(_("Undo"), self._mover.undo)] if undoable and tone != "no" else []
            self.line.say(words, ways)


def _nothing(source: State, target: State) -> Message:
    from newsroom.desk.moving import nowhere

    return nowhere(source, target)
