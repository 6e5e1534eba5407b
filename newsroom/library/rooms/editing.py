"""Who edits which story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.library import editing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from newsroom.domain.listing import Hold
    from newsroom.library.engine import Store


class Editing:
    """Knows who holds a story."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def holder(self, uid: str) -> Hold | None:
        """Give who holds a story, or None."""
        with self._store.reading() as connection:
            return editing.holder(connection, uid, self._clock())

    def holders(self, uids: Sequence[str]) -> dict[str, Hold]:
        """Give of these stories those that are held, and who holds them."""
        with self._store.reading() as connection:
            return editing.holders(connection, uids, self._clock())

    def claim(self, uid: str, session: str, over: str = "") -> Hold | None:
        """Let a session hold a story and no other, in the place of the one named; else give who holds it."""
        with self._store.writing() as connection:
            return editing.claim(connection, uid, session, over, self._clock())

    def renew(self, session: str) -> None:
        """Note that a session still edits what it holds."""
        with self._store.writing() as connection:
            editing.renew(connection, session, self._clock())

    def release(self, session: str) -> None:
        """Let go of what a session holds."""
        with self._store.writing() as connection:
            editing.release(connection, session)
