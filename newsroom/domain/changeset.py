"""What a use case changed, so that every panel can ask whether it is concerned, and how to undo it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.domain.assignment import Assignment
    from newsroom.domain.edition import Edition
    from newsroom.domain.lookalike import Decision
    from newsroom.domain.plan import Topic


class Touched(StrEnum):
    """What kind of thing was changed."""

    TEXT = "text"
    STATE = "state"
    METADATA = "metadata"
    TRASH = "trash"
    ADDED = "added"
    SECTIONS = "sections"
    KEYWORDS = "keywords"
    SETTINGS = "settings"
    PLANNING = "planning"


@dataclass(frozen=True, slots=True)
class Restore:
    """The inverse of a change to one story: put back this revision (0: put the story into the trash).

    ``over`` is the version that stands until then, where it is not the one after.
    """

    id: int
    version: int
    over: int = 0

    @property
    def standing(self) -> int:
        """Give the version that must stand for this to be the way back."""
        return self.over or self.version + 1


@dataclass(frozen=True, slots=True)
class Redecide:
    """The inverse of a decision on two stories: what was decided of them before, or nothing."""

    uid: str
    other: str
    before: Decision | None


@dataclass(frozen=True, slots=True)
class Reassign:
    """The inverse of an assignment: who had the story before, or nobody."""

    story: int
    before: Assignment | None


@dataclass(frozen=True, slots=True)
class Replan:
    """The inverse of a change of the story list: a topic as it was, or none; version is what must stand."""

    id: int
    before: Topic | None
    standing: int


@dataclass(frozen=True, slots=True)
class Reissue:
    """The inverse of a change of an edition: the edition as it was, or none; standing is the version that must be."""

    id: int
    before: Edition | None
    standing: int


Replanned = Reassign | Replan | Reissue


@dataclass(frozen=True, slots=True)
class Changes:
    """What was changed, in which stories, the library's running number after it, and its inverse."""

    touched: frozenset[Touched] = frozenset()
    stories: frozenset[int] = frozenset()
    seq: int = 0
    inverse: tuple[Restore, ...] = ()
    decided: tuple[Redecide, ...] = ()
    """The inverse of decisions on two stories, which make no versions."""
    planned: tuple[Replanned, ...] = ()
    """The inverse of what was planned and assigned, which makes no versions of stories either."""
    sources: tuple[str, ...] = ()
    """The keys of sources that are known by it; they are forgotten where it is taken back."""

    def __bool__(self) -> bool:
        return bool(self.touched)

    def __or__(self, other: Changes) -> Changes:
        """Give both together; the inverse of the later comes first."""
        return Changes(
            self.touched | other.touched,
            self.stories | other.stories,
            max(self.seq, other.seq),
            (*other.inverse, *self.inverse),
            (*other.decided, *self.decided),
            (*other.planned, *self.planned),
            (*other.sources, *self.sources),
        )

    def after_undo(self, undone: Changes) -> Changes:
        """Give this change as it can be taken back once a later one was: what that undid made versions too."""
        now = {one.id: one.standing for one in undone.inverse}
        inverse = (replace(one, over=now.get(one.id, one.over)) for one in self.inverse)
        return replace(self, inverse=tuple(inverse))

    def concerns(self, *kinds: Touched) -> bool:
        """Tell whether one of these kinds was touched."""
        return not self.touched.isdisjoint(kinds)
