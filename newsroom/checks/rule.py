"""What a rule is, and what it is given to judge."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from newsroom.domain.body import TEXT_BLOCKS, Block, Box, Crosshead, Picture, Table, block_text
from newsroom.domain.changes import Settled, content_for_readers, settle
from newsroom.domain.checklist import severity_of
from newsroom.domain.finding import HEADER, Field, Finding, Fix, Place, Replacement, Severity
from newsroom.domain.inline import plain
from newsroom.domain.workflow import State, Transition
from newsroom.settings import House

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from newsroom.domain.article import Article
    from newsroom.domain.card import Genre
    from newsroom.domain.lookalike import Lookalike
    from newsroom.translation import Message

NEXT = {
    State.DRAFT: Transition.SUBMIT,
    State.RETURNED: Transition.SUBMIT,
    State.FOR_REVIEW: Transition.APPROVE,
    State.APPROVED: Transition.PUBLISH,
    State.SCHEDULED: Transition.PUBLISH,
}
"""The transition a story heads for: what will be asked there is shown beforehand."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a judgement may know beside the story; moment is the transition that is about to be made."""

    house: House = field(default_factory=House)
    genres: Mapping[str, Genre] = field(default_factory=dict)
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    lookalikes: tuple[Lookalike, ...] = ()
    moment: Transition | None = None
    picture_sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Width and height in pixels of the story's pictures by their assets, as far as they are known."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of final text that belongs together; offset is where it begins in its block's final text."""

    field: Field
    block: int
    text: str
    crosshead: bool = False
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Proof:
    """A story laid out for judging: its final text in passages, and the way back to places in the story."""

    article: Article
    context: Context
    settled: Settled
    passages: tuple[Passage, ...]

    @property
    def moment(self) -> Transition | None:
        """Give the transition that is about to be made, or the one the story heads for."""
        return self.context.moment or NEXT.get(self.article.state)

    @property
    def language(self) -> str:
        """Give the language of the story, the house's where none is known."""
        return self.article.spoken_language or self.context.house.language

    @property
    def print_day(self) -> date:
        """Give the day the story appears, in the newsroom's zone."""
        when = self.article.publish_time or self.context.now
        return when.astimezone(ZoneInfo(self.context.house.zone)).date()

    def place(self, passage: Passage, start: int, end: int) -> Place:
        """Give the place in the story of a stretch of a passage."""
        if passage.block == HEADER:
            return Place(passage.field, HEADER, start, end)
        first = self.settled.place(passage.block, passage.offset + start)
        last = self.settled.place(passage.block, passage.offset + max(end - 1, start))
        size = len(block_text(self.article.body.blocks[first[0]]))
        stop = last[1] + (1 if end > start else 0) if last[0] == first[0] else size
        return Place(passage.field, first[0], first[1], max(stop, first[1]))

    def body(self) -> Iterator[Passage]:
        """Give the passages of the body."""
        return (passage for passage in self.passages if passage.field is Field.BODY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule: its name, its title, how grave it is where, and how it judges.

    It is silent outside ``moments``, where they are given; a house changes a severity by its settings.
    """

    name: str
    title: str
    judge: Callable[[Proof], Iterable[Finding]]
    severity: Severity = Severity.RECOMMENDED
    moments: frozenset[Transition] = frozenset()
    required: frozenset[Transition] = frozenset()

    def severity_at(
        self, moment: Transition | None, house: House, genre: str = "", section: str = ""
    ) -> Severity:
        """Give how grave this rule is at a transition, by the house's settings or by its own.

        Of what the house has set, the most exact holds: for a section before for a genre, before for all.
        """
        asked = severity_of(house.severities, self.name, moment, genre, section)
        if self.moments and moment not in self.moments and (asked is None or not asked.named):
            return Severity.OFF
        if asked is not None:
            return asked.severity
        return Severity.REQUIRED if moment in self.required else self.severity


def found(
    place: Place,
    message: Message,
    subject: str = "",
    *,
    fix: Fix | None = None,
    like: tuple[int, ...] = (),
    rule: str = "",
) -> Finding:
    """Make a finding whose rule and severity are filled in by whoever runs the rule."""
    return Finding(rule, Severity.RECOMMENDED, place, message, subject, fix, like)


def replaces(label: Message, place: Place, text: str) -> Fix:
    """Make the fix that puts one text in the place of a finding."""
    return Fix(label, (Replacement(place, text),))


def proof(article: Article, context: Context) -> Proof:
    """Lay a story out for judging."""
    settled = settle(article.body)
    lead = plain(content_for_readers(article.lead))
    head = (Passage(Field.LEAD, HEADER, lead),) if lead.strip() else ()
    body = tuple(part for number, block in enumerate(settled.body.blocks) for part in _parts(number, block))
    return Proof(article, context, settled, (*head, *body))


def _parts(number: int, block: Block) -> Iterator[Passage]:
    """Give the stretches of a block that belong together, with where each begins in its plain text."""
    if isinstance(block, TEXT_BLOCKS):
        yield Passage(Field.BODY, number, block_text(block), isinstance(block, Crosshead))
        return
    if not isinstance(block, Picture | Table | Box):
        return
    offset = 0
    for text, crosshead in _inner(block):
        yield Passage(Field.BODY, number, text, crosshead, offset)
        offset += len(text) + 1


def _inner(block: Picture | Table | Box) -> Iterator[tuple[str, bool]]:
    """Give the texts inside a block that holds several, each parted by one character from the next."""
    if isinstance(block, Picture):
        yield plain(block.caption), True
    elif isinstance(block, Table):
        yield from ((plain(cell), True) for row in block.rows for cell in row)
    else:
        yield plain(block.title), True
        yield from ((plain(item.content), isinstance(item, Crosshead)) for item in block.blocks)
