"""What a move of a story leaves behind for ever: approvals with the text they are bound to, and reasons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.words import Labelled
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from newsroom.domain.card import StoryCard
    from newsroom.domain.channel import Channel
    from newsroom.domain.finding import Finding

VOIDED = "approval-voided"
"""What the history calls a save that ended an approval."""
FIRST_APPROVAL = "approve-first"
"""What the history calls the first approval of two."""
LOOKED = "looked"
"""What the history calls it when second eyes looked at what was published alone."""
OVERRIDDEN = "checklist-overridden"
"""What the journal calls the reason for which a checklist was overridden."""


class Grade(Labelled):
    """What an approval is worth."""

    FULL = "full", N_("Approved")
    FIRST = "first", N_("Approved, the first of two")
    ALONE = "alone", N_("Published alone, as breaking news")
    LOOKED = "looked", N_("Looked at afterwards")

    @property
    def binds(self) -> bool:
        """Tell whether a story with it may go out."""
        return self in {Grade.FULL, Grade.ALONE}


@dataclass(frozen=True, slots=True)
class Open:
    """A finding that was open when a story was approved: its rule, how grave it was, and in which field."""

    rule: str
    severity: str
    field: str


def still_open(findings: Iterable[Finding]) -> tuple[Open, ...]:
    """Give what a record keeps of findings: no words of the story."""
    return tuple(Open(one.rule, one.severity.value, one.place.field.value) for one in findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """An approval about to be given; the library binds it to the very text that it keeps."""

    grade: Grade = Grade.FULL
    open: tuple[Open, ...] = ()
    override: str = ""
    """Why what a checklist requires was passed over."""
    edited: bool = False
    """The approver had changed the text."""
    due: datetime | None = None
    """Until when second eyes must look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """An approval as it is kept for ever: of which version, by whom, when, bound to the hash of the readers' text."""

    story: int
    number: int
    version: int
    grade: Grade
    person: str
    time: datetime
    hash: str
    note: str = ""
    override: str = ""
    open: tuple[Open, ...] = ()
    edited: bool = False
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class SecondLook:
    """A story that a duty editor published alone, at which second eyes must look until then."""

    card: StoryCard
    by: str
    due: datetime
    late: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is kept with a move, in its transaction: an approval, and more lines for the journal."""

    seal: Seal | None = None
    lines: tuple[tuple[str, str], ...] = ()
    """Actions and notes."""
    channels: tuple[Channel, ...] = ()
    """By which it goes out, by all that the house has where none are named."""


NOTHING = Evidence()
