"""What a person has to do: their own stories, those that wait for them, those that are late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.person import Role
from newsroom.domain.words import Labelled
from newsroom.domain.workflow import State
from newsroom.translation import N_

if TYPE_CHECKING:
    from datetime import datetime

    from newsroom.domain.person import Person

MOST = 1_000
"""So many stories a list is counted up to."""

OPEN = (State.DRAFT, State.FOR_REVIEW, State.RETURNED, State.APPROVED, State.SCHEDULED)
"""The states of stories that are still worked at."""


class Todo(Labelled):
    """A list of stories to do something about."""

    MINE = "mine", N_("Mine")
    WAITING = "waiting", N_("Waiting for me")
    LATE = "late", N_("Late")


@dataclass(frozen=True, slots=True)
class TodoOf:
    """Such a list of one person, by their names in small letters; whoever reviews sees what waits for anybody.

    Late is what was due before ``at``: of a journalist the own stories, of an editor all.
    """

    what: Todo
    names: frozenset[str]
    reviews: bool = False
    at: datetime | None = None
    many: bool = False
    """It is known to be long, so that it is quicker found along the order of all stories."""


@dataclass(frozen=True, slots=True)
class TodoCounts:
    """How many stories each list holds, counted up to a number."""

    mine: int = 0
    waiting: int = 0
    late: int = 0

    def of(self, what: Todo) -> int:
        """Give the number of one list."""
        return {Todo.MINE: self.mine, Todo.WAITING: self.waiting, Todo.LATE: self.late}[what]


def todo_of(what: Todo, person: Person, now: datetime, count: int = 0) -> TodoOf:
    """Give the list of a person as it is at a moment, to the minute; count is how much is known to be in it."""
    at = now.replace(second=0, microsecond=0) if what is Todo.LATE else None
    return TodoOf(what, person.names, person.may_act_as(Role.EDITOR), at, count > MOST)
