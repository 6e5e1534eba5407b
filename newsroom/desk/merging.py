"""Stories that were handed over: a new one is taken in, a known one is merged, and no text is ever lost.

Which of two libraries went on with a story is seen by the fingerprints of its versions. Where only the other
did, its version becomes the next one here. Where both did, the other's words come as tracked changes; where the
story here must not be changed, they stand beside it as a story of its own, linked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.desk.proofreading import permit
from newsroom.desk.writing import copied, taken_over
from newsroom.domain.article import LinkKind, StoryLink
from newsroom.domain.errors import NotAllowed, NotFound
from newsroom.domain.handover import fingerprint
from newsroom.domain.workflow import State
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.domain.article import Article
    from newsroom.formats import Incoming
    from newsroom.library.door import Library

MERGED = "merged"
"""What the history calls a version that came back from another library."""


@dataclass(frozen=True, slots=True)
class Landed:
    """What became of a story that was handed over; known where there was nothing to do."""

    article: Article
    messages: tuple[Message, ...] = ()
    known: bool = False
    back: Incoming | None = None
    """Set where both went on: the other's text, to be laid onto ours as one that came back."""


class Merging:
    """What takes in stories that were handed over."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def _library(self) -> Library:
        return self._desk.library

    def knows(self, uid: str) -> bool:
        """Tell whether the library has a story, maybe in the trash."""
        try:
            return bool(self._library.stories.by_uid(uid))
        except NotFound:
            return False

    def land(self, theirs: Article, past: tuple[str, ...], source: str = "", file: str = "") -> Landed:
        """Merge a story that is known with the fingerprints of its versions; source and file say where it is from.

        Raises NotFound where it is not known.
        """
        ours = self._library.stories.by_uid(theirs.uid)
        if fingerprint(ours) == fingerprint(theirs):
            return Landed(ours, known=True)
        if fingerprint(ours) in past:
            return self._newer(theirs, ours, source, file)
        versions = self._versions(ours)
        if fingerprint(theirs) in versions:
            return Landed(ours, known=True)
        common = [versions[one] for one in past if one in versions]
        if common and not (ours.trashed or ours.body.read_only or theirs.body.read_only):
            return Landed(ours, back=_came_back(theirs, max(common)))
        text = N_("Both went on with No. {id} since it was handed over. The other's text is kept beside it.")
        return self._beside(theirs, ours, msg(text, id=ours.id), source, file)

    def _versions(self, ours: Article) -> dict[str, int]:
        """Give the versions of a story by their fingerprints."""
        numbers = (one.version for one in reversed(self._library.history.revisions(ours.id)))
        return {fingerprint(self._library.history.revision(ours.id, number)): number for number in numbers}

    def _newer(self, theirs: Article, ours: Article, source: str, file: str) -> Landed:
        """Make the other's text the next version, where the story may be changed."""
        try:
            _permit(ours)
        except NotAllowed as reason:
            return self._beside(theirs, ours, reason.message, source, file)
        own = {name: getattr(ours, name) for name in ("created", "created_by", "imported", "import_notes")}
        links, dismissed = dict.fromkeys((*ours.links, *theirs.links)), ours.dismissed | theirs.dismissed
        merged = replace(taken_over(theirs, ours), **own, links=tuple(links), dismissed=dismissed)
        text = N_("It is the next version of No. {id}, which nobody changed here meanwhile.")
        return Landed(self._kept(merged, MERGED, source, file), (msg(text, id=ours.id),))

    def _beside(self, theirs: Article, ours: Article, reason: Message, source: str, file: str) -> Landed:
        """Keep the other's text as a story of its own, linked to ours."""
        link = StoryLink(LinkKind.UPDATE_OF, ours.uid)
        second = replace(copied(_as_draft(theirs)), links=(*theirs.links, link))
        text = N_("No. {id} stays as it is; the text from the file is a story of its own, linked to it.")
        return Landed(self._kept(second, "imported", source, file), (reason, msg(text, id=ours.id)))

    def _kept(self, article: Article, action: str, source: str, file: str) -> Article:
        return self._library.stories.save(article, self._desk.person, action, file, source=source).article


def _came_back(theirs: Article, version: int) -> Incoming:
    """Give the other's text as one that came back from the last version that both had."""
    from newsroom.formats import Incoming, Origin

    author = theirs.changes[-1].author if theirs.changes else ""
    return Incoming(theirs, origin=Origin(theirs.uid, version, author, theirs.modified))


def _permit(ours: Article) -> None:
    """Raise NotAllowed where a story's text is not to be changed by the way."""
    permit(ours)
    if ours.body.read_only:
        raise NotAllowed(msg(N_("The story holds a part of a newer version; it can be read only.")))


def as_new(article: Article) -> tuple[Article, tuple[Message, ...]]:
    """Give a story as a library keeps it that never had it; an approval does not travel, for others gave it."""
    if article.state is State.DRAFT:
        return _as_draft(article), ()
    text = N_("Where it came from it was “{state}”; here it begins as a draft.")
    return _as_draft(article), (msg(text, state=msg(article.state.label)),)


def _as_draft(article: Article) -> Article:
    """Give a story as it begins in a library that never had it."""
    return replace(
        article,
        id=0,
        version=0,
        state=State.DRAFT,
        trashed=None,
        approved_by="",
        approved_hash="",
        approved_at=None,
        imported=True,
    )
