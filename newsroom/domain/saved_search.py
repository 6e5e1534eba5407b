"""A search that was given a name and is a list from then on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """What is asked for, under a name, for one person or for everyone in the house."""

    name: str
    query: str
    house: bool = False

    @property
    def key(self) -> str:
        """Give what tells it from all others: names are known in any case."""
        return f"{'house' if self.house else 'mine'}:{self.name.casefold()}"
