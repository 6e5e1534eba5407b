"""What went out and what waits to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.library import outgoing, releases

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from newsroom.domain.channel import Channel
    from newsroom.domain.person import Person
    from newsroom.domain.publishing import Outgoing, Release
    from newsroom.library.engine import Store
    from newsroom.translation import Message


class Releases:
    """Keeps what went out."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def of(self, story: int) -> tuple[Release, ...]:
        """Give what went out of a story, the oldest first."""
        with self._store.reading() as connection:
            return releases.of(connection, story)

    def file(self, sha256: str) -> bytes:
        """Give the bytes of a file that went out; raises NotFound and UnreadableText."""
        with self._store.reading() as connection:
            return releases.bytes_of(connection, sha256)

    def taken(self, path: str, but: int) -> frozenset[str]:
        """Give the folders in which a file of another story went out under this name."""
        with self._store.reading() as connection:
            return frozenset(folder for _story, folder in releases.holders(connection, path, but))

    # What waits

    def due(self, now: datetime, limit: int = 1_000) -> tuple[int, ...]:
        """Give the scheduled stories whose hour has come, the earliest first."""
        with self._store.reading() as connection:
            return outgoing.due(connection, now, limit)

    def waiting(self, limit: int = 1_000) -> tuple[Outgoing, ...]:
        """Give what waits to be written, the oldest first."""
        with self._store.reading() as connection:
            return outgoing.waiting(connection, limit)

    def note(self, story: int, version: int, channels: Sequence[Channel], person: Person) -> None:
        """Note that a published version is to go out by channels."""
        with self._store.writing() as connection:
            what = (story, version, outgoing.PUBLISHED)
            outgoing.note(connection, what, channels, person, self._clock())

    def claim(self, story: int, holder: str) -> Outgoing | None:
        """Hold a waiting story for some minutes; nothing where it waits no more or another holds it."""
        with self._store.writing() as connection:
            return outgoing.claim(connection, story, holder, self._clock())

    def keep(self, release: Release, data: Mapping[str, bytes]) -> int:
        """Keep a release that is about to be written, with the bytes of its files; give its number."""
        with self._store.writing() as connection:
            return releases.keep(connection, release, data)

    def written(self, story: int, number: int) -> None:
        """Note that all files of a release stood."""
        with self._store.writing() as connection:
            releases.mark_written(connection, story, number, self._clock())

    def forget_unwritten(self, story: int) -> None:
        """Forget releases of a story whose files were never written."""
        with self._store.writing() as connection:
            releases.forget_unwritten(connection, story)

    def let_go(self, story: int, holder: str, fault: Message) -> None:
        """Leave a story to the next one who tries, with what kept it; what was not written is forgotten."""
        with self._store.writing() as connection:
            releases.forget_unwritten(connection, story)
            outgoing.let_go(connection, story, holder, fault)

    def done(self, story: int, holder: str) -> None:
        """Note that nothing of a story waits any more."""
        with self._store.writing() as connection:
            outgoing.done(connection, story, holder)
