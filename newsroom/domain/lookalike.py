"""A story that is like another in its headline or its text, why, and what people decided of the two."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.words import Labelled
from newsroom.domain.workflow import State
from newsroom.translation import N_

if TYPE_CHECKING:
    from datetime import datetime


class LikenessKind(Labelled):
    """How much alike two headlines are, in words."""

    EQUAL = "equal", N_("equal")
    VERY_LIKE = "very-like", N_("very like")
    LIKE = "like", N_("like")


class BodyKind(Labelled):
    """How the texts of two stories are alike, seen from the one that is asked about."""

    SAME = "same", N_("the same text")
    NEAR = "near-double", N_("nearly the same text")
    CONTAINS = "contains", N_("stands nearly whole in this text")
    CONTAINED = "contained", N_("holds nearly all of this text")


class Verdict(Labelled):
    """What somebody decided of two stories."""

    NOT_A_DUPLICATE = "not-a-duplicate", N_("Not a duplicate")
    UPDATE_OF = "update-of", N_("Update")


@dataclass(frozen=True, slots=True)
class Decision:
    """That one story is no duplicate of another, or its update; by whom, and when."""

    uid: str
    other: str
    verdict: Verdict
    person: str
    time: datetime


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A match: kind says how alike the headlines are, body how alike the texts; one of the two at least.

    Score is 0 to 100 for the headlines, share the percentage of the shorter text that stands in the other;
    shared are the words in common as the asked headline spells them.
    """

    id: int
    uid: str
    headline: str
    score: float
    kind: LikenessKind | None
    shared: tuple[str, ...] = ()
    state: State = State.DRAFT
    section: str = ""
    time: datetime | None = None
    authors: str = ""
    body: BodyKind | None = None
    share: int = 0
    private: bool = False
    """It is another's draft: only the reason, whose it is and its state are told."""
    blocked: str = ""
    """Why a legal block stands on the story, or nothing."""

    @property
    def weight(self) -> float:
        """Give by how much this match comes before others: texts weigh more than headlines that are merely like."""
        return max(self.score if self.kind else 0.0, self.share if self.body else 0.0)


PRIVATE = N_("A draft of {name}")
"""What is said in place of the headline of another's draft."""

HEADLINES = {
    LikenessKind.EQUAL: N_("Same headline"),
    LikenessKind.VERY_LIKE: N_("Headline very like"),
    LikenessKind.LIKE: N_("Headline like"),
}
BODIES = {
    BodyKind.SAME: N_("Same text"),
    BodyKind.NEAR: N_("Nearly the same text"),
    BodyKind.CONTAINS: N_("Its text stands in this one"),
    BodyKind.CONTAINED: N_("Holds this text"),
}


def reasons(kind: LikenessKind | None, body: BodyKind | None) -> tuple[str, ...]:
    """Give why two stories are alike, each a catalogue text; the text comes first, for it tells more."""
    parts = (BODIES[body] if body else "", HEADLINES[kind] if kind else "")
    return tuple(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two stories of the library that are alike."""

    first: int
    second: int
    kind: LikenessKind | None
    body: BodyKind | None
    score: int = 0
    share: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    """Stories that are alike, each with one other of them at least; the newest first."""

    stories: tuple[int, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A page of groups; `next` is the place behind which the next one begins, 0 on the last one."""

    items: tuple[Group, ...] = ()
    next: int = 0
