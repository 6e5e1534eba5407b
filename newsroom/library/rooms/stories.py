"""The stories themselves: given, saved, put into the trash and taken out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.approved import NOTHING
from newsroom.domain.listing import EVERYTHING
from newsroom.library import articles, lists, revisions
from newsroom.library.mending import mending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime

    from newsroom.domain.approved import Evidence
    from newsroom.domain.article import Article, LinkKind
    from newsroom.domain.changeset import Changes
    from newsroom.domain.listing import Saved, SavedMany
    from newsroom.domain.person import Person
    from newsroom.library.engine import Store

MANY = 5_000
"""From so many stories on an import may end with merging the indexes."""

SHARE = 4
"""It does so where it brought a fourth of the library or more: to merge rewrites all of the index, which of a
million stories takes minutes and a log of gigabytes."""


class Stories:
    """Gives and keeps stories."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

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

    @mending
    def save(
        self,
        article: Article,
        person: Person,
        action: str = "saved",
        note: str = "",
        *,
        source: str = "",
        evidence: Evidence = NOTHING,
    ) -> Saved:
        """Save a story as its next version, or as a new one where it has no number.

        An approval of another readers' text is void with it; a new one can only come as evidence.
        Version, revision, journal and indexes are one transaction; it is safe on disk when this returns.
        Raises EditedElsewhere where the library holds another version by now, and NotFound.
        """
        with self._store.writing() as connection:
            step = (action, note, source)
            return revisions.save(connection, article, person, self._clock(), step, evidence)

    @mending
    def save_many(
        self,
        given: Sequence[tuple[Article, str]],
        person: Person,
        note: str = "",
        evidence: Mapping[int, Evidence] | None = None,
    ) -> SavedMany:
        """Save stories as their next versions in one transaction, each with the action its history names.

        What somebody else saved meanwhile is left as it is, and told.
        """
        with self._store.writing() as connection:
            return revisions.save_many(connection, given, person, self._clock(), note, evidence)

    def add_many(self, incoming: Iterable[tuple[Article, str]], person: Person) -> list[Article]:
        """Add new stories, each with its source's key or none, some hundreds a transaction; give them as kept.

        A story whose source is known by now, because another program was quicker, is left out.
        """
        waiting = list(incoming)
        added: list[Article] = []
        batch = self._store.database.BATCH
        for start in range(0, len(waiting), batch):
            with self._store.writing() as connection:
                added += revisions.add_many(connection, waiting[start : start + batch], person, self._clock())
        if len(added) >= MANY:
            with self._store.writing() as connection:
                if len(added) * SHARE >= lists.count(connection, EVERYTHING):
                    self._store.database.settle(connection)
        return added

    def known_source(self, keys: Iterable[str]) -> dict[str, int]:
        """Give the stories that came from these sources before, by the source's key."""
        with self._store.reading() as connection:
            return articles.known_sources(connection, keys)

    def name_sources(self, known: Mapping[str, int]) -> None:
        """Remember which stories lie behind keys of sources from now on, such as places of files."""
        with self._store.writing() as connection:
            articles.name_sources(connection, known)

    def put_badges(self, badges: Mapping[int, tuple[int, int]]) -> None:
        """Note, by story, how many lookalikes and findings its card shows; that makes no version."""
        with self._store.writing() as connection:
            articles.put_badges(connection, badges)

    @mending
    def trash(self, ids: Iterable[int], person: Person) -> Changes:
        """Put stories into the trash."""
        with self._store.writing() as connection:
            return revisions.trash(connection, ids, person, self._clock())

    @mending
    def restore(self, ids: Iterable[int], person: Person) -> Changes:
        """Take stories out of the trash."""
        with self._store.writing() as connection:
            return revisions.restore(connection, ids, person, self._clock())

    @mending
    def undo(self, changes: Changes, person: Person) -> Changes:
        """Put back what changes changed, all of it or nothing; raises EditedElsewhere."""
        with self._store.writing() as connection:
            return revisions.undo(connection, changes, person, self._clock())
