"""Opens a library by path or address: a file of SQLite, or a database on a server of PostgreSQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.errors import LibraryUnusable
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from newsroom.library.opened import Opened

SERVERS = frozenset({"postgresql", "postgresql+psycopg", "postgres"})
_FILE = "sqlite://"


def open_store(where: str | Path, *, create: bool, zone: str) -> Opened:
    """Open a library, or make a new one where nothing is and that is wanted."""
    if is_on_server(where):
        from newsroom.library.postgres.opening import open_server

        return open_server(str(where), create=create, zone=zone)
    from newsroom.library.sqlite.opening import open_file

    return open_file(path_of(where), create=create, zone=zone)


def is_on_server(where: str | Path) -> bool:
    """Tell whether an address names a database on a server."""
    return isinstance(where, str) and where.partition("://")[0] in SERVERS and "://" in where


def path_of(where: str | Path) -> Path:
    """Give the path of a library named by path or ``sqlite:///`` address."""
    named = str(where)
    if named.startswith(_FILE):
        return Path(named.removeprefix(_FILE).removeprefix("/")).expanduser()
    if "://" in named:
        raise LibraryUnusable(msg(N_("This kind of library is not known: {where}."), where=_bare(named)))
    return Path(named).expanduser()


def _bare(address: str) -> str:
    """Give an address without what may be a password."""
    return address.split("://", 1)[0] + "://…"
