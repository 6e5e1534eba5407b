"""Who approved what, and what stands beside stories for the four-eyes rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.library import approving

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from newsroom.domain.approved import Approval
    from newsroom.domain.four_eyes import Standing
    from newsroom.library.engine import Store


class Approvals:
    """Gives approvals; they are written with the moves they belong to."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, story: int) -> tuple[Approval, ...]:
        """Give the approvals of a story, the oldest first."""
        with self._store.reading() as connection:
            return approving.approvals(connection, story)

    def standings(self, ids: Sequence[int]) -> dict[int, Standing]:
        """Give what is known beside stories, for those that have any."""
        with self._store.reading() as connection:
            return approving.standings(connection, ids)

    def voided(self, ids: Sequence[int]) -> frozenset[int]:
        """Give which of these stories lost an approval by a later change and were given none since."""
        with self._store.reading() as connection:
            return approving.voided(connection, ids)

    def due(self, most: int = 200) -> tuple[tuple[int, datetime], ...]:
        """Give the stories that second eyes must look at, and until when, the soonest first."""
        with self._store.reading() as connection:
            return approving.due(connection, most)
