"""Which window edits the open story: it is held here, or read here and may be taken over, with notice on both sides."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from newsroom.desk.editing import RENEWED_EVERY
from newsroom.domain.workflow import State
from newsroom.gui.browser.times import recent
from newsroom.gui.faults import words_of
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.desk.editing import Holder
    from newsroom.domain.article import Article
    from newsroom.gui.bars.notice_bar import Way
    from newsroom.gui.main_window import MainWindow
    from newsroom.gui.story_session import StorySession
    from newsroom.gui.story_work import Opened

_REST = 500
"""A story that is open for so many milliseconds is held, not passed by."""


class Holding(QObject):
    """Holds the open story, gives way to who takes it over, and takes over from others."""

    review_asked = Signal()
    """Somebody wants to see the texts that are kept as drafts."""

    def __init__(self, desk: Desk, session: StorySession, window: MainWindow) -> None:
        super().__init__(session)
        self._desk, self._session, self._window = desk, session, window
        self._tasks = window.tasks
        self._uid, self._held, self._present = "", False, ""
        self._passed_on = False
        self._soon = AfterPause(self._claim, _REST, self)
        self._beat = QTimer(self, interval=int(RENEWED_EVERY.total_seconds() * 1000))
        self._beat.timeout.connect(self._renew)
        self._beat.start()
        session.closed.connect(self._left)
        window.notice.rested.connect(self._tell_again)
        session.moved.connect(self._pass_on)
        session.touched.connect(self._touched)
        session.changed.connect(self._soon.ask)

    def begin(self, opened: Opened) -> None:
        """Look after a story that was opened, or a newer version of it."""
        if opened.article.uid != self._uid:
            self._let_go()
            self._uid, self._passed_on = opened.article.uid, False
        self._tell_holder(opened.holder)
        self._soon.ask()

    def hear(self, holder: Holder | None) -> bool:
        """Hear who else edits the open story by now; tell whether it is shown anew for that."""
        before = self._session.holder
        if before is None and holder is not None:
            self._give_way(holder)
        elif before is not None and holder is None:
            self._come_free()
        else:
            self._tell_holder(holder)
            return False
        return True

    def _claim(self) -> None:
        """Let other windows know that this story is edited here; one that was only passed by is not held."""
        story = self._session.article
        if story is not None and story.id and self._session.writable and not self._passed_on:
            done = partial(self._claimed, story.uid)
            self._tasks.write(partial(self._desk.editing.claim, story.uid), done, _no_matter)

    def _claimed(self, uid: str, holder: Holder | None) -> None:
        if uid != self._uid:
            return
        if holder is None:
            self._held = True
        else:
            self._give_way(holder)

    def _pass_on(self, _ordered: object, story: Article) -> None:
        """Leave a story to whoever goes on with it: it is held again once somebody types here."""
        if story.uid == self._uid and story.state is not State.DRAFT:
            self._passed_on = True
            self._let_go()

    def _touched(self) -> None:
        if self._passed_on:
            self._passed_on = False
            self._soon.ask()

    def _renew(self) -> None:
        if self._held:
            self._tasks.write(self._desk.editing.renew, failed=_no_matter)

    def _left(self) -> None:
        self._let_go()
        self._uid = ""

    def _let_go(self) -> None:
        self._soon.forget()
        self._silence()
        if self._held:
            self._held = False
            self._tasks.write(self._desk.editing.release, failed=_no_matter)

    def end(self) -> None:
        """Let go of the story; to be called before the window closes."""
        self._beat.stop()
        self._let_go()

    # Where somebody else holds it

    def _tell_holder(self, holder: Holder | None) -> None:
        """Say who edits the story, unless more urgent words stand there, and how to take it over."""
        if holder is None:
            self._silence()
            return
        words = self._said(holder)
        if words != self._present and not self._window.notice.urgent:
            ways = ((_("Take over"), partial(self._take_over, holder)),) if self._desk_writes() else ()
            self._window.notice.say("calm", words, ways, stays=True)
            self._present = words

    def _tell_again(self) -> None:
        """Say who edits the story where more urgent words had kept it from being said."""
        if not self._present and self._session.article is not None:
            self._tell_holder(self._session.holder)

    def _desk_writes(self) -> bool:
        return not self._desk.library.read_only

    def _said(self, holder: Holder) -> str:
        time = recent(holder.since, self._desk.clock(), self._desk.zone)
        if not holder.name:
            return _("This story is being edited in another window since {time}. You can read it.", time=time)
        if holder.name == self._desk.person.name:
            return _(
                "You have this story open in another window since {time}. Here you can read it.", time=time
            )
        return _(
            "{name} has been editing this story since {time}. You can read it.", name=holder.name, time=time
        )

    def _silence(self) -> None:
        """Take back what was said of who edits the story."""
        if self._present and self._window.notice.words.text() == self._present:
            self._window.notice.dismiss()
        self._present = ""

    def _take_over(self, holder: Holder, _checked: bool = False) -> None:
        """Edit the story here; the other window is told, and what is unsaved there becomes a draft."""
        self._present = ""
        work = partial(self._desk.editing.take_over, self._uid, holder)
        self._tasks.write(work, partial(self._taken, self._uid, holder), self._fail)

    def _taken(self, uid: str, before: Holder, other: Holder | None) -> None:
        if uid != self._uid:
            return
        if other is not None:  # who was quicker
            self._tell_holder(other)
            return
        self._held = True
        self._session.parting.renounce()
        if before.name and before.name != self._desk.person.name:
            words = _(
                "The story is yours now. {name} is told, and unsaved text there is kept as a draft.",
                name=before.name,
            )
        else:
            words = _("The story is yours now. Unsaved text in the other window is kept as a draft.")
        self._window.notice.say("calm", words)

    def _give_way(self, holder: Holder) -> None:
        """Show the story for reading where another window holds it; what was typed here becomes a draft."""
        had, self._held = self._held, False
        mine = self._session.current() if self._session.dirty else None
        if mine is not None:
            self._tasks.write(partial(self._desk.editing.set_aside, mine), failed=self._fail)
        self._session.parting.renounce()
        if not had and mine is None:
            return  # it was never ours; who has it is said when it is shown
        name = holder.name or _("Somebody")
        words = _("{name} took this story over.", name=name)
        ways: list[Way] = [(_("Take back"), partial(self._take_over, holder))]
        if mine is not None:
            words = _("{name} took this story over. Your unsaved text is kept as a draft.", name=name)
            ways.insert(0, (_("See my text …"), self.review_asked.emit))
        self._present = self._said(holder)  # the one line is enough
        self._window.notice.say("calm", words, ways, stays=True)

    def _come_free(self) -> None:
        """Take up a story that nobody edits any more."""
        self._silence()
        self._session.parting.renounce()
        self._window.notice.say("calm", _("Nobody else edits this story any more. You can write."))

    def _fail(self, error: BaseException) -> None:
        self._window.notice.say("bad", words_of(error))


def _no_matter(_error: BaseException) -> None:
    """Let be: a save that fails is told of, and others are told of by their saves."""
