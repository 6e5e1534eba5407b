"""Stories that nothing may be taken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.changeset import Changes, Touched
from newsroom.library import blocking, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from newsroom.domain.person import Person
    from newsroom.domain.publishing import LegalBlock
    from newsroom.library.engine import Store


class Blocks:
    """Keeps legal blocks."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def of(self, uids: Sequence[str]) -> dict[str, LegalBlock]:
        """Give the blocks that stand on stories, by uid."""
        with self._store.reading() as connection:
            return blocking.of(connection, uids)

    def all(self) -> tuple[LegalBlock, ...]:
        """Give all blocks, the newest first."""
        with self._store.reading() as connection:
            return blocking.everything(connection)

    def put(self, ids: Sequence[int], reason: str, person: Person) -> Changes:
        """Block stories, or say anew why; those that do not exist are left out."""
        with self._store.writing() as connection:
            done = blocking.put(connection, ids, reason, person, self._clock())
            return _changes(done, schema.next_sequence(connection))

    def lift(self, ids: Sequence[int], reason: str, person: Person) -> Changes:
        """Lift the blocks of stories; those without one are left out."""
        with self._store.writing() as connection:
            done = blocking.lift(connection, ids, reason, person, self._clock())
            return _changes(done, schema.next_sequence(connection))


def _changes(stories: tuple[int, ...], seq: int) -> Changes:
    return Changes(frozenset({Touched.METADATA}), frozenset(stories), seq)
