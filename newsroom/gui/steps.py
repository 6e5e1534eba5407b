"""The way of a story on: submit, return, approve and the rest, with a question where one is due."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.domain.channel import Channel
from newsroom.domain.errors import ChecklistOpen, EditedElsewhere
from newsroom.domain.person import Role
from newsroom.domain.workflow import Transition
from newsroom.gui.bars.top_bar import foremost
from newsroom.gui.dialogs.question import Question
from newsroom.gui.faults import words_of
from newsroom.gui.story_work import Ordered
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk import Desk
    from newsroom.desk.publishing import Offer
    from newsroom.gui.main_window import MainWindow
    from newsroom.gui.story_session import StorySession
    from newsroom.gui.story_work import Opened

QUESTIONS = {
    Transition.SUBMIT: N_("An editor gets the story as it is now."),
    Transition.APPROVE: N_("Exactly this text is approved. A later change of it ends the approval."),
    Transition.SCHEDULE: N_("The story goes out at its publish time."),
    Transition.UNSCHEDULE: N_("The story stays approved and no longer goes out by itself."),
    Transition.PUBLISH: N_("The story counts as published from now on."),
    Transition.PUBLISH_ALONE: N_(
        "It goes out without approval. A colleague must look at it within half an hour."
    ),
    Transition.UPDATE: N_("A new version begins and goes through review again."),
    Transition.RETURN: N_("The story goes back to its author."),
    Transition.CORRECT: N_("A corrected version begins. Readers are told what was wrong."),
    Transition.WITHDRAW: N_("The story no longer counts as published."),
    Transition.REWORK: N_("The story becomes a draft again."),
}
REASONS = {
    Transition.RETURN: N_("What should change?"),
    Transition.CORRECT: N_("What was wrong?"),
    Transition.PUBLISH_ALONE: N_("Why can it not wait?"),
    Transition.WITHDRAW: N_("Why is it withdrawn?"),
}
_OUT = frozenset({Transition.PUBLISH, Transition.PUBLISH_ALONE})
_KEPT = "channels"
_AT_ONCE = frozenset({Transition.SUBMIT, Transition.REWORK, Transition.UNSCHEDULE, Transition.UPDATE})


class Steps(QObject):
    """Takes the open story along the ways that are possible."""

    jumped = Signal(object)
    """The place of a finding shall be shown."""

    def __init__(self, session: StorySession, window: MainWindow, desk: Desk) -> None:
        super().__init__(session)
        self._session, self._window, self._desk = session, window, desk
        self.ways: frozenset[Transition] = frozenset()
        self._said = ""
        session.opened.connect(self._know)
        session.renewed.connect(self._know)
        session.closed.connect(self._forget)
        session.barred.connect(self._say_barred)
        session.moved.connect(self._went)

    def _know(self, opened: Opened) -> None:
        self.ways = frozenset(opened.ways)

    def _forget(self) -> None:
        self.ways = frozenset()

    def handlers(self) -> dict[str, Callable[[], None]]:
        """Give what each way's action does."""
        return {way.value: partial(self._go, way) for way in Transition if way.moves} | {
            "next-step": self._next
        }

    def _go(self, way: Transition, _checked: bool = False) -> None:
        if way in _AT_ONCE:
            self._session.move(way)
        else:
            self._ask(way)

    def _next(self) -> None:
        way = foremost(self.ways)
        if way is not None:
            self._ask(way)

    def _ask(self, way: Transition) -> None:
        story = self._session.meant() if way in _OUT else None
        if story is not None and story.id:
            work = partial(self._desk.publishing.offers, story)
            self._window.tasks.read(work, partial(self._ask_channels, way))
        else:
            self._ask_plainly(way)

    def _ask_plainly(self, way: Transition) -> None:
        reason = REASONS.get(way, "")
        title = _(way.label).removesuffix(" …")
        question = Question(
            self._window,
            title,
            self._words(way),
            title,
            reason=_(reason),
            needed=way in {Transition.RETURN, Transition.CORRECT, Transition.PUBLISH_ALONE},
        )
        question.ask(partial(self._session.move, way))

    def _ask_channels(self, way: Transition, offers: tuple[Offer, ...]) -> None:
        """Ask by which channels a story goes out; where the house has none, only whether it shall."""
        if not offers:
            self._ask_plainly(way)
            return
        from newsroom.gui.publishing.publish_question import PublishQuestion

        title = _(way.label).removesuffix(" …")
        last = [Channel(name) for name in self._window.kept.word(_KEPT).split(",") if name in set(Channel)]
        reason = _(REASONS[way]) if way in REASONS else ""
        question = PublishQuestion(self._window, title, self._words(way), offers, last, reason=reason)
        question.ask(partial(self._go_out, way))

    def _go_out(self, way: Transition, note: str, channels: tuple[Channel, ...]) -> None:
        self._window.kept.keep(_KEPT, ",".join(channels))
        self._session.go(Ordered(way, note, channels=channels))

    def _words(self, way: Transition) -> str:
        """Say what a way does, and where one approves alone that this is so."""
        words = _(QUESTIONS[way])
        if way is Transition.APPROVE and not self._desk.house.four_eyes:
            words = f"{words} {_('The four-eyes rule is off here: you may approve your own story.')}"
        return words

    # What stands against it

    def _say_barred(self, error: BaseException, ordered: Ordered) -> None:
        """Say what stands against a way; of what a checklist requires, lead to the place."""
        if isinstance(error, EditedElsewhere):
            return
        ways: list[tuple[str, Callable[[], None]]] = []
        if isinstance(error, ChecklistOpen):
            first = error.findings[0]
            ways.append((_("Show"), partial(self.jumped.emit, first)))
            if self._session.reviewed is None:
                self.jumped.emit(first)
            if self._desk.person.may_act_as(Role.CHIEF):
                ways.append((_("Pass over …"), partial(self._ask_override, ordered)))
        self._said = words_of(error)
        self._session.told.emit("warn", self._said, tuple(ways))

    def _went(self) -> None:
        """Take back what stood against a way, once the story has gone one."""
        notice = self._window.notice
        if self._said and notice.words.text() == self._said:
            notice.dismiss()
        self._said = ""

    def _ask_override(self, ordered: Ordered, _checked: bool = False) -> None:
        """Ask a duty editor why the checklist is passed over; the reason is kept."""
        title = _("Pass over the checklist")
        words = _(
            "{way} although the checklist requires more. The reason is kept in the history.",
            way=_(ordered.way.label).removesuffix(" …"),
        )
        question = Question(self._window, title, words, title, reason=_("Why can it not wait?"), needed=True)
        question.ask(lambda why: self._session.go(replace(ordered, override=why)))
