"""Stories on their way into the library, and which of them came from the same source before.

A source is known by its bytes; where they changed, by the address it states, by the place it lies at, or by its
name and headline.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize
from zoneinfo import ZoneInfo

from newsroom.domain.alignment import overlap
from newsroom.domain.article import LinkKind
from newsroom.domain.body import plain_text
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.errors import NotFound
from newsroom.domain.inline import plain
from newsroom.text.terms import is_standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsroom.desk import Desk
    from newsroom.desk.batches import Source
    from newsroom.domain.article import Article
    from newsroom.formats import Incoming, Recognised
    from newsroom.translation import Message

_SAME_PLACE = 0.5
"""A file holds the story that lay at its place before where it shares so much of its words."""
_SAME_NAME = 0.6


@dataclass(frozen=True, slots=True)
class Traces:
    """What a story's source is known by besides its bytes; empty where there is none."""

    address: str = ""
    place: str = ""
    name: str = ""
    beside: tuple[str, ...] = ()
    """The places of the other stories of the file, for one may have moved up or down in it."""

    @property
    def own(self) -> tuple[str, ...]:
        """Give the keys of this very story, surest first."""
        return tuple(filter(None, (self.address, self.place, self.name)))


def traces(source: Source, address: str, number: int, count: int) -> Traces:
    """Give what the story with a number, of so many in a file, is known by."""
    path = os.path.normcase(os.path.abspath(source.path))  # noqa: PTH100 - links stay as they were named
    place = f"place:{_short(path)}"
    name = normalize("NFC", source.path.name).casefold()
    places = [f"{place}#{one}" for one in range(1, count + 1)]
    others = tuple(one for one in places if one != places[number - 1])
    named = f"name:{_short(name)}#{number}"
    return Traces(f"address:{_short(address)}" if address else "", places[number - 1], named, others)


def _short(words: str) -> str:
    """Give a key as long for any words; what a path tells of a person stays out of the library."""
    return hashlib.sha256(words.encode(errors="surrogatepass")).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Arrival:
    """A story on its way into the library."""

    source: Source
    key: str
    article: Article
    losses: tuple[Message, ...]
    back: Incoming | None = None
    """Set where it came back to a story that is here."""
    recognised: tuple[Recognised, ...] = ()
    """Which of its lines were taken for fields."""
    past: tuple[str, ...] | None = None
    """Set for a story that was handed over: the fingerprints of its versions."""
    traces: Traces = Traces()

    @property
    def known_by(self) -> str:
        """Give all that its source is known by from now on, one key a line, that of its bytes first."""
        return "\n".join((self.key, *self.traces.own))


class Homes:
    """The stories that came from the sources of some arrivals before; each is given once in an import."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.met: set[int] = set()
        """The stories of this import; no other file of it is taken for their newer text."""
        self._known: dict[str, int] = {}
        self._stories: dict[int, Article] = {}

    def _ask(self, arrived: Iterable[Traces]) -> None:
        """Read what is known of arrivals, at one go."""
        stories = self._desk.library.stories
        self._known = stories.known_source({key for one in arrived for key in (*one.own, *one.beside)})
        found = stories.articles(tuple(set(self._known.values())))
        self._stories = {story.id: story for story in found}

    def homes(self, arrived: Sequence[Arrival]) -> dict[str, Article]:
        """Give the stories that arrivals came from before, by the arrivals' keys; each story but once."""
        self._ask(one.traces for one in arrived)
        found: dict[str, Article] = {}
        for ways in (self._sure, self._likely):
            for one in arrived:
                story = None if one.key in found else next(self._free(ways(one.traces, one.article)), None)
                if story is not None:
                    self.met.add(story.id)
                    found[one.key] = story
        return found

    def _free(self, stories: Iterable[Article]) -> Iterator[Article]:
        return (story for story in stories if story.id not in self.met and not story.trashed)

    def _sure(self, known_by: Traces, article: Article) -> Iterator[Article]:
        """Give the stories that have the address, or the headline and another place in the same file."""
        addressed = self._story(known_by.address)
        if addressed is not None:
            yield addressed
        if known_by.beside:
            for story in filter(None, map(self._story, (known_by.place, *known_by.beside))):
                if _same_headline(story, article):
                    yield story

    def _likely(self, known_by: Traces, article: Article) -> Iterator[Article]:
        """Give the stories that lay there or had the name, where what lies there now is the story still."""
        at, named = self._story(known_by.place), self._story(known_by.name)
        if self._standing(article):
            return
        if at is not None and self._same_day(at, article) and _went_on(at, article):
            yield at
        if named is not None and self._same_day(named, article) and _moved(named, article):
            yield named

    def _story(self, key: str) -> Article | None:
        """Give a story by a key; of one that was put beside another and thrown away, the other."""
        story = self._stories.get(self._known.get(key, 0))
        if story is not None and story.trashed:
            return self._updated(story) or story
        return story

    def _updated(self, draft: Article) -> Article | None:
        """Give the story that a draft was to bring up to date."""
        for link in draft.links:
            if link.kind is LinkKind.UPDATE_OF:
                with suppress(NotFound):
                    return self._desk.library.stories.by_uid(link.uid)
        return None

    def _same_day(self, story: Article, article: Article) -> bool:
        """Tell whether both are of one day: a file that is written anew each day holds another story each day."""
        zone = ZoneInfo(self._desk.zone)
        days = [one.publish_time.astimezone(zone).date() for one in (story, article) if one.publish_time]
        return len(set(days)) <= 1

    def _standing(self, article: Article) -> bool:
        """Tell whether a headline stands over many stories, so that it says nothing."""
        house = self._desk.house
        kicker = is_standing(article.kicker, house.standing_kickers)
        return kicker or is_standing(article.headline, house.standing_heads)


def _same_headline(one: Article, other: Article) -> bool:
    first, second = (" ".join(story.headline.casefold().split()) for story in (one, other))
    return bool(first) and first == second


def _went_on(story: Article, article: Article) -> bool:
    """Tell whether what lies at a story's place is the story still."""
    return _same_headline(story, article) or _shared(story, article) >= _SAME_PLACE


def _moved(story: Article, article: Article) -> bool:
    """Tell whether a file of the same name elsewhere holds the same story."""
    return _same_headline(story, article) and _shared(story, article) >= _SAME_NAME


def _shared(one: Article, other: Article) -> float:
    return overlap(_words(one), _words(other))


def _words(article: Article) -> str:
    return f"{plain(content_for_readers(article.lead))} {plain_text(for_readers(article.body))}"
