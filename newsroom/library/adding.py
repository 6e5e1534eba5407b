"""Adds many rows at once, close to what the database driver itself takes for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsroom.library import database

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Table


def add(connection: Connection, table: Table, values: Sequence[Mapping[str, Any]]) -> None:
    """Add rows to a table; all name the same columns, two at least."""
    if values:
        database.of(connection).add(connection, table, values)
