"""Opens a library's file, or says why not: foreign, newer, damaged, not writable. It never harms one.

A new library is built in a file beside its place and moved there when it is whole, so that no half-made one
is ever seen; a file that stands there already is never replaced.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from newsroom.domain.errors import (
    LibraryDamaged,
    LibraryForeign,
    LibraryMissing,
    LibraryNewer,
    LibraryUnusable,
)
from newsroom.library import schema, sqlite
from newsroom.library.engine import Store, telling
from newsroom.library.opened import Opened
from newsroom.library.sqlite.engine import address, connect, make_engine
from newsroom.library.sqlite.places import place_warning
from newsroom.library.sqlite.schema import APPLICATION, stand_in
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from pathlib import Path

    from newsroom.translation import Message

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_LEAST_ROOM = 1 << 16
"""Bytes that SQLite needs beside a library before anything can be written."""
_TABLES = ("article", "article_text", "revision", "journal", "journal_head", "fact", "tally", "person")


def open_file(path: Path, *, create: bool, zone: str) -> Opened:
    """Open the library at a path, or make a new one where nothing is and that is wanted."""
    if not path.exists():
        if not create:
            raise LibraryMissing(msg(N_("There is no library at {path}."), path=str(path)))
        if not path.parent.is_dir():  # most likely a drive that is not connected
            text = N_("There is no folder {folder}. Connect its drive, or make the folder.")
            raise LibraryUnusable(msg(text, folder=str(path.parent)))
        _create(path, zone)
    damage = _judge(path)
    if damage:
        return _open_reading(path, damage)
    if not _writable(path):
        sentence = msg(N_("The library cannot be written here; it is open for reading only."))
        return _open_reading(path, sentence)
    store = Store(make_engine(path))
    try:
        with telling(sqlite):
            schema.bring_up(store)
    except LibraryDamaged as fault:
        store.close()
        return _open_reading(path, fault.message)
    except LibraryUnusable:
        store.close()
        if _room(path.parent) >= _LEAST_ROOM:
            raise
        text = N_("The disk is full; the library is open for reading only. Make room, then open it again.")
        return _open_reading(path, msg(text))
    except BaseException:
        store.close()
        raise
    return Opened(store, str(path), place_warning(path))


def _room(folder: Path) -> int:
    return shutil.disk_usage(folder).free


def _judge(path: Path) -> Message | None:
    """Give what is damaged about a library, or nothing; raises where the file is no library we can open."""
    damaged = msg(N_("The library is damaged; it is open for reading only. Open the newest backup."))
    header = _header(path)
    if header[: len(_MAGIC)] != _MAGIC:
        raise LibraryForeign(
            msg(N_("{path} is no library of this program. Nothing was changed."), path=str(path))
        )
    application, version = (int.from_bytes(header[at : at + 4], "big") for at in (68, 60))
    if application != APPLICATION:
        raise LibraryForeign(
            msg(N_("{path} is no library of this program. Nothing was changed."), path=str(path))
        )
    if version > schema.VERSION:
        raise LibraryNewer(
            msg(N_("{path} was made by a newer version of this program. Update the program."), path=str(path))
        )
    return damaged if _short(path, header) or not _answers(path) else None


def _header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEADER)
    except OSError as fault:
        raise LibraryUnusable(msg(N_("{path} cannot be read."), path=str(path))) from fault


def _short(path: Path, header: bytes) -> bool:
    """Tell whether the file is shorter than its first page says; what waits in the log may lengthen it."""
    waiting = path.with_name(path.name + "-wal")
    if waiting.exists() and waiting.stat().st_size:
        return False
    page = int.from_bytes(header[16:18], "big")
    pages = int.from_bytes(header[28:32], "big")
    return path.stat().st_size < pages * (65536 if page == 1 else page)


def _answers(path: Path) -> bool:
    """Tell whether each table gives its first and its last row."""
    try:
        with closing(connect(path, _reading_modes(path)[0])) as connection:
            for name in _TABLES:
                for order in ("ASC", "DESC"):
                    connection.execute(f"SELECT * FROM {name} ORDER BY 1 {order} LIMIT 1").fetchone()  # noqa: S608 - our own names
    except sqlite3.DatabaseError as fault:
        return any(sign in str(fault) for sign in ("locked", "busy"))
    return True


def _writable(path: Path) -> bool:
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _reading_modes(path: Path) -> tuple[str, ...]:
    """Give how to read without leaving a trace: SQLite looks for a log only where there is one."""
    waiting = path.with_name(path.name + "-wal")
    return ("ro", "immutable") if waiting.exists() else ("immutable",)


def _open_reading(path: Path, why: Message) -> Opened:
    for mode in _reading_modes(path):
        store = Store(make_engine(path, mode, stand_in), read_only=why)
        try:
            with store.reading() as connection:
                schema.sequence(connection)
        except LibraryUnusable:
            store.close()
        else:
            return Opened(store, str(path), why)
    raise LibraryDamaged(
        msg(
            N_("{path} is damaged and cannot be read. It was left as it is: open the newest backup."),
            path=str(path),
        )
    )


def _create(path: Path, zone: str) -> None:
    building = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        building.unlink(missing_ok=True)
        with telling(sqlite):
            _build(building, zone)
        _place(building, path)
    except OSError as fault:
        raise LibraryUnusable(
            msg(N_("A library cannot be made at {path}. Choose another folder."), path=str(path))
        ) from fault
    finally:
        for leftover in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                building.with_name(building.name + leftover).unlink()


def _build(building: Path, zone: str) -> None:
    sqlite3.connect(address(building, "rwc"), uri=True).close()
    store = Store(make_engine(building))
    try:
        with store.writing() as connection:
            schema.create(connection, zone)
    finally:
        store.close()


def _place(building: Path, path: Path) -> None:
    """Move a finished library to its place; another program that was quicker wins."""
    try:
        os.link(building, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        _rename(building, path)
    sync_folder(path.parent)


def _rename(building: Path, path: Path) -> None:
    if not path.exists():
        building.rename(path)


def sync_folder(folder: Path) -> None:
    """Make sure that a name in a folder outlives a power cut, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
