"""What the window shows of the library itself: its name, its health, what it offers, what others do in it."""

from __future__ import annotations

from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from newsroom.domain.changeset import Changes, Touched
from newsroom.domain.errors import LibraryAway, LibraryUnusable
from newsroom.gui.panels.publication import Catalogue
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _, tell

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.gui.browser.browsing import Browsing
    from newsroom.gui.main_window import MainWindow
    from newsroom.gui.tasks import Task
    from newsroom.library.database import Announcements
    from newsroom.translation import Message

_BEAT = 1000
"""Milliseconds after which others at the open story are looked after, who write their drafts unannounced."""
_WAIT = 5.0
_PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0)
"""Seconds until a server that is away is dialled again, the last for good."""
_STIRRED = 100
_OFFERED = (Touched.ADDED, Touched.SECTIONS, Touched.KEYWORDS, Touched.METADATA)
_BY_OTHERS = frozenset({Touched.ADDED, Touched.STATE, Touched.TRASH})


class LibraryWatch(QObject):
    """Listens to the library on a thread, and asks it on a worker when something stirred."""

    looked = Signal()
    """The library was looked after; it may have been written by another window."""
    moved = Signal()
    """The library was written by another window, or what it holds may not have been heard for a while."""
    lost = Signal()
    """The library's server does not answer."""
    found = Signal()
    """The server answers again."""

    def __init__(self, desk: Desk, window: MainWindow, browsing: Browsing) -> None:
        super().__init__(browsing)
        self._desk, self._window, self._browsing = desk, window, browsing
        self._tasks = window.tasks
        self._seq = 0
        self._listener: Task | None = None
        self._tester: Task | None = None
        self._test = desk.library.quick_check()
        self._ear: Announcements | None = None
        self._again = Event()
        self._doubted = False
        self._missed = False
        self._beat = QTimer(self, interval=_BEAT)
        self._beat.timeout.connect(self.looked)
        self._stirred = AfterPause(self._look, _STIRRED, self)
        self._files = QFileSystemWatcher(self)
        self._files.fileChanged.connect(self._stirred.ask)

    def begin(self) -> None:
        """Show the library's name and warnings, and look after other windows from now on."""
        library, status = self._desk.library, self._window.status
        self.offer()
        if library.warning is not None:
            self._window.notice.say("warn", tell(library.warning))
        self._show_name()
        status.library.setToolTip(library.location)
        self._beat.start()
        self._tasks.read(library.seq, self._notice)
        self._listener = self._tasks.listen(self._listen, self._heard)
        self._files.addPath(f"{library.location}-wal")  # where it is, other windows are heard at once
        test = self._test
        self._tester = self._tasks.listen(lambda task: task.say(test.run()), self._warn)

    def _show_name(self) -> None:
        name = self._desk.house.name or self._desk.library.location.rsplit("/", 1)[-1]
        self._window.status.library.setText(_("Library: {name}", name=name))

    def end(self) -> None:
        """Look no more."""
        self._beat.stop()
        if self._listener is not None:
            self._listener.stop()
        if self._tester is not None:
            self._tester.cancel()
        self._test.stop()
        self._again.set()
        if self._ear is not None:  # it may be dialling, for which nobody waits here
            Thread(target=self._ear.close, daemon=True).start()
        self._stirred.forget()
        for path in self._files.files():
            self._files.removePath(path)

    def apply(self, changes: Changes) -> None:
        """Know what this window changed itself, and offer what is new by it."""
        self._seq = max(self._seq, changes.seq)
        if changes.concerns(*_OFFERED):
            self.offer()
        if changes.concerns(Touched.SETTINGS):
            self._show_name()

    def offer(self) -> None:
        """Offer the sections, genres and keywords of the library in the panel."""
        self._tasks.read(self._find, self._window.panel.publication.offer)

    def _find(self) -> Catalogue:
        library = self._desk.library
        return Catalogue(
            library.house.sections(),
            library.house.genres(),
            library.house.keywords(limit=2000),
            self._desk.zone,
        )

    def _warn(self, found: tuple[Message, ...]) -> None:
        if found:
            self._window.notice.say("bad", tell(found[0]))

    # Listening

    def try_again(self) -> None:
        """Dial the server at once."""
        self._again.set()

    def doubt(self) -> None:
        """Hear from others that the server is away, and say when it answers."""
        self._doubted = True

    def _listen(self, task: Task) -> None:
        """Say each running number, and whether the server is there, from the listener's own thread."""
        failed = 0
        while not task.cancelled():
            try:
                number = self._wait(task)
            except LibraryUnusable as fault:
                if isinstance(fault, LibraryAway):
                    task.say(False)
                self._again.wait(_PAUSES[min(failed, len(_PAUSES) - 1)])
                self._again.clear()
                failed += 1
                continue
            if failed or self._doubted:
                task.say(True)
            failed, self._doubted = 0, False
            if number is not None:
                task.say(number)
        if self._ear is not None:
            self._ear.close()

    def _wait(self, task: Task) -> int | None:
        if self._ear is None:
            self._ear = self._desk.library.announcements()
        if self._doubted:
            self._desk.library.seq()
        return None if task.cancelled() else self._ear.wait(0 if self._doubted else _WAIT)

    def _heard(self, news: int | bool) -> None:
        if news is True:
            self._missed = True
            self.found.emit()
            self._look()
        elif news is False:
            self.lost.emit()
        else:
            self._look()

    def _look(self) -> None:
        self.looked.emit()
        self._tasks.read(self._desk.library.seq, self._notice)

    def _notice(self, seq: int) -> None:
        first, moved = not self._seq, seq > self._seq
        self._seq = max(seq, self._seq)
        if self._missed or (moved and not first):
            self._missed = False
            self._browsing.apply(Changes(_BY_OTHERS, seq=seq))
            self.offer()
            self.moved.emit()
