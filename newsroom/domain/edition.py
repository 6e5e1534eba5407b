"""An edition: the stories of a day's issue in their order, page by page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from newsroom.domain.words import Labelled
from newsroom.domain.workflow import State
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from newsroom.domain.article import OrderedLength
    from newsroom.domain.card import StoryCard

LONGEST_NAME = 120
MOST_PARTS = 2_000
"""So many pages and stories an edition holds at the most."""


@dataclass(frozen=True, slots=True)
class Part:
    """One line of an edition: a page or section with its title, or a story.

    A story is named by its uid; one that is not written yet by its title alone, and by the topic of the story
    list that it will come from. Length is what the edition orders, where that is not what the story says.
    """

    title: str = ""
    page: bool = False
    uid: str = ""
    topic: int = 0
    length: OrderedLength | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """An edition of a day; hour is when it appears, id is 0 until it is kept, version counts its changes."""

    name: str
    day: date
    hour: datetime | None = None
    parts: tuple[Part, ...] = ()
    id: int = 0
    version: int = 0

    @property
    def uids(self) -> tuple[str, ...]:
        """Give the stories in the edition's order, each once."""
        return tuple(dict.fromkeys(part.uid for part in self.parts if part.uid))


@dataclass(frozen=True, slots=True)
class EditionLine:
    """An edition as one entry of a list: how many stories it holds."""

    id: int
    name: str
    day: date
    hour: datetime | None
    stories: int


class Mark(Labelled):
    """What an edition lacks in one of its lines."""

    LACKING = "lacking", N_("No story yet")
    GONE = "gone", N_("In the trash")
    NOT_APPROVED = "not-approved", N_("Not approved")
    OVERSET = "overset", N_("Overset")
    SHORT = "short", N_("Too short")
    EMBARGO = "embargo", N_("Embargo after the edition")


READY = frozenset({State.APPROVED, State.SCHEDULED, State.PUBLISHED})
"""The states in which a story may be printed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The stories that are named somewhere, by their uids, and which of them lie in the trash."""

    cards: Mapping[str, StoryCard] = field(default_factory=dict)
    trashed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """A part of an edition as it stands now: its story, how much of the ordered length there is, what is lacking."""

    part: Part
    card: StoryCard | None = None
    now: int | None = None
    ordered: OrderedLength | None = None
    marks: frozenset[Mark] = field(default_factory=frozenset)

    @property
    def ready(self) -> bool:
        """Tell whether nothing is lacking that keeps the page from being printed."""
        return self.marks <= {Mark.SHORT}
