"""What a use case changed, so that every panel can ask whether it is concerned, and how to undo it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Restore:
    """The inverse of a change to one story: put back this revision (0: put the story into the trash)."""

    id: int
    version: int


@dataclass(frozen=True, slots=True)
class Changes:
    """What was changed, in which stories, the library's running number after it, and its inverse."""

    touched: frozenset[Touched] = frozenset()
    stories: frozenset[int] = frozenset()
    seq: int = 0
    inverse: tuple[Restore, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.touched)

    def __or__(self, other: Changes) -> Changes:
        """Give both together; the inverse of the later comes first."""
        return Changes(
            self.touched | other.touched,
            self.stories | other.stories,
            max(self.seq, other.seq),
            (*other.inverse, *self.inverse),
        )

    def concerns(self, *kinds: Touched) -> bool:
        """Tell whether one of these kinds was touched."""
        return not self.touched.isdisjoint(kinds)
