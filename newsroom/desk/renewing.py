"""A file whose story came in before and has another text now: the story is brought up to date, and nothing is lost.

What nobody changed here since becomes what the file says; a text that was changed on both sides gets the file's
changes as tracked changes; a story that is closed stays, and the newer text stands beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING

from newsroom.desk.arriving import Homes, traces
from newsroom.desk.reports import KnownSource, Left, Renewal, Renewed
from newsroom.desk.returning import other_notes, permit_text, untaken
from newsroom.desk.writing import copied
from newsroom.domain.article import LinkKind, StoryLink
from newsroom.domain.changeset import Changes, Restore, Touched
from newsroom.domain.errors import EditedElsewhere, Known, LibraryUnusable, NotAllowed, NotFound
from newsroom.domain.handover import OWN, fingerprint
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from newsroom.desk import Desk
    from newsroom.desk.arriving import Arrival
    from newsroom.desk.batches import Source
    from newsroom.domain.article import Article

RENEWED = "renewed"
"""What the history calls a version that its source's newer text made."""
_SOURCED = frozenset({"imported", RENEWED})
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Landing:
    """What became of a newer text: the story that holds it, and what takes it back."""

    article: Article
    changes: int = 0
    """How many tracked changes it brought."""
    untaken: int = 0
    """How many fields wait to be taken over by hand."""
    messages: tuple[Message, ...] = ()
    undo: Changes = field(default_factory=Changes)


@dataclass(frozen=True, slots=True)
class Parted:
    """Stories that arrived, by what is to be done with them."""

    fresh: list[Arrival]
    """Those that come in as new ones."""
    homes: list[tuple[Arrival, Article]]
    """Those that came in before and have another text now, with their stories."""
    same: list[tuple[Arrival, KnownSource]]
    """Those that say nothing new."""
    anew: frozenset[str]
    """The keys of those that come in as new ones though they came in before."""


class Renewals:
    """What one import does with files whose stories came in before."""

    def __init__(self, desk: Desk, renewal: Renewal) -> None:
        self._desk, self._renewal = desk, renewal
        self._renewing = Renewing(desk)
        self._homes = Homes(desk)

    def part(self, arrivals: Sequence[Arrival]) -> Parted:
        """Part stories that came in before from those that did not."""
        parted = Parted([], [], [], frozenset())
        anew: set[str] = set()
        homes = self._homes.homes(arrivals)
        for one in arrivals:
            home = homes.get(one.key)
            if home is None:
                parted.fresh.append(one)
            elif not self._renewing.is_new(home, one.article):
                parted.same.append((one, KnownSource(str(one.source.path), home.id)))
            elif self._renewal is Renewal.NEW:
                parted.fresh.append(one)
                anew.add(one.key)
            else:
                parted.homes.append((one, home))
        return replace(parted, anew=frozenset(anew))

    def left(self, homes: Iterable[tuple[Arrival, Article]]) -> Iterator[Left]:
        """Give the stories that stay as they are."""
        if self._renewal is Renewal.LEAVE:
            for one, story in homes:
                yield Left(story.id, str(one.source.path), story.headline)

    def land(
        self, homes: Iterable[tuple[Arrival, Article]], failed: dict[str, Message]
    ) -> Iterator[tuple[Arrival, Renewed, Changes]]:
        """Bring stories up to date, one by one; what cannot be is noted."""
        if self._renewal is not Renewal.UPDATE:
            return
        for one, story in homes:
            try:
                landed = self._renewing.land(story, one.article, one.source, one.known_by)
            except LibraryUnusable:
                raise
            except Known as error:
                failed[one.source.key] = error.message
                continue
            self._desk.proofing.judge([landed.article])
            told = (*landed.messages, *one.losses)
            counts = (landed.changes, landed.untaken)
            file, headline = str(one.source.path), landed.article.headline
            yield one, Renewed(landed.article.id, file, headline, *counts, told), landed.undo

    def met(self, stories: Iterable[int]) -> None:
        """Take no further file of this import for a newer text of these stories."""
        self._homes.met.update(stories)

    def remember(self, same: Iterable[tuple[Arrival, int]], again: Iterable[tuple[Source, int]]) -> None:
        """Keep by what else the sources of stories are known that are here already."""
        names = {key: story for one, story in same for key in one.traces.own}
        stories = self._desk.library.stories
        places = {traces(source, "", 1, 1).place: story for source, story in again}
        known = stories.known_source(places) if places else {}
        names |= {place: story for place, story in places.items() if place not in known}
        if names:
            stories.name_sources(names)


def taken_back(kept: Iterable[tuple[Arrival, int]]) -> Changes:
    """Give what takes back stories that came in as new ones though they came in before."""
    made = [(one.key, story) for one, story in kept]
    if not made:
        return Changes()
    return Changes(
        frozenset({Touched.ADDED, Touched.TRASH}),
        frozenset(story for _, story in made),
        inverse=tuple(Restore(story, 0) for _, story in made),
        sources=tuple(key for key, _ in made),
    )


class Renewing:
    """What brings stories up to date with the files they came from."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def is_new(self, story: Article, theirs: Article) -> bool:
        """Tell whether a file says anything that its story did not get from it before."""
        base = self._base(story)
        return fingerprint(theirs) != fingerprint(base or story)

    def land(self, story: Article, theirs: Article, source: Source, key: str) -> Landing:
        """Save what a file says now as the next version of its story, or beside it where the story is closed.

        Raises EditedElsewhere where the story goes on changing meanwhile.
        """
        for left in reversed(range(_TRIES)):
            try:
                return self._land(story, theirs, source, key)
            except EditedElsewhere:
                if not left:
                    raise
                story = self._desk.library.stories.article(story.id)
        raise AssertionError

    def _land(self, story: Article, theirs: Article, source: Source, key: str) -> Landing:
        try:
            permit_text(story)
        except NotAllowed as reason:
            return self._beside(story, theirs, reason.message, (source.path.name, key))
        base = self._base(story)
        mixed = _mixed(story, base, theirs) if base else story
        if base and _text(theirs) == _text(base):
            return self._plain(mixed, base, theirs, (source.path.name, key))
        if base and _text(story) == _text(base):
            whole = replace(
                mixed, lead=theirs.lead, body=theirs.body, notes=theirs.notes, changes=theirs.changes
            )
            return self._plain(whole, base, theirs, (source.path.name, key))
        return self._tracked(mixed, base, theirs, (source, key))

    def _base(self, story: Article) -> Article | None:
        """Give the version that the source made last; where a later one was taken back, the one that stands."""
        history = self._desk.library.history
        made = [one.version for one in history.revisions(story.id) if one.action in _SOURCED]
        standing = fingerprint(story)
        last: Article | None = None
        for version in made:
            try:
                former = history.revision(story.id, version)
            except NotFound:
                continue
            if fingerprint(former) == standing:
                return former
            last = last or former
        return last

    def _plain(self, whole: Article, base: Article, theirs: Article, told: tuple[str, str]) -> Landing:
        """Save a story whose text nobody changed here; fields that both changed wait."""
        waiting = tuple(untaken(base, whole, theirs, lead=False))
        new = tuple(note for note in theirs.import_notes if note not in whole.import_notes)
        kept = other_notes(whole.import_notes, waiting)
        ready = self._desk.writing.prepared(replace(whole, import_notes=(*kept, *new, *waiting)))
        file, key = told
        saved = self._desk.library.stories.save(ready, self._desk.person, RENEWED, file, source=key)
        return Landing(saved.article, untaken=len(waiting), undo=saved.changes)

    def _tracked(
        self, mixed: Article, base: Article | None, theirs: Article, told: tuple[Source, str]
    ) -> Landing:
        """Lay what the file changed onto a text that was changed here too, as tracked changes."""
        from newsroom.formats import Incoming, Origin

        source, key = told
        author = theirs.source or source.path.name
        version = base.version if base else 0
        incoming = Incoming(theirs, origin=Origin(mixed.uid, version, author))
        landed = self._desk.returning.land(mixed, incoming, source, key, action=RENEWED)
        return Landing(landed.article, landed.changes, landed.untaken, landed.messages, landed.undo)

    def _beside(self, story: Article, theirs: Article, reason: Message, told: tuple[str, str]) -> Landing:
        """Keep the newer text as a draft of its own, linked to the story that stays."""
        link = StoryLink(LinkKind.UPDATE_OF, story.uid)
        draft = replace(copied(theirs), links=(*theirs.links, link), imported=True)
        file, key = told
        saved = self._desk.library.stories.save(draft, self._desk.person, "imported", file, source=key)
        text = N_("No. {id} stays as it is; the newer text is a draft of its own, linked to it.")
        return Landing(saved.article, messages=(reason, msg(text, id=story.id)), undo=saved.changes)


def _text(article: Article) -> tuple[object, ...]:
    return article.lead, article.body, article.notes, article.changes


def _mixed(ours: Article, base: Article, theirs: Article) -> Article:
    """Give our story with the file's fields, where the file changed them and nobody did here."""
    taken: Mapping[str, object] = {
        name: getattr(theirs, name)
        for name in (entry.name for entry in fields(ours))
        if name not in OWN and getattr(ours, name) == getattr(base, name)
    }
    return replace(ours, **taken)  # type: ignore[arg-type]  # fields of the same kind
