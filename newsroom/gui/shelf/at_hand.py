"""Which stories are pinned and which were opened last, remembered for each library in the person's own file."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.gui.kept import Kept

MOST_RECENT = 5
MOST_PINNED = 30


class AtHand:
    """Numbers of stories, the last opened first, the first pinned first."""

    def __init__(self, kept: Kept, library: str) -> None:
        self._kept = kept
        name = hashlib.sha256(library.encode()).hexdigest()[:12]
        self._pins, self._recents = f"pinned-{name}", f"recent-{name}"

    @property
    def pinned(self) -> tuple[int, ...]:
        """Give the pinned stories."""
        return tuple(self._kept.numbers(self._pins)[:MOST_PINNED])

    @property
    def recent(self) -> tuple[int, ...]:
        """Give the stories opened last."""
        return tuple(self._kept.numbers(self._recents)[:MOST_RECENT])

    def opened(self, story: int) -> None:
        """Remember that a story was opened."""
        others = (one for one in self.recent if one != story)
        self._kept.keep(self._recents, [story, *others][:MOST_RECENT])

    def turn_pin(self, story: int) -> bool:
        """Pin a story, or let it go where it was pinned; tell whether it is pinned now."""
        pinned = self.pinned
        kept = [one for one in pinned if one != story] if story in pinned else [*pinned, story]
        self._kept.keep(self._pins, kept[-MOST_PINNED:])
        return story in kept
