"""A rename or merge under way: page after page on the writing thread, other writes between; it can be stopped."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.domain.changeset import Changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsroom.desk.catalogue import Catalogue
    from newsroom.domain.catalogue import Renaming
    from newsroom.gui.tasks import Tasks

_OFTEN = 10
"""After so many pages the lists are shown anew."""


class Runner(QObject):
    """Emits how far a renaming is, what changed in between, and its end; several go one after the other."""

    progressed = Signal(object)
    changed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, catalogue: Catalogue, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._catalogue, self._tasks = catalogue, tasks
        self._waiting: list[Renaming] = []
        self._changes, self._pages = Changes(), 0
        self._stopped = False
        self.job: Renaming | None = None

    def run(self, jobs: Iterable[Renaming]) -> None:
        """Do these, after what is under way."""
        known = {job.id for job in (*self._waiting, *((self.job,) if self.job else ()))}
        self._waiting += [job for job in jobs if job.id not in known]
        if self.job is None:
            self._next()

    def stop(self) -> None:
        """Stop after the page that is being written; what is left can be taken up again."""
        self._stopped = True
        self._waiting.clear()

    def _next(self) -> None:
        self.job = self._waiting.pop(0) if self._waiting else None
        self._stopped, self._changes, self._pages = False, Changes(), 0
        if self.job is None:
            return
        if self.job.finished:
            self._end(self.job)
        else:
            self.progressed.emit(self.job)
            self._go_on(self.job)

    def _go_on(self, job: Renaming) -> None:
        work: Callable[[], object] = partial(self._catalogue.go_on, job)
        self._tasks.write(work, self._done, self._fail)

    def _done(self, result: tuple[Renaming, Changes]) -> None:
        job, changes = result
        self.job = job
        self._changes = self._changes | changes
        self._pages += 1
        if job.finished or self._stopped:
            self._end(job)
            return
        if self._pages % _OFTEN == 0:
            self.changed.emit(self._changes)
            self._changes = Changes()
        self.progressed.emit(job)
        self._go_on(job)

    def _end(self, job: Renaming) -> None:
        if self._changes:
            self.changed.emit(self._changes)
        self.finished.emit(job)
        self._next()

    def _fail(self, error: BaseException) -> None:
        self.job = None
        self._waiting.clear()
        self.failed.emit(error)
