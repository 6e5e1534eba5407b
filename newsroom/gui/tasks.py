"""Work off the window's thread: a function goes out with plain data, its result comes back to the window.

Reading has two threads, and a third for the pages of lists, which somebody is looking at and waits for. Writing
has one, so that writes are in order by construction. What takes long has two of its own. Threads put what
they have to say into a post box and ring one bell that lives as long as they do; no other Qt object is
touched off the window's thread (a signal emitted there while the window connects to it can crash).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from queue import SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from newsroom.domain.errors import Known, LibraryAway

_LOG = logging.getLogger(__name__)
_OFTEN_ENOUGH = 0.04
_PARTING = 0.5
"""Seconds a listener is waited for at the end; one that dials a server in vain is left to itself."""
Letter = Callable[[], None]


class Task(QObject):
    """One piece of work: emits `done` with the result or `failed` with the error, unless it was cancelled."""

    done = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int, str)
    heard = Signal(object)

    def __init__(
        self, work: Callable[[Task], Any], parent: QObject, post: Callable[[Letter], None], *, droppable: bool
    ) -> None:
        super().__init__(parent)
        self._work = work
        self._post = post
        self.droppable = droppable
        self._stopped, self._dropped = Event(), Event()
        self._told = 0.0

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

    def rest(self, seconds: float) -> None:
        """Wait on the work's own thread, or until somebody asks it to stop."""
        self._stopped.wait(seconds)

    def say(self, news: object) -> None:
        """Tell something on the way, from the work's own thread; nothing of it is dropped."""
        self._post(partial(self._hear, news))

    def _hear(self, news: object) -> None:
        if not self._dropped.is_set():
            self.heard.emit(news)

    def progress(self, done: int, total: int, name: str) -> None:
        """Report how far the work is, from the work's own thread; more often than anyone can read is dropped."""
        now = monotonic()
        if now - self._told >= _OFTEN_ENOUGH:
            self._told = now
            self._post(partial(self._step, done, total, name))

    def _step(self, done: int, total: int, name: str) -> None:
        """Tell of the progress on the window's thread."""
        if not self._dropped.is_set():
            self.progressed.emit(done, total, name)

    def run(self) -> None:
        """Do the work, on whatever thread calls."""
        if self._dropped.is_set():
            self._post(partial(self._tell, None, None))
            return
        try:
            result = self._work(self)
        except BaseException as error:  # noqa: BLE001 - it is told on the window's thread
            self._post(partial(self._tell, None, error))
        else:
            self._post(partial(self._tell, result, None))

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

    _bell = Signal()
    lost = Signal()
    """Some work found that the library's server is away."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._letters: SimpleQueue[Letter] = SimpleQueue()
        self._bell.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._readers = ThreadPoolExecutor(2, "reader")
        self._pages = ThreadPoolExecutor(1, "pages")
        self._long = ThreadPoolExecutor(2, "long")
        self._writer = ThreadPoolExecutor(1, "writer")
        self._listeners: list[Thread] = []
        self._open = True

    def read(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> Task:
        """Run work that only reads."""
        return self._start(self._readers, lambda _task: work(), done, failed)

    def glance(
        self,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> Task:
        """Run work that only reads, quickly, what somebody is looking at: nothing else stands before it."""
        return self._start(self._pages, lambda _task: work(), done, failed)

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
        done: Callable[[Any], None] | None = None,
        failed: Callable[[BaseException], None] | None = None,
    ) -> Task:
        """Run work that reports progress and asks whether it is cancelled."""
        return self._start(self._long, work, done, failed)

    def listen(self, work: Callable[[Task], None], heard: Callable[[Any], None]) -> Task:
        """Run work on a thread of its own, which says what it hears until it is asked to stop."""
        task = Task(work, self, self._post, droppable=True)
        task.heard.connect(heard)
        listener = Thread(target=task.run, name="listener", daemon=True)
        self._listeners.append(listener)
        listener.start()
        return task

    def _start(
        self,
        threads: ThreadPoolExecutor,
        work: Callable[[Task], Any],
        done: Callable[[Any], None] | None,
        failed: Callable[[BaseException], None] | None,
    ) -> Task:
        task = Task(work, self, self._post, droppable=threads is not self._writer)
        if done is not None:
            task.done.connect(_while_there(done))
        if failed is not None:
            task.failed.connect(_while_there(failed))
        task.failed.connect(self._look_for_loss)
        if self._open:
            threads.submit(task.run)
        return task

    def _look_for_loss(self, error: BaseException) -> None:
        if isinstance(error, LibraryAway):
            self.lost.emit()

    def _post(self, letter: Letter) -> None:
        """Take a letter from any thread and ring for the window's thread."""
        self._letters.put(letter)
        self._bell.emit()

    @Slot()
    def _deliver(self) -> None:
        """Open the letters, on the window's thread; each ring stands for at least one, maybe opened before."""
        while not self._letters.empty():
            self._letters.get_nowait()()

    def close(self) -> None:
        """Drop what only reads, finish what writes and tell of it, and take no more."""
        self._open = False
        for task in self.findChildren(Task):
            if task.droppable:
                task.cancel()
        for threads in (self._pages, self._readers, self._long):
            threads.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)
        for listener in self._listeners:
            listener.join(_PARTING)
        self._deliver()


def _while_there(answer: Callable[[Any], None]) -> Callable[[Any], None]:
    """Give an answer that is not given to a dialog closed by then.

    Qt does so by itself for a method, not for one with values put before the answer.
    """
    if not isinstance(answer, partial):
        return answer
    asker = getattr(answer.func, "__self__", None)
    if not isinstance(asker, QObject):
        return answer

    def given(result: object) -> None:
        if isValid(asker):
            answer(result)

    return given
