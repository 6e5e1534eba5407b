"""Reviewing in the window: opening a story for review, deciding on exactly what was read, and the way back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.desk.reviewing import Since
from newsroom.domain.errors import EditedElsewhere
from newsroom.domain.workflow import State
from newsroom.gui.sealing import cover
from newsroom.translation import _, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsroom.desk.history import Two
    from newsroom.desk.moved import MoveReport
    from newsroom.desk.reviewing import Review
    from newsroom.domain.finding import Finding
    from newsroom.domain.listing import Saved
    from newsroom.gui.review.view import ReviewView
    from newsroom.gui.room import Room
    from newsroom.gui.story_work import Opened, Ordered
    from newsroom.gui.tasks import Task
    from newsroom.gui.theme.tokens import Palette

_PASSED_ON = frozenset({State.DRAFT, State.RETURNED})
"""Who looks at a story in these states waits for another version, and is not surprised by one."""


class Reviews(QObject):
    """Shows the open story for review; the session knows which version is read, and moves no other."""

    looked = Signal()
    """Second eyes have looked at a story."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.session)
        self._room, self._desk = room, room.desk
        self.view: ReviewView | None = None
        self._awaited = 0
        self._quicker = ""
        self._task: Task | None = None
        room.session.opened.connect(self._opened)
        room.session.closed.connect(self.leave)
        room.session.wanted.connect(self._leave_for_other)
        room.session.barred.connect(self._barred)
        room.window.wardrobe.changed.connect(self._wear)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Give what its actions do."""
        return {"review": self.show, "reserve": self.reserve}

    @property
    def shown(self) -> bool:
        """Tell whether a review is seen."""
        return self.view is not None and self._room.window.whole is self.view

    # Going there and back

    def open(self, story: int) -> None:
        """Show a story for review, whichever is open."""
        now = self._room.session.article
        if now is not None and now.id == story:
            self.show()
        else:
            self._awaited = story
            self._room.session.open(story)

    def show(self) -> None:
        """Show the open story for review, after what was written in it is kept; once more leads back."""
        if self.shown:
            self.leave()
        elif self._room.session.coming:
            self._awaited = self._room.session.coming
        else:
            self._room.session.save_then(self._read)

    def _opened(self, opened: Opened) -> None:
        story, awaited = opened.article, self._awaited
        if awaited and story.id == awaited:
            self._awaited = 0
            self._read()
        elif self.shown and self.view is not None and self.view.review is not None:
            was = self.view.review.article
            if was.uid != story.uid:
                self.leave()
            elif was.version != story.version:
                reading = self._room.session.reviewed is not None and was.state not in _PASSED_ON
                self._read(was.version if reading else 0)

    def _leave_for_other(self) -> None:
        """Leave where another story is asked for; its own newer version is no reason."""
        if self.shown and not self._awaited:
            self.leave()

    def leave(self) -> None:
        """Go back to the story."""
        self._room.session.reviewed = None
        self._hush()
        if not self.shown:
            return
        self._room.window.take_whole()
        self._room.session.ask_ways()
        if self._room.session.article is not None:
            self._room.editor.focused().setFocus()
        self._room.window.stories.chosen.emit()

    # What is shown

    def _read(self, read: int = 0) -> None:
        story = self._room.session.article
        if story is None or not story.id:
            self._room.say("calm", _("Save the story first."))
            return
        if self._task is not None:
            self._task.cancel()
        work = partial(self._desk.reviewing.of, story.id, read)
        self._task = self._room.tasks.read(work, self._take, self._fail)

    def _fail(self, error: BaseException) -> None:
        self._task = None
        self._room.fail(error)

    def _take(self, review: Review) -> None:
        self._task = None
        story = self._room.session.article
        if story is None or story.uid != review.article.uid:
            return
        view = self._made()
        cover(view, self._desk, self._room.tasks, (story.uid,), view.law)
        self._room.session.reviewed = review.article
        now, zone = self._desk.clock(), self._desk.zone
        view.show_review(review, zone, now)
        if review.base is not None and review.base.since is Since.READ:
            self._say_quicker(review)
        else:
            self._hush()
        begun = not self.shown
        self._room.window.put_whole(view)
        if begun:
            view.setFocus()
        self._room.window.stories.chosen.emit()
        proof = partial(self._desk.reviewing.proof, review.article.id)
        self._room.tasks.read(proof, view.foot.tell_proof, self._room.fail)

    def _say_quicker(self, review: Review) -> None:
        self._quicker = _(
            "{name} was quicker: this is version {n} now. What changed since you read it is marked. "
            "Read it, then decide.",
            name=review.newest.person,
            n=review.article.version,
        )
        self._room.window.notice.say("warn", self._quicker)

    def _hush(self) -> None:
        """Take back that another was quicker, once it is read and decided on."""
        notice = self._room.window.notice
        if self._quicker and notice.words.text() == self._quicker:
            notice.dismiss()
        self._quicker = ""

    def _made(self) -> ReviewView:
        if self.view is None:
            from newsroom.gui.review.view import ReviewView

            window = self._room.window
            self.view = ReviewView(window.actions_, window.wardrobe.icons, window.wardrobe.palette)
            self.view.left.connect(self.leave)
            self.view.jumped.connect(self._jump)
            self.view.versions.connect(self._compare)
            self.view.head.looked.connect(self._look)
        return self.view

    def _wear(self, palette: Palette) -> None:
        if self.view is not None:
            self.view.wear(palette)

    def _compare(self, old: int, new: int) -> None:
        """Show two other versions of the story; what is decided on stays the one that is reviewed."""
        story = self._room.session.article
        if story is not None and self.view is not None:
            work = partial(self._desk.history.compare, story.id, old, new)
            self._room.tasks.read(work, self._show_two, self._room.fail)

    def _show_two(self, two: Two) -> None:
        if self.view is not None and self.shown:
            self.view.show_two(two)

    def _jump(self, finding: Finding) -> None:
        """Lead to the place of a finding in the story."""
        self.leave()
        self._room.window.panel.checks.jumped.emit(finding)

    # What is decided

    def reserve(self) -> None:
        """Take the open story's publish time away: once approved, it is ready for any day."""
        self._room.session.save_then(self._reserve)

    def _reserve(self) -> None:
        story = self._room.session.article
        if story is not None and story.id:
            work = partial(self._desk.moving.to_reserve, (story.id,))
            self._room.tasks.write(work, self._reserved, self._room.fail)

    def _reserved(self, report: MoveReport) -> None:
        if report.refused:
            self._room.say("warn", tell(report.refused[0].message))
            return
        self._room.apply(report.changes)
        self._room.session.ask_anew()
        self._room.say(
            "calm", _("It has no publish time now: reserve copy, ready for any day once approved.")
        )

    def _look(self) -> None:
        story = self._room.session.article
        if story is not None:
            work = partial(self._desk.approval.look, story.id)
            self._room.tasks.write(work, self._looked, self._room.fail)

    def _looked(self, saved: Saved) -> None:
        self._room.apply(saved.changes)
        self.looked.emit()
        self._room.say("calm", _("Kept: second eyes have looked at it."))
        self._room.session.ask_anew()

    def _barred(self, error: BaseException, _ordered: Ordered) -> None:
        """Where another was quicker, say so and show what changed since the version that was read."""
        if not isinstance(error, EditedElsewhere):
            return
        read = self._room.session.reviewed or self._room.session.article
        if read is not None:
            self._read(read.version)
