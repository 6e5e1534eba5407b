"""Keeps the stories: one library, opened by path or address; SQLAlchemy is known here and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from newsroom.domain.errors import LibraryUnfinished

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsroom.library.door import Library
    from newsroom.library.engine import Store


def now_utc() -> datetime:
    """Give the time."""
    return datetime.now(UTC)


def open_library(
    where: str | Path,
    *,
    create: bool = True,
    zone: str = "Europe/Berlin",
    clock: Callable[[], datetime] = now_utc,
) -> Library:
    """Open a library by path, ``sqlite:///`` or ``postgresql+psycopg://`` address.

    A new one's house is in the zone. Raises LibraryUnusable, or one of its kinds, with what to do; LibraryAway
    where a server does not answer. A library that is damaged or may only be read opens for reading and says so
    in its `warning`. A password in the address is in no message and not in its `location`.
    """
    from newsroom.library.door import Library
    from newsroom.library.opening import open_store

    opened = open_store(where, create=create, zone=zone)
    _refuse_unfinished(opened.store, opened.location)
    return Library(opened, clock)


def _refuse_unfinished(store: Store, where: str) -> None:
    from newsroom.library.copying.mark import refuse_unfinished

    try:
        with store.reading() as connection:
            refuse_unfinished(connection, where)
    except LibraryUnfinished:
        store.close()
        raise
