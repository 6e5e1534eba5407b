"""Places of lists that were counted off before, from which others are nearer than from the ends.

They hold as long as the library stays as it is, by its running number; a list that is ordered by what is noted
without one has none.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from newsroom.domain.listing import Cursor, Heading

if TYPE_CHECKING:
    from newsroom.domain.listing import Filter, Order

MOST = 200
_LISTS = 8
_UNNUMBERED = frozenset({Heading.FINDINGS, Heading.DOUBLES})


class Anchors:
    """Knows for some rows of some lists the key of the story before them."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._number = ""
        self._known: dict[tuple[Filter, Order], dict[int, Cursor]] = {}

    def near(self, number: str, chosen: Filter, order: Order, row: int) -> tuple[int, Cursor] | None:
        """Give the nearest place that is known of a list in a library with this running number."""
        with self._lock:
            if number != self._number:
                self._known, self._number = {}, number
            known = self._known.get((chosen, order), {})
            nearest = min(known, key=lambda one: abs(one - row), default=None)
            return None if nearest is None else (nearest, known[nearest])

    def note(self, number: str, chosen: Filter, order: Order, row: int, before: Cursor) -> None:
        """Know a place from now on."""
        if order.by in _UNNUMBERED:
            return
        with self._lock:
            if number != self._number:
                return
            if (chosen, order) not in self._known and len(self._known) >= _LISTS:
                self._known.pop(next(iter(self._known)))
            known = self._known.setdefault((chosen, order), {})
            if len(known) >= MOST:
                known.pop(next(iter(known)))
            known[row] = before
