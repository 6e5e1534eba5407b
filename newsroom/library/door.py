"""The door of the library: everything the other rooms may ask of it, in domain words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from newsroom.domain.changeset import Changes, Touched
from newsroom.domain.listing import (
    EVERYTHING,
    Counts,
    Cursor,
    Draft,
    Entry,
    Filter,
    Hit,
    Page,
    Presence,
    Revision,
    Saved,
    Sort,
)
from newsroom.library import (
    articles,
    catalogue,
    drafts,
    indexes,
    journal,
    lists,
    lookalikes,
    noting,
    revisions,
    schema,
    search,
    tally,
)
from newsroom.library.house_memory import HouseMemory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime
    from types import TracebackType

    from newsroom.domain.article import Article, LinkKind
    from newsroom.domain.card import Genre, Section, StoryCard
    from newsroom.domain.lookalike import Lookalike
    from newsroom.domain.note_listing import NoteFilter, NoteLine
    from newsroom.domain.person import Person
    from newsroom.library.opening import Opened
    from newsroom.settings import House
    from newsroom.translation import Message

BATCH = 1_000
"""Stories of one transaction of an import."""

MANY = 5_000
"""From so many stories on an import ends with merging the indexes."""


class Library:
    """An open library, usable from any thread; writers wait for each other, readers for no one."""

    def __init__(self, path: Path, opened: Opened, clock: Callable[[], datetime]) -> None:
        self.location = str(path)
        self.warning = opened.warning
        self._store = opened.store
        self._clock = clock
        self._memory = HouseMemory()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the library's file."""
        self._store.close()

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be saved here; `warning` says why."""
        return self._store.read_only is not None

    def seq(self) -> int:
        """Give the running number that every change raises, also those of other programs."""
        with self._store.reading() as connection:
            number = schema.sequence(connection)
        self._memory.hear(number)
        return number

    # Stories

    def article(self, story: int) -> Article:
        """Give a story by its number; raises NotFound."""
        with self._store.reading() as connection:
            return articles.read(connection, story)

    def articles(self, ids: Sequence[int]) -> tuple[Article, ...]:
        """Give stories by their numbers, in that order; those that do not exist are left out."""
        with self._store.reading() as connection:
            found = articles.read_many(connection, ids)
        return tuple(found[story] for story in ids if story in found)

    def by_uid(self, uid: str) -> Article:
        """Give a story by its uid; raises NotFound."""
        with self._store.reading() as connection:
            return articles.read_by_uid(connection, uid)

    def linked_to(self, uid: str, kind: LinkKind) -> tuple[int, ...]:
        """Give the stories that are linked to another in a way, the oldest first."""
        with self._store.reading() as connection:
            return articles.linked_to(connection, uid, kind)

    def save(
        self, article: Article, person: Person, action: str = "saved", note: str = "", *, source: str = ""
    ) -> Saved:
        """Save a story as its next version, or as a new one where it has no number.

        Version, revision, journal and indexes are one transaction; it is safe on disk when this returns.
        Raises EditedElsewhere where the library holds another version by now, and NotFound.
        """
        with self._store.writing() as connection:
            return revisions.save(connection, article, person, self._clock(), (action, note, source))

    def add_many(self, incoming: Iterable[tuple[Article, str]], person: Person) -> list[Article]:
        """Add new stories, each with its source's key or none, a thousand a transaction; give them as kept.

        A story whose source is known by now, because another program was quicker, is left out.
        """
        waiting = list(incoming)
        added: list[Article] = []
        for start in range(0, len(waiting), BATCH):
            with self._store.writing() as connection:
                added += revisions.add_many(connection, waiting[start : start + BATCH], person, self._clock())
        if len(added) >= MANY:
            with self._store.writing() as connection:
                indexes.settle(connection)
        return added

    def known_source(self, keys: Iterable[str]) -> dict[str, int]:
        """Give the stories that came from these sources before, by the source's key."""
        with self._store.reading() as connection:
            return articles.known_sources(connection, keys)

    def put_badges(self, badges: Mapping[int, tuple[int, int]]) -> None:
        """Note, by story, how many lookalikes and findings its card shows; that makes no version."""
        with self._store.writing() as connection:
            articles.put_badges(connection, badges)

    # Lists

    def cards(
        self,
        chosen: Filter = EVERYTHING,
        sort: Sort = Sort.NEWEST,
        after: Cursor | None = None,
        limit: int = 200,
    ) -> Page[StoryCard]:
        """Give one page of a list, beginning after the cursor of the page before."""
        with self._store.reading() as connection:
            return lists.cards(connection, chosen, sort, after, limit)

    def cards_of(self, ids: Sequence[int]) -> tuple[StoryCard, ...]:
        """Give the cards of the stories named, in that order; for a jump into a list whose `ids` are known."""
        with self._store.reading() as connection:
            return lists.cards_of(connection, ids)

    def ids(
        self, chosen: Filter = EVERYTHING, limit: int | None = None, sort: Sort = Sort.NEWEST
    ) -> tuple[int, ...]:
        """Give the numbers of the stories in a list."""
        with self._store.reading() as connection:
            return lists.ids(connection, chosen, sort, limit)

    def count(self, chosen: Filter = EVERYTHING) -> int:
        """Give how many stories a filter shows."""
        with self._store.reading() as connection:
            return lists.count(connection, chosen)

    def counts(self, person: Person | None = None) -> Counts:
        """Give the counts of the sidebar; mine are those of the person's stories."""
        with self._store.reading() as connection:
            return tally.counts(connection, person.name if person else "")

    def search(
        self, query: str, chosen: Filter = EVERYTHING, after: Cursor | None = None, limit: int = 50
    ) -> Page[Hit]:
        """Give the newest stories that hold all words of the query; any text is words and never an error."""
        with self._store.reading() as connection:
            return search.search(connection, query, chosen, after, limit)

    def notes(self, chosen: NoteFilter, after: Cursor | None = None, limit: int = 200) -> Page[NoteLine]:
        """Give one page of the notes of all stories, those last spoken of first."""
        with self._store.reading() as connection:
            return noting.page(connection, chosen, after, limit)

    def headline_lookalikes(
        self,
        headline: str,
        *,
        exclude: int = 0,
        near: datetime | None = None,
        days: int = 0,
        threshold: float = 0.0,
        limit: int = 20,
        standing_heads: Iterable[str] = (),
    ) -> tuple[Lookalike, ...]:
        """Give the stories whose headline resembles this one, most alike first, then newest.

        ``days`` is the window around ``near`` (or now) and 0 looks at all; ``exclude`` is the story the
        headline belongs to, whose links "not a duplicate" and "update" are obeyed.
        """
        window = near or self._clock()
        asked = lookalikes.Asked(headline, exclude, window, days, threshold, limit, frozenset(standing_heads))
        with self._store.reading() as connection:
            return lookalikes.lookalikes(connection, asked)

    # The way back

    def trash(self, ids: Iterable[int], person: Person) -> Changes:
        """Put stories into the trash."""
        with self._store.writing() as connection:
            return revisions.trash(connection, ids, person, self._clock())

    def restore(self, ids: Iterable[int], person: Person) -> Changes:
        """Take stories out of the trash."""
        with self._store.writing() as connection:
            return revisions.restore(connection, ids, person, self._clock())

    def undo(self, changes: Changes, person: Person) -> Changes:
        """Put back what changes changed, all of it or nothing; raises EditedElsewhere."""
        with self._store.writing() as connection:
            return revisions.undo(connection, changes, person, self._clock())

    def revisions(self, story: int) -> tuple[Revision, ...]:
        """Give the versions of a story, newest first."""
        with self._store.reading() as connection:
            return revisions.revisions(connection, story)

    def revision(self, story: int, version: int) -> Article:
        """Give a story as it was in one version; raises NotFound."""
        with self._store.reading() as connection:
            return revisions.revision(connection, story, version)

    def journal(self, story: int) -> tuple[Entry, ...]:
        """Give who did what to a story, oldest first."""
        with self._store.reading() as connection:
            return journal.entries(connection, story)

    # Drafts and pictures

    def keep_draft(self, session: str, article: Article) -> None:
        """Keep what a session typed in a story and has not saved."""
        with self._store.writing() as connection:
            drafts.keep_draft(connection, session, article, self._clock())

    def renew_drafts(self, session: str, heir: str = "") -> None:
        """Note that a session still writes its drafts, or hand them over to an heir."""
        with self._store.writing() as connection:
            drafts.renew_drafts(connection, session, heir or session, self._clock())

    def drafts(self, exclude_session: str = "") -> tuple[Draft, ...]:
        """Give the unsaved texts of all sessions but one, newest first."""
        with self._store.reading() as connection:
            return tuple(drafts.drafts(connection, exclude_session))

    def hold(self, session: str, uid: str) -> None:
        """Note that a session has this story open and no other."""
        with self._store.writing() as connection:
            drafts.hold(connection, session, uid, self._clock())

    def release(self, session: str) -> None:
        """Forget which stories a session has open; what it typed stays."""
        with self._store.writing() as connection:
            drafts.release(connection, session)

    def writers(self, uid: str, exclude_session: str = "") -> tuple[Presence, ...]:
        """Give the other sessions that have a story open."""
        with self._store.reading() as connection:
            return drafts.writers(connection, uid, exclude_session)

    def drop_draft(self, session: str, uid: str) -> None:
        """Forget an unsaved text."""
        with self._store.writing() as connection:
            drafts.drop_draft(connection, session, uid)

    def add_picture(self, data: bytes, mime: str) -> str:
        """Keep a picture, the same bytes once, and give its SHA-256."""
        with self._store.writing() as connection:
            return drafts.add_picture(connection, data, mime)

    def picture(self, sha: str) -> bytes | None:
        """Give the bytes of a picture, or nothing where it is not kept."""
        with self._store.reading() as connection:
            return drafts.picture(connection, sha)

    # The house

    def sections(self) -> tuple[Section, ...]:
        """Give the sections in their order."""
        with self._store.reading() as connection:
            return catalogue.sections(connection)

    def put_section(self, section: Section) -> Section:
        """Add a section or change it; give it as kept."""
        with self._store.writing() as connection:
            kept = catalogue.put_section(connection, section)
            schema.next_sequence(connection)
            return kept

    def genres(self) -> tuple[Genre, ...]:
        """Give the genres in their order."""
        with self._store.reading() as connection:
            return catalogue.genres(connection)

    def put_genre(self, genre: Genre) -> None:
        """Add a genre or change the one with its key."""
        with self._store.writing() as connection:
            catalogue.put_genre(connection, genre)
            schema.next_sequence(connection)

    def keywords(self, prefix: str = "", limit: int = 20) -> tuple[str, ...]:
        """Give the keywords in use that begin so, the most used first."""
        with self._store.reading() as connection:
            return tally.keywords(connection, prefix, limit)

    def people(self) -> tuple[Person, ...]:
        """Give everyone the library knows."""
        with self._store.reading() as connection:
            return catalogue.people(connection)

    def person(self, name: str) -> Person | None:
        """Give a person by name, in whatever case, or nothing."""
        key = name.strip().casefold()
        return next((found for found in self.people() if found.name.casefold() == key), None)

    def put_person(self, person: Person) -> Person:
        """Add a person or change them; give them as kept."""
        with self._store.writing() as connection:
            kept = catalogue.put_person(connection, person)
            schema.next_sequence(connection)
            return kept

    def house(self) -> House:
        """Give the house's settings as they are kept now."""
        with self._store.reading() as connection:
            found = catalogue.house(connection)
            self._memory.keep(schema.sequence(connection), found)
        return found

    def known_house(self) -> House:
        """Give the house's settings without reading them again; `seq` hears of what other programs set."""
        return self._memory.house or self.house()

    def set_house(self, house: House) -> Changes:
        """Keep the house's settings."""
        return self.amend_house(lambda _before: house)

    def amend_house(self, change: Callable[[House], House]) -> Changes:
        """Send the house's settings, as they are now, through a function; nobody writes in between."""
        with self._store.writing() as connection:
            catalogue.set_house(connection, change(catalogue.house(connection)))
            number = schema.next_sequence(connection)
        self._memory.hear(number)
        return Changes(frozenset({Touched.SETTINGS}), seq=number)

    # Care

    def quick_check(self) -> tuple[Message, ...]:
        """Give what a quick test finds damaged, about a second per 150 MB."""
        from newsroom.library import check

        with self._store.reading() as connection:
            return tuple(check.quick(connection))

    def check(self, progress: Callable[[int, int, str], None] | None = None) -> tuple[Message, ...]:
        """Give all that is damaged: the file, each story, version, picture, journal and index."""
        from newsroom.library import check

        tell = progress or _silent
        with self._store.reading() as connection:
            found = check.told((*check.parts(connection), journal.verify(connection)), tell)
        if self.read_only:
            return found
        with self._store.writing() as connection:
            return (*found, *check.indexes(connection))

    def backup(self, path: str | Path) -> None:
        """Write a copy that was compared with the library; raises NotWritten."""
        from newsroom.library.backup import back_up

        back_up(self._store, Path(path))


def _silent(_done: int, _total: int, _name: str) -> None:
    """Tell nobody how far the work is."""
