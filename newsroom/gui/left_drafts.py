"""Texts that were typed and not saved when the program ended: offered at the next start, beside what is saved."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from newsroom.desk.liveness import RENEWED_EVERY
from newsroom.desk.writing import copied, taken_over
from newsroom.gui.browser.times import short
from newsroom.gui.comparing.dialog import CompareDialog
from newsroom.gui.faults import words_of
from newsroom.gui.sealing import cover
from newsroom.gui.story_session import CLOSED
from newsroom.translation import _, msgs, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.domain.listing import Draft
    from newsroom.gui.main_window import MainWindow
    from newsroom.gui.story_session import StorySession


@dataclass(frozen=True, slots=True)
class Left:
    """A draft that was left, and the story as it is saved, if it is."""

    draft: Draft
    kept: Article | None

    @property
    def open(self) -> bool:
        """Tell whether the saved story may still be changed."""
        return self.kept is None or not (self.kept.trashed or self.kept.state in CLOSED)

    @property
    def taken(self) -> Article:
        """Give the story to go on with, with what was typed."""
        return taken_over(self.draft.article, self.kept) if self.kept else self.draft.article


class LeftDrafts(QObject):
    """Offers the drafts that other sessions left behind, the newest first."""

    def __init__(self, desk: Desk, session: StorySession, window: MainWindow) -> None:
        super().__init__(session)
        self._desk, self._session, self._window = desk, session, window
        self._tasks = window.tasks
        self._left: tuple[Left, ...] = ()
        self.dialog: CompareDialog | None = None
        self._beat = QTimer(self, interval=int(RENEWED_EVERY.total_seconds() * 1000))
        self._beat.timeout.connect(self._renew)
        self._beat.start()

    def _renew(self) -> None:
        """Let other windows know, while a story is open here, that it is not left behind."""
        if self._session.article is not None:
            self._tasks.write(self._desk.writing.renew)

    def look(self) -> None:
        """Look for drafts on a worker and offer what is found."""
        self._tasks.read(partial(_find, self._desk), self._offer)

    def _offer(self, left: tuple[Left, ...], _checked: bool = False) -> None:
        self._left = left
        if not left:
            return
        newest = left[0]
        words = msgs(
            "The program ended before {n} text was saved: “{headline}”.",
            "The program ended before {n} texts were saved, the last one “{headline}”.",
            len(left),
            headline=_headline(newest),
        )
        restore = partial(self._take if newest.open else self._copy, newest)
        ways = (
            (_("Compare …"), self.compare),
            (_("Restore"), restore),
            (_("Discard"), partial(self._discard, newest)),
        )
        self._window.notice.say("warn", tell(words), ways)

    def review(self) -> None:
        """Look for drafts and show them beside what is saved."""
        self._tasks.read(partial(_find, self._desk), self._show)

    def _show(self, left: tuple[Left, ...]) -> None:
        self._left = left
        if left:
            self.compare()

    # Beside each other

    def compare(self, _checked: bool = False) -> None:
        """Show what was not saved beside what is."""
        palette = self._window.wardrobe.palette
        words = _("The program ended before these texts were saved. Nothing is lost until you decide.")
        dialog = CompareDialog(self._tasks, palette, self._window, _("Unsaved texts"), words)
        self.dialog = dialog
        for left in self._left:
            dialog.list.addItem(f"{_headline(left)}\n{self._when(left)}")
        dialog.list.setVisible(len(self._left) > 1)
        dialog.list.currentRowChanged.connect(self._choose)
        dialog.list.setCurrentRow(0)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _when(self, left: Left) -> str:
        return short(left.draft.time, self._desk.zone)

    def _choose(self, row: int) -> None:
        assert self.dialog is not None
        left = self._left[row]
        saved = left.kept or _blank(left.draft.article)
        version = _("Saved, version {n}", n=saved.version) if left.kept else _("Never saved")
        self.dialog.name(version, _("Unsaved, {time}", time=self._when(left)))
        cover(self.dialog, self._desk, self._tasks, (left.draft.article.uid,))
        self.dialog.compare(saved, left.draft.article)
        self.dialog.offer(self._ways(left))

    def _ways(self, left: Left) -> list[tuple[str, Callable[[], None]]]:
        """Give what can be done with a draft; of one that was never saved there is nothing to keep beside it."""
        if left.kept is None:
            return [(_("Discard"), partial(self._discard, left)), (_("Restore"), partial(self._take, left))]
        ways: list[tuple[str, Callable[[], None]]] = [
            (_("Keep saved"), partial(self._discard, left)),
            (_("Open as copy"), partial(self._copy, left)),
        ]
        if left.open:
            ways.append((_("Take over unsaved"), partial(self._take, left)))
        return ways

    def _closed(self, _result: int) -> None:
        """Offer again what was only looked at."""
        self.dialog = None
        self._offer(self._left)

    # What is done with one

    def _take(self, left: Left, _checked: bool = False) -> None:
        self._window.notice.dismiss()
        self._session.resume(left.draft, left.taken)
        self._settle(left)

    def _copy(self, left: Left, _checked: bool = False) -> None:
        """Go on with a draft as a story of its own, where it may be copied."""
        permit = partial(self._desk.blocking.permit, left.draft.article)
        self._tasks.read(permit, lambda _none: self._resume_copy(left), self._fail)

    def _resume_copy(self, left: Left) -> None:
        self._window.notice.dismiss()
        self._session.resume(left.draft, copied(left.draft.article))
        self._settle(left)

    def _settle(self, left: Left) -> None:
        """Know that a draft is decided on, and offer the others."""
        self._left = tuple(other for other in self._left if other is not left)
        self._offer(self._left)

    def _discard(self, left: Left, _checked: bool = False) -> None:
        self._left = tuple(other for other in self._left if other is not left)
        work = partial(self._desk.writing.discard, left.draft)
        self._tasks.write(work, partial(self._discarded, left), self._fail)

    def _discarded(self, left: Left, _nothing: object) -> None:
        """Say that it is gone, for one click must not cost a text, and offer the others."""
        words = _("Discarded: “{headline}”.", headline=_headline(left))
        ways = [(_("Undo"), partial(self._put_back, left))]
        if self._left:
            ways.append((_("Further texts …"), partial(self._offer, self._left)))
        self._window.notice.say("calm", words, ways)

    def _put_back(self, left: Left, _checked: bool = False) -> None:
        work = partial(self._desk.writing.put_back, left.draft)
        self._tasks.write(work, lambda _nothing: self.look(), self._fail)

    def _fail(self, error: BaseException) -> None:
        self._window.notice.say("bad", words_of(error))


def _find(desk: Desk) -> tuple[Left, ...]:
    drafts = sorted(desk.writing.recoverable(), key=lambda draft: draft.time, reverse=True)
    return tuple(Left(draft, desk.writing.kept(draft.article)) for draft in drafts)


def _headline(left: Left) -> str:
    return left.draft.article.headline or _("No headline")


def _blank(article: Article) -> Article:
    """Give an empty story to lay beside one that was never saved."""
    return type(article)(uid=article.uid)
