"""What the library is asked for and what it gives: lists, hits, counts, saves, revisions, drafts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

from newsroom.domain.words import Labelled
from newsroom.translation import N_

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from newsroom.domain.article import Article
    from newsroom.domain.card import StoryCard
    from newsroom.domain.changeset import Changes
    from newsroom.domain.errors import Known
    from newsroom.domain.todo import TodoOf
    from newsroom.domain.workflow import State

T = TypeVar("T")


class Sort(Labelled):
    """The order of a list."""

    NEWEST = "newest", N_("Newest first")
    OLDEST = "oldest", N_("Oldest first")
    HEADLINE = "headline", N_("By headline")
    MODIFIED = "modified", N_("Last changed first")
    SECTION = "section", N_("By section")


class Heading(Labelled):
    """A column of a list, by which it can be put in order."""

    TIME = "time", N_("Publish time")
    HEADLINE = "headline", N_("Headline")
    SECTION = "section", N_("Section")
    STATE = "state", N_("State")
    AUTHOR = "author", N_("Author")
    GENRE = "genre", N_("Genre")
    LANGUAGE = "language", N_("Language")
    MODIFIED = "modified", N_("Last changed")
    FINDINGS = "findings", N_("Findings")
    DOUBLES = "doubles", N_("Similar stories")


@dataclass(frozen=True, slots=True)
class Order:
    """By which column a list is ordered, and whether the greatest comes first; of equal ones the newest does."""

    by: Heading = Heading.TIME
    down: bool = True


ORDERS: dict[Sort, Order] = {
    Sort.NEWEST: Order(),
    Sort.OLDEST: Order(down=False),
    Sort.HEADLINE: Order(Heading.HEADLINE, down=False),
    Sort.MODIFIED: Order(Heading.MODIFIED),
    Sort.SECTION: Order(Heading.SECTION, down=False),
}
"""The orders that have a name, by column."""


class Ranking(Labelled):
    """The order of what a search finds."""

    NEWEST = "newest", N_("Newest first")
    BEST = "best", N_("Best first")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which stories a list shows; what is empty restricts nothing.

    A story's time is its publish time, or the time it was begun: ``since`` is in, ``until`` is not. An
    author is one of the byline or the one who began the story. With ``trash`` only the trash is shown,
    without it never.
    """

    states: frozenset[State] = frozenset()
    section: str = ""
    language: str = ""
    since: datetime | None = None
    until: datetime | None = None
    author: str = ""
    genre: str = ""
    trash: bool = False
    todo: TodoOf | None = None
    """What a person has to do, of all these."""


EVERYTHING = Filter()
"""The filter that shows every story that is not in the trash."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """The place in a list after which its next page begins; only the library looks inside."""

    key: tuple[str | int | datetime, ...]


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list; next is None on the last one."""

    items: tuple[T, ...] = ()
    next: Cursor | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A story that a search found; marks are start and end of each found word in the snippet."""

    card: StoryCard
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class EarlierHit:
    """A story of which an earlier version is what a search asked for, and today's is not: the newest such version."""

    card: StoryCard
    version: int
    time: datetime
    person: str
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many stories there are; trashed ones count in ``trash`` alone, ``mine`` are one person's."""

    all: int = 0
    trash: int = 0
    states: dict[State, int] = field(default_factory=dict)
    mine: dict[State, int] = field(default_factory=dict)
    sections: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Saved:
    """A story as it was saved, and what that changed."""

    article: Article
    changes: Changes


@dataclass(frozen=True, slots=True)
class SavedMany:
    """Stories as they were saved together, what that changed, and by story why another was not saved."""

    articles: tuple[Article, ...]
    changes: Changes
    refused: dict[int, Known] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Revision:
    """One saved version of a story."""

    version: int
    time: datetime
    person: str
    action: str
    note: str
    headline: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a story's journal: who did what when; digest seals it and all lines before it."""

    number: int
    time: datetime
    person: str
    action: str
    note: str
    version: int
    digest: str
    gone: tuple[int, ...] = ()
    """The versions that were struck with it and are no longer kept."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A session that edits a story: since when, and how long ago it last said so."""

    session: str
    since: datetime
    silence: timedelta


@dataclass(frozen=True, slots=True)
class Draft:
    """Text that was typed and not yet saved, by which session and when."""

    session: str
    uid: str
    time: datetime
    article: Article
