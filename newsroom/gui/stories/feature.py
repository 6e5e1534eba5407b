"""Replacing in many stories at work: found on a worker, saved one by one, taken back at once."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.desk.replacing import note_of
from newsroom.gui.faults import words_of
from newsroom.gui.stories.dialog import StoriesDialog
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsroom.desk.replacing import FindReport, FoundIn, ReplaceReport
    from newsroom.domain.changeset import Changes
    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task
    from newsroom.text.pattern import Sought

    Ids = Callable[[], Sequence[int]]


class Stories(QObject):
    """One search or replacing at a time."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room = room
        self._task: Task | None = None
        self._places: tuple[Ids, ...] = ()
        self.dialog: StoriesDialog | None = None
        room.window.cancel_asked.connect(self.stop)

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what its action does."""
        return {"replace-stories": self.ask}

    @property
    def busy(self) -> bool:
        """Tell whether something is being searched or replaced."""
        return self._task is not None

    def ask(self) -> None:
        """Save what is open and ask what to look for."""
        if self._task is None:
            self._room.session.save_then(self._open)

    def _open(self) -> None:
        places = self._scopes()
        self._places = tuple(ids for _words, ids in places)
        dialog = self.dialog = StoriesDialog(self._room.window, [words for words, _ids in places])
        dialog.searched.connect(self._search)
        dialog.stopped.connect(self._drop)
        dialog.chosen.connect(self._replace)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _scopes(self) -> list[tuple[str, Ids]]:
        """Give where can be looked: in the stories chosen, if they are several, and in the list shown."""
        chosen = self._room.window.stories.chosen_ids()
        title, ids = self._room.browsing.listed()
        scopes: list[tuple[str, Ids]] = [(title, ids)]
        if len(chosen) > 1:
            words = ngettext("{n} chosen story", "{n} chosen stories", len(chosen))
            scopes.insert(0, (words, lambda: chosen))
        return scopes

    def _closed(self, _result: int) -> None:
        self.dialog = None

    # Searching

    def _search(self, place: int) -> None:
        assert self.dialog is not None
        self._drop()
        asked = self.dialog.asked
        work = partial(self._find, self._places[place], asked.sought(), asked.replacement())
        self.dialog.busy(_("Searching …"), 0, 0)
        self._task = self._room.tasks.long(work, self._found, self._failed)
        self._task.progressed.connect(self._progress)

    def _find(self, ids: Ids, sought: Sought, new: str, task: Task) -> FindReport:
        return self._room.desk.replacing.find(ids(), sought, new, task.progress, task.cancelled)

    def _progress(self, done: int, total: int, _name: str) -> None:
        if self.dialog is not None:
            self.dialog.busy(_("Searching {n} of {all}", n=done, all=total), done, total)

    def _drop(self) -> None:
        """Search no more; its answer is not wanted."""
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _found(self, report: FindReport) -> None:
        self._task = None
        if self.dialog is not None:
            self.dialog.show_report(report)

    def _failed(self, error: BaseException) -> None:
        self._task = None
        if self.dialog is not None:
            self.dialog.fail(words_of(error))

    # Replacing

    def _replace(self, stories: tuple[FoundIn, ...]) -> None:
        assert self.dialog is not None
        note = note_of(self.dialog.asked.sought(), self.dialog.asked.replacement())
        self._task = self._room.tasks.long(partial(self._make, stories, note), self._replaced, self._fail)
        self._task.progressed.connect(self._advance)

    def _make(self, stories: tuple[FoundIn, ...], note: str, task: Task) -> ReplaceReport:
        return self._room.desk.replacing.replace(stories, note, task.progress, task.cancelled)

    def _advance(self, done: int, total: int, _name: str) -> None:
        self._room.window.status.busy(_("Replacing in {n} of {all}", n=done, all=total), done, total)

    def stop(self) -> None:
        """Stop after the story that is being saved."""
        if self._task is not None and self.dialog is None:
            self._task.stop()

    def _replaced(self, report: ReplaceReport) -> None:
        self._task = None
        self._room.window.status.rest()
        self._room.apply(report.changes)
        finds = ngettext("{n} find replaced", "{n} finds replaced", report.count)
        stories = ngettext("in {n} story.", "in {n} stories.", len(report.replaced))
        told = [f"{finds} {stories}", *(tell(one.message) for one in report.refused[:2])]
        if report.stopped:
            told.append(tell(report.stopped.message))
        tone = "warn" if report.refused or report.stopped else "calm"
        ways = ((_("Undo"), partial(self._undo, report.changes)),) if report.replaced else ()
        self._room.window.notice.say(tone, " ".join(told), ways)

    def _undo(self, changes: Changes, _checked: bool = False) -> None:
        self._room.tasks.write(partial(self._room.desk.writing.undo, changes), self._room.apply, self._fail)

    def _fail(self, error: BaseException) -> None:
        self._task = None
        self._room.window.status.rest()
        self._room.fail(error)
