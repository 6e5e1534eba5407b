"""Adds many rows at once: a few by one statement, more by COPY, which is several times quicker."""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, cast

from newsroom.library.rows.columns import Utc, aware

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    import psycopg
    from sqlalchemy import Connection, Dialect, Table

    Values = Mapping[str, Any]

FEW = 12
"""Up to so many rows a statement costs less than a COPY."""


def add(connection: Connection, table: Table, values: Sequence[Values]) -> None:
    """Add rows to a table; all name the same columns, two at least."""
    names = tuple(values[0])
    times = tuple(name for name in names if isinstance(table.c[name].type, Utc))
    if len(values) <= FEW:
        add_by_statement(connection, table, values)
    else:
        pick: Callable[[Values], tuple[Any, ...]] = itemgetter(*names)
        copy(connection, table.name, names, map(pick, _judged(values, times)))


def add_by_statement(connection: Connection, table: Table, values: Sequence[Values]) -> None:
    """Add rows to a table by one statement for each, which row security lets through, as it does no COPY."""
    names = tuple(values[0])
    times = tuple(name for name in names if isinstance(table.c[name].type, Utc))
    statement = _statement(table, names, connection.dialect)
    connection.exec_driver_sql(statement, [dict(one) for one in _judged(values, times)])


@lru_cache(maxsize=32)
def _statement(table: Table, given: tuple[str, ...], dialect: Dialect) -> str:
    return str(table.insert().inline().compile(dialect=dialect, column_keys=list(given)))


def _judged(values: Iterable[Values], times: tuple[str, ...]) -> Iterator[Values]:
    for one in values:
        for name in times:
            aware(one[name])
        yield one


def copy(connection: Connection, table: str, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Send rows to a table as a stream, in the transaction given."""
    listed = ", ".join(f'"{name}"' for name in names)
    driver = cast("psycopg.Connection", connection.connection.driver_connection)
    with driver.cursor() as cursor, cursor.copy(f'COPY "{table}" ({listed}) FROM STDIN') as stream:
        for row in rows:
            stream.write_row(row)
