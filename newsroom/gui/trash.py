"""The way into the trash and out again, with the undo of both."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.domain.changeset import Changes, Touched
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk import Desk
    from newsroom.gui.main_window import MainWindow
    from newsroom.gui.story_session import StorySession


class Trash(QObject):
    """Moves the chosen stories, or the open one where none is chosen."""

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, session: StorySession, window: MainWindow) -> None:
        super().__init__(session)
        self._writing, self._session, self._window = desk.writing, session, window
        self._tasks = window.tasks
        self._last = Changes()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what the actions on the trash do."""
        return {"trash": self._throw, "restore": self._restore, "undo-library": self.undo}

    def chosen(self) -> tuple[int, ...]:
        """Give the chosen stories, or the open one where none is chosen; of a board or calendar those chosen there."""
        cover = self._window.columns.cover
        if cover is not None:
            return cover.selected_ids()
        chosen = self._window.stories.chosen_ids()
        story = self._session.article
        return chosen or ((story.id,) if story and story.id else ())

    @property
    def undoable(self) -> bool:
        """Tell whether there is a move to take back."""
        return bool(self._last.inverse)

    def know(self, changes: Changes) -> None:
        """Keep the last move, so that it can be taken back."""
        if changes.inverse and (
            changes.concerns(Touched.TRASH) or changes.sources or len(changes.stories) > 1
        ):
            self._last = changes

    def undo(self) -> None:
        """Take the last move back."""
        changes, self._last = self._last, Changes()
        if changes.inverse:
            self._write(partial(self._writing.undo, changes), self.changed.emit)

    def _throw(self) -> None:
        ids = self.chosen()
        if self._session.article is not None and self._session.article.id in ids:
            self._session.close()
        self._write(partial(self._writing.trash, ids), partial(self._thrown, len(ids)))

    def _thrown(self, count: int, changes: Changes) -> None:
        self.changed.emit(changes)
        words = ngettext("{n} story moved to the trash.", "{n} stories moved to the trash.", count)
        self._window.notice.say("calm", words, ((_("Undo"), self.undo),))

    def _restore(self) -> None:
        ids = self.chosen()
        self._session.close()
        self._write(partial(self._writing.restore, ids), self.changed.emit)

    def _write(self, work: Callable[[], Changes], done: Callable[[Changes], None]) -> None:
        self._tasks.write(work, done, self.failed.emit)
