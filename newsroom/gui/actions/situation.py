"""What is true in the window now, and when an action is possible."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.domain.workflow import Transition


@dataclass(frozen=True, slots=True)
class Situation:
    """What is true in the window now, as far as actions ask."""

    ready: bool = False
    """A library is open."""
    keeping: bool = False
    """The library can be written."""
    story: bool = False
    """A story is open."""
    writable: bool = False
    """The open story's text may be changed."""
    chosen: int = 0
    """How many stories are chosen in the list."""
    trash: bool = False
    """The list shows the trash."""
    ways: frozenset[Transition] = frozenset()
    """Where the open story may go."""
    undoable: bool = False
    """A change of the library can be taken back."""


When = Callable[[Situation], bool]


def always(_now: Situation) -> bool:
    """Allow at any time."""
    return True


def with_library(now: Situation) -> bool:
    """Allow where a library is open."""
    return now.ready


def with_keeping(now: Situation) -> bool:
    """Allow where the library can be written."""
    return now.ready and now.keeping


def with_story(now: Situation) -> bool:
    """Allow where a story is open."""
    return now.story


def with_keeping_story(now: Situation) -> bool:
    """Allow where a story is open in a library that can be written."""
    return now.story and now.keeping


def while_writing(now: Situation) -> bool:
    """Allow where the open story's text may be changed."""
    return now.writable


def with_chosen(now: Situation) -> bool:
    """Allow where a story is chosen or open."""
    return now.ready and bool(now.chosen or now.story)


def with_keeping_chosen(now: Situation) -> bool:
    """Allow where a story is chosen or open in a library that can be written."""
    return with_chosen(now) and now.keeping


def to_trash(now: Situation) -> bool:
    """Allow where chosen stories are not in the trash yet."""
    return now.keeping and now.chosen > 0 and not now.trash


def from_trash(now: Situation) -> bool:
    """Allow where chosen stories lie in the trash."""
    return now.keeping and now.chosen > 0 and now.trash


def after_change(now: Situation) -> bool:
    """Allow where the last change of the library can be taken back."""
    return now.undoable


def with_way(now: Situation) -> bool:
    """Allow where the story has a next step."""
    return bool(now.ways)


def along(way: Transition) -> When:
    """Allow where the open story may go this way."""
    return lambda now: way in now.ways
