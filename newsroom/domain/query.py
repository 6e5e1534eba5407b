"""What a search asks for, taken apart: all of some clauses, any part of each, and nothing of what is unwanted.

It says what is meant, not how a database finds it; `newsroom.text.query` makes it of what a person types.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from newsroom.domain.words import Labelled
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from newsroom.domain.workflow import State


class Field(Labelled):
    """A part of a story that can be asked for by name."""

    HEADLINE = "headline", N_("Headline")
    KICKER = "kicker", N_("Kicker")
    AUTHOR = "author", N_("Author")
    KEYWORD = "keyword", N_("Keyword")
    SOURCE = "source", N_("Source")
    SECTION = "section", N_("Section")
    GENRE = "genre", N_("Genre")
    STATE = "state", N_("State")
    LANGUAGE = "language", N_("Language")
    AFTER = "after", N_("From")
    BEFORE = "before", N_("Before")
    UNTIL = "until", N_("Until")
    ON = "on", N_("On")
    HAS = "has", N_("Has")
    IS = "is", N_("Is")


class Thing(Labelled):
    """What a story may have."""

    PICTURE = "picture", N_("Picture")
    TABLE = "table", N_("Table")
    FOOTNOTE = "footnote", N_("Footnote")
    NOTE = "note", N_("Note")
    CHANGES = "changes", N_("Tracked changes")
    FINDINGS = "findings", N_("Findings")
    DOUBLES = "doubles", N_("Similar stories")


class Trait(Labelled):
    """What a story may be, beside its state."""

    EMBARGOED = "embargoed", N_("Embargoed")
    MINE = "mine", N_("Mine")
    IMPORTED = "imported", N_("Imported")
    RESERVE = "reserve", N_("Reserve copy")
    """Approved, and without a publish time: ready for any day."""
    TRASH = "trash", N_("In the trash")


@dataclass(frozen=True, slots=True)
class Term:
    """Folded words in a row, anywhere in a story or in one of its fields.

    Several words are one that is written with a hyphen, or, when exact, a phrase that must stand so; with
    begun the last word may go on.
    """

    words: tuple[str, ...]
    field: Field | None = None
    exact: bool = False
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A section or a genre by name; with begun the name may go on."""

    field: Field
    name: str
    begun: bool = False


@dataclass(frozen=True, slots=True)
class InState:
    """A state of the story."""

    state: State


@dataclass(frozen=True, slots=True)
class InLanguage:
    """A language of the story, by its bare code."""

    code: str


@dataclass(frozen=True, slots=True)
class Within:
    """A stretch of time that holds the story's own: since is in, until is not."""

    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Has:
    """Something the story has."""

    thing: Thing


@dataclass(frozen=True, slots=True)
class Is:
    """Something the story is at a moment."""

    trait: Trait
    at: datetime | None = None


Condition: TypeAlias = Named | InState | InLanguage | Within | Has | Is
Part: TypeAlias = Term | Condition
Clause: TypeAlias = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """Every clause must be met by one of its parts, and no part that is unwanted may be.

    A clause without parts cannot be met: nothing is found.
    """

    wanted: tuple[Clause, ...] = ()
    unwanted: tuple[Part, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is asked for."""
        return bool(self.wanted or self.unwanted)

    @property
    def terms(self) -> Iterator[Term]:
        """Give the words that are wanted."""
        return (part for clause in self.wanted for part in clause if isinstance(part, Term))

    def without_words(self) -> Query:
        """Give what is asked of a story's row alone, without what its text must hold."""
        told = (Term, Has, InLanguage)
        wanted = tuple(clause for clause in self.wanted if not any(isinstance(part, told) for part in clause))
        return Query(wanted, tuple(part for part in self.unwanted if not isinstance(part, told)))
