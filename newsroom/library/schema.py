"""The schema of a library: made whole when it is new, brought up by migrations when it is old.

Its number is read by plain SQL, from wherever the kind of database keeps it; Alembic is imported only to
migrate. A new library is made from the tables directly, which is twenty times quicker, and then marked as
migrated; a test holds both ways together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import text

from newsroom.domain.errors import LibraryNewer
from newsroom.library import bodies, catalogue, database, indexes, usage
from newsroom.library.rows import ARTICLE, METADATA
from newsroom.settings import House
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Callable

    from alembic.config import Config
    from sqlalchemy import Connection

    from newsroom.library.engine import Store

VERSION = 5
"""Number of the schema; each migration raises it by one."""

HEAD = "0005"
"""Alembic's name of the newest migration."""

SEQUENCE = "sequence"
FORM = "index form"

_STAMP = """CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)"""


def create(connection: Connection, zone: str) -> None:
    """Make a new library in an empty database, in one transaction."""
    METADATA.create_all(connection)
    database.of(connection).create_beside(connection)
    connection.execute(text(_STAMP))
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
    fill(connection, zone)
    database.of(connection).mark(connection, VERSION)


def fill(connection: Connection, zone: str) -> None:
    """Put into a new library what each begins with."""
    for place, genre in enumerate(catalogue.GENRES):
        catalogue.put_genre(connection, replace(genre, position=place))
    catalogue.set_house(connection, House(zone=zone))
    catalogue.set_fact(connection, SEQUENCE, "0")
    catalogue.set_fact(connection, FORM, indexes.form())
    catalogue.set_fact(connection, usage.FORM, usage.VERSION)


def bring_up(store: Store) -> None:
    """Bring schema and indexes up to ours, where they are older, in one transaction."""
    kind = store.database
    with store.reading() as connection:
        ours = kind.version(connection) == VERSION and indexes_are_ours(connection)
        ours = ours and usage.is_ours(connection)
    if ours:
        return
    with store.writing() as connection:
        if kind.version(connection) != VERSION:
            migrate(connection)
        if not indexes_are_ours(connection):
            rebuild_indexes(connection)
        if not usage.is_ours(connection):
            usage.rebuild(connection)


def migrations(connection: Connection) -> Config:
    """Give what Alembic's commands need to work on a library, in the transaction given."""
    from importlib.resources import files

    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(files("newsroom.library") / "migrations"))
    config.attributes["connection"] = connection
    return config


def migrate(connection: Connection) -> None:
    """Bring an older library up to this schema, in the transaction given."""
    from alembic import command

    command.upgrade(migrations(connection), "head")
    database.of(connection).mark(connection, VERSION)


def next_sequence(connection: Connection) -> int:
    """Raise the library's running number, by which other programs see that something changed.

    Raises LibraryNewer where a newer program brought the library up since it was opened here, for what that
    keeps beside a story would not be kept.
    """
    if database.of(connection).version(connection) > VERSION:
        sentence = N_(
            "A newer version of this program has brought the library up. Nothing is lost: update this one."
        )
        raise LibraryNewer(msg(sentence))
    number = sequence(connection) + 1
    catalogue.set_fact(connection, SEQUENCE, str(number))
    database.of(connection).announce(connection, number)
    return number


def sequence(connection: Connection) -> int:
    """Give the library's running number."""
    return int(catalogue.fact(connection, SEQUENCE) or 0)


def indexes_are_ours(connection: Connection) -> bool:
    """Tell whether the indexes of words were made in the form we make and ask them."""
    return catalogue.fact(connection, FORM) == indexes.form()


def rebuild_indexes(connection: Connection, tell: Callable[[int], None] | None = None) -> None:
    """Build the indexes of words anew from the stories, a thousand at a time; tell hears how many came in."""
    from sqlalchemy import select

    from newsroom.library.articles import readable
    from newsroom.library.ordering import sort_key

    database.of(connection).empty(connection)
    bodies.empty(connection)
    last = 0
    column = ARTICLE.c.id
    while chunk := list(connection.scalars(select(column).where(column > last).order_by(column).limit(1000))):
        stories = readable(connection, chunk)
        entries = {story.id: indexes.indexed(story, sort_key(story)) for story in stories}
        indexes.put(connection, list(entries.values()))
        bodies.write(connection, ((story, frozenset(), found.sample) for story, found in entries.items()))
        last = chunk[-1]
        if tell is not None:
            tell(len(chunk))
    database.of(connection).settle(connection)
    catalogue.set_fact(connection, FORM, indexes.form())
