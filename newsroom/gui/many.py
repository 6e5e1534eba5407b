"""Changes of many stories at work: one at a time, off the window's thread, with progress and a way to stop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.desk.moved import PAGE, MoveReport
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.gui.main_window import MainWindow
    from newsroom.gui.story_session import StorySession
    from newsroom.gui.tasks import Task

    Work = Callable[[Progress | None, Cancelled | None], MoveReport]
    Done = Callable[[MoveReport], None]


class Many(QObject):
    """Runs a change of many stories after the open one was saved; a few go in their order among other writes."""

    failed = Signal(object)

    def __init__(self, session: StorySession, window: MainWindow) -> None:
        super().__init__(session)
        self._session, self._window, self._tasks = session, window, window.tasks
        self._task: Task | None = None
        self._busy = False
        window.cancel_asked.connect(self._stop)

    def run(self, work: Work, number: int, done: Done) -> None:
        """Change so many stories; while a change is on its way no other one begins."""
        if self._busy:
            self._window.notice.say("calm", _("Another change of many stories is still on its way."))
            return
        self._session.save_then(partial(self._begin, work, number, done))

    def _begin(self, work: Work, number: int, done: Done) -> None:
        if self._busy:
            return
        self._busy = True
        ended = partial(self._ended, done)
        if number <= PAGE:
            self._tasks.write(partial(work, None, None), ended, self._failed)
            return
        self._task = self._tasks.long(lambda task: work(task.progress, task.cancelled), ended, self._failed)
        self._task.progressed.connect(self._tell)

    def _tell(self, done: int, total: int, _name: str) -> None:
        self._window.status.busy(
            _("Changing stories: {done} of {total}", done=done, total=total), done, total
        )

    def _stop(self) -> None:
        """Stop after the page that is being kept."""
        if self._task is not None:
            self._task.stop()

    def _rest(self) -> None:
        self._busy = False
        if self._task is not None:
            self._task = None
            self._window.status.rest()

    def _ended(self, done: Done, report: MoveReport) -> None:
        self._rest()
        done(report)

    def _failed(self, error: BaseException) -> None:
        self._rest()
        self.failed.emit(error)


def outcome(report: MoveReport, done: str) -> str:
    """Say what a change of many stories did, in one or two sentences, the first of which is given."""
    words = done
    if report.refused:
        reason = tell(report.refused[0].message)
        stayed = ngettext(
            "{n} story stayed as it was: {reason}",
            "{n} stories stayed as they were: {reason}",
            len(report.refused),
            reason=reason,
        )
        words = f"{words} {stayed}"
    if report.cancelled:
        words = f"{words} {_('Then cancelled.')}"
    if report.stopped is not None:
        words = f"{words} {tell(report.stopped.message)}"
    return words


def tone(report: MoveReport) -> str:
    """Give the tone in which a report is told."""
    return "warn" if report.refused or report.stopped else "calm"
