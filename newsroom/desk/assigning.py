"""Giving stories to people with the time they are due, and what each has to do.

Editors give any story to anybody, journalists their own; whoever gets one or loses one is told, and it is undone as
easily. A story gets no version by it, and no approval is lost.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from newsroom.desk.moving import CLOSED
from newsroom.domain.assignment import Assignment
from newsroom.domain.changeset import Changes
from newsroom.domain.errors import LibraryUnusable, NotAllowed, NotFound, WrongValue
from newsroom.domain.person import Role
from newsroom.domain.todo import MOST, Todo, TodoCounts, TodoOf, todo_of
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from newsroom.desk import Desk
    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.person import Person

PAGE = 500
SOON = timedelta(minutes=30)
"""So long before it is due a person is reminded of a story."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """What was given: the stories that have another person or time now, and the way back."""

    stories: tuple[int, ...] = ()
    changes: Changes = field(default_factory=Changes)
    cancelled: bool = False


class Assigning:
    """Gives stories to people."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._room = desk.library.assigning

    def of(self, ids: Sequence[int]) -> Mapping[int, Assignment]:
        """Give who has which of these stories."""
        return self._room.of(ids)

    def assign(
        self,
        ids: Sequence[int],
        name: str,
        due: datetime | None = None,
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> Assigned:
        """Give stories to a person, by name or sign-off, or to nobody where there is no name.

        Raises NotFound for a name that nobody bears, WrongValue for a time that has passed, NotAllowed for a
        journalist who would give away stories of others.
        """
        wanted = self._wanted(name, due)
        meant = tuple(dict.fromkeys(ids))
        self._permit(meant)
        changes = Changes()
        for start in range(0, len(meant), PAGE):
            if cancelled and cancelled():
                return Assigned(tuple(sorted(changes.stories)), changes, cancelled=True)
            if progress:
                progress(start, len(meant), "")
            changes |= self._room.assign(meant[start : start + PAGE], wanted, self._desk.person)
        return Assigned(tuple(sorted(changes.stories)), changes)

    def _wanted(self, name: str, due: datetime | None) -> Assignment | None:
        if self._desk.library.read_only:
            raise LibraryUnusable(CLOSED)
        if not name.strip():
            return None
        if due is not None and due < self._desk.clock():
            raise WrongValue(msg(N_("This time has passed. Name a later one, or none.")))
        return Assignment(0, self.person(name).name, due)

    def _permit(self, ids: Sequence[int]) -> None:
        """Raise NotAllowed where a journalist would give away a story that is not theirs, before any is given."""
        person = self._desk.person
        if person.may_act_as(Role.EDITOR):
            return
        for start in range(0, len(ids), PAGE):
            some = ids[start : start + PAGE]
            own = self._room.own(some, person)
            others = [story for story in some if story not in own]
            for card in self._desk.library.lists.cards_of(others[:1]):
                text = N_("“{headline}” is not yours to give away. An editor can do it.")
                raise NotAllowed(msg(text, headline=card.headline))

    def person(self, name: str) -> Person:
        """Give somebody of the house by name, former name or sign-off; raises NotFound."""
        key = " ".join(name.split()).casefold()
        people = [one for one in self.people() if key in one.names or (key == one.sign_off.casefold())]
        found = next((one for one in people if key in one.names), people[0] if people else None)
        if found is None:
            there = ", ".join(one.name for one in self.people()[:12])
            text = N_("Nobody here is called “{name}”. There are: {all}.")
            raise NotFound(msg(text, name=" ".join(name.split()), all=there))
        return found

    def people(self) -> tuple[Person, ...]:
        """Give those whom stories can be given to: everybody who is still here, and oneself."""
        here = tuple(one for one in self._desk.people.all() if not one.retired)
        me = self._desk.person
        return here if any(me.name in {one.name, *one.names} for one in here) else (me, *here)

    # What is to do

    def todo(self, what: Todo) -> TodoOf:
        """Give one of one's own lists, as it is at this moment; a filter shows its stories."""
        asked = todo_of(what, self._desk.person, self._desk.clock())
        return replace(asked, many=self._room.counts([asked]).of(what) > MOST)

    def counts(self) -> TodoCounts:
        """Give how many stories one's own lists hold, each counted up to a thousand and one."""
        now = self._desk.clock()
        return self._room.counts(todo_of(what, self._desk.person, now) for what in Todo)

    def remind(self) -> bool:
        """Tell the person at the desk, once each, of what is due soon; tell whether there was anything."""
        if self._desk.library.read_only:
            return False
        return self._room.tell_soon(self._desk.person, self._desk.clock() + SOON)
