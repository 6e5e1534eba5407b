"""The use cases: write, submit, approve, bring in, send out. The one door for window and command line.

No Qt, no SQL and no parsing here: the desk asks the library to keep, the formats to read and write, the
checks to judge, and says who did what.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Self

from newsroom.desk.liveness import new_session
from newsroom.desk.rooms import Rooms

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsroom.domain.person import Person
    from newsroom.formats.guard import Guard
    from newsroom.library.door import Library
    from newsroom.settings import House

__all__ = ["Desk", "now_utc", "open_desk"]


def now_utc() -> datetime:
    """Give the time now, aware."""
    return datetime.now(UTC)


def open_desk(
    library: str | Path | None = None,
    as_name: str = "",
    *,
    create: bool = True,
    clock: Callable[[], datetime] = now_utc,
    password: str = "",
) -> Desk:
    """Open a library, made where there is none, for a person; raises LibraryUnusable and WrongValue.

    Without a library it is the one the environment names, or the one in the user's data folder. The password
    is for one on a server; without one, it is looked for where passwords are kept.
    """
    from newsroom.desk import opening

    opened = opening.open_place(library, clock, create=create, password=password)
    try:
        person = opening.acting(opened, as_name)
        opening.keep_erased(opened, person)
        return Desk(opened, person, clock=clock)
    except BaseException:
        opened.close()
        raise


class Desk(Rooms):
    """An open library with a person at it; usable from any thread."""

    def __init__(self, library: Library, person: Person, *, clock: Callable[[], datetime] = now_utc) -> None:
        self.library = library
        self.person = person
        self.clock = clock
        self.session = new_session(person.name)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_details: object) -> None:
        self.close()

    def close(self) -> None:
        """End the reading processes and close the library."""
        if "guard" in self.__dict__:
            self.guard.close()
        if "editing" in self.__dict__:
            self.editing.release()
        if "writing" in self.__dict__:
            self.writing.leave()
        self.library.close()

    def with_person(self, person: Person) -> Desk:
        """Give a desk at the same library with another person at it; this one stays to be closed."""
        return Desk(self.library, person, clock=self.clock)

    @property
    def house(self) -> House:
        """Give the settings of the house; what another program sets is known within seconds."""
        return self.library.house.known_settings()

    @property
    def zone(self) -> str:
        """Give the name of the newsroom's time zone."""
        return self.house.zone

    @cached_property
    def guard(self) -> Guard:
        """Give the processes that read files from outside; they begin at first use."""
        from newsroom.formats.guard import Guard

        return Guard()
