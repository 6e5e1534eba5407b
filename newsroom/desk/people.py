"""Who works in the newsroom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.errors import NotAllowed, WrongValue
from newsroom.domain.person import Person, Role
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from newsroom.desk import Desk

LONGEST_NAME = 120


class People:
    """The people the library knows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[Person, ...]:
        """Give everyone."""
        return self._desk.library.house.people()

    def present(self) -> Person:
        """Give the person at the desk as the library knows them now, which another window may have changed.

        Raises NotAllowed where they are not here any more, or nobody knows them.
        """
        person, everyone = self._desk.person, self.all()
        known = next((one for one in everyone if one.name.casefold() in person.names), None)
        known = known or next((one for one in everyone if person.name.casefold() in one.former), None)
        if known is None and everyone:
            text = N_(
                "Nobody here is called “{name}”. A duty editor can add them, then open the library anew."
            )
            raise NotAllowed(msg(text, name=person.name))
        if known and known.retired:
            text = N_("{name} is no longer here. A duty editor can bring them back.")
            raise NotAllowed(msg(text, name=known.name))
        return known or person

    def add(self, name: str, role: Role, sign_off: str = "") -> Person:
        """Keep a person, or give one who is known another role; raises WrongValue for no name.

        With the second person the four-eyes rule begins, which a library of one person cannot have.
        """
        called = " ".join(name.split())
        if not called or len(called) > LONGEST_NAME or not called.isprintable():
            raise WrongValue(msg(N_("A person needs a name of at most {n} characters."), n=LONGEST_NAME))
        before = self.all()
        known = next((one for one in before if one.name.casefold() == called.casefold()), Person(called))
        kept = self._desk.library.house.put_person(
            replace(known, role=role, sign_off=sign_off or known.sign_off)
        )
        if len(before) == 1 and len(self.all()) > 1:
            self._desk.library.house.amend_settings(lambda house: replace(house, four_eyes=True))
        return kept
