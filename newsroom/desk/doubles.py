"""Stories that are alike: what people decide of two, and two that become one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from newsroom.domain.article import LinkKind, StoryLink
from newsroom.domain.errors import NotAllowed, WrongValue
from newsroom.domain.workflow import State
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk import Desk
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.article import Article, Byline
    from newsroom.domain.changeset import Changes
    from newsroom.domain.lookalike import Decision, Group, Verdict

_OPEN = frozenset({State.DRAFT, State.FOR_REVIEW, State.RETURNED})
"""Stories in these states may be merged: nobody has approved or printed them yet."""


@dataclass(frozen=True, slots=True)
class Merger:
    """Two stories about to become one: the master as it will be, the other as it is, and what the master gains."""

    master: Article
    other: Article
    gained: tuple[tuple[str, str], ...]
    """English names of fields, each with what is joined to it."""


class Doubles:
    """Decides on pairs of stories and merges them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def decide(self, uid: str, other: str, verdict: Verdict) -> Changes:
        """Keep that a story is no duplicate of another, or its update; for good, until it is decided otherwise."""
        if uid == other:
            raise WrongValue(msg(N_("A story is not compared with itself.")))
        return self._judged(self._desk.library.doubles.decide(uid, other, verdict, self._desk.person))

    def forget(self, uid: str, other: str) -> Changes:
        """Take back what was decided of two stories."""
        return self._judged(self._desk.library.doubles.forget(uid, other, self._desk.person))

    def _judged(self, changes: Changes) -> Changes:
        """Count anew what the cards of the stories show."""
        self._desk.proofing.judge(self._desk.library.stories.articles(tuple(changes.stories)))
        return changes

    def decisions(self, uid: str) -> tuple[Decision, ...]:
        """Give what was decided of a story and others, the newest first."""
        return self._desk.library.doubles.decisions(uid)

    # The whole library

    def waiting(self) -> int:
        """Give how many stories have not been compared since they changed."""
        return self._desk.library.doubles.waiting()

    def search(self, progress: Progress | None = None, cancelled: Cancelled | None = None) -> bool:
        """Compare the stories that changed since the last time with all others; tell whether it came to the end."""
        return self._desk.library.doubles.search(self._desk.house, progress, cancelled)

    def groups(self) -> tuple[Group, ...]:
        """Give the groups of like stories found so far, those with the newest story first."""
        return self._desk.library.doubles.groups()

    # Two become one

    def merger(self, master: int, other: int) -> Merger:
        """Give what merging two stories would do, so that it can be shown before; raises NotAllowed with the reason."""
        first, second = (self._desk.writing.open(story) for story in (master, other))
        if first.uid == second.uid:
            raise WrongValue(msg(N_("A story is not compared with itself.")))
        for one in (first, second):
            _permit(one)
        joined, gained = first, []
        for name, title, join in _JOINED:
            before, after = getattr(joined, name), join(first, second)
            if after != before:
                joined = replace(joined, **{name: after})
                gained.append((title, _shown(before, after)))
        return Merger(joined, second, tuple(gained))

    def merge(self, master: int, other: int) -> Changes:
        """Make two stories one: the master keeps its text, the other goes into the trash with a link to it.

        The changes take both back at once. Raises NotAllowed and EditedElsewhere.
        """
        plan = self.merger(master, other)
        link = StoryLink(LinkKind.UPDATE_OF, plan.master.uid)
        left = replace(plan.other, links=(*plan.other.links, link), trashed=self._desk.clock())
        steps = ((plan.master, "merged"), (left, "merged"))
        kept = self._desk.library.stories.save_many(steps, self._desk.person, plan.master.headline)
        for error in kept.refused.values():
            raise error
        return self._judged(kept.changes)


def _permit(article: Article) -> None:
    if article.trashed:
        raise NotAllowed(msg(N_("The story is in the trash. Restore it first.")))
    if article.state not in _OPEN:
        text = N_("“{headline}” is {state}: link it as an update instead. Only drafts are merged.")
        raise NotAllowed(msg(text, headline=article.headline, state=msg(article.state.label)))


def _keywords(first: Article, second: Article) -> tuple[str, ...]:
    known = {word.casefold() for word in first.keywords}
    return (*first.keywords, *(word for word in second.keywords if word.casefold() not in known))


def _authors(first: Article, second: Article) -> tuple[Byline, ...]:
    known = {byline.name.casefold() for byline in first.authors}
    return (*first.authors, *(byline for byline in second.authors if byline.name.casefold() not in known))


def _either(name: str) -> Callable[[Article, Article], Any]:
    return lambda first, second: getattr(first, name) or getattr(second, name)


def _lines(name: str) -> Callable[[Article, Article], str]:
    def joined(first: Article, second: Article) -> str:
        parts = (getattr(first, name).strip(), getattr(second, name).strip())
        return "\n".join(dict.fromkeys(part for part in parts if part))

    return joined


def _links(first: Article, second: Article) -> tuple[StoryLink, ...]:
    others = (link for link in second.links if link.uid != first.uid and link not in first.links)
    return (*first.links, *others)


_JOINED: tuple[tuple[str, str, Callable[[Article, Article], Any]], ...] = (
    ("keywords", N_("Keywords"), _keywords),
    ("authors", N_("Byline"), _authors),
    ("editors_note", N_("Editor's note"), _lines("editors_note")),
    ("source", N_("Source"), _either("source")),
    ("rights", N_("Rights"), _either("rights")),
    ("section", N_("Section"), _either("section")),
    ("kicker", N_("Kicker"), _either("kicker")),
    ("teaser", N_("Teaser"), _either("teaser")),
    ("publish_time", N_("Publish time"), _either("publish_time")),
    ("embargo", N_("Embargo"), _either("embargo")),
    ("links", N_("Linked stories"), _links),
)


def _shown(before: object, after: object) -> str:
    """Give what came to a value, as words."""
    if isinstance(after, tuple) and isinstance(before, tuple):
        return ", ".join(
            getattr(one, "name", None) or str(getattr(one, "uid", one)) for one in after if one not in before
        )
    return str(after)
