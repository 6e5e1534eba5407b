"""What a list shows of a story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.workflow import State

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class StoryCard:
    """A story as one entry of a list; sort_key is its place in newest-first order, greater is newer."""

    id: int
    uid: str
    version: int
    headline: str
    kicker: str = ""
    section: str = ""
    genre: str = ""
    state: State = State.DRAFT
    language: str = ""
    publish_time: datetime | None = None
    modified: datetime | None = None
    embargo: datetime | None = None
    authors: str = ""
    lookalikes: int = 0
    findings: int = 0
    sort_key: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """A section (Ressort) of the house, with its colour as #rrggbb."""

    name: str
    colour: str = "#1f5fbf"
    id: int = 0
    position: int = 0
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Genre:
    """A genre (Textsorte) of the house, and whether it wants a lead."""

    key: str
    name: str
    wants_lead: bool = True
    id: int = 0
    position: int = 0
    retired: bool = False
