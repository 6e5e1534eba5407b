"""Notes on a stretch of text, for colleagues and never for readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer under a note."""

    author: str
    time: datetime
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note; its id stands in the marks or the anchor that shows its place."""

    id: str
    author: str
    time: datetime
    text: str
    replies: tuple[Reply, ...] = ()
    resolved: bool = False
