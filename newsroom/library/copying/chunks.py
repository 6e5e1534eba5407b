"""The rows of a table in the order of its key, a chunk at a time, and the same rows of another library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select, tuple_

from newsroom.library.copying.mark import OWN
from newsroom.library.rows import EDITING, FACT, METADATA, PICTURE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, RowMapping, Select, Table

Key = tuple[Any, ...]
_ROWS = 500
_HEAVY_ROWS = 4
"""Rows of a chunk where each may be a picture of many megabytes."""


def tables() -> list[Table]:
    """Give the tables of a library, each after those it names; who edits what just now is not copied."""
    return [table for table in METADATA.sorted_tables if table is not EDITING]


def names(table: Table) -> list[str]:
    """Give the names of a table's key."""
    return [column.name for column in table.primary_key.columns]


def key_of(row: RowMapping, table: Table) -> Key:
    """Give a row's key."""
    return tuple(row[name] for name in names(table))


def count(connection: Connection, table: Table) -> int:
    """Give how many rows of a table are copied."""
    asked = _copied(select(func.count()).select_from(table), table)
    return connection.scalar(asked) or 0


def chunks(
    connection: Connection, table: Table, after: Sequence[Any] | None = None
) -> Iterator[Sequence[RowMapping]]:
    """Give a table's rows from a key on; they are never all in memory."""
    columns = _key(table)
    asked = _copied(select(table), table).order_by(*columns)
    if after:
        asked = asked.where(tuple_(*columns) > tuple_(*after))
    size = _size(table)
    options = {"stream_results": True, "max_row_buffer": size}
    yield from connection.execute(asked, execution_options=options).mappings().partitions(size)


def same(connection: Connection, table: Table, keys: Iterable[Key]) -> Sequence[RowMapping]:
    """Give the rows that have these keys."""
    return connection.execute(select(table).where(among(table, keys))).mappings().all()


def present(connection: Connection, table: Table, keys: Iterable[Key]) -> set[Key]:
    """Give those of these keys that are there."""
    asked = select(*_key(table)).where(among(table, keys))
    return {tuple(row) for row in connection.execute(asked)}


def among(table: Table, keys: Iterable[Key]) -> ColumnElement[bool]:
    """Give the condition that a row has one of these keys: not a range, for databases sort words differently."""
    columns = _key(table)
    if len(columns) == 1:
        return columns[0].in_([key for (key,) in keys])
    return tuple_(*columns).in_(list(keys))


def _key(table: Table) -> list[ColumnElement[Any]]:
    return list(table.primary_key.columns)


def _size(table: Table) -> int:
    return _HEAVY_ROWS if table is PICTURE else _ROWS


def _copied(asked: Select[Any], table: Table) -> Select[Any]:
    return asked.where(FACT.c.name.not_in(OWN)) if table is FACT else asked
