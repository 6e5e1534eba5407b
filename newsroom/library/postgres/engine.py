"""The connection to a library's server: how it is dialled and set up, and how its transactions begin.

Who writes takes one lock of the whole library for as long as the transaction lasts. So writers wait for each
other as they do with a file, none can meet another halfway (no deadlock, no number given twice), and running
numbers are announced in their order. Readers see one state of the library and wait for no one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, create_engine, event
from sqlalchemy.pool import QueuePool

from newsroom.library.database import OPTION
from newsroom.library.postgres.address import named, not_understood

if TYPE_CHECKING:
    from collections.abc import Mapping

    import psycopg
    from sqlalchemy import Connection, Engine

BATCH = 200
"""Stories of one transaction of an import: everybody else's saves wait for it."""

PATIENCE = 10
"""Seconds a writer waits for another's write."""

READING: Mapping[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
WRITING: Mapping[str, Any] = {"isolation_level": "READ COMMITTED", "write": True}

TURN = 0x4E777352
"""The lock that whoever writes takes."""

_TURN = f"SELECT pg_advisory_xact_lock({TURN})"
_REACHING: Mapping[str, Any] = {
    "application_name": "Newsroom",
    "client_encoding": "utf8",
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
}
_SESSION = f"""
SET timezone = 'UTC';
SET lock_timeout = '{PATIENCE}s';
SET idle_in_transaction_session_timeout = '5min';
SET tcp_keepalives_idle = 10;
SET tcp_keepalives_interval = 5;
SET tcp_keepalives_count = 3;
SET synchronous_commit = on;
SET client_min_messages = warning;
SET plan_cache_mode = force_custom_plan;
SET random_page_cost = 1.1;
SET jit = off
"""
"""Times in UTC; nobody who went away keeps others waiting; a plan made for the very words asked for, which
knows that a page from anywhere costs hardly more than the next one.
"""


def dial(url: URL) -> psycopg.Connection[Any]:
    """Connect to a library's server and set the connection up as every one is."""
    import psycopg

    from newsroom.library.postgres.texts import StoredText

    try:
        connection = psycopg.connect(**{**_REACHING, **named(url)}, autocommit=True)
    except psycopg.ProgrammingError as fault:  # an option that there is not
        raise not_understood() from fault
    connection.adapters.register_dumper(str, StoredText)
    connection.execute(_SESSION)
    connection.autocommit = False
    return connection


def make_engine(url: URL) -> Engine:
    """Give the engine of a library on a server; a connection that broke is made anew before it is used."""
    from newsroom.library import postgres

    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: dial(url),
        poolclass=QueuePool,
        pool_size=4,
        max_overflow=8,
        pool_pre_ping=True,
        hide_parameters=True,
        execution_options={OPTION: postgres},
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("write", False):
        connection.exec_driver_sql(_TURN)
