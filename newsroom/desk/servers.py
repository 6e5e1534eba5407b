"""Libraries on servers: is one there, and can it be opened with this login."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.desk.passwords import dial
from newsroom.domain.errors import LibraryAway, LibraryMissing
from newsroom.translation import N_, msg, msgs

if TYPE_CHECKING:
    from newsroom.domain.server import Server
    from newsroom.translation import Message


def probe(server: Server, password: str = "") -> Message:
    """Say what a server holds; raises LibraryUnusable with what is wrong. Nothing is changed there."""
    from newsroom.library import open_library

    try:
        with open_library(dial(server.address, password), create=False) as library:
            number = library.seq()
            stories = library.lists.count() if number else 0
    except LibraryAway as fault:
        text = N_("Nothing answers at {host}, port {port}. Check both, and whether the server runs.")
        raise LibraryAway(msg(text, host=server.host or "localhost", port=str(server.port))) from fault
    except LibraryMissing:
        return msg(N_("The server answers and the database is empty. Opening it makes a new library there."))
    return msgs("The library is there, with {n} story.", "The library is there, with {n} stories.", stories)
