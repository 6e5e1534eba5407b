"""From draft to print: who moves a story on, and what stops it.

An approval is bound to the exact reader's text by its hash; the library binds it, in the transaction that keeps the
story. What a checklist requires at a transition stops it, unless a duty editor gives a reason; the reason is kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from newsroom.desk import second_looks
from newsroom.desk.checklists import obeyed
from newsroom.desk.embargoes import permit_channel
from newsroom.domain import four_eyes, workflow
from newsroom.domain.approved import (
    FIRST_APPROVAL,
    NOTHING,
    OVERRIDDEN,
    Evidence,
    Grade,
    Seal,
    SecondLook,
    still_open,
)
from newsroom.domain.channel import Channel
from newsroom.domain.errors import EditedElsewhere, NotAllowed
from newsroom.domain.four_eyes import Circumstances, Standing
from newsroom.domain.reader import reader_hash
from newsroom.domain.workflow import Need, Transition
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from newsroom.desk import Desk
    from newsroom.domain import approved
    from newsroom.domain.article import Article
    from newsroom.domain.changeset import Changes
    from newsroom.domain.finding import Finding
    from newsroom.domain.listing import Saved
    from newsroom.domain.person import Person
    from newsroom.domain.workflow import Way
    from newsroom.settings import House
    from newsroom.translation import Message

_GIVEN = frozenset({Transition.APPROVE, Transition.PUBLISH_ALONE})
_OUT = frozenset({Transition.PUBLISH, Transition.PUBLISH_ALONE})
_SENT = _OUT | {Transition.WITHDRAW}
"""What writes files, or notices over them."""
_ASKED = {Transition.PUBLISH_ALONE: Transition.PUBLISH}
"""Whose checklist is asked where it is another's."""
_KEPT = ("state", "trashed", "created_by", "approved_by", "approved_hash", "approved_at")
"""What the library knows of a story, whatever a window holds."""
_SHORTEST = 12
"""So many signs of a hash tell which text is meant."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is said with a move.

    A note or reason, the publish time to set, why a checklist is passed over, the hash of the text that an approver
    has read, and by which channels it goes out.
    """

    note: str = ""
    at: datetime | None = None
    override: str = ""
    seen: str = ""
    channels: tuple[Channel, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What moves stand on, read once for many.

    The house, the person as the library knows them, and what it keeps beside the stories.
    """

    house: House
    person: Person
    standings: Mapping[int, Standing]

    def around(self, article: Article) -> Circumstances:
        """Give the circumstances of a story."""
        return Circumstances(
            self.house.four_eyes,
            article.section in self.house.strict_sections,
            article.section in self.house.second_sections,
            self.standings.get(article.id, Standing()),
        )


@dataclass(frozen=True, slots=True)
class Ready:
    """A story as it is after a move, not kept yet, with what the history calls the move and what is kept with it."""

    article: Article
    action: str
    evidence: Evidence = NOTHING


class Approval:
    """The ways of a story between its states."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # What may be done

    def possible(self, article: Article) -> tuple[Transition, ...]:
        """Give what the person at the desk may do with a story now; nothing where nothing can be kept."""
        if self._desk.library.read_only:
            return ()
        ground = self._seen_from_here((article.id,))
        return workflow.possible(article, ground.person, ground.around(article))

    def barred(self, article: Article, transition: Transition) -> Message | None:
        """Give why the person at the desk may not do this with a story, and what to do, or nothing.

        What checklists ask is not asked here; see `checklist`.
        """
        ground = self._seen_from_here((article.id,))
        try:
            workflow.guard(article, transition, ground.person, ground.around(article))
        except NotAllowed as error:
            return error.message
        return None

    def checklist(self, article: Article, transition: Transition) -> tuple[Finding, ...]:
        """Give what the checklist of a transition finds open, what it requires first."""
        return self._desk.proofing.findings(article, _ASKED.get(transition, transition))

    def rule(self) -> Message:
        """Say whether the four-eyes rule holds here, and why not where it does not."""
        if self._desk.library.house.settings().four_eyes:
            return msg(N_("The four-eyes rule holds: no one approves their own story."))
        if len(self._desk.library.house.people()) <= 1:
            return msg(
                N_("This is a library of one person: the four-eyes rule is off, and you approve alone.")
            )
        return msg(N_("The four-eyes rule is off: everyone who may approve may approve their own stories."))

    # Moving

    def move(
        self,
        article: Article,
        transition: Transition,
        note: str = "",
        at: datetime | None = None,
        *,
        override: str = "",
        seen: str = "",
        channels: tuple[Channel, ...] = (),
        send: bool = True,
    ) -> Saved:
        """Move a story on and keep it; at is the publish time where one is set with it.

        Seen is the hash of the readers' text that the person has read: another one is not approved. Override is why a
        duty editor passes over what the checklist requires. What goes out is written at once, unless whoever calls sends
        it later. Raises NotAllowed with the reason, ChecklistOpen with the
        findings, Embargoed, WrongValue, EditedElsewhere.
        """
        order = Order(note, at, override, seen, channels)
        article, ground = self._met(article)
        ready = self.ready(article, transition, order, ground)
        try:
            saved = self._desk.library.stories.save(
                ready.article,
                self._desk.person,
                ready.action,
                note,
                evidence=replace(ready.evidence, channels=channels),
            )
        except EditedElsewhere as error:
            raise self._quicker(article) or error from error
        self._desk.library.drafts.drop(self._desk.session, article.uid)
        if send and transition in _SENT:
            self._desk.publishing.after(saved.article)
        return saved

    def _met(self, article: Article) -> tuple[Article, Ground]:
        """Give a story as it lies in a window, but where the library says it stands, and what its move stands on.

        What the window changed and did not save counts as the person's own hand in it.
        """
        ground = self.ground((article.id,))
        kept = self._desk.writing.kept(article) if article.id else None
        if kept is None or kept.version != article.version:
            return article, ground
        standing = ground.standings.get(article.id, Standing())
        after = four_eyes.after_edit(standing, kept, article, ground.person)
        here = replace(article, **{name: getattr(kept, name) for name in _KEPT})
        return here, replace(ground, standings={article.id: after})

    def _quicker(self, article: Article) -> EditedElsewhere | None:
        """Say who was quicker with a story, and where it stands now."""
        now = self._desk.library.history.revisions(article.id)[0]
        state = self._desk.library.stories.article(article.id).state
        text = N_(
            "{name} was quicker: “{headline}” has another version now, and is “{state}”. Read it, then go on."
        )
        return EditedElsewhere(msg(text, name=now.person, headline=now.headline, state=msg(state.label)))

    def trash(self, ids: Iterable[int]) -> Changes:
        """Lay stories into the trash, all of them or none; raises NotAllowed and NotFound."""
        return self._shift(tuple(ids), Transition.TRASH)

    def restore(self, ids: Iterable[int]) -> Changes:
        """Take stories out of the trash; those that do not lie there stay as they are."""
        return self._shift(tuple(ids), Transition.RESTORE)

    def _shift(self, ids: tuple[int, ...], transition: Transition) -> Changes:
        for error in self.barred_of(ids, transition).values():
            raise error
        stories = self._desk.library.stories
        shift = stories.trash if transition is Transition.TRASH else stories.restore
        return shift(ids, self._desk.person)

    def barred_of(self, ids: Sequence[int], transition: Transition) -> dict[int, NotAllowed]:
        """Give which of these stories may not go into the trash, or out of it, and why.

        Those that are where they shall be are not barred, nor those that do not exist.
        """
        ground, barred = self.ground(ids), {}
        for article in self._desk.library.stories.articles(ids):
            if bool(article.trashed) == (transition is Transition.RESTORE):
                try:
                    workflow.guard(article, transition, ground.person, ground.around(article))
                except NotAllowed as error:
                    barred[article.id] = error
        return barred

    # What a move is made of; for one story and for many

    def ground(self, ids: Sequence[int]) -> Ground:
        """Give what moves of these stories stand on, as the library holds it now; raises NotAllowed.

        Whoever has another role by now, or is not here any more, is known by that, in a window that stayed open too.
        """
        house = self._desk.library.house.settings()
        return Ground(house, self._desk.people.present(), self._desk.library.approvals.standings(ids))

    def _seen_from_here(self, ids: Sequence[int]) -> Ground:
        kept = [story for story in ids if story]  # of a new story nothing is known, server or none
        standings = self._desk.library.approvals.standings(kept) if kept else {}
        return Ground(self._desk.house, self._desk.person, standings)

    def ready(self, article: Article, transition: Transition, order: Order, ground: Ground) -> Ready:
        """Give a story as it is after a move, not kept yet; raises what stops the move."""
        known = ground.around(article)
        way = workflow.guard(article, transition, ground.person, known, order.note)
        if not article.id and transition is not Transition.SUBMIT:
            raise NotAllowed(msg(N_("Save the story first.")))
        if order.seen and not _is_meant(article, order.seen):
            raise NotAllowed(
                msg(N_("The text was changed since you read it. Read it again, then approve it."))
            )
        moved = self._dated(self._desk.writing.prepared(article), transition, order)
        lines, findings = self._obey(moved, way, order, ground)
        seal = None
        if transition in _GIVEN:
            seal = self._seal(moved, transition, ground, lines, findings)
        if seal and seal.grade is Grade.FIRST:
            return Ready(moved, FIRST_APPROVAL, Evidence(seal, lines))
        if transition is Transition.CORRECT:
            moved = replace(moved, correction_note=order.note.strip())
        return Ready(replace(moved, state=way.target or moved.state), transition.value, Evidence(seal, lines))

    def obey(self, article: Article, transition: Transition) -> None:
        """Raise ChecklistOpen where the checklist of a transition requires what the story does not have."""
        obeyed(self._desk.proofing.findings(article, transition), self._desk.person, "")

    def _dated(self, article: Article, transition: Transition, order: Order) -> Article:
        """Give the story with the publish time this transition sets: what goes out by hand goes out now."""
        if order.at is not None:
            article = replace(article, publish_time=order.at)
        if transition not in _OUT or order.channels == (Channel.PRINT,):
            return article
        now = self._desk.clock()
        if article.publish_time is None or article.publish_time > now:
            return replace(article, publish_time=now.replace(second=0, microsecond=0))
        return article

    def _obey(
        self, article: Article, way: Way, order: Order, ground: Ground
    ) -> tuple[tuple[tuple[str, str], ...], tuple[Finding, ...]]:
        """Raise what the hour, the embargo or the checklist forbids; give the lines for the journal, and what is open."""
        if Need.TIME in way.needs:
            self._desk.blocking.permit(article)
            workflow.guard_schedule(article, article.publish_time, self._desk.clock())
        if Need.EMBARGO in way.needs:
            for channel in order.channels or (Channel.WEB,):
                permit_channel(article, channel, self._desk)
        if Need.CHECKLIST not in way.needs:
            return (), ()
        findings = self._desk.proofing.findings(article, _ASKED.get(way.action, way.action))
        passed = obeyed(findings, ground.person, order.override)
        return (
            ((OVERRIDDEN, f"{order.override.strip()} ({', '.join(passed)})"),) if passed else ()
        ), findings

    def _seal(
        self,
        article: Article,
        transition: Transition,
        ground: Ground,
        passed: tuple[tuple[str, str], ...],
        findings: tuple[Finding, ...],
    ) -> Seal:
        known = ground.around(article)
        seal = Seal(
            open=still_open(findings),
            override=passed[0][1] if passed else "",
            edited=four_eyes.has_edited(article, ground.person, known),
        )
        if transition is Transition.PUBLISH_ALONE:
            until = self._desk.clock() + timedelta(minutes=ground.house.second_look_minutes)
            return replace(seal, grade=Grade.ALONE, due=until)
        return replace(seal, grade=Grade.FIRST) if known.waits_for_second(article) else seal

    # Second eyes, and what was approved

    def looks_due(self) -> tuple[SecondLook, ...]:
        """Give the stories published alone that second eyes must look at, the soonest due first."""
        return second_looks.due(self._desk)

    def look(self, story: int, note: str = "") -> Saved:
        """Keep that second eyes looked at what was published alone; raises NotAllowed, FourEyes and NotFound."""
        return second_looks.look(self._desk, story, note)

    def approvals(self, story: int) -> tuple[approved.Approval, ...]:
        """Give the approvals of a story, the oldest first: of which text, by whom, when, what was open."""
        return self._desk.library.approvals.of(story)


def _is_meant(article: Article, seen: str) -> bool:
    wanted = seen.strip().casefold()
    return len(wanted) >= _SHORTEST and reader_hash(article).startswith(wanted)
