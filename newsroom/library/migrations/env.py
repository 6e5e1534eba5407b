"""Runs migrations on the connection that `schema.migrate` hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from newsroom.library.rows import Rows

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Rows.metadata,
    transaction_per_migration=False,
    render_as_batch=True,
)
context.run_migrations()
