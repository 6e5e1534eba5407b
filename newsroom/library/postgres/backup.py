"""Backups of a library on a server: a library in a file, copied row by row and compared before it counts."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from newsroom.domain.errors import LibraryAway, LibraryUnusable, NotWritten
from newsroom.library.check import whole
from newsroom.library.copying import Place, copy_store
from newsroom.library.sqlite.backup import named, taken, unwritten
from newsroom.library.sqlite.opening import open_file, sync_folder
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from pathlib import Path

    from newsroom.library.engine import Store


def back_up(store: Store, target: Path) -> None:
    """Write a copy of the library into a file that is compared row by row; raises NotWritten and harms nothing."""
    if os.path.lexists(target):
        raise taken(target)
    making = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        _copy(store, making, target)
        named(making, target)
        sync_folder(target.parent)
    finally:
        for leftover in ("", "-wal", "-shm"):
            with suppress(OSError):
                making.with_name(making.name + leftover).unlink()


def _copy(store: Store, making: Path, target: Path) -> None:
    try:
        with closing(open_file(making, create=True, zone="UTC").store) as copy:
            copy_store(Place(store, "PostgreSQL"), Place(copy, str(target)), _silent, lambda: False)
            _sound(copy)
    except LibraryUnusable as fault:
        if isinstance(fault, LibraryAway):
            raise
        raise unwritten(target) from fault


def _sound(copy: Store) -> None:
    with copy.reading() as connection:
        if next(whole(connection), None):
            raise NotWritten(msg(N_("The backup does not hold what the library holds. Check the library.")))


def _silent(_done: int, _total: int, _name: str) -> None:
    """Tell nobody how far the copy is."""
