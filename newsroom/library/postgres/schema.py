"""What makes a database a library of ours beside its tables: its mark, its indexes, the guards of its journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from newsroom.library.postgres.tables import BESIDE

if TYPE_CHECKING:
    from sqlalchemy import Connection

MARK = "Newsroom library"
"""The comment on Alembic's table by which a database is known as ours."""

GUARDS = (
    """CREATE FUNCTION journal_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$BEGIN RAISE EXCEPTION 'the journal is append-only'; END$$""",
    """CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
    FOR EACH ROW EXECUTE FUNCTION journal_is_append_only()""",
    """CREATE TRIGGER journal_never_shrinks BEFORE DELETE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only()""",
)
TUNED = "ALTER TABLE search ALTER COLUMN lexemes SET STATISTICS 1000, ALTER COLUMN lexemes SET STORAGE MAIN"
"""Lets the server know the commonest ten thousand lexemes, by which it chooses between the index and a walk over
the newest, and keeps them in the row, so that a walk looks nowhere else: 20 ms instead of 500 for a rare word.
"""


def create_beside(connection: Connection) -> None:
    """Make what the shared tables do not describe: the indexes of words, the guards of the journal."""
    for tables in BESIDE:
        tables.create_all(connection)
    for statement in (TUNED, *GUARDS):
        connection.execute(text(statement))


def version(connection: Connection) -> int:
    """Give the number of the library's schema."""
    return int(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def mark(connection: Connection, _version: int) -> None:
    """Mark the database as a library of ours; its number stands in Alembic's table."""
    connection.execute(text(f"COMMENT ON TABLE alembic_version IS '{MARK}'"))
