"""What a calendar shows of many stories: how many a day, and of which state."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.domain.workflow import State


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many stories a stretch of time holds, by state, and how many of them have an embargo."""

    states: dict[State, int] = field(default_factory=dict)
    embargoed: int = 0

    @property
    def all(self) -> int:
        """Give how many there are."""
        return sum(self.states.values())
