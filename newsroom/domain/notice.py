"""What a person is quietly told of: that something was done with their stories by somebody else.

Most of it follows from how a story changed; `follows` says so in one table, so that whatever way a story took,
those it concerns hear of it. The rest is told by whoever does it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.words import Labelled
from newsroom.domain.workflow import State
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from newsroom.domain.article import Article
    from newsroom.domain.person import Person


class NoticeKind(Labelled):
    """What happened; the label is the sentence that tells it."""

    ASSIGNED = "assigned", N_("{by} assigned “{headline}” to you.")
    UNASSIGNED = "unassigned", N_("{by} took “{headline}” off your list.")
    SUBMITTED = "submitted", N_("{by} submitted “{headline}”, which you shall review.")
    RETURNED = "returned", N_("{by} returned “{headline}”.")
    APPROVED = "approved", N_("{by} approved “{headline}”.")
    EDITED = "edited", N_("{by} had changed words in “{headline}” and approved it so.")
    VOIDED = "voided", N_("“{headline}” was changed by {by}: the approval no longer holds.")
    PUBLISHED = "published", N_("{by} published “{headline}”.")
    REOPENED = "reopened", N_("{by} works at “{headline}” again, which was published.")
    WITHDRAWN = "withdrawn", N_("{by} withdrew “{headline}”.")
    TRASHED = "trashed", N_("{by} put “{headline}” into the trash.")
    TAKEN_OVER = "taken-over", N_("{by} took over “{headline}”, which you were editing.")
    DUE_SOON = "due-soon", N_("“{headline}” is due soon.")
    EYES_DUE = "eyes-due", N_("“{headline}” was published without a second pair of eyes by {by}. Look at it.")
    NOT_OUT = "not-out", N_("“{headline}” did not go out at its time.")
    OTHER = "other", N_("{by} left you a word about “{headline}”.")


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice for one person; id is 0 until the library keeps it, headline is the story's of now."""

    kind: NoticeKind
    person: str
    story: int = 0
    by: str = ""
    note: str = ""
    due: datetime | None = None
    time: datetime | None = None
    id: int = 0
    seen: bool = False
    headline: str = ""

    @property
    def message(self) -> Message:
        """Give the sentence that tells it."""
        who: str | Message = self.by or msg(N_("Somebody"))
        headline: str | Message = self.headline or msg(N_("No headline"))
        return msg(self.kind.label, by=who, headline=headline)


_BOUND = frozenset({State.APPROVED, State.SCHEDULED})
_KINDS: dict[tuple[State, State], NoticeKind] = {
    **{(source, State.RETURNED): NoticeKind.RETURNED for source in State},
    **{(source, State.PUBLISHED): NoticeKind.PUBLISHED for source in State},
    **{(source, State.WITHDRAWN): NoticeKind.WITHDRAWN for source in State},
    (State.FOR_REVIEW, State.APPROVED): NoticeKind.APPROVED,
    **{
        (source, target): NoticeKind.VOIDED for source in _BOUND for target in (State.FOR_REVIEW, State.DRAFT)
    },
    (State.PUBLISHED, State.DRAFT): NoticeKind.REOPENED,
}
"""What the authors of a story hear of when somebody else takes it from one state to another."""


def follows(old: Article | None, new: Article, person: Person, note: str) -> Iterator[Notice]:
    """Give the notices that follow from a story's change, none for the person who made it."""
    if old is None:
        return
    kind = _kind(old, new)
    if kind is None:
        return
    told = _authors(new)
    if kind in {NoticeKind.VOIDED, NoticeKind.WITHDRAWN}:
        told = (*told, old.approved_by)
    for name in dict.fromkeys(one.casefold() for one in told if one):
        if name not in person.names:
            yield Notice(kind, name, new.id, person.name, note)


def _kind(old: Article, new: Article) -> NoticeKind | None:
    if new.trashed or old.trashed:
        return NoticeKind.TRASHED if old.trashed is None else None
    return None if old.state is new.state else _KINDS.get((old.state, new.state))


def _authors(article: Article) -> tuple[str, ...]:
    return (*(byline.name for byline in article.authors), article.created_by)


def submitted(steps: Iterable[tuple[Article | None, Article]]) -> tuple[int, ...]:
    """Give the stories that were just submitted; whoever shall review them is told."""
    return tuple(
        new.id
        for old, new in steps
        if old is not None and old.state is not new.state and new.state is State.FOR_REVIEW
        and old.state not in _BOUND and not new.trashed
    )  # fmt: skip
