"""An edition in the window: pages and stories in order, what is lacking at a glance, all sent out as one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from newsroom.desk.editions import glance
from newsroom.domain.changeset import Changes
from newsroom.domain.errors import NotFound
from newsroom.gui.faults import words_of
from newsroom.gui.planning.edition_asking import EditionAsking
from newsroom.gui.planning.edition_cells import EditionCells
from newsroom.gui.planning.edition_head import EditionHead
from newsroom.gui.planning.edition_model import LENGTH, EditionModel, with_lengths
from newsroom.gui.planning.edition_table import EditionTable
from newsroom.gui.planning.edition_writing import EditionWriting
from newsroom.gui.planning.written_view import WrittenView
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from newsroom.domain.card import Section
    from newsroom.domain.edition import Edition, EditionLine, Line
    from newsroom.gui.board.dress import Dress
    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task

    Work = Callable[[Edition], Edition]
    Seen = tuple[tuple[EditionLine, ...], Edition | None, tuple[Line, ...], tuple[Section, ...]]

_KEPT = "edition"
_OTHERS = {"earlier": 1, "later": -1}


class EditionView(WrittenView):
    """One edition of those there are, which is filled, ordered and sent out."""

    export_asked = Signal(object)
    """Stories shall go out, in this order."""

    def __init__(self, room: Room, dress: Dress) -> None:
        super().__init__(room, dress)
        self._desk = room.desk.editions
        self.setObjectName("editionView")
        self.edition: Edition | None = None
        self.latest: Edition | None = None
        self._wanted = room.window.kept.number(_KEPT)
        self._measuring: Task | None = None
        self._choose: list[int] = []
        self.model = EditionModel(self)
        self.model.keeping = not room.desk.library.read_only
        self.table = EditionTable(self.model, self)
        self.table.setItemDelegate(EditionCells(dress, self.table))
        self.head = EditionHead()
        self.asking = EditionAsking(self, room)
        self.writing = EditionWriting(self, room)
        self._fill(self.head, self.table, self.head.seen, self._read_edition)
        self._ways |= {
            "new": self.asking.new,
            "change": self.asking.change,
            "delete": self.asking.delete,
            "page": self.asking.page,
            "story": self.asking.story,
            "topics": self.writing.add_topics,
            "export": self._export,
            "remove": self.writing.remove,
            "open": self._open,
            "write": lambda: self.table.write(self.table.currentIndex().row(), LENGTH),
            "up": partial(self.writing.step, -1),
            "down": partial(self.writing.step, 1),
        }
        self._connect()
        self.wear(dress.palette)

    def _connect(self) -> None:
        self.head.asked.connect(self.do)
        self.head.chosen.connect(self.show_edition)
        seen = self.table.viewport()
        self.table.customContextMenuRequested.connect(lambda at: self.menu_asked.emit(seen.mapToGlobal(at)))
        self.table.selectionModel().selectionChanged.connect(lambda *_ranges: self.chosen.emit())

    def do(self, name: str) -> None:
        """Do what a key or a button asks for."""
        if name in _OTHERS:
            self._show_other(_OTHERS[name])
        else:
            super().do(name)

    # What is shown

    def show_edition(self, number: int) -> None:
        """Show another edition."""
        self._wanted = number
        self._room.window.kept.keep(_KEPT, number)
        self.reload()

    def _show_other(self, step: int) -> None:
        box = self.head.edition
        row = box.currentIndex() + step
        if 0 <= row < box.count():
            self.show_edition(box.itemData(row))

    @property
    def settled(self) -> bool:
        """Tell whether nothing is being loaded or measured."""
        return super().settled and self._measuring is None

    def _read_edition(self) -> Task:
        if self._measuring is not None:
            self._measuring.cancel()
            self._measuring = None
        return self._room.tasks.read(partial(self._read, self._wanted), self._show, self._failed)

    def _read(self, wanted: int) -> Seen:
        """Read the editions there are and the one that is wanted, or the one of the latest day up to today."""
        editions = self._desk.around()
        sections = self._room.desk.library.house.sections()
        numbers = [one.id for one in editions]
        if wanted not in numbers:
            today = self._room.desk.plan.today()
            due = [one.id for one in editions if one.day <= today]
            wanted = due[0] if due else numbers[-1] if numbers else 0
        try:
            found = self._desk.edition(wanted) if wanted else None
        except NotFound:  # somebody deleted it this moment
            found = None
        return editions, found, self._desk.outline(found) if found else (), sections

    def _show(self, seen: Seen) -> None:
        if not self._read_it():
            return
        editions, edition, lines, sections = seen
        self._dress.know(sections)
        self.head.offer(editions, edition.id if edition else 0)
        changed = self.edition is None or edition is None or self.edition.id != edition.id
        self.edition = self.latest = edition
        if edition is None:
            self._show_none()
            return
        if changed:
            self._done.clear()
        known = [*self.model.lines] if not changed else []
        self._show_lines(with_lengths(lines, known))
        self._measuring = self._room.tasks.read(
            partial(self._desk.lines, edition), self._measured, self._not_measured
        )

    def _show_none(self) -> None:
        self.model.show_lines(())
        self.head.tell(None, None, self._dress.now(), self._dress.zone)
        self.head.allow(edition=False, keeping=self.model.keeping, stories=False)
        words = _("An edition holds a day’s stories page by page and shows what is lacking.")
        ways = ((_("New edition …"), self.asking.new),) if self.model.keeping else ()
        self.blank.say("edition", _("No editions yet"), words, ways)
        self._stack.setCurrentWidget(self.blank)

    def _show_lines(self, lines: Sequence[Line]) -> None:
        assert self.edition is not None
        rows, column = self.table.rows(), max(self.table.currentIndex().column(), 0)
        rows = self._choose or rows
        self.model.show_lines(tuple(lines))
        self.head.tell(self.edition, glance(lines), self._dress.now(), self._dress.zone)
        stories = any(line.card for line in lines)
        self.head.allow(edition=True, keeping=self.model.keeping, stories=stories)
        if lines:
            self._stack.setCurrentWidget(self.table)
            if self._choose or not self.table.currentIndex().isValid():
                rows = [min(row, len(lines) - 1) for row in rows]
                self.table.setCurrentIndex(
                    self.model.index(min(rows[0] if rows else 0, len(lines) - 1), column)
                )
                self.table.choose(rows)
        else:
            self._say_empty()
        self._choose = []

    def _say_empty(self) -> None:
        assert self.edition is not None
        words = _("Take the topics of the day’s story list, or add pages and stories.")
        ways = (
            (_("Topics of the story list"), self.writing.add_topics),
            (_("Page or section …"), self.asking.page),
            (_("Story …"), self.asking.story),
        )
        title = _("“{name}” is empty", name=self.edition.name)
        self.blank.say("edition", title, words, ways if self.model.keeping else ())
        self._stack.setCurrentWidget(self.blank)

    def _measured(self, lines: tuple[Line, ...]) -> None:
        self._measuring = None
        if not self._waits() and self.edition is not None:
            self._show_lines(lines)

    def _not_measured(self, error: BaseException) -> None:
        self._measuring = None
        self.line.say(words_of(error))

    def _failed(self, error: BaseException) -> None:
        self.head.allow(edition=False, keeping=False, stories=False)
        self._say_failed(_("No edition"), error)

    # What is chosen

    def _chosen_lines(self) -> list[Line]:
        return [self.model.lines[row] for row in self.table.rows()]

    def selected_ids(self) -> tuple[int, ...]:
        """Give the chosen stories, in the edition's order."""
        return tuple(line.card.id for line in self._chosen_lines() if line.card)

    def take_focus(self) -> None:
        """Let keys go to the lines, or to the first way on."""
        self.entry().setFocus()

    def entry(self) -> QWidget:
        """Give the lines, which take the focus."""
        return self.table if self._stack.currentWidget() is self.table else self.head.new

    def _open(self) -> None:
        """Open the story at hand, or write the title of a page."""
        row = self.table.currentIndex().row()
        if not 0 <= row < len(self.model.lines):
            return
        card = self.model.lines[row].card
        if card is not None:
            self.opened.emit(card.id)
        else:
            self.table.write(row)

    # Changing it

    def change(self, work: Work, choose: Sequence[int] = ()) -> None:
        """Change the edition, after all changes before it, and choose rows then."""
        if self.edition is None or not self.model.keeping:
            return
        self._choose = list(choose)

        def done() -> Changes:
            assert self.latest is not None
            wanted = work(self.latest)
            if wanted == self.latest:
                return Changes()
            self.latest, changes = self._desk.save(wanted)
            return changes

        self._room.tasks.write(done, self._changed, self.fail)

    def _changed(self, changes: Changes) -> None:
        self.remember(changes)
        self.reload()

    def fail(self, error: BaseException) -> None:
        """Say why something was not done, and show what stands."""
        self._choose = []
        super().fail(error)

    def _export(self) -> None:
        """Ask where the stories shall go, in the edition's order."""
        ids = tuple(dict.fromkeys(line.card.id for line in self.model.lines if line.card))
        self.export_asked.emit(ids)
