"""Runs migrations on the connection that `schema.migrate` hands over, inside its transaction."""

from __future__ import annotations

from alembic import context

from newsroom.library.rows import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transaction_per_migration=False,
    render_as_batch=True,
)
context.run_migrations()
