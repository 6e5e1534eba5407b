"""Texts that were typed and not saved when the program ended: offered at the next start, in the bar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from newsroom.desk.liveness import RENEWED_EVERY
from newsroom.translation import _, msgs, tell

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.domain.listing import Draft
    from newsroom.gui.bars.notice_bar import NoticeBar
    from newsroom.gui.story_session import StorySession
    from newsroom.gui.tasks import Tasks


class LeftDrafts(QObject):
    """Offers the drafts that other sessions left behind, the newest first."""

    def __init__(self, desk: Desk, tasks: Tasks, session: StorySession, notice: NoticeBar) -> None:
        super().__init__(session)
        self._desk, self._tasks, self._session, self._notice = desk, tasks, session, notice
        self._beat = QTimer(self, interval=int(RENEWED_EVERY.total_seconds() * 1000))
        self._beat.timeout.connect(self._renew)
        self._beat.start()

    def _renew(self) -> None:
        """Let other windows know, while something is unsaved here, that it is not left behind."""
        if self._session.article is not None and self._session.dirty:
            self._tasks.write(self._desk.writing.renew)

    def look(self) -> None:
        """Look for drafts on a worker and offer what is found."""
        self._tasks.read(self._desk.writing.recoverable, self._offer)

    def _offer(self, drafts: tuple[Draft, ...]) -> None:
        if not drafts:
            return
        newest = max(drafts, key=lambda draft: draft.time)
        words = msgs(
            "The program ended before {n} text was saved: “{headline}”.",
            "The program ended before {n} texts were saved, the last one “{headline}”.",
            len(drafts),
            headline=newest.article.headline or _("No headline"),
        )
        ways = (
            (_("Restore"), partial(self._resume, newest)),
            (_("Discard"), partial(self._discard, newest)),
        )
        self._notice.say("warn", tell(words), ways)

    def _resume(self, draft: Draft, _checked: bool = False) -> None:
        self._session.resume(draft)

    def _discard(self, draft: Draft, _checked: bool = False) -> None:
        self._tasks.write(partial(self._desk.writing.discard, draft), self._discarded)

    def _discarded(self, _nothing: object) -> None:
        self.look()
