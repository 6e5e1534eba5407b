"""Keeps the stories: one library, opened by path; SQLAlchemy is known here and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from newsroom.library.door import Library


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
    return Library(path, open_store(path, create=create, zone=zone), clock)
