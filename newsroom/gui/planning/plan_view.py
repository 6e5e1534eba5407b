"""The story list in the window: written like a table, printed on one page, its topics made into drafts."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from newsroom.desk.topic_cells import day_title
from newsroom.gui.faults import words_of
from newsroom.gui.planning.day_head import DayHead
from newsroom.gui.planning.plan_cells import PlanCells
from newsroom.gui.planning.plan_model import PlanModel
from newsroom.gui.planning.plan_table import PlanTable
from newsroom.gui.planning.plan_ways import PlanWays
from newsroom.gui.planning.written_view import WrittenView
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from newsroom.desk.plan import Planned
    from newsroom.domain.card import Section
    from newsroom.domain.changeset import Changes
    from newsroom.domain.person import Person
    from newsroom.domain.plan import Topic
    from newsroom.gui.board.dress import Dress
    from newsroom.gui.planning.plan_model import Fresh
    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task
    from newsroom.gui.theme.tokens import Palette

_STEPS = {"earlier": -1, "later": 1}
Kept = tuple["Planned", "Changes"]


class PlanView(WrittenView):
    """The topics of a day, which are written, ordered and sent on their way."""

    def __init__(self, room: Room, dress: Dress) -> None:
        super().__init__(room, dress)
        self._plan = room.desk.plan
        self.setObjectName("planView")
        self.day = self._plan.today()
        self._latest: dict[int, Topic] = {}
        self._choose: tuple[int, ...] = ()
        self.model = PlanModel(self)
        self.model.keeping = not room.desk.library.read_only
        self.table = PlanTable(self.model, self)
        self.cells = PlanCells(dress, self.table)
        self.table.setItemDelegate(self.cells)
        self.head = DayHead(dress)
        self.ways = PlanWays(self, room)
        self._fill(self.head, self.table, self.head.said, self._read_day)
        self._ways |= {
            "today": self.show_today,
            "draft": self.ways.make_drafts,
            "edition": self.ways.ask_edition,
            "print": self.ways.ask_printer,
            "export": self.ways.ask_place,
            "remove": self._remove,
            "open": self._open,
            "up": partial(self._move, -1),
            "down": partial(self._move, 1),
        }
        self._connect()
        self.wear(dress.palette)

    def _connect(self) -> None:
        self.head.asked.connect(self.do)
        self.table.selectionModel().selectionChanged.connect(self._chose)
        self.model.modelReset.connect(self._chose)
        self.model.typed.connect(self._set)
        self.model.begun.connect(self._add)
        self.model.dropped.connect(self._drop)

    def do(self, name: str) -> None:
        """Do what a key or a button asks for."""
        if name in _STEPS:
            self.show_day(self.day + timedelta(days=_STEPS[name]))
        else:
            super().do(name)

    # What is shown

    def show_day(self, day: date) -> None:
        """Show the list of a day."""
        self.day = day
        self.reload()

    def show_today(self) -> None:
        """Show the list of today."""
        self.show_day(self._plan.today())

    def _read_day(self) -> Task:
        self.head.title.setText(day_title(self.day, self._room.desk.zone))
        return self._room.tasks.read(partial(self._read, self.day), self._show, self._failed)

    def _read(
        self, day: date
    ) -> tuple[date, tuple[Planned, ...], tuple[Person, ...], tuple[Section, ...], str]:
        desk = self._room.desk
        found = desk.plan.of_day(day)
        return day, found, desk.assigning.people(), desk.library.house.sections(), desk.zone

    def _show(
        self, found: tuple[date, tuple[Planned, ...], tuple[Person, ...], tuple[Section, ...], str]
    ) -> None:
        if not self._read_it():
            return
        day, planned, people, sections, zone = found
        self.cells.people = [one.name for one in people]
        self.cells.sections = [one.name for one in sections if not one.retired]
        self._dress.know(sections)
        self.model.zone = zone
        self._latest = {one.topic.id: self._newer(one.topic) for one in planned}
        here, chosen = self.table.currentIndex(), [one.topic.id for one in self.table.chosen()]
        self.model.show_day(day, planned)
        self._stack.setCurrentWidget(self.table)
        self.head.tell(planned)
        if self._choose or not self.table.currentIndex().isValid():
            self.table.choose(self._choose or chosen, max(here.row(), 0), max(here.column(), 0))
        self._choose = ()
        self._allow()

    def _newer(self, topic: Topic) -> Topic:
        """Give a topic as it was written here last, where it was read before that."""
        written = self._latest.get(topic.id)
        return written if written is not None and written.version > topic.version else topic

    def _failed(self, error: BaseException) -> None:
        self.head.rest()
        self._say_failed(_("No story list"), error)

    def wear(self, palette: Palette) -> None:
        """Take other colours."""
        super().wear(palette)
        self.head.dress()

    # What is chosen

    def _chose(self) -> None:
        self._allow()
        self.chosen.emit()

    def _allow(self) -> None:
        self.head.allow(drafts=self.model.keeping and any(not one.topic.begun for one in self.table.chosen()))

    def selected_ids(self) -> tuple[int, ...]:
        """Give the stories of the chosen topics."""
        return tuple(one.card.id for one in self.table.chosen() if one.card and not one.trashed)

    def take_focus(self) -> None:
        """Let keys go to the list."""
        self.table.setFocus()

    def entry(self) -> QWidget:
        """Give the list, which takes the focus."""
        return self.table

    def _open(self) -> None:
        ids = self.selected_ids()
        if ids:
            self.opened.emit(ids[0])

    # Writing

    def _set(self, topic: Topic, name: str, words: str) -> None:
        def work() -> Kept:
            kept, changes = self._plan.set(self._latest.get(topic.id, topic), {name: words})
            self._latest[kept.id] = kept
            return self._plan.with_stories([kept])[0], changes

        done, failed = partial(self._kept, topic, name), partial(self._refused, topic, name)
        self._room.tasks.write(work, done, failed)

    def _kept(self, topic: Topic, name: str, kept: Kept) -> None:
        self.model.settle(topic, name)
        self.model.take(kept[0])
        self.remember(kept[1])

    def _refused(self, topic: Topic, name: str, error: BaseException) -> None:
        """Show again what stood there, and say why it stays."""
        self.model.settle(topic, name)
        self.table.viewport().update()
        self.line.say(words_of(error))
        self.refresh()

    def _add(self, line: Fresh, above: int) -> None:
        values, day = dict(line.values), self.day

        def work() -> Kept:
            kept, changes = self._plan.new(day, values, above)
            self._latest[kept.id] = kept
            return self._plan.with_stories([kept])[0], changes

        self._room.tasks.write(work, partial(self._added, line, values), partial(self._not_added, line))

    def _added(self, line: Fresh, sent: dict[str, str], done: Kept) -> None:
        """Show the line as a topic; what was typed in it while it was on its way goes after it."""
        planned, changes = done
        later = {name: words for name, words in line.values.items() if sent.get(name) != words}
        self.model.become(line, planned)
        self.remember(changes)
        for name, words in later.items():
            self._set(planned.topic, name, words)

    def _not_added(self, line: Fresh, error: BaseException) -> None:
        line.sent = False
        self.line.say(words_of(error))

    def remember(self, changes: Changes) -> None:
        """Let everybody show a change, which can be taken back, and say how many topics there are."""
        super().remember(changes)
        self.head.tell(self.model.planned())

    # Order

    def _move(self, step: int) -> None:
        chosen = [one.topic.id for one in self.table.chosen()]
        order = [one.topic.id for one in self.model.planned()]
        if not chosen:
            return
        first, last = order.index(chosen[0]), order.index(chosen[-1])
        self._place(chosen, max(first - 1, 0) if step < 0 else last + 2)

    def _drop(self, numbers: Sequence[int], row: int) -> None:
        planned = sum(1 for line in self.model.lines[:row] if getattr(line, "topic", None))
        self._place(numbers, planned)

    def _place(self, numbers: Sequence[int], before: int) -> None:
        """Put topics before a place of the order."""
        order = [one.topic.id for one in self.model.planned()]
        moved = set(numbers)
        rest = [one for one in order if one not in moved]
        at = before - sum(one in moved for one in order[:before])
        wanted = [*rest[:at], *numbers, *rest[at:]]
        if wanted != order:
            work = partial(self._plan.order, self.day, wanted)
            self._room.tasks.write(work, partial(self._ordered, numbers), self.fail)

    def _ordered(self, numbers: Sequence[int], changes: Changes) -> None:
        self._choose = tuple(numbers)
        self._room.apply(changes)
        self.reload()

    def _remove(self) -> None:
        numbers = [one.topic.id for one in self.table.chosen()]
        if numbers and self.model.keeping:
            self._room.tasks.write(partial(self._plan.remove, numbers), self._removed, self.fail)

    def _removed(self, changes: Changes) -> None:
        self.remember(changes)
        words = ngettext("{n} topic removed.", "{n} topics removed.", len(changes.planned))
        self.line.say(words, ((_("Undo"), self.undo),))
        self.reload()
