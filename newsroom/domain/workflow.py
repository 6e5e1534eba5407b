"""From draft to print: the states of a story, the ways between them, and who may go them.

One table, `WAYS`, says it all; the window's buttons, the command line and the page in the docs are made from it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.errors import FourEyes, NotAllowed, WrongValue
from newsroom.domain.four_eyes import Circumstances, barred, is_author, unfit
from newsroom.domain.person import Person, Role
from newsroom.domain.reader import is_approved
from newsroom.domain.words import Labelled
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newsroom.domain.article import Article

__all__ = [
    "BOUND",
    "WAYS",
    "Circumstances",
    "Need",
    "State",
    "Transition",
    "Way",
    "guard",
    "is_author",
    "least_role",
    "possible",
    "way_of",
    "way_to",
]


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
    """What is done with a story to take it from one state to another, or into the trash and out again."""

    SUBMIT = "submit", N_("Submit")
    RETURN = "return", N_("Return …")
    APPROVE = "approve", N_("Approve")
    SCHEDULE = "schedule", N_("Schedule")
    UNSCHEDULE = "unschedule", N_("Take off the schedule")
    PUBLISH = "publish", N_("Publish")
    PUBLISH_ALONE = "publish-alone", N_("Publish as breaking news …")
    UPDATE = "update", N_("Update")
    CORRECT = "correct", N_("Correct …")
    WITHDRAW = "withdraw", N_("Withdraw …")
    REWORK = "rework", N_("Back to draft")
    TRASH = "trash", N_("Move to the trash")
    RESTORE = "restore", N_("Restore from the trash")

    @property
    def moves(self) -> bool:
        """Tell whether it leads to a state; the trash keeps a story's."""
        return self not in {Transition.TRASH, Transition.RESTORE}


class Need(Labelled):
    """What must be true beside state and role."""

    FOUR_EYES = "four-eyes", N_("whoever does it is no author; a strict section also bars the last hand")
    CHECKLIST = "checklist", N_("what the checklist requires is there")
    EXACT = "exact", N_("exactly this text is approved")
    TIME = "time", N_("a publish time ahead, with no embargo ending after it")
    EMBARGO = "embargo", N_("no embargo keeps it from readers")
    REASON = "reason", N_("a reason")
    RULE_ON = "rule-on", N_("the four-eyes rule is on")
    OUT = "out", N_("readers can see an earlier version")
    NEVER_OUT = "never-out", N_("it was never published")


@dataclass(frozen=True, slots=True)
class Way:
    """One row of the table: what is done, from where, to where, by whom at least, and what else must be true.

    The target is None where the state stays. A way that is not plain is gone on purpose alone, never by putting a
    story among those of another state.
    """

    action: Transition
    sources: frozenset[State]
    target: State | None
    role: Role
    needs: tuple[Need, ...] = ()
    plain: bool = True


_OPEN = frozenset({State.DRAFT, State.FOR_REVIEW, State.RETURNED})
_READY = frozenset({State.APPROVED, State.SCHEDULED})
HAD_ITS_TIME = frozenset({State.PUBLISHED, State.WITHDRAWN})
BOUND = frozenset({*_READY, State.PUBLISHED})
"""The states that stand on an approval of exactly this text: another text is for review again."""

_GOES_OUT = (Need.EMBARGO, Need.CHECKLIST)
WAYS: tuple[Way, ...] = (
    Way(
        Transition.SUBMIT,
        frozenset({State.DRAFT, State.RETURNED}),
        State.FOR_REVIEW,
        Role.JOURNALIST,
        (Need.CHECKLIST,),
    ),
    Way(Transition.RETURN, frozenset({State.FOR_REVIEW}) | _READY, State.RETURNED, Role.EDITOR),
    Way(
        Transition.APPROVE,
        frozenset({State.FOR_REVIEW}),
        State.APPROVED,
        Role.EDITOR,
        (Need.FOUR_EYES, Need.CHECKLIST),
    ),
    Way(
        Transition.SCHEDULE,
        frozenset({State.APPROVED}),
        State.SCHEDULED,
        Role.EDITOR,
        (Need.EXACT, Need.TIME, Need.CHECKLIST),
    ),
    Way(Transition.UNSCHEDULE, frozenset({State.SCHEDULED}), State.APPROVED, Role.EDITOR),
    Way(Transition.PUBLISH, _READY, State.PUBLISHED, Role.EDITOR, (Need.EXACT, *_GOES_OUT)),
    Way(
        Transition.PUBLISH_ALONE,
        _OPEN,
        State.PUBLISHED,
        Role.CHIEF,
        (Need.RULE_ON, Need.REASON, *_GOES_OUT),
        plain=False,
    ),
    Way(Transition.UPDATE, frozenset({State.PUBLISHED}), State.DRAFT, Role.JOURNALIST, (Need.CHECKLIST,)),
    Way(
        Transition.CORRECT,
        frozenset({State.PUBLISHED}),
        State.DRAFT,
        Role.JOURNALIST,
        (Need.REASON, Need.CHECKLIST),
    ),
    Way(Transition.WITHDRAW, frozenset({State.PUBLISHED}), State.WITHDRAWN, Role.CHIEF),
    Way(Transition.WITHDRAW, _OPEN | _READY, State.WITHDRAWN, Role.CHIEF, (Need.OUT,), plain=False),
    Way(
        Transition.REWORK,
        frozenset({State.RETURNED, State.FOR_REVIEW, State.WITHDRAWN}),
        State.DRAFT,
        Role.JOURNALIST,
    ),
    Way(Transition.TRASH, _OPEN, None, Role.JOURNALIST, (Need.NEVER_OUT,)),
    Way(Transition.TRASH, _READY, None, Role.EDITOR, (Need.NEVER_OUT,)),
    Way(Transition.RESTORE, frozenset(State), None, Role.JOURNALIST),
)


def way_of(transition: Transition, source: State) -> Way | None:
    """Give the row that says how this is done from a state, or nothing where it cannot be."""
    return next((way for way in WAYS if way.action is transition and source in way.sources), None)


def least_role(transition: Transition, source: State) -> Role:
    """Give the least role that may do this from a state; a duty editor's where nobody may."""
    way = way_of(transition, source)
    return way.role if way else Role.CHIEF


def way_to(source: State, target: State) -> Transition | None:
    """Give the way that leads from one state to another, the plainest where there are several."""
    found = (way.action for way in WAYS if way.plain and source in way.sources and way.target is target)
    return next(found, None)


def guard(
    article: Article,
    transition: Transition,
    person: Person,
    known: Circumstances,
    reason: str | None = None,
) -> Way:
    """Give the row by which this person may do this with this story; raises NotAllowed with the reason.

    A reason of None is not asked for yet.
    """
    if (transition is Transition.RESTORE) != (article.trashed is not None):
        raise NotAllowed(_about_trash(article))
    way = way_of(transition, article.state)
    if way is None:
        raise NotAllowed(_not_from(article.state, transition, person))
    if not person.may_act_as(way.role):
        raise NotAllowed(_not_by(person, way.role))
    for need in way.needs:
        _demand(need, article, person, known, reason)
    return way


def _about_trash(article: Article) -> Message:
    if article.trashed:
        return msg(N_("The story is in the trash. Restore it first."))
    return msg(N_("The story is not in the trash."))


def _not_by(person: Person, role: Role) -> Message:
    if role is Role.CHIEF:
        return msg(N_("{name} may not do this; a duty editor can."), name=person.name)
    return msg(N_("{name} may not do this; an editor or duty editor can."), name=person.name)


def _not_from(source: State, transition: Transition, person: Person) -> Message:
    gaps = {"action": _bare(transition), "state": msg(source.label)}
    ways = [way for way in WAYS if way.plain and way.target and source in way.sources]
    open_ways = [_bare(way.action) for way in ways if person.may_act_as(way.role)]
    if not open_ways:
        return msg(N_("“{action}” is not possible from “{state}”. Ask an editor."), **gaps)
    text = N_("“{action}” is not possible from “{state}”. What is: {ways}.")
    return msg(text, ways=_listed(open_ways), **gaps)


_BARE = {
    Transition.RETURN: N_("Return"),
    Transition.PUBLISH_ALONE: N_("Publish as breaking news"),
    Transition.CORRECT: N_("Correct"),
    Transition.WITHDRAW: N_("Withdraw"),
}
"""What is done, without the mark of a button that asks a question."""


def _bare(transition: Transition) -> Message:
    return msg(_BARE.get(transition, transition.label))


def _listed(parts: Sequence[Message]) -> Message:
    listed = parts[0]
    for part in parts[1:]:
        listed = msg(N_("{first}, {next}"), first=listed, next=part)
    return listed


def _demand(need: Need, article: Article, person: Person, known: Circumstances, reason: str | None) -> None:
    """Raise NotAllowed where what a way needs is not there; what others judge is left to them."""
    if need is Need.FOUR_EYES and (bar := barred(article, person, known)):
        raise FourEyes(bar)
    if need is Need.REASON and reason is not None and not reason.strip():
        raise NotAllowed(msg(N_("This needs a reason. Say in a few words why.")))
    if need is Need.EXACT:
        _demand_approval(article, known)
    if need is Need.RULE_ON and not known.four_eyes:
        raise NotAllowed(msg(N_("Here one person may approve alone: approve the story, then publish it.")))
    if need is Need.OUT and known.standing.out is None:
        raise NotAllowed(msg(N_("No reader has the story; there is nothing to withdraw.")))
    if need is Need.NEVER_OUT and known.standing.was_out:
        raise NotAllowed(msg(N_("What was published is kept. A duty editor can withdraw it.")))


def _demand_approval(article: Article, known: Circumstances) -> None:
    """Raise NotAllowed where no approval stands that fits exactly this text, by somebody who may give one."""
    if not is_approved(article):
        raise NotAllowed(msg(N_("The text was changed after its approval. Have it approved again.")))
    if bar := unfit(article, known):
        raise FourEyes(bar)


def possible(article: Article, person: Person, known: Circumstances) -> tuple[Transition, ...]:
    """Give what this person may do with this story now."""
    return tuple(way for way in Transition if _open(article, way, person, known))


def _open(article: Article, transition: Transition, person: Person, known: Circumstances) -> bool:
    try:
        guard(article, transition, person, known)
    except NotAllowed:
        return False
    return True


def hour_barred(state: State, person: Person) -> Message | None:
    """Give why this person may not give a story in this state another publish time, or nothing.

    What is published has had its time; what is scheduled is scheduled anew by another one.
    """
    if state in HAD_ITS_TIME:
        return msg(N_("A story in the state “{state}” keeps its publish time."), state=msg(state.label))
    role = least_role(Transition.SCHEDULE, State.APPROVED)
    if state is State.SCHEDULED and not person.may_act_as(role):
        return _not_by(person, role)
    return None


def guard_hour(article: Article, person: Person, hour: datetime | None, now: datetime) -> None:
    """Raise NotAllowed or WrongValue where this person may not give this story that publish time."""
    if article.trashed:
        raise NotAllowed(_about_trash(article))
    reason = hour_barred(article.state, person)
    if reason is not None:
        raise NotAllowed(reason)
    if article.state is State.SCHEDULED:
        guard_schedule(article, hour, now)


def guard_schedule(article: Article, hour: datetime | None, now: datetime) -> None:
    """Raise WrongValue where a story cannot go out by itself at that hour."""
    if hour is None:
        raise WrongValue(msg(N_("A scheduled story needs a publish time.")))
    if hour < now:
        raise WrongValue(msg(N_("A scheduled story cannot go out in the past. Choose a later time.")))
    if article.embargo_line:
        raise WrongValue(msg(N_("The embargo could not be read. Set it by hand, then schedule the story.")))
    if article.embargo and article.embargo > hour:
        raise WrongValue(
            msg(N_("The embargo ends after this time. Choose a later time, or change the embargo."))
        )
