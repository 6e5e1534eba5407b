"""The connection to a library's file: its pragmas, its transactions, and its faults told in a sentence.

Writers wait for each other and readers for no one: a transaction that will write says BEGIN IMMEDIATE,
because two that begin by reading and then both write would lose one another's changes.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from newsroom.domain.errors import LibraryDamaged, LibraryUnusable
from newsroom.library.database import OPTION
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sqlalchemy import Connection, Engine

BATCH = 1_000
"""Stories of one transaction of an import, each of which waits for the disk."""

READING: Mapping[str, Any] = {}
WRITING: Mapping[str, Any] = {"write": True}

PATIENCE = 10.0
"""Seconds a writer waits for another program's write."""

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA temp_store=MEMORY",
)
_READING_PRAGMAS = ("PRAGMA query_only=ON", "PRAGMA trusted_schema=OFF", "PRAGMA cell_size_check=ON")
_FAULTS: tuple[tuple[str, type[LibraryUnusable], str], ...] = (
    ("full", LibraryUnusable, N_("The disk is full. Nothing was lost: make room and save again.")),
    ("malformed", LibraryDamaged, N_("The library is damaged. Open the newest backup.")),
    ("not a database", LibraryDamaged, N_("The library is damaged. Open the newest backup.")),
    ("readonly", LibraryUnusable, N_("The library cannot be written here. Save the story elsewhere.")),
    ("locked", LibraryUnusable, N_("Another program is writing to the library. Try again in a moment.")),
    ("busy", LibraryUnusable, N_("Another program is writing to the library. Try again in a moment.")),
    ("unable to open", LibraryUnusable, N_("The library is not there any more. Connect its drive again.")),
    ("disk i/o", LibraryUnusable, N_("The drive does not answer. Connect it again and save once more.")),
    ("vtable constructor failed", LibraryDamaged, N_("The library is damaged. Open the newest backup.")),
    ("sql logic error", LibraryDamaged, N_("The library is damaged. Open the newest backup.")),
    ("no such table", LibraryDamaged, N_("The library is damaged. Open the newest backup.")),
)


def address(path: Path, mode: str) -> str:
    """Give the address under which SQLite opens a file: mode is ``rw``, ``ro`` or ``immutable``."""
    options = "mode=ro&immutable=1" if mode == "immutable" else f"mode={mode}"
    return f"file:{quote(str(path))}?{options}"


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """Open a file that exists and set it up as every library is."""
    connection = sqlite3.connect(
        address(path, mode), uri=True, isolation_level=None, check_same_thread=False, timeout=PATIENCE
    )
    for pragma in _PRAGMAS if mode.startswith("rw") else _READING_PRAGMAS:
        connection.execute(pragma).close()
    return connection


def make_engine(
    path: Path, mode: str = "rw", prepare: Callable[[sqlite3.Connection], None] | None = None
) -> Engine:
    """Give the engine of a library's file; each of its connections is prepared before it is used."""
    from newsroom.library import sqlite

    def connected() -> sqlite3.Connection:
        connection = connect(path, mode)
        if prepare is not None:
            prepare(connection)
        return connection

    engine = create_engine(
        "sqlite+pysqlite://",
        creator=connected,
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=8,
        hide_parameters=True,
        execution_options={OPTION: sqlite},
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("write", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def told(fault: Exception) -> LibraryUnusable | None:
    """Give the world's fault behind a database error, or None where it is ours."""
    if not isinstance(fault, DBAPIError | sqlite3.Error):
        return None
    said = str(fault.orig if isinstance(fault, DBAPIError) else fault).lower()
    for sign, kind, sentence in _FAULTS:
        if sign in said:
            return kind(msg(sentence))
    return None
