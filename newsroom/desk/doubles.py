"""Stories that are alike: what is decided of two, the groups of the whole library, two that become one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.desk.joining import OPEN, READY
from newsroom.domain.errors import WrongValue
from newsroom.domain.lookalike import BodyKind, LikenessKind, Verdict
from newsroom.domain.workflow import State, Transition
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom.desk import Desk
    from newsroom.desk.joining import Joining
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.article import Article
    from newsroom.domain.card import StoryCard
    from newsroom.domain.changeset import Changes
    from newsroom.domain.lookalike import Decision, Group, GroupPage, Lookalike, Pair

OUT = frozenset(State) - OPEN - READY
"""Stories in these states were read outside: they are linked, never merged."""
PAGE = 30
_TURNS = 20
"""So many pages are looked through for groups that are asked for before what was found is shown."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which groups are asked for: all by default."""

    unpublished: bool = False
    """Two of its stories at least are not out yet."""
    section: str = ""
    kinds: frozenset[LikenessKind | BodyKind] = frozenset()
    """How headlines or texts are alike, in one of these ways at least; empty is any."""

    def takes(self, group: Group) -> bool:
        """Tell whether a group is alike in a way that is asked for."""
        found = {found for pair in group.pairs for found in (pair.kind, pair.body)}
        return not self.kinds or bool(self.kinds & found)

    def takes_stories(self, stories: Sequence[StoryCard]) -> bool:
        """Tell whether stories are asked for."""
        if self.unpublished and sum(card.state not in OUT for card in stories) <= 1:
            return False
        return not self.section or any(card.section == self.section for card in stories)


@dataclass(frozen=True, slots=True)
class Twins:
    """A group with the cards of its stories, newest first, and its pairs, likest first."""

    stories: tuple[StoryCard, ...]
    pairs: tuple[Pair, ...]

    @property
    def kind(self) -> LikenessKind | None:
        """Give how alike the likest headlines are."""
        found = {pair.kind for pair in self.pairs}
        return next((kind for kind in LikenessKind if kind in found), None)

    @property
    def body(self) -> BodyKind | None:
        """Give how alike the likest texts are; one that holds the other is a shortened version either way."""
        found = {pair.body for pair in self.pairs}
        return next((kind for kind in BodyKind if kind in found), None)


@dataclass(frozen=True, slots=True)
class Found:
    """A page of groups; `next` is the place behind which the next one begins, 0 on the last one."""

    items: tuple[Twins, ...] = ()
    next: int = 0


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as a story shows it: the other story, and whether the story itself is the update."""

    decision: Decision
    id: int
    headline: str
    updates: bool


class Doubles:
    """Finds stories that are alike, decides of them, and makes two of them one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # Two stories

    def like(self, article: Article) -> tuple[Lookalike, ...]:
        """Give the stories that are like one by headline or text, likest first; what was decided is left out."""
        return self._desk.proofing.alike(article)

    def decide(self, uid: str, other: str, verdict: Verdict) -> Changes:
        """Keep that a story is no duplicate of another, or its update; for good, until it is decided otherwise.

        Raises NotFound and WrongValue.
        """
        if uid == other:
            raise WrongValue(msg(N_("A story is not compared with itself.")))
        for one in (uid, other):
            self._desk.library.stories.by_uid(one)
        return self._judged(self._desk.library.doubles.decide(uid, other, verdict, self._desk.person))

    def decide_all(self, group: Twins) -> tuple[Changes, ...]:
        """Keep that no story of a group is a duplicate of another one that it was found like."""
        uids = {card.id: card.uid for card in group.stories}
        return tuple(
            self.decide(uids[pair.first], uids[pair.second], Verdict.NOT_A_DUPLICATE) for pair in group.pairs
        )

    def forget(self, uid: str, other: str) -> Changes:
        """Take back what was decided of two stories."""
        return self._judged(self._desk.library.doubles.forget(uid, other, self._desk.person))

    def _judged(self, changes: Changes) -> Changes:
        """Count anew what the cards of the stories show."""
        stories = self._desk.library.stories.articles(tuple(changes.stories))
        self._desk.proofing.judge([story for story in stories if not story.trashed])
        return changes

    def decisions(self, uid: str) -> tuple[Decision, ...]:
        """Give what was decided of a story and others, the newest first."""
        return self._desk.library.doubles.decisions(uid)

    def decided(self, uid: str) -> tuple[Decided, ...]:
        """Give what was decided of a story, with the headlines of the others."""
        decisions = self.decisions(uid)
        others = tuple(one.other if one.uid == uid else one.uid for one in decisions)
        cards = {card.uid: card for card in self._desk.library.lists.cards_by_uid(others)} if others else {}
        return tuple(
            Decided(one, cards[other].id, cards[other].headline, one.uid == uid)
            for one, other in zip(decisions, others, strict=True)
            if other in cards
        )

    # The whole library

    def waiting(self) -> int:
        """Give how many stories have not been compared since they changed."""
        return self._desk.library.doubles.waiting()

    def search(self, progress: Progress | None = None, cancelled: Cancelled | None = None) -> bool:
        """Compare the stories that changed since the last time with all others; tell whether it came to the end.

        It may be cancelled, and goes on there the next time.
        """
        return self._desk.library.doubles.search(self._desk.house, progress, cancelled)

    def groups(self, after: int = 0, limit: int = PAGE) -> GroupPage:
        """Give a page of the groups of like stories found so far, those with the newest story first."""
        return self._desk.library.doubles.groups(after, limit)

    def count(self) -> tuple[int, int]:
        """Give how many groups of like stories there are, and how many stories in them."""
        return self._desk.library.doubles.count()

    def page(self, wanted: Wanted = Wanted(), after: int = 0, limit: int = PAGE) -> Found:
        """Give so many groups that are asked for, from a place on, or some fewer where hardly any is wanted."""
        items: list[Twins] = []
        for _turn in range(_TURNS):
            page = self.groups(after, limit - len(items))
            items += self._twins(page.items, wanted)
            after = page.next
            if not after or len(items) >= limit:
                break
        return Found(tuple(items), after)

    def _twins(self, groups: Sequence[Group], wanted: Wanted) -> Iterator[Twins]:
        taken = [group for group in groups if wanted.takes(group)]
        ids = [story for group in taken for story in group.stories]
        cards = {card.id: card for card in self._desk.library.lists.cards_of(ids)} if ids else {}
        for group in taken:
            stories = tuple(cards[story] for story in group.stories if story in cards)
            known = {card.id for card in stories}
            pairs = sorted(
                (one for one in group.pairs if {one.first, one.second} <= known),
                key=lambda one: max(one.score, one.share),
                reverse=True,
            )
            if pairs and wanted.takes_stories(stories):
                yield Twins(stories, tuple(pairs))

    def group_of(self, story: int) -> Twins | None:
        """Give the group a story is in, or nothing."""
        return next(self._twins(self._desk.library.doubles.groups_of(story), Wanted()), None)

    # Two become one

    def joining(self, master: int, other: int) -> Joining:
        """Give what merging two stories would make of them, to be shown before; raises NotAllowed and WrongValue."""
        from newsroom.desk.joining import joined

        both = self._desk.writing.open(master), self._desk.writing.open(other)
        for story in both:
            self._desk.blocking.permit(story)
        plan = joined(*both)
        for error in self._desk.approval.barred_of((other,), Transition.TRASH).values():
            raise error
        return plan

    def merge(self, master: int, other: int) -> Changes:
        """Make two stories one: the master keeps its text, the other goes into the trash with a link to it.

        The changes take both back at once. Raises NotAllowed and EditedElsewhere.
        """
        from newsroom.desk.joining import left

        plan = self.joining(master, other)
        steps = ((plan.master, "joined"), (left(plan, self._desk.clock()), "joined-away"))
        stories = self._desk.library.stories
        kept = stories.save_many(steps, self._desk.person)
        if kept.refused:
            if kept.changes:
                stories.undo(kept.changes, self._desk.person)
            raise next(iter(kept.refused.values()))
        return self._judged(kept.changes)

    def uid(self, story: int) -> str:
        """Give the uid of a story by its number; raises NotFound."""
        return self._desk.library.stories.article(story).uid
