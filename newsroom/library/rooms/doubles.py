"""Stories that are like another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.library import lookalikes
from newsroom.library.mending import mending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from newsroom.domain.lookalike import Lookalike
    from newsroom.library.engine import Store


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
