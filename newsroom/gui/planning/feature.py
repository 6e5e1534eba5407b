"""Planning in the window: what is to do is counted on a worker, reminded of by the minute, and given to people."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from newsroom.domain.changeset import Touched
from newsroom.gui.browser.places import Planned
from newsroom.gui.planning.places import Work, todo_places, view_places
from newsroom.gui.planning.story_line import StoryLine
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from newsroom.desk.assigning import Assigned
    from newsroom.domain.assignment import Assignment
    from newsroom.domain.changeset import Changes
    from newsroom.domain.edition import Edition, EditionLine
    from newsroom.domain.person import Person
    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task

_MINUTE = 60_000
_PAUSE = 300
PAGE = 500


class Planning(QObject):
    """Fills the rows of planning, and does what the actions ask for."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room = room
        self._work: Work | None = None
        self._task: Task | None = None
        self._long: Task | None = None
        self._asking: Task | None = None
        self._soon = AfterPause(self.count, _PAUSE, self)
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self._pass_minute)
        self._minute.start()
        self.line = StoryLine()
        room.window.panel.publication.add_row(_("Assigned to"), self.line)
        self.line.asked.connect(self._assign_open)
        self._put()
        room.browsing.counted.connect(self._soon.ask)
        room.session.opened.connect(self._look)
        room.session.renewed.connect(self._look)
        room.session.closed.connect(self.line.clear)
        room.window.cancel_asked.connect(self._stop)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Give what the actions of planning do."""
        return {
            "assign": self.ask,
            "assign-me": self.take,
            "to-edition": self.ask_edition,
        }

    # What is to do

    def count(self) -> None:
        """Count anew what there is to do."""
        if self._task is not None:
            self._task.cancel()
        self._task = self._room.tasks.read(self._read, self._show, self._forget)

    def _read(self) -> Work:
        desk = self._room.desk
        today = desk.plan.today()
        return Work(
            desk.assigning.counts(),
            desk.notices.unseen(),
            desk.plan.days(today).get(today, 0),
            len(desk.editions.around(today)),
        )

    def _forget(self, _error: BaseException) -> None:
        self._task = None  # the list beside says what is wrong with the library

    def _show(self, work: Work) -> None:
        self._task = None
        self._work = work
        self._put()
        self._look()

    def _put(self) -> None:
        desk = self._room.desk
        todo = todo_places(self._work, desk.person, desk.clock())
        self._room.browsing.put_planned(Planned(todo, view_places(self._work, desk.person)))

    def _pass_minute(self) -> None:
        """Remind the person of what is due soon, and let what is late by now be so."""
        if not self._room.desk.library.read_only:
            self._room.tasks.write(self._room.desk.assigning.remind, self._reminded, self._forget)

    def _reminded(self, _any: bool) -> None:
        self.count()

    # The open story

    def _look(self, _opened: object = None) -> None:
        """Say who has the open story, and which editions hold it."""
        story = self._room.session.article
        if story is None or not story.id:
            self.line.clear()
            return
        if self._asking is not None:
            self._asking.cancel()
        work = partial(self._of, story.id, story.uid)
        self._asking = self._room.tasks.read(work, self._tell, self._not_told)

    def _of(self, story: int, uid: str) -> tuple[Assignment | None, tuple[EditionLine, ...]]:
        desk = self._room.desk
        return desk.assigning.of([story]).get(story), desk.editions.holding(uid)

    def _tell(self, found: tuple[Assignment | None, tuple[EditionLine, ...]]) -> None:
        self._asking = None
        desk = self._room.desk
        self.line.show_assignment(*found, desk.clock(), desk.zone, keeping=not desk.library.read_only)

    def _not_told(self, _error: BaseException) -> None:
        self._asking = None

    # Giving stories to people

    def chosen(self) -> tuple[int, ...]:
        """Give the chosen stories, or the open one where none is chosen."""
        window, story = self._room.window, self._room.session.article
        cover = window.columns.cover
        ids = cover.selected_ids() if cover is not None else window.stories.chosen_ids()
        return tuple(ids) or ((story.id,) if cover is None and story and story.id else ())

    def ask(self) -> None:
        """Ask who shall have the chosen stories until when."""
        self._ask(self.chosen())

    def _assign_open(self) -> None:
        story = self._room.session.article
        if story is not None and story.id:
            self._ask((story.id,))

    def _ask(self, ids: tuple[int, ...]) -> None:
        if ids:
            desk = self._room.desk
            work = lambda: (desk.assigning.people(), desk.assigning.of(ids[:1]))  # noqa: E731 - one question of two parts
            self._room.tasks.read(work, partial(self._offer, ids), self._room.fail)

    def _offer(
        self, ids: tuple[int, ...], known: tuple[tuple[Person, ...], Mapping[int, Assignment]]
    ) -> None:
        from newsroom.gui.planning.assign_dialog import AssignDialog

        people, given = known
        now = given.get(ids[0]) if len(ids) == 1 else None
        desk, window = self._room.desk, self._room.window
        dialog = AssignDialog(len(ids), people, now, (self._room.tasks, desk.clock, desk.zone), window)
        dialog.decided.connect(partial(self.assign, ids))
        dialog.open()

    def take(self) -> None:
        """Take the chosen stories oneself, with the time they are due now."""
        ids = self.chosen()
        if ids:
            self.assign(ids, self._room.desk.person.name, None)

    def assign(self, ids: tuple[int, ...], name: str, due: datetime | None) -> None:
        """Give stories to somebody, or to nobody; many of them with progress and a way to stop."""
        work = self._room.desk.assigning.assign
        done = partial(self._assigned, name)
        if len(ids) <= PAGE:
            self._room.tasks.write(partial(work, ids, name, due), done, self._room.fail)
            return
        self._long = self._room.tasks.long(
            lambda task: work(ids, name, due, task.progress, task.cancelled), done, self._failed
        )
        self._long.progressed.connect(self._advance)

    def _advance(self, done: int, total: int, _name: str) -> None:
        self._room.window.status.busy(_("Assigning {n} of {all}", n=done, all=total), done, total)

    def _stop(self) -> None:
        if self._long is not None:
            self._long.stop()

    def _rest(self) -> None:
        if self._long is not None:
            self._long = None
            self._room.window.status.rest()

    def _failed(self, error: BaseException) -> None:
        self._rest()
        self._room.fail(error)

    def _assigned(self, name: str, done: Assigned) -> None:
        self._rest()
        self._room.apply(done.changes)
        count = len(done.stories)
        words = (
            ngettext("{n} story assigned to {name}.", "{n} stories assigned to {name}.", count, name=name)
            if name
            else ngettext("{n} story is nobody’s now.", "{n} stories are nobody’s now.", count)
        )
        ways = ((_("Undo"), partial(self._undo, done.changes)),) if done.changes.planned else ()
        self._room.window.notice.say("calm", words, ways)
        self.count()

    def _undo(self, changes: Changes, _checked: bool = False) -> None:
        work = partial(self._room.desk.writing.undo, changes)
        self._room.tasks.write(work, self._undone, self._room.fail)

    def _undone(self, changes: Changes) -> None:
        self._room.apply(changes)
        self._room.say("calm", _("Undone."))
        self.count()

    # Editions

    def ask_edition(self) -> None:
        """Ask into which edition the chosen stories shall go."""
        ids = self.chosen()
        if ids:
            work = self._room.desk.editions.around
            self._room.tasks.read(work, partial(self._offer_editions, ids), self._room.fail)

    def _offer_editions(self, ids: tuple[int, ...], editions: tuple[EditionLine, ...]) -> None:
        from newsroom.gui.planning.to_edition_dialog import ToEditionDialog

        dialog = ToEditionDialog(len(ids), editions, self._room.window)
        dialog.decided.connect(partial(self.put_into, ids))
        dialog.open()

    def put_into(self, ids: tuple[int, ...], edition: int, name: str, page: str) -> None:
        """Put stories on a page of an edition; one that is not there yet is begun for today."""

        def work() -> tuple[Edition, Changes]:
            editions = self._room.desk.editions
            found = editions.edition(edition) if edition else editions.new(name)[0]
            return editions.save(editions.with_stories(found, ids, page))

        self._room.tasks.write(work, self._put_in, self._room.fail)

    def _put_in(self, done: tuple[Edition, Changes]) -> None:
        edition, changes = done
        self._room.apply(changes)
        words = _("“{name}” holds them now.", name=edition.name)
        self._room.window.notice.say("calm", words, ((_("Undo"), partial(self._undo, changes)),))
        self.count()

    def apply(self, changes: Changes) -> None:
        """Count anew where something was planned."""
        if changes.concerns(Touched.PLANNING, Touched.STATE, Touched.METADATA):
            self._soon.ask()
