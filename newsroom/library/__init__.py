"""Keeps the stories: one library, opened by path; SQLAlchemy is known here and nowhere else."""

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
    """Open a library by path or ``sqlite:///`` address; the zone is that of a new one's house.

    Raises LibraryUnusable, or one of its kinds, with what to do. A damaged or write-protected library opens
    for reading and says so in its `warning`.
    """
    from newsroom.library.door import Library
    from newsroom.library.opening import open_store, path_of

    path = path_of(where)
    opened = open_store(path, create=create, zone=zone)
    _refuse_unfinished(opened.store, str(path))
    return Library(path, opened, clock)


def _refuse_unfinished(store: Store, where: str) -> None:
    from newsroom.library.copying.mark import refuse_unfinished

    try:
        with store.reading() as connection:
            refuse_unfinished(connection, where)
    except LibraryUnfinished:
        store.close()
        raise
