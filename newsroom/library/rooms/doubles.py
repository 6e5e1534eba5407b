"""Stories that are like another, and what people decided of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.lookalike import Decision
from newsroom.library import groups, lookalikes, pairs, revisions, verdicts
from newsroom.library.mending import mending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from newsroom.domain.article import Article
    from newsroom.domain.changeset import Changes
    from newsroom.domain.lookalike import Group, GroupPage, Lookalike, Verdict
    from newsroom.domain.person import Person
    from newsroom.library.engine import Store
    from newsroom.settings import House


class Doubles:
    """Finds stories that are like another."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    @mending
    def headlines(
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

    @mending
    def alike(
        self,
        article: Article,
        *,
        days: int = 0,
        threshold: float = 0.0,
        limit: int = 20,
        standing_heads: Iterable[str] = (),
    ) -> tuple[Lookalike, ...]:
        """Give the stories whose headline or whose text resembles this story's, most alike first, then newest.

        The text counts however old the other is; what was decided of a pair is obeyed.
        """
        window = article.publish_time or self._clock()
        heads = frozenset(standing_heads)
        asked = lookalikes.Asked(
            article.headline, article.id, window, days, threshold, limit, heads, article.uid
        )
        with self._store.reading() as connection:
            return lookalikes.alike(connection, asked, article)

    # Decisions

    def decide(self, uid: str, other: str, verdict: Verdict, person: Person) -> Changes:
        """Keep what a person decided of two stories, in the place of any earlier decision; no story gets a version."""
        with self._store.writing() as connection:
            now = self._clock()
            wanted = Decision(uid, other, verdict, person.name, now)
            return revisions.decide(connection, (uid, other), wanted, person, now)

    def forget(self, uid: str, other: str, person: Person) -> Changes:
        """Take back what was decided of two stories; the journals of both tell who did."""
        with self._store.writing() as connection:
            return revisions.decide(connection, (uid, other), None, person, self._clock())

    def decisions(self, uid: str) -> tuple[Decision, ...]:
        """Give all that was decided of a story and another, the newest first."""
        with self._store.reading() as connection:
            return verdicts.of(connection, uid)

    # The whole library

    @mending
    def search(
        self,
        house: House,
        progress: Callable[[int, int, str], None] | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> bool:
        """Look for like stories among those that changed since the last search; tell whether all were looked at.

        It goes a page at a time and may be cancelled; the next search goes on from there.
        """
        with self._store.reading() as connection:
            last = pairs.place(connection)
            total = pairs.waiting(connection, last)
        done = 0
        while not (cancelled and cancelled()):
            if progress:
                progress(done, total, "")
            with self._store.reading() as connection:
                page = pairs.next_page(connection, last)
                found = pairs.found(connection, [one.story for one in page], house)
            if not page:
                return True
            last = page[-1]
            with self._store.writing() as connection:
                pairs.keep(connection, [one.story for one in page], found, last)
            done += len(page)
        return False

    def waiting(self) -> int:
        """Give how many stories changed since the last search."""
        with self._store.reading() as connection:
            return pairs.waiting(connection, pairs.place(connection))

    def groups(self, after: int = 0, limit: int = 30) -> GroupPage:
        """Give a page of the groups of like stories found so far, those with the newest story first."""
        with self._store.reading() as connection:
            return groups.page(connection, after, limit)

    def groups_of(self, story: int) -> tuple[Group, ...]:
        """Give the groups in which a story is."""
        with self._store.reading() as connection:
            return groups.of(connection, story)

    def count(self) -> tuple[int, int]:
        """Give how many groups of like stories there are, and how many stories in them."""
        with self._store.reading() as connection:
            return groups.count(connection)
