"""Where the library is, and who works at it."""

from __future__ import annotations

import getpass
import os
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.desk.passwords import dial
from newsroom.domain.errors import LibraryUnusable, NotAllowed, WrongValue, reason_of
from newsroom.domain.person import Person, Role
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from newsroom.library.door import Library


def default_place(environment: Mapping[str, str] = os.environ) -> str:
    """Give the place of the library that is meant when none is named: a path or a URL."""
    from platformdirs import user_data_dir

    named = environment.get("NEWSROOM_LIBRARY", "")
    return named or str(Path(user_data_dir("newsroom", appauthor=False)) / "library.newsroom")


def open_place(
    library: str | Path | None, clock: Callable[[], datetime], *, create: bool = True, password: str = ""
) -> Library:
    """Open the library at a place, or the default one; only the folder of the user's own one is made.

    A server's password is the one given, written in the address, in the environment, or kept.
    """
    from newsroom.library import open_library

    place = dial(str(library) if library else default_place(), password)
    if create and not library and not os.environ.get("NEWSROOM_LIBRARY"):
        _make_folder(Path(place).parent)
    return open_library(place if "://" in place else Path(place), create=create, clock=clock)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryUnusable(
            msg(
                N_("The folder {folder} cannot be made: {reason}."),
                folder=str(folder),
                reason=reason_of(error),
            )
        ) from error


def acting(library: Library, name: str) -> Person:
    """Give the person who works: the named one, or the user of this computer.

    While the library knows nobody, whoever works may do everything: it is a library of one person.
    """
    if own := library.login_person():
        return _own(library, own, name.strip())
    wanted = name.strip() or os.environ.get("NEWSROOM_AS", "").strip()
    if known := _known(library, wanted or _login()):
        return known
    if wanted and library.house.people():
        raise WrongValue(
            msg(N_("Nobody here is called “{name}”. Add them with “newsroom people add”."), name=wanted)
        )
    return Person(wanted or _login(), Role.CHIEF)


def _own(library: Library, own: str, wanted: str) -> Person:
    """Give the person whose own login this is; nobody works there in another's name."""
    person = _known(library, own)
    assert person is not None, "the server names its people by their rows"
    if wanted and wanted.casefold() not in person.names:
        raise NotAllowed(
            msg(N_("This login is {name}’s. Work in your own name, or log in as another."), name=own)
        )
    return person


def _known(library: Library, name: str) -> Person | None:
    found = library.house.person(name)
    if found is not None and found.retired:
        raise NotAllowed(
            msg(N_("{name} is no longer here. A duty editor can bring them back."), name=found.name)
        )
    return found


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no such user and no variable that names one
        return "newsroom"


def keep_erased(library: Library, person: Person) -> None:
    """Erase again what was erased for good and came back with an older copy of a library.

    What was erased is the library's to say; a computer remembers what the libraries opened on it said, for a copy
    that is older than its own tombstones.
    """
    from newsroom.desk import tombstones

    known = frozenset(tombstones.erased())
    fresh = [one.uid for one in library.erasing.all() if one.uid not in known]
    if fresh:
        tombstones.note_erased(fresh)
    if known or fresh:
        from newsroom.desk.erasing import apply_here

        said = apply_here(library, person)
        if said is not None:
            library.tell(said)
