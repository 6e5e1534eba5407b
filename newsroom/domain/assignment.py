"""Who shall do a story until when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Assignment:
    """A story given to a person, with the time it is due, if any; by says who gave it, and time when."""

    story: int
    person: str
    due: datetime | None = None
    by: str = ""
    time: datetime | None = None
