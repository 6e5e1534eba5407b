"""Backups: a copy made while others write, compared with the library before it counts."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from itertools import zip_longest
from typing import TYPE_CHECKING

from newsroom.domain.errors import NotWritten
from newsroom.library.check import whole
from newsroom.library.engine import Store
from newsroom.library.sqlite.engine import connect, make_engine
from newsroom.library.sqlite.opening import sync_folder
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from pathlib import Path


_COMPARED = (
    "SELECT id, version, digest FROM article ORDER BY id",
    "SELECT article_id, version, digest FROM revision ORDER BY article_id, version",
    "SELECT article_id, number, digest FROM journal_head ORDER BY article_id",
    "SELECT sha256 FROM picture ORDER BY sha256",
    "SELECT sha256 FROM sent_bytes ORDER BY sha256",
    "SELECT article_id, number, position, sha256 FROM release_file ORDER BY article_id, number, position",
    "SELECT uid FROM legal_block ORDER BY uid",
    "SELECT uid FROM erased ORDER BY uid",
    "SELECT session, uid, time FROM draft ORDER BY session, uid",
    "SELECT name, value FROM fact ORDER BY name",
)


def back_up(store: Store, target: Path) -> None:
    """Write a copy of the library that was read back and compared; raises NotWritten and harms nothing."""
    if os.path.lexists(target):
        raise taken(target)
    making = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        with store.reading() as connection:
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)
            connection.exec_driver_sql("SELECT count(*) FROM fact")  # from here on we see one state
            _make(source, making, target)
        named(making, target)
        sync_folder(target.parent)
    finally:
        with suppress(OSError):
            making.unlink()


def taken(target: Path) -> NotWritten:
    """Give the refusal to write where a file is."""
    return NotWritten(msg(N_("{path} exists already. Choose another name."), path=str(target)))


def named(making: Path, target: Path) -> None:
    """Give a copy its name, unless another file was given it meanwhile."""
    try:
        os.link(making, target)
    except FileExistsError as fault:
        raise taken(target) from fault
    except OSError:  # this drive knows no second names
        making.rename(target)


def _make(source: sqlite3.Connection, making: Path, target: Path) -> None:
    try:
        _copy(source, making)
        _compare(source, making)
        _sync(making)
    except (OSError, sqlite3.Error) as fault:
        raise unwritten(target) from fault


def unwritten(target: Path) -> NotWritten:
    """Give what is told where a backup cannot be written."""
    return NotWritten(
        msg(N_("The backup could not be written to {path}. Choose another drive."), path=str(target))
    )


def _copy(source: sqlite3.Connection, making: Path) -> None:
    with closing(sqlite3.connect(making)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def _compare(source: sqlite3.Connection, making: Path) -> None:
    store = Store(make_engine(making, "immutable"))
    try:
        with store.reading() as connection:
            found = next(whole(connection), None)
    finally:
        store.close()
    if found:
        raise NotWritten(msg(N_("The backup does not hold what the library holds. Check the library.")))
    with closing(connect(making, "immutable")) as copy:
        for asked in _COMPARED:
            pairs = zip_longest(source.execute(asked), copy.execute(asked))
            if any(ours != theirs for ours, theirs in pairs):
                raise NotWritten(msg(N_("The backup does not hold what the library holds. Try again.")))


def _sync(making: Path) -> None:
    handle = os.open(making, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
