"""Work off the window's thread: a function goes out with plain data, its result comes back to the window.

Reading has two threads, writing has one, so that writes are in order by construction.
"""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal

from newsroom.domain.errors import Known

if TYPE_CHECKING:
    from collections.abc import Callable

_LOG = logging.getLogger(__name__)
_OFTEN_ENOUGH = 0.04


class Task(QObject):
    """One piece of work: emits `done` with the result or `failed` with the error, unless it was cancelled."""

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int, str)
    _ended = Signal(object, object)
    _stepped = Signal(int, int, str)

    def __init__(self, work: Callable[[Task], Any], parent: QObject, *, droppable: bool) -> None:
        super().__init__(parent)
        self._work = work
        self.droppable = droppable
        self._stopped, self._dropped = Event(), Event()
        self._told = 0.0
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self._step, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """Ask the work to stop and still hear what it did until then."""
        self._stopped.set()

    def cancel(self) -> None:
        """Ask the work to stop; its result is dropped."""
        self._dropped.set()
        self._stopped.set()

    def cancelled(self) -> bool:
        """Tell whether somebody asked the work to stop; the work may ask from its own thread."""
        return self._stopped.is_set()

    def progress(self, done: int, total: int, name: str) -> None:
        """Report how far the work is, from the work's own thread; more often than anyone can read is dropped."""
        now = monotonic()
        if now - self._told >= _OFTEN_ENOUGH:
            self._told = now
            self._stepped.emit(done, total, name)

    def _step(self, done: int, total: int, name: str) -> None:
        """Tell of the progress on the window's thread."""
        if not self._dropped.is_set():
            self.progressed.emit(done, total, name)

    def run(self) -> None:
        """Do the work, on whatever thread calls."""
        if self._dropped.is_set():
            self._ended.emit(None, None)
            return
        try:
            result = self._work(self)
        except BaseException as error:  # noqa: BLE001 - it is told on the window's thread
            self._ended.emit(None, error)
        else:
            self._ended.emit(result, None)

    def _tell(self, result: object, error: BaseException | None) -> None:
        """Bring the end to whoever waits, on the window's thread."""
        if not self._dropped.is_set():
            if error is None:
                self.done.emit(result)
            else:
                self._fail(error)
        self.deleteLater()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, Known):
            _LOG.error("work failed", exc_info=error)
        self.failed.emit(error)


class Tasks(QObject):
    """Gives work to the threads and gives each piece of it as a `Task`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readers = ThreadPoolExecutor(2, "reader")
        self._writer = ThreadPoolExecutor(1, "writer")
        self._open = True

    def read(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> Task:
        """Run work that only reads."""
        return self._start(self._readers, lambda _task: work(), done, failed)

    def write(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> Task:
        """Run work that writes to the library, after all writes before it."""
        return self._start(self._writer, lambda _task: work(), done, failed)

    def long(
        self,
        work: Callable[[Task], Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
    ) -> Task:
        """Run work that reports progress and asks whether it is cancelled."""
        return self._start(self._readers, work, done, failed)

    def _start(
        self,
        threads: ThreadPoolExecutor,
        work: Callable[[Task], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[BaseException], None] | None,
    ) -> Task:
        task = Task(work, self, droppable=threads is self._readers)
        if done is not None:
            task.done.connect(done)
        if failed is not None:
            task.failed.connect(failed)
        if self._open:
            threads.submit(task.run)
        return task

    def close(self) -> None:
        """Drop what only reads, finish what writes, and take no more."""
        self._open = False
        for task in self.findChildren(Task):
            if task.droppable:
                task.cancel()
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)
