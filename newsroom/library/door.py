"""The door of the library: it leads to the rooms, each of which answers for one kind of thing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Self

from newsroom.library import clocks, schema, verifying
from newsroom.library.house_memory import HouseMemory
from newsroom.library.rooms.agenda import Agenda
from newsroom.library.rooms.approvals import Approvals
from newsroom.library.rooms.assigning import Assigning
from newsroom.library.rooms.blocks import Blocks
from newsroom.library.rooms.catalogue import CatalogueRoom
from newsroom.library.rooms.doubles import Doubles
from newsroom.library.rooms.drafts import Drafts
from newsroom.library.rooms.editing import Editing
from newsroom.library.rooms.editions import Editions
from newsroom.library.rooms.erasing import Erasing
from newsroom.library.rooms.history import History
from newsroom.library.rooms.house import HouseRoom
from newsroom.library.rooms.inbox import Inbox
from newsroom.library.rooms.lists import Lists
from newsroom.library.rooms.pictures import Pictures
from newsroom.library.rooms.plan import Plan
from newsroom.library.rooms.releases import Releases
from newsroom.library.rooms.stories import Stories

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from types import TracebackType

    from newsroom.library.copying import Copied
    from newsroom.library.database import Announcements, Rights
    from newsroom.library.opened import Opened
    from newsroom.library.quick_check import QuickCheck
    from newsroom.translation import Message


class Library:
    """An open library, usable from any thread; writers wait for each other, readers for no one."""

    def __init__(self, opened: Opened, clock: Callable[[], datetime]) -> None:
        self.location = opened.location
        self.warning = opened.warning
        self._store = opened.store
        self._memory = HouseMemory()
        self.stories = Stories(self._store, clock)
        self.lists = Lists(self._store)
        self.agenda = Agenda(self._store)
        self.approvals = Approvals(self._store)
        self.assigning = Assigning(self._store, clock)
        self.inbox = Inbox(self._store, clock)
        self.plan = Plan(self._store, clock)
        self.editions = Editions(self._store)
        self.doubles = Doubles(self._store, clock)
        self.history = History(self._store, clock)
        self.editing = Editing(self._store, clock)
        self.drafts = Drafts(self._store, clock)
        self.pictures = Pictures(self._store)
        self.blocks = Blocks(self._store, clock)
        self.releases = Releases(self._store, clock)
        self.erasing = Erasing(self._store, clock)
        self.house = HouseRoom(self._store, self._memory)
        self.catalogue = CatalogueRoom(self._store, self._memory, clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the library's file or server."""
        self._store.close()

    @property
    def read_only(self) -> bool:
        """Tell whether nothing can be saved here; `warning` says why."""
        return self._store.read_only is not None

    def seq(self) -> int:
        """Give the running number that every change raises, also those of other programs."""
        with self._store.reading() as connection:
            number = schema.sequence(connection)
        self._memory.hear(number)
        return number

    def announcements(self) -> Announcements:
        """Give what tells within a second that somebody changed the library; wait for it in a thread, close it.

        ``wait(timeout)`` gives the new running number or nothing, ``close()`` ends a wait from any thread.
        """
        return self._store.database.announcements(self._store)

    def newest_change(self) -> datetime | None:
        """Give when the library was last changed, by the clock of whoever changed it; nothing where it is empty."""
        with self._store.reading() as connection:
            return clocks.newest_change(connection)

    def server_time(self) -> datetime | None:
        """Give the time by the library's server, or nothing where a file keeps the library."""
        with self._store.reading() as connection:
            return clocks.server_time(connection)

    def login_person(self) -> str:
        """Give the name of the person whose own login opened this library, or nothing where the program says who works."""
        guard = self._store.database.guard
        if guard is None:
            return ""
        with self._store.reading() as connection:
            return guard.person(connection)

    @property
    def rights(self) -> Rights:
        """Give what puts the rights of people on a library on a server; raises NotAllowed for one in a file."""
        return self._store.database.rights_of(self._store)

    def quick_check(self) -> QuickCheck:
        """Give a quick test to run: ``run()`` gives what is damaged, ``stop()`` gives it up from any thread."""
        from newsroom.library.quick_check import QuickCheck

        return QuickCheck(self._store)

    def check(self, progress: Callable[[int, int, str], None] | None = None) -> tuple[Message, ...]:
        """Give all that is damaged: the file, each story, version, picture, journal and index.

        A damaged index is built anew from the stories, where they can be read, and that is said too. By a person's
        own login the journals and versions of the stories are tested that they may read.
        """
        from newsroom.library import check

        tell = progress or _silent
        guarded = self._store.database.guard is not None
        with self._store.reading() as connection:
            parts = () if guarded else check.parts(connection)
            found = check.told(connection, (*parts, verifying.verify(connection, texts=False)), tell)
        if self.read_only:
            return found
        damaged = tuple(self._store.database.index_tests(self._store))
        return (*found, *damaged, *(check.mended(self._store) if damaged else ()))

    def notices(self) -> tuple[Message, ...]:
        """Give, once, what the library did by itself and its user should know."""
        said = tuple(self._store.notices)
        self._store.notices.clear()
        return said

    def tell(self, message: Message) -> None:
        """Add to what the library's user should know, once."""
        self._store.notices.append(message)

    def backup(self, path: str | Path) -> None:
        """Write a copy that was compared with the library; raises NotWritten."""
        self._store.database.back_up(self._store, Path(path))

    def copy_to(
        self, target: str | Path, progress: Callable[[int, int, str], None], cancelled: Callable[[], bool]
    ) -> Copied:
        """Copy the library to an empty place, or go on with that, and compare all of it.

        Raises LibraryUnusable, NotWritten and Cancelled.
        """
        from newsroom.library.copying import Place, copy_to

        return copy_to(Place(self._store, self.location), target, progress, cancelled)


def _silent(_done: int, _total: int, _name: str) -> None:
    """Tell nobody how far the work is."""
