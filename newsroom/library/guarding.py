"""What a guarded database needs to keep a story: the text that its journal seals, and what comes beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from newsroom.domain.article import Article
from newsroom.domain.cleaning import cleaned
from newsroom.domain.reader import reader_hash
from newsroom.library import indexes, noting
from newsroom.library.approving import open_text
from newsroom.library.fields import fields_of
from newsroom.library.ordering import sort_key
from newsroom.library.rows import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from newsroom.domain.approved import Seal
    from newsroom.domain.lookalike import Lookalike
    from newsroom.library.articles import Step, Values
    from newsroom.library.indexes import Indexed


_MADE_THERE = frozenset({"digest", "in_trash", "lookalikes", "findings"})
DERIVED = tuple(
    column.name for column in ARTICLE.c if column.name not in {*fields_of(Article(uid="")), *_MADE_THERE}
)
"""The columns of a story that only the program can make: keys by which lists are put in order."""


class Keeping(NamedTuple):
    """A story on its way through the one door: whole is its text, was the version it follows, 0 for none."""

    whole: str
    was: int
    action: str
    note: str
    row: Values
    source: str
    hash: str
    lines: list[tuple[str, str]]
    seal: Values | None
    notes: list[Values] | None
    indexed: Indexed | None
    before: Indexed | None


class Draftlike(NamedTuple):
    """What is asked about the drafts of others: the terms and key of a headline, the rows of a text, whose they are."""

    terms: Sequence[str]
    headline: str
    sample: Sequence[int]
    own: int


class Guard(Protocol):
    """The one door of a database that lets nobody write a story's tables."""

    def person(self, connection: Connection) -> str:
        """Give the name of the person whose login this is."""

    def next_id(self, connection: Connection) -> int:
        """Give a number that no story ever had."""

    def slugs(self, connection: Connection, wanted: Sequence[str], *, numbered: bool) -> dict[str, int]:
        """Give those of the slugs, or of their numbered forms, that stories have, with whose they are."""

    def block(self, connection: Connection, story: int, reason: str, *, lifts: bool) -> bool:
        """Set or lift a legal block; tell whether there was one to set or to lift."""

    def picture(self, connection: Connection, name: str) -> bytes | None:
        """Give the bytes of a picture whose SHA-256 is known."""

    def keep(self, connection: Connection, stories: Iterable[Keeping], now: datetime) -> None:
        """Keep stories with all that belongs to a save; raises NotAllowed, FourEyes and EditedElsewhere."""

    def tell(self, connection: Connection, entries: Iterable[Mapping[str, Any]]) -> None:
        """Tell in the journals of stories what was decided of them, where that makes no version."""

    def count(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Add to the counts of names, also of those that may not be seen."""

    def alike(self, connection: Connection, asked: Draftlike) -> tuple[Lookalike, ...]:
        """Give the drafts of others that are like a story: why, whose and in which state they are, no more."""


def keeping(step: Step, row: Values, whole: str) -> Keeping:
    """Give a step as a guarded database takes it."""
    old, new, seal = step.old, step.new, step.evidence.seal
    notes, before = list(noting.rows(new)), list(noting.rows(old)) if old else []
    words = indexes.indexed(new, sort_key(new))
    former = indexes.indexed(old, sort_key(old)) if old else None
    return Keeping(
        whole,
        old.version if old else 0,
        step.action,
        cleaned(step.note),
        row,
        step.source,
        reader_hash(new) if seal else "",
        [(action, cleaned(note)) for action, note in step.evidence.lines],
        _sealed(seal) if seal else None,
        notes if notes != before else None,
        words if words != former else None,
        former,
    )


def _sealed(seal: Seal) -> Values:
    return {
        "grade": seal.grade.value,
        "override": cleaned(seal.override),
        "edited": seal.edited,
        "due": seal.due,
        "open": open_text(seal),
    }
