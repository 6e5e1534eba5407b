"""The story list (Themenliste) of a day: what shall be written, before any text exists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from newsroom.domain.article import OrderedLength

LONGEST_TOPIC = 300
LONGEST_NAME = 120
MOST_LINES = 2_000
"""So many topics a day's list holds at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One planned story; id is 0 until it is kept, uid names the story that it became, version counts its saves."""

    day: date
    topic: str
    author: str = ""
    section: str = ""
    length: OrderedLength | None = None
    deadline: datetime | None = None
    picture: bool = False
    id: int = 0
    position: int = 0
    uid: str = ""
    version: int = 0

    @property
    def begun(self) -> bool:
        """Tell whether a story was made of it."""
        return bool(self.uid)
