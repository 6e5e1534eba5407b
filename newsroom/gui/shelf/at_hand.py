"""What is pinned and which stories were opened last, remembered for each library in the person's own file."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.gui.kept import Kept

MOST_RECENT = 5
MOST_PINNED = 30
STORY, SECTION, SEARCH = "story:", "section:", "search:"
"""With what the name of a pin begins, and by it tells what is pinned."""


class AtHand:
    """Pins in their order, each a name of its own; numbers of stories, the last opened first."""

    def __init__(self, kept: Kept, library: str) -> None:
        self._kept = kept
        name = hashlib.sha256(library.encode()).hexdigest()[:12]
        self._pins, self._recents, self._former = f"pins-{name}", f"recent-{name}", f"pinned-{name}"

    @property
    def pinned(self) -> tuple[str, ...]:
        """Give the pins; those of a window that pinned nothing but stories are known again."""
        word = self._kept.word(self._pins)
        pins = word.split("\n") if word else [f"{STORY}{one}" for one in self._kept.numbers(self._former)]
        return tuple(filter(None, pins))[:MOST_PINNED]

    @property
    def recent(self) -> tuple[int, ...]:
        """Give the stories opened last."""
        return tuple(self._kept.numbers(self._recents)[:MOST_RECENT])

    def opened(self, story: int) -> None:
        """Remember that a story was opened."""
        others = (one for one in self.recent if one != story)
        self._kept.keep(self._recents, [story, *others][:MOST_RECENT])

    def turn_pin(self, pin: str) -> bool:
        """Pin something, or let it go where it was pinned; tell whether it is pinned now."""
        pinned = self.pinned
        kept = [one for one in pinned if one != pin] if pin in pinned else [*pinned, pin]
        self._keep(kept[-MOST_PINNED:])
        return pin in kept

    def move(self, pin: str, by: int) -> None:
        """Move a pin up or down."""
        pins = list(self.pinned)
        if pin in pins:
            here = pins.index(pin)
            pins.insert(max(0, min(len(pins) - 1, here + by)), pins.pop(here))
            self._keep(pins)

    def rename(self, pin: str, other: str) -> None:
        """Know a pin by another name, or by none where it is gone."""
        if pin in self.pinned:
            self._keep([other if one == pin else one for one in self.pinned])

    def _keep(self, pins: list[str]) -> None:
        self._kept.keep(self._pins, "\n".join(filter(None, pins)))
        self._kept.keep(self._former, "")
