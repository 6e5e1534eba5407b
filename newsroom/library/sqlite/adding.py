"""Adds many rows at once, close to what the database driver itself takes for them.

SQLAlchemy makes the statement, once for a table and the columns named; a row then goes to the driver as it
is. Executed as a statement of SQLAlchemy, each row would first be looked up and converted column by column.
"""

from __future__ import annotations

from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from newsroom.library.rows import Utc, stored_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Dialect, Table


def add(connection: Connection, table: Table, values: Sequence[Mapping[str, Any]]) -> None:
    """Add rows to a table; all name the same columns, two at least."""
    statement, names, times = _statement(table, tuple(values[0]), connection.dialect)
    connection.exec_driver_sql(statement, list(_rows(values, names, times)))


@lru_cache(maxsize=32)
def _statement(
    table: Table, given: tuple[str, ...], dialect: Dialect
) -> tuple[str, tuple[str, ...], tuple[int, ...]]:
    """Give the statement, the columns in its order, and which of them hold times."""
    compiled = table.insert().compile(dialect=dialect, column_keys=list(given))
    names = tuple(compiled.positiontup or ())
    times = tuple(place for place, name in enumerate(names) if isinstance(table.c[name].type, Utc))
    return str(compiled), names, times


def _rows(
    values: Sequence[Mapping[str, Any]], names: tuple[str, ...], times: tuple[int, ...]
) -> Iterator[Sequence[Any]]:
    pick: Callable[[Mapping[str, Any]], tuple[Any, ...]] = itemgetter(*names)
    if not times:
        yield from map(pick, values)
        return
    for one in values:
        row = list(pick(one))
        for place in times:
            row[place] = stored_time(row[place])
        yield tuple(row)
