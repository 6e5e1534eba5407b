"""Finding and replacing in many stories: a preview first, then what was chosen of it, undone as one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from newsroom.desk.mending import each_replaced
from newsroom.desk.proofreading import permit
from newsroom.desk.reports import Unwritten
from newsroom.desk.splicing import tracked_splice
from newsroom.desk.tracking import tracks_at_opening
from newsroom.domain.apart import apart
from newsroom.domain.body import Body, Paragraph
from newsroom.domain.changes import change_ids
from newsroom.domain.changeset import Changes
from newsroom.domain.errors import EditedElsewhere, Known, LibraryUnusable, NotAllowed
from newsroom.domain.ledger import Ledger
from newsroom.domain.strands import all_strands
from newsroom.text.pattern import Pattern, Sought
from newsroom.text.searching import Find, search
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.desk import Desk
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.article import Article

AT_ONCE = 200
"""So many stories are read together."""


@dataclass(frozen=True, slots=True)
class FoundIn:
    """What was found in one version of a story, and why it may not be replaced there, if so."""

    id: int
    version: int
    headline: str
    finds: tuple[Find, ...]
    locked: Known | None = None


@dataclass(frozen=True, slots=True)
class FindReport:
    """What a search through stories found."""

    searched: int
    stories: tuple[FoundIn, ...] = ()
    cancelled: bool = False

    @property
    def count(self) -> int:
        """Give how many finds there are."""
        return sum(len(story.finds) for story in self.stories)


@dataclass(frozen=True, slots=True)
class ReplaceReport:
    """What a replacing did; changes take all of it back at once."""

    replaced: tuple[FoundIn, ...] = ()
    refused: tuple[Unwritten, ...] = ()
    changes: Changes = field(default_factory=Changes)
    cancelled: bool = False
    stopped: Known | None = None
    """What ended it early: the library could not take more."""

    @property
    def count(self) -> int:
        """Give how many finds were replaced."""
        return sum(len(story.finds) for story in self.replaced)


class Replacing:
    """Looks through many stories and replaces what a person chose."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(
        self,
        ids: Sequence[int],
        sought: Sought,
        replacement: str = "",
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> FindReport:
        """Give what kept stories hold of it; raises WrongValue where the expression is wrong or never ends."""
        pattern = Pattern(sought, replacement)
        found: list[FoundIn] = []
        done = 0
        for start in range(0, len(ids), AT_ONCE):
            if cancelled and cancelled():
                break
            if progress:
                progress(start, len(ids), "")
            some = ids[start : start + AT_ONCE]
            found += filter(None, (_found(one, pattern) for one in self._desk.library.stories.articles(some)))
            done += len(some)
        return FindReport(done, tuple(found), cancelled=done < len(ids))

    def replace(
        self,
        stories: Sequence[FoundIn],
        note: str = "",
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> ReplaceReport:
        """Replace the finds named and save each story; note stands in its history."""
        done: list[FoundIn] = []
        refused: list[Unwritten] = []
        changes, stopped, tried = Changes(), None, 0
        for story in stories:
            if stopped or (cancelled and cancelled()):
                break
            if progress:
                progress(tried, len(stories), story.headline)
            tried += 1
            try:
                changes = changes | self._replace(story, note)
                done.append(story)
            except LibraryUnusable as error:
                stopped = error
            except Known as error:
                refused.append(Unwritten(story.id, error))
        return ReplaceReport(
            tuple(done), tuple(refused), changes, tried < len(stories) and not stopped, stopped
        )

    def _replace(self, story: FoundIn, note: str) -> Changes:
        article = self._desk.writing.open(story.id)
        _permit(article)
        if article.version != story.version:
            text = N_("“{headline}” was changed since it was searched. Search again.")
            raise EditedElsewhere(msg(text, headline=article.headline))
        return self._desk.writing.save(self._replaced(article, story.finds), note).changes

    def _replaced(self, article: Article, finds: Sequence[Find]) -> Article:
        """Give a story with finds replaced, as tracked changes where this person's changes are tracked in it."""
        replacements = (one for find in finds for one in find.replacements)
        if not tracks_at_opening(self._desk.house, self._desk.person, article):
            return each_replaced(article, replacements)
        ledger = Ledger(self._desk.person.name, article.changes, self._desk.clock)
        made = each_replaced(article, replacements, tracked_splice(ledger))
        return replace(
            made, changes=ledger.standing(change_ids(Body((Paragraph(made.lead), *made.body.blocks))))
        )


def note_of(sought: Sought, replacement: str) -> str:
    """Give what a story's history says of a replacing: what was looked for and what stands there now."""
    return f"{sought.words} → {replacement or '∅'}"


def _found(article: Article, pattern: Pattern) -> FoundIn | None:
    finds = tuple(search(chain(all_strands(article), apart(article)), pattern))
    if not finds:
        return None
    return FoundIn(article.id, article.version, article.headline, finds, _lock(article))


def _lock(article: Article) -> Known | None:
    try:
        _permit(article)
    except NotAllowed as reason:
        return reason
    return None


def _permit(article: Article) -> None:
    """Raise NotAllowed where the story's text may not be changed by the way."""
    permit(article)
    if article.body.read_only:
        raise NotAllowed(msg(N_("The story holds a part of a newer version; it can be read only.")))
