"""From draft to print: the states of a story, the ways between them, and who may go them.

One table, `WAYS`, says it all; the window's buttons and the command line are made from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.errors import FourEyes, NotAllowed, WrongValue
from newsroom.domain.person import Person, Role
from newsroom.domain.words import Labelled
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.domain.article import Article


class State(Labelled):
    """Where a story stands."""

    DRAFT = "draft", N_("Draft")
    FOR_REVIEW = "for-review", N_("For review")
    RETURNED = "returned", N_("Returned")
    APPROVED = "approved", N_("Approved")
    SCHEDULED = "scheduled", N_("Scheduled")
    PUBLISHED = "published", N_("Published")
    WITHDRAWN = "withdrawn", N_("Withdrawn")


class Transition(Labelled):
    """A way from one state to another."""

    SUBMIT = "submit", N_("Submit")
    RETURN = "return", N_("Return …")
    APPROVE = "approve", N_("Approve")
    SCHEDULE = "schedule", N_("Schedule")
    PUBLISH = "publish", N_("Publish")
    UPDATE = "update", N_("Update")
    CORRECT = "correct", N_("Correct …")
    WITHDRAW = "withdraw", N_("Withdraw …")
    REWORK = "rework", N_("Back to draft")


@dataclass(frozen=True, slots=True)
class Way:
    """One row of the table: from where, to where, and the least role that may go."""

    sources: frozenset[State]
    target: State
    role: Role
    not_own: bool = False


_READY = frozenset({State.APPROVED, State.SCHEDULED})
_HAD_ITS_TIME = frozenset({State.PUBLISHED, State.WITHDRAWN})
WAYS: dict[Transition, Way] = {
    Transition.SUBMIT: Way(frozenset({State.DRAFT, State.RETURNED}), State.FOR_REVIEW, Role.JOURNALIST),
    Transition.RETURN: Way(frozenset({State.FOR_REVIEW}) | _READY, State.RETURNED, Role.EDITOR),
    Transition.APPROVE: Way(frozenset({State.FOR_REVIEW}), State.APPROVED, Role.EDITOR, not_own=True),
    Transition.SCHEDULE: Way(frozenset({State.APPROVED}), State.SCHEDULED, Role.EDITOR),
    Transition.PUBLISH: Way(_READY, State.PUBLISHED, Role.EDITOR),
    Transition.UPDATE: Way(frozenset({State.PUBLISHED}), State.DRAFT, Role.JOURNALIST),
    Transition.CORRECT: Way(frozenset({State.PUBLISHED}), State.DRAFT, Role.JOURNALIST),
    Transition.WITHDRAW: Way(frozenset({State.PUBLISHED}), State.WITHDRAWN, Role.CHIEF),
    Transition.REWORK: Way(
        frozenset({State.RETURNED, State.FOR_REVIEW, State.WITHDRAWN}), State.DRAFT, Role.JOURNALIST
    ),
}


def is_author(article: Article, person: Person) -> bool:
    """Tell whether a person made the story: by its byline, or as the one who began it."""
    names = {byline.name.casefold() for byline in article.authors} | {article.created_by.casefold()}
    return not person.names.isdisjoint(names)


def guard(article: Article, transition: Transition, person: Person, *, four_eyes: bool) -> None:
    """Raise NotAllowed with the reason where this person may not go this way with this story."""
    way = WAYS[transition]
    if article.trashed:
        raise NotAllowed(msg(N_("The story is in the trash. Restore it first.")))
    if article.state not in way.sources:
        raise NotAllowed(
            msg(
                N_("“{action}” is not possible from “{state}”."),
                action=msg(transition.label.removesuffix(" …")),
                state=msg(article.state.label),
            )
        )
    if not person.may_act_as(way.role):
        raise NotAllowed(msg(N_("{name} may not do this; an editor or duty editor can."), name=person.name))
    if way.not_own and four_eyes and is_author(article, person):
        raise FourEyes(msg(N_("No one approves their own story. Ask a colleague.")))


def way_to(source: State, target: State) -> Transition | None:
    """Give the way that leads from one state to another, the plainest where there are several."""
    found = (name for name, way in WAYS.items() if source in way.sources and way.target is target)
    return next(found, None)


def hour_barred(state: State, person: Person) -> Message | None:
    """Give why this person may not give a story in this state another publish time, or nothing.

    What is published has had its time; what is scheduled is scheduled anew by another one.
    """
    if state in _HAD_ITS_TIME:
        return msg(N_("A story in the state “{state}” keeps its publish time."), state=msg(state.label))
    if state is State.SCHEDULED and not person.may_act_as(WAYS[Transition.SCHEDULE].role):
        return msg(N_("{name} may not do this; an editor or duty editor can."), name=person.name)
    return None


def guard_hour(article: Article, person: Person, hour: datetime | None, now: datetime) -> None:
    """Raise NotAllowed or WrongValue where this person may not give this story that publish time."""
    if article.trashed:
        raise NotAllowed(msg(N_("The story is in the trash. Restore it first.")))
    reason = hour_barred(article.state, person)
    if reason is not None:
        raise NotAllowed(reason)
    if article.state is not State.SCHEDULED:
        return
    if hour is None:
        raise WrongValue(msg(N_("A scheduled story needs a publish time.")))
    if hour < now:
        raise WrongValue(msg(N_("A scheduled story cannot go out in the past. Choose a later time.")))


def possible(article: Article, person: Person, *, four_eyes: bool) -> tuple[Transition, ...]:
    """Give the ways this person may go with this story now."""
    return tuple(way for way in Transition if _open(article, way, person, four_eyes=four_eyes))


def _open(article: Article, transition: Transition, person: Person, *, four_eyes: bool) -> bool:
    try:
        guard(article, transition, person, four_eyes=four_eyes)
    except NotAllowed:
        return False
    return True
