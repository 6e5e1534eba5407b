"""The schema of a library: made whole when it is new, brought up by migrations when it is old.

Its number stands in the file's ``user_version`` and is read by plain SQL; Alembic is imported only to
migrate. A new library is made from the tables directly, which is twenty times quicker, and then marked as
migrated; a test holds both ways together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import text

from newsroom.library import catalogue, indexes
from newsroom.library.rows import ARTICLE, METADATA
from newsroom.settings import House

if TYPE_CHECKING:
    import sqlite3

    from sqlalchemy import Connection

APPLICATION = 0x4E777352
"""Marks the file as ours: "NwsR"."""

VERSION = 4
"""Number of the schema; each migration raises it by one."""

HEAD = "0004"
"""Alembic's name of the newest migration."""

SEQUENCE = "sequence"
FORM = "index form"

JOURNAL_GUARDS = (
    """CREATE TRIGGER journal_never_changes BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
    """CREATE TRIGGER journal_never_shrinks BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
)


_STAMP = """CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)"""


def create(connection: Connection, zone: str) -> None:
    """Make a new library in an empty database, in one transaction."""
    METADATA.create_all(connection)
    create_beside(connection)
    connection.execute(text(_STAMP))
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
    fill(connection, zone)
    mark(connection)


def create_beside(connection: Connection) -> None:
    """Make what SQLAlchemy does not describe: the indexes of words, the guards of the journal."""
    for statement in (*indexes.TABLES, *JOURNAL_GUARDS):
        connection.execute(text(statement))


def fill(connection: Connection, zone: str) -> None:
    """Put into a new library what each begins with."""
    for place, genre in enumerate(catalogue.GENRES):
        catalogue.put_genre(connection, replace(genre, position=place))
    catalogue.set_house(connection, House(zone=zone))
    catalogue.set_fact(connection, SEQUENCE, "0")
    catalogue.set_fact(connection, FORM, indexes.form())


def stand_in(connection: sqlite3.Connection) -> None:
    """Give a library that is only read empty tables, for as long as it is open, in the place of missing ones."""
    connection.execute("PRAGMA query_only=OFF")
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in METADATA.sorted_tables:
        if table.name not in there:
            connection.execute(f"CREATE TEMPORARY TABLE {table.name} ({', '.join(table.c.keys())})")
    connection.execute("PRAGMA query_only=ON")


def mark(connection: Connection) -> None:
    """Mark the file as a library of ours, of this schema."""
    connection.execute(text(f"PRAGMA application_id={APPLICATION}"))
    connection.execute(text(f"PRAGMA user_version={VERSION}"))


def migrate(connection: Connection) -> None:
    """Bring an older library up to this schema, in the transaction given."""
    from importlib.resources import files

    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("newsroom.library") / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    mark(connection)


def next_sequence(connection: Connection) -> int:
    """Raise the library's running number, by which other programs see that something changed."""
    number = sequence(connection) + 1
    catalogue.set_fact(connection, SEQUENCE, str(number))
    return number


def sequence(connection: Connection) -> int:
    """Give the library's running number."""
    return int(catalogue.fact(connection, SEQUENCE) or 0)


def indexes_are_ours(connection: Connection) -> bool:
    """Tell whether the indexes of words were made in the form we make and ask them."""
    return catalogue.fact(connection, FORM) == indexes.form()


def rebuild_indexes(connection: Connection) -> None:
    """Build the indexes of words anew from the stories, a thousand at a time."""
    from sqlalchemy import select

    from newsroom.library.articles import read_many
    from newsroom.library.ordering import sort_key

    for statement in indexes.EMPTYING:
        connection.execute(text(statement))
    last = 0
    column = ARTICLE.c.id
    while chunk := list(connection.scalars(select(column).where(column > last).order_by(column).limit(1000))):
        stories = read_many(connection, chunk).values()
        indexes.put(connection, [indexes.indexed(story, sort_key(story)) for story in stories])
        last = chunk[-1]
    catalogue.set_fact(connection, FORM, indexes.form())
