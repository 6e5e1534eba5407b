"""The library's server away and back: said once, tried again by itself, and nothing that is typed is lost."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.domain.changeset import Changes
from newsroom.gui.faults import away
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.desk.shelter import Brought
    from newsroom.gui.library_watch import LibraryWatch
    from newsroom.gui.main_window import MainWindow
    from newsroom.gui.story_session import StorySession


class Outage(QObject):
    """Knows whether the server is there."""

    changed = Signal(object)
    apart = Signal()
    """Texts came back that somebody else's version stands before; they wait as drafts."""

    def __init__(self, desk: Desk, session: StorySession, watch: LibraryWatch, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._session, self._watch, self._window = desk, session, watch, window
        self.lasting = False
        window.tasks.lost.connect(self._lost)
        watch.lost.connect(self._lost)
        watch.found.connect(self._found)

    def _lost(self) -> None:
        if self.lasting:
            return
        self.lasting = True
        self._window.notice.stand("warn", away(), ((_("Try again"), self._watch.try_again),))
        self._watch.doubt()

    def _found(self) -> None:
        if not self.lasting:
            return
        self.lasting = False
        self._desk.shelter.away = False
        self._window.notice.lift()
        self._window.notice.say("calm", _("The library’s server is back."))
        self._session.catch_up()
        story = self._session.article
        work = partial(self._desk.shelter.bring_back, story.uid if story else "")
        self._window.tasks.write(work, self._brought)

    def _brought(self, brought: Brought) -> None:
        for saved in brought.saved:
            self.changed.emit(saved.changes)
        if brought.saved:
            words = ngettext("{n} story was saved.", "{n} stories were saved.", len(brought.saved))
            self._window.notice.say("calm", " ".join((_("The library’s server is back."), words)))
        if brought.apart:
            self.apart.emit()
        self.changed.emit(Changes())
