"""What makes a file a library of ours beside its tables: its marks, its indexes, the guards of its journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from newsroom.library.rows import METADATA
from newsroom.library.sqlite import indexes

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from sqlalchemy import Connection, MetaData, Table

BESIDE: Sequence[MetaData] = ()

APPLICATION = 0x4E777352
"""Marks the file as ours: "NwsR"."""

JOURNAL_GUARDS = (
    """CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
)


def create_beside(connection: Connection) -> None:
    """Make what SQLAlchemy does not describe: the indexes of words, the guards of the journal."""
    for statement in (*indexes.TABLES, *JOURNAL_GUARDS):
        connection.execute(text(statement))


def version(connection: Connection) -> int:
    """Give the number of the library's schema."""
    number: int = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    return number


def mark(connection: Connection, version: int) -> None:
    """Mark the file as a library of ours, of a schema."""
    connection.execute(text(f"PRAGMA application_id={APPLICATION}"))
    connection.execute(text(f"PRAGMA user_version={version}"))


def _widen(connection: sqlite3.Connection, table: Table) -> None:
    """Lay over an older table a view that has the columns that came since, all of them empty."""
    has = {column[1] for column in connection.execute(f"PRAGMA main.table_info({table.name})")}
    missing = [name for name in table.c.keys() if name not in has]  # noqa: SIM118 - columns, not a dict
    if missing:
        none = ", ".join(f"NULL AS {name}" for name in missing)
        connection.execute(f"CREATE TEMPORARY VIEW {table.name} AS SELECT *, {none} FROM main.{table.name}")  # noqa: S608 - our own names


def stand_in(connection: sqlite3.Connection) -> None:
    """Give a library that is only read what it has not yet, for as long as it is open: empty tables and columns."""
    connection.execute("PRAGMA query_only=OFF")
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in METADATA.sorted_tables:
        if table.name not in there:
            connection.execute(f"CREATE TEMPORARY TABLE {table.name} ({', '.join(table.c.keys())})")
        else:
            _widen(connection, table)
    connection.execute("PRAGMA query_only=ON")
