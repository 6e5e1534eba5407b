"""What the window shows of the library itself: its name, its health, what it offers, what others do in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from newsroom.domain.changeset import Changes, Touched
from newsroom.gui.panels.publication import Catalogue
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _, tell

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.gui.browser.browsing import Browsing
    from newsroom.gui.main_window import MainWindow
    from newsroom.translation import Message

_POLL = 2000
_STIRRED = 100
_OFFERED = (Touched.ADDED, Touched.SECTIONS, Touched.KEYWORDS, Touched.METADATA)
_BY_OTHERS = frozenset({Touched.ADDED, Touched.STATE, Touched.TRASH})


class LibraryWatch(QObject):
    """Asks the library on a worker, at the start, after changes and every other second."""

    looked = Signal()
    """The library was looked after; it may have been written by another window."""
    moved = Signal()
    """The library was written by another window."""

    def __init__(self, desk: Desk, window: MainWindow, browsing: Browsing) -> None:
        super().__init__(browsing)
        self._desk, self._window, self._browsing = desk, window, browsing
        self._tasks = window.tasks
        self._seq = 0
        self._poll = QTimer(self, interval=_POLL)
        self._poll.timeout.connect(self._look)
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
        self._poll.start()
        self._files.addPath(f"{library.location}-wal")  # where it is, other windows are heard at once
        self._tasks.read(library.quick_check, self._warn)

    def _show_name(self) -> None:
        name = self._desk.house.name or self._desk.library.location.rsplit("/", 1)[-1]
        self._window.status.library.setText(_("Library: {name}", name=name))

    def end(self) -> None:
        """Look no more."""
        self._poll.stop()
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

    def _look(self) -> None:
        self.looked.emit()
        self._tasks.read(self._desk.library.seq, self._notice)

    def _notice(self, seq: int) -> None:
        first, moved = not self._seq, seq > self._seq
        self._seq = max(seq, self._seq)
        if moved and not first:
            self._browsing.apply(Changes(_BY_OTHERS, seq=seq))
            self.moved.emit()
