"""What the kinds of database do each in their own way, in one list; all else is said to both in the same words.

A kind is a package of this room, `sqlite` or `postgres`, that offers these functions. The engine carries it, so
that whoever has a connection has it too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sqlalchemy import ColumnElement, Connection, Engine, FromClause, MetaData, Table
    from sqlalchemy.dialects.postgresql import Insert as PostgresInsert
    from sqlalchemy.dialects.sqlite import Insert as SqliteInsert

    from newsroom.domain.errors import LibraryUnusable
    from newsroom.domain.login import Login, RightsReport
    from newsroom.library.engine import Store
    from newsroom.library.guarding import Guard
    from newsroom.library.indexes import Indexed
    from newsroom.library.matching import Match
    from newsroom.translation import Message

    Upsert = PostgresInsert | SqliteInsert
    Rows = Sequence[Mapping[str, Any]]

OPTION = "database"
"""The execution option under which an engine carries its kind."""


class Matching(NamedTuple):
    """How the search index is asked: its rows, their sort keys, what must be true of a row, how well it fits."""

    rows: FromClause
    key: ColumnElement[int]
    fits: ColumnElement[bool]
    rank: ColumnElement[float]


class Announcements(Protocol):
    """Tells when somebody changed the library; one thread waits, any other may close."""

    def wait(self, timeout: float) -> int | None:
        """Give the library's running number once it is another than at the last call, or nothing in this time.

        Raises LibraryAway where the server does not answer; the next call tries anew.
        """

    def close(self) -> None:
        """Let whoever waits go at once, and wait no more."""


class Rights(Protocol):
    """Puts the rights of people on a library and takes them off; whoever owns its tables may."""

    def put_on(self) -> RightsReport:
        """Put the rights on, or anew, and every login into the group of its person's role."""

    def take_off(self) -> RightsReport:
        """Take the rights off; logins stay on the server and see nothing here."""

    def report(self) -> RightsReport:
        """Tell what stands about the rights."""

    def add(self, person: str, login: str, password: str) -> Login:
        """Give a person a login of their own."""

    def password(self, login: str, password: str) -> None:
        """Give a login another password; raises NotFound."""

    def retire(self, login: str) -> None:
        """Take a login away for good; raises NotFound."""


class Database(Protocol):
    """A kind of database."""

    READING: Mapping[str, Any]
    WRITING: Mapping[str, Any]
    """The execution options of transactions that read and of those that write."""

    BATCH: int
    """Stories of one transaction of an import."""

    BESIDE: Sequence[MetaData]
    """The tables of its own that SQLAlchemy can describe."""

    def told(self, fault: Exception) -> LibraryUnusable | None:
        """Give the world's fault behind an error of the database, or None where it is ours."""

    def announcements(self, store: Store) -> Announcements:
        """Give what tells of changes."""

    def announce(self, connection: Connection, number: int) -> None:
        """Tell others the running number as soon as the transaction holds."""

    guard: Guard | None
    """The one door by which stories are kept where people have rights of their own."""

    def rights_of(self, store: Store) -> Rights:
        """Give what puts the rights of people on a library; raises NotAllowed where it can have none."""

    # Rows

    def insert(self, table: Table) -> Upsert:
        """Give an insert that knows what to do where a row is there already."""

    def add(self, connection: Connection, table: Table, values: Rows) -> None:
        """Add rows to a table; all name the same columns, two at least."""

    # Schema

    def version(self, connection: Connection) -> int:
        """Give the number of the library's schema."""

    def mark(self, connection: Connection, version: int) -> None:
        """Mark the database as a library of ours, of a schema."""

    def create_beside(self, connection: Connection) -> None:
        """Make what the shared tables do not describe: the indexes of words, the guards of the journal."""

    # Indexes of words

    def put(self, connection: Connection, entries: Sequence[Indexed]) -> None:
        """Put stories into the indexes."""

    def take(self, connection: Connection, entries: Sequence[Indexed]) -> None:
        """Take stories out of the indexes, by exactly what was put in."""

    def empty(self, connection: Connection) -> None:
        """Take everything out of the indexes."""

    def settle(self, connection: Connection) -> None:
        """Set the database in order after many rows came in at once."""

    def matching(self, asked: Match) -> Matching:
        """Give how the stories are found that fit; one row at least is wanted."""

    def frequencies(self, connection: Connection, terms: Sequence[str]) -> Mapping[str, int]:
        """Give how many headlines hold each term; those that none holds are left out."""

    def holders(
        self, connection: Connection, weights: Mapping[str, int], most: int
    ) -> Iterable[Sequence[int]]:
        """Give weight and sort key for each headline that holds one of the terms, the newest of each term."""

    # Care

    def quick(self, connection: Connection) -> Iterator[Message]:
        """Give what the database's own quick test finds."""

    def interrupt(self, connection: Connection) -> None:
        """End what a connection is asking, from any thread; whoever asked gets an error."""

    def tests(self, connection: Connection) -> tuple[Iterator[Message], ...]:
        """Give the database's own tests, each of which begins when it is asked."""

    def index_tests(self, store: Store) -> Iterator[Message]:
        """Give what is damaged about the indexes of words."""

    def unguarded(self, connection: Connection) -> AbstractContextManager[None]:
        """Let the journal shrink for a while, within the transaction."""

    def scrub(self, store: Store) -> bool:
        """Take what is deleted out of the database's files; tell whether that was possible just now."""

    def back_up(self, store: Store, target: Path) -> None:
        """Write a copy that was read back and compared; raises NotWritten and harms nothing."""


def of(where: Connection | Engine) -> Database:
    """Give the kind of database behind a connection."""
    return cast("Database", where.get_execution_options()[OPTION])


def insert(connection: Connection, table: Table) -> Upsert:
    """Give an insert that knows what to do where a row is there already: ``on_conflict_do_...``."""
    return of(connection).insert(table)
