"""Runs migrations on the connection that `schema.migrations` hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from newsroom.library import database
from newsroom.library.rows import METADATA

connection = context.config.attributes["connection"]
beside = database.of(connection).BESIDE


def ours(name: str | None, kind: str, _parents: object) -> bool:
    """Tell whether a table is one that we describe, and no part of an index of words."""
    return kind != "table" or any(name in one.tables for one in (METADATA, *beside))


def comparable(_thing: object, name: str | None, kind: str, _reflected: object, _other: object) -> bool:
    """Leave out the one index whose order SQLite does not tell."""
    return kind != "index" or name != "ix_article_section" or connection.dialect.name != "sqlite"


context.configure(
    connection=connection,
    target_metadata=[METADATA, *beside],
    include_name=ours,
    include_object=comparable,
    transaction_per_migration=False,
    render_as_batch=True,
)
context.run_migrations()
