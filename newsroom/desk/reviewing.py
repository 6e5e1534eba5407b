"""A story as it is reviewed: what changed since the last approval, what its checklist says, how it came here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from newsroom.domain.body import Picture
from newsroom.domain.finding import Severity
from newsroom.domain.four_eyes import barred, has_edited
from newsroom.domain.reader import reader_hash, reads_same
from newsroom.domain.workflow import BOUND, State, Transition, possible
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsroom.desk import Desk
    from newsroom.desk.history import Two
    from newsroom.domain.approved import Approval
    from newsroom.domain.article import Article
    from newsroom.domain.card import StoryCard
    from newsroom.domain.finding import Finding
    from newsroom.domain.four_eyes import Circumstances
    from newsroom.domain.listing import Revision
    from newsroom.domain.timeline import Event

_NAMED = frozenset({"notes-open", "changes-open"})
_OF_PICTURES = frozenset({"picture-credit", "picture-alt"})
"""Rules whose line is shown even where nothing was found: what an approver is asked about."""
_STILL = frozenset({State.DRAFT, State.FOR_REVIEW, State.RETURNED})


class Since(StrEnum):
    """With which version a story is compared."""

    APPROVED = "approved"
    STANDS = "stands"
    """The approved version reads the same: the approval stands."""
    RETURNED = "returned"
    WAITS = "waits"
    """It was returned, and nothing was done since."""
    READ = "read"
    NOTHING = "nothing"


class Tone(StrEnum):
    """What a line of a checklist says."""

    GOOD = "good"
    CALM = "calm"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a checklist; of a finding, which says where it stands."""

    tone: Tone
    words: Message
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Base:
    """The version a story is compared with: which, why that one, by whom and when it came about."""

    since: Since
    revision: Revision


@dataclass(frozen=True, slots=True)
class Review:
    """All that is shown of a story for review; seen is the hash of the readers' text in it."""

    article: Article
    seen: str
    two: Two
    base: Base | None
    newest: Revision
    """How the version that is reviewed came about."""
    lines: tuple[Line, ...]
    events: tuple[Event, ...]
    ways: tuple[Transition, ...]
    barred: Message | None
    """Why the person may not approve, whatever the checklist says."""
    first: bool
    """An approval now is the first of two."""
    due: bool
    """Second eyes must look at it."""

    @property
    def required(self) -> tuple[Finding, ...]:
        """Give what must be mended before the story can be approved."""
        return tuple(line.finding for line in self.lines if line.tone is Tone.BAD and line.finding)


@dataclass(frozen=True, slots=True)
class Signs:
    """Which stories of a list lost an approval, stand under a legal block, and whom they were given to."""

    voided: frozenset[int] = frozenset()
    blocked: frozenset[int] = frozenset()
    holders: Mapping[int, str] = field(default_factory=dict)


class Reviewing:
    """What people who approve are shown."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, story: int, read: int = 0) -> Review:
        """Give a story to review; read is a version that was read already, with which it is compared then.

        Raises NotFound.
        """
        article = self._desk.library.stories.article(story)
        revisions = tuple(self._desk.library.history.revisions(story))
        approval = self._last_approval(story)
        base = _base(revisions, approval, article, read)
        ground = self._desk.approval.ground((story,))
        known = ground.around(article)
        old = self._desk.history.version(story, base.revision.version) if base else article
        if base and base.since is Since.APPROVED and reads_same(old, article):
            base = replace(base, since=Since.STANDS)
        if base and base.since is Since.RETURNED and base.revision.version == article.version:
            base = replace(base, since=Since.WAITS)
        return Review(
            article=article,
            seen=reader_hash(article),
            two=self._desk.history.beside(old, article),
            base=base,
            newest=_came_about(revisions),
            lines=tuple(self._lines(article, known)),
            events=self._desk.history.timeline(story),
            ways=() if self._desk.library.read_only else possible(article, ground.person, known),
            barred=self._desk.approval.barred(article, Transition.APPROVE),
            first=known.waits_for_second(article),
            due=known.standing.eyes_due is not None,
        )

    def _last_approval(self, story: int) -> Approval | None:
        given = self._desk.library.approvals.of(story)
        return next((one for one in reversed(given) if one.grade.binds), None)

    def _lines(self, article: Article, known: Circumstances) -> Iterator[Line]:
        yield self._eyes(article, known)
        if known.four_eyes and has_edited(article, self._desk.person, known):
            yield Line(
                Tone.CALM, msg(N_("You changed this text. You may approve it, and the author is told."))
            )
        transition = Transition.PUBLISH if article.state in BOUND else Transition.APPROVE
        findings = self._desk.approval.checklist(article, transition)
        for finding in sorted(findings, key=lambda one: one.severity is not Severity.REQUIRED):
            yield Line(_TONES[finding.severity], finding.message, finding)
        yield from self._met(article, transition, {one.rule for one in findings})

    def _eyes(self, article: Article, known: Circumstances) -> Line:
        person = self._desk.person
        if not known.four_eyes:
            return Line(Tone.CALM, self._desk.approval.rule())
        bar = barred(article, person, known)
        if bar is not None:
            return Line(Tone.BAD, bar)
        if first := known.first_of(article):
            return Line(Tone.GOOD, msg(N_("Approved by {name} already; you are the second"), name=first))
        return Line(Tone.GOOD, msg(N_("Whoever approves is no author of the story")))

    def _met(self, article: Article, transition: Transition, found: set[str]) -> Iterator[Line]:
        """Give lines for what is as it should be: what is asked first by name, the others by their number."""
        named = _NAMED | (_OF_PICTURES if any(map(_is_picture, article.body.blocks)) else frozenset())
        more = 0
        for asked in self._desk.checklists.holding(article.genre, article.section):
            if asked.moment is not transition or asked.severity is Severity.OFF or asked.rule in found:
                continue
            if asked.severity is Severity.REQUIRED or asked.rule in named:
                yield Line(Tone.GOOD, msg(asked.title))
            else:
                more += 1
        if more:
            yield Line(Tone.GOOD, msg(N_("{n} more checks without a finding"), n=more))

    def voided(self, cards: Iterable[StoryCard]) -> frozenset[int]:
        """Give which of these stories lost an approval to a later change and have none again."""
        asked = [card.id for card in cards if card.state in _STILL]
        return self._desk.library.approvals.voided(asked) if asked else frozenset()

    def signs(self, cards: Sequence[StoryCard]) -> Signs:
        """Give what a list marks on these stories beside what it reads of them anyway."""
        ids, uids = [card.id for card in cards], {card.uid: card.id for card in cards}
        blocked = frozenset(uids[uid] for uid in self._desk.blocking.among(uids))
        held = self._desk.assigning.of(ids)
        return Signs(self.voided(cards), blocked, {story: one.person for story, one in held.items()})

    def proof(self, story: int) -> tuple[Message, ...]:
        """Give what was changed from outside in a story's journal and versions; nothing where all is sound."""
        return self._desk.history.verify(story)


_TONES = {Severity.REQUIRED: Tone.BAD, Severity.RECOMMENDED: Tone.WARN, Severity.OFF: Tone.CALM}


def _is_picture(block: object) -> bool:
    return isinstance(block, Picture)


def _base(
    revisions: Sequence[Revision], approval: Approval | None, article: Article, read: int
) -> Base | None:
    """Give what a story is compared with: what was read a moment ago, the last approval, or what was returned."""
    kept = {one.version: one for one in revisions}
    if read in kept and read < article.version:
        return Base(Since.READ, kept[read])
    if approval is not None and approval.version in kept:
        return Base(Since.APPROVED, kept[approval.version])
    returned = next((one for one in revisions if one.action == Transition.RETURN.value), None)
    return Base(Since.RETURNED, returned) if returned else None


def _came_about(revisions: Sequence[Revision]) -> Revision:
    """Give the submission of the newest version, or its own save where it was changed after that."""
    submit = Transition.SUBMIT.value
    newest = revisions[0]
    return (
        newest
        if newest.action != "saved"
        else next(
            (one for one in revisions if one.action == submit and one.version == newest.version), newest
        )
    )
