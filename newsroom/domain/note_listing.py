"""What a list of notes over all stories is asked for, and what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.words import Labelled
from newsroom.translation import N_

if TYPE_CHECKING:
    from datetime import datetime


class NoteScope(Labelled):
    """Whose notes a list shows."""

    MY_STORIES = "my-stories", N_("In my stories")
    MINE = "mine", N_("Written by me")
    ALL = "all", N_("In all stories")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteFilter:
    """Which notes a list shows, never those of stories in the trash; resolved ones only where wanted."""

    scope: NoteScope = NoteScope.ALL
    person: str = ""
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note as one entry of a list; latest is when something was last said, placed whether its text stands."""

    story: int
    headline: str
    name: str
    author: str
    text: str
    replies: int
    resolved: bool
    placed: bool
    latest: datetime
