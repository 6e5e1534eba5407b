"""The way into the trash and out again, with the undo of both and of all that was done with many stories."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.desk.moved import PAGE, MoveReport
from newsroom.domain.changeset import Changes, Touched
from newsroom.gui.many import outcome, tone
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsroom.desk import Desk
    from newsroom.gui.main_window import MainWindow
    from newsroom.gui.many import Many
    from newsroom.gui.story_session import StorySession


class Trash(QObject):
    """Moves the chosen stories, or the open one where none is chosen."""

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, session: StorySession, window: MainWindow, many: Many) -> None:
        super().__init__(session)
        self._desk, self._session, self._window, self._many = desk, session, window, many
        self._last = Changes()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what the actions on the trash do."""
        return {"trash": self._throw, "restore": self._restore, "undo-library": self.undo}

    def chosen(self) -> Sequence[int]:
        """Give the chosen stories, or the open one where none is chosen; of a board or calendar those chosen there."""
        cover = self._window.columns.cover
        if cover is not None:
            return cover.selected_ids()
        chosen = self._window.stories.choice
        if chosen.number:
            return chosen.ids
        story = self._session.article
        return (story.id,) if story and story.id else ()

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

    # There and back

    def _throw(self) -> None:
        ids = self.chosen()
        self._session.close_one_of(ids)
        self._many.run(partial(self._desk.moving.to_trash, ids), len(ids), self._thrown)

    def _thrown(self, report: MoveReport) -> None:
        self.changed.emit(report.changes)
        count = len(report.moved)
        words = ngettext("{n} story moved to the trash.", "{n} stories moved to the trash.", count)
        ways = ((_("Undo"), self.undo),) if count else ()
        self._window.notice.say(tone(report), outcome(report, words), ways)

    def _restore(self) -> None:
        ids = self.chosen()
        self._session.close()
        self._many.run(partial(self._desk.moving.from_trash, ids), len(ids), self._restored)

    def _restored(self, report: MoveReport) -> None:
        self.changed.emit(report.changes)
        if report.refused or report.stopped:
            words = ngettext("{n} story restored.", "{n} stories restored.", len(report.moved))
            self._window.notice.say(tone(report), outcome(report, words))

    # Taking back

    def undo(self) -> None:
        """Take the last move back: a small one whole or not at all, a great one page by page."""
        changes, self._last = self._last, Changes()
        if len(changes.inverse) > PAGE:
            work = partial(self._desk.moving.undo, changes)
            self._many.run(work, len(changes.inverse), self._undone)
        elif changes.inverse:
            work_whole = partial(self._desk.writing.undo, changes)
            self._window.tasks.write(work_whole, self.changed.emit, self.failed.emit)

    def _undone(self, report: MoveReport) -> None:
        self.changed.emit(report.changes)
        if report.left:
            self._last = report.left
            self.changed.emit(Changes())
        words = ngettext("{n} story taken back.", "{n} stories taken back.", len(report.moved))
        ways = ((_("Go on"), self.undo),) if report.left else ()
        self._window.notice.say(tone(report), outcome(report, words), ways)
