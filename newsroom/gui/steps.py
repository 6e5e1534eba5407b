"""The way of a story on: submit, return, approve and the rest, with a question where one is due."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.domain.workflow import Transition
from newsroom.gui.bars.top_bar import foremost
from newsroom.gui.dialogs.question import Question
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from newsroom.gui.story_session import Opened, StorySession

QUESTIONS = {
    Transition.SUBMIT: N_("An editor gets the story as it is now."),
    Transition.APPROVE: N_("Exactly this text is approved. A later change of it ends the approval."),
    Transition.SCHEDULE: N_("The story goes out at its publish time."),
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
_AT_ONCE = frozenset({Transition.SUBMIT, Transition.REWORK, Transition.UPDATE})


class Steps(QObject):
    """Takes the open story along the ways that are possible."""

    def __init__(self, session: StorySession, window: QWidget) -> None:
        super().__init__(session)
        self._session, self._window = session, window
        self.ways: frozenset[Transition] = frozenset()
        session.opened.connect(self._know)
        session.renewed.connect(self._know)
        session.closed.connect(self._forget)

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
        reason = REASONS.get(way, "")
        title = _(way.label).removesuffix(" …")
        question = Question(
            self._window,
            title,
            _(QUESTIONS[way]),
            title,
            reason=_(reason),
            needed=way in {Transition.RETURN, Transition.CORRECT, Transition.PUBLISH_ALONE},
        )
        question.ask(partial(self._session.move, way))
