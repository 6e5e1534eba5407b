"""A story's print version beside its web version: derived, found again, and kept in step by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.domain.article import Article, LinkKind, StoryLink, new_uid
from newsroom.domain.counterpart import Counterpart, Difference, Wording, pending, settled, wording_of
from newsroom.domain.errors import NotFound, WrongValue
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.desk import Desk
    from newsroom.domain.listing import Saved

_SHARED = (
    "genre", "kicker", "headline", "subheadline", "dateline", "authors", "sign_off", "section", "keywords",
    "publish_time", "embargo", "embargo_line", "language", "priority", "source", "rights", "ai_use",
)  # fmt: skip
"""What a print version begins with, besides the text; it has a length of its own."""


@dataclass(frozen=True, slots=True)
class Step:
    """How a story stands to its other version: what that reads now, and what of it was considered."""

    other: Article
    considered: Wording
    in_print: bool
    """The other is the print version."""

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Give the changes of the other version that were neither taken over nor left."""
        return pending(self.considered, wording_of(self.other))


class Versions:
    """What knows which two stories are one, in print and on the web."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def derive(self, article: Article) -> Saved:
        """Keep a print version of a kept story, which has its text as readers get it.

        Raises WrongValue, and LegallyBlocked where nothing may be copied of it.
        """
        if web_of(article):
            raise WrongValue(msg(N_("This story is a print version already.")))
        if not article.id:
            raise WrongValue(msg(N_("Save the story first.")))
        if self.other(article):
            raise WrongValue(msg(N_("This story has a print version already.")))
        self._desk.blocking.permit(article)
        return self._desk.writing.save(self._derived(article))

    def _derived(self, article: Article) -> Article:
        seen = wording_of(article)
        story = Article(
            uid=new_uid(),
            lead=seen.lead,
            body=seen.body,
            slug=f"{article.slug}-print" if article.slug else "",
            created_by=self._desk.person.name,
            links=(StoryLink(LinkKind.PRINT_VERSION_OF, article.uid),),
            counterpart=Counterpart(article.uid, seen),
        )
        return replace(story, **{name: getattr(article, name) for name in _SHARED})

    def other(self, article: Article) -> Article | None:
        """Give the other version of a story as it is kept, or None where it has none or it is in the trash."""
        web = web_of(article)
        try:
            found = self._desk.library.stories.by_uid(web) if web else self._print_of(article)
        except NotFound:
            return None
        return None if found is None or found.trashed else found

    def _print_of(self, article: Article) -> Article | None:
        linked = self._desk.library.stories.linked_to(article.uid, LinkKind.PRINT_VERSION_OF)
        stories = [self._desk.library.stories.article(story) for story in linked]
        return next((story for story in stories if not story.trashed), None)

    def step(self, article: Article) -> Step | None:
        """Give how a story stands to its other version, or None where it has none."""
        other = self.other(article)
        if other is None:
            return None
        return Step(other, self._considered(article, other), in_print=not web_of(article))

    def _considered(self, article: Article, other: Article) -> Wording:
        """Give what of the other version was considered: at first the text that both began with."""
        known = article.counterpart
        if known is not None and known.uid == other.uid:
            return known.considered
        began = article if web_of(article) else self._desk.library.history.revision(other.id, 1)
        return wording_of(began)


def web_of(article: Article) -> str:
    """Give the uid of the web version that a print version was made of, or nothing."""
    links = (link.uid for link in article.links if link.kind is LinkKind.PRINT_VERSION_OF)
    return next(links, "")


def considered(article: Article, step: Step, differences: Iterable[Difference]) -> Article:
    """Give a story that knows these changes of its other version, whether they were taken over or left.

    The differences are those of the step; each is looked up anew once the one before it is settled.
    """
    seen = step.considered
    for wanted in differences:
        one = same(pending(seen, wording_of(step.other)), wanted)
        seen = settled(seen, one) if one else seen
    return replace(article, counterpart=Counterpart(step.other.uid, seen))


def same(differences: Iterable[Difference], wanted: Difference) -> Difference | None:
    """Give a change among others, where it may have moved; of several alike the first."""
    return next((one for one in differences if replace(one, place=0) == replace(wanted, place=0)), None)
