"""Leaving what is written on the page for what the library holds, or keeping it as a story of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.gui.story_work import keep_copy_of

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.domain.listing import Saved
    from newsroom.gui.story_session import StorySession
    from newsroom.gui.tasks import Tasks


class Parting(QObject):
    """Parts the open story's page from the story, where two wrote or another version is wanted."""

    def __init__(self, session: StorySession, desk: Desk, tasks: Tasks) -> None:
        super().__init__(session)
        self._session, self._desk, self._tasks = session, desk, tasks

    def keep_copy(self, article: Article, _checked: bool = False) -> None:
        """Save a text as a story of its own and open that; one that may not be copied stays on the page."""
        permit = partial(self._desk.blocking.permit, article)
        self._tasks.read(permit, lambda _none: self._copy(article), self._session.fail)

    def _copy(self, article: Article) -> None:
        self._session.let_go()
        self._tasks.write(partial(keep_copy_of, self._desk, article), self._copied, self._session.fail)

    def _copied(self, saved: Saved) -> None:
        self._session.changed.emit(saved.changes)
        self._session.open(saved.article.id)

    def renounce(self) -> None:
        """Let go of what was typed, which is kept elsewhere, and show the story as the library holds it."""
        story = self._session.article
        if story is not None and story.id:
            self._session.let_go()
            self._session.open(story.id)

    def reopen(self, story: int, _checked: bool = False, *, forget: bool = False) -> None:
        """Open a story as the library holds it; what was written here stays a draft, or is forgotten."""
        now = self._session.article
        if forget and now is not None:
            self._tasks.write(partial(self._desk.writing.forget, now), failed=self._session.fail)
        else:
            self._session.keep_draft()
        self._session.let_go()
        self._session.open(story)
