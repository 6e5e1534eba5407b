"""Opens a library on a server, or says why not: foreign, newer, too old a server, no rights. It never harms one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from sqlalchemy import text

from newsroom.domain.errors import LibraryForeign, LibraryMissing, LibraryNewer, LibraryUnusable
from newsroom.library import schema
from newsroom.library.database import OPTION
from newsroom.library.engine import Store
from newsroom.library.opened import Opened
from newsroom.library.postgres.address import is_here, shown, url_of
from newsroom.library.postgres.engine import make_engine
from newsroom.library.postgres.schema import MARK
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    import psycopg
    from sqlalchemy import URL, Connection

OLDEST = 14
"""The oldest server that is kept up by those who make it, and that we are tried on."""

_LOOK = text("""
SELECT current_schema() AS place,
    current_setting('server_version_num')::integer / 10000 AS server,
    current_setting('server_encoding') AS encoding,
    pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean AS closed,
    count(c.oid) AS tables,
    bool_and(has_table_privilege(c.oid, 'SELECT')) FILTER (WHERE c.relkind = 'r' AND c.relname IN ('article', 'alembic_version'))
        AS readable,
    bool_and(has_table_privilege(c.oid, 'INSERT')) FILTER (WHERE c.relkind = 'r') AS writable,
    to_regnamespace('newsroom_rights') IS NOT NULL AND NOT bool_or(pg_has_role(c.relowner, 'MEMBER'))
        FILTER (WHERE c.relname = 'alembic_version') AS guarded,
    max(obj_description(c.oid, 'pg_class')) FILTER (WHERE c.relname = 'alembic_version') AS mark
FROM pg_namespace n
LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
WHERE n.nspname = current_schema()
""")


class _Seen(NamedTuple):
    """What stands in a database before anything is done there."""

    place: str | None
    server: int
    encoding: str
    closed: bool
    tables: int
    readable: bool | None
    writable: bool | None
    guarded: bool | None
    mark: str | None


def open_server(where: str, *, create: bool, zone: str) -> Opened:
    """Open the library in a database, or make a new one where it is empty and that is wanted."""
    _driver()
    url = url_of(where)
    store = Store(make_engine(url))
    try:
        return _open(store, url, create=create, zone=zone)
    except BaseException:
        store.close()
        raise


def _driver() -> None:
    try:
        import psycopg  # noqa: F401 - whether it is there
    except ImportError as fault:
        sentence = N_("What speaks with PostgreSQL is not installed. Install newsroom[postgres].")
        raise LibraryUnusable(msg(sentence)) from fault


def _open(store: Store, url: URL, *, create: bool, zone: str) -> Opened:
    name = shown(url)
    with store.reading() as connection:
        seen = _look(connection)
        _judge_server(seen)
        ours = _judge(connection, seen, name)
        warning = _open_wire(connection, url)
    if not ours:
        if not create:
            raise LibraryMissing(msg(N_("There is no library at {path}."), path=name))
        _create(store, zone)
    elif why := _closed(seen):
        return Opened(Store(store.engine, read_only=why), name, why)
    if seen.guarded:
        return Opened(_guarded(store), name, warning)
    schema.bring_up(store)
    _bring_rights_up(store)
    return Opened(store, name, warning)


def _look(connection: Connection) -> _Seen:
    row = connection.execute(_LOOK).one()
    return _Seen(*row)


def _judge_server(seen: _Seen) -> None:
    """Raise where the server cannot keep a library."""
    if seen.server < OLDEST:
        sentence = N_(
            "The library's server is PostgreSQL {found}; {oldest} or newer is needed. Ask whoever keeps it."
        )
        raise LibraryUnusable(msg(sentence, found=seen.server, oldest=OLDEST))
    if seen.encoding != "UTF8":
        sentence = N_("The database keeps its texts in {encoding}. Have one made that keeps them in UTF-8.")
        raise LibraryUnusable(msg(sentence, encoding=seen.encoding))
    if seen.place is None:
        raise LibraryUnusable(
            msg(N_("Your account on the library's server may not do this. Ask whoever keeps the server."))
        )


def _judge(connection: Connection, seen: _Seen, name: str) -> bool:
    """Tell whether a library of ours is there, or nothing at all; raises where it is something else."""
    if not seen.tables:
        return False
    if seen.mark != MARK:
        sentence = N_("{path} holds something else than a library of this program. Nothing was changed.")
        raise LibraryForeign(msg(sentence, path=name))
    if not seen.readable:
        raise LibraryUnusable(
            msg(N_("Your account on the library's server may not do this. Ask whoever keeps the server."))
        )
    if store_version(connection) > schema.VERSION:
        sentence = N_("{path} was made by a newer version of this program. Update the program.")
        raise LibraryNewer(msg(sentence, path=name))
    return True


def store_version(connection: Connection) -> int:
    """Give the number of a library's schema."""
    from newsroom.library import database

    return database.of(connection).version(connection)


def _closed(seen: _Seen) -> Message | None:
    """Give why a library can only be read, or nothing."""
    if seen.closed:
        return msg(N_("This server only lets libraries be read; it is open for reading only."))
    if not (seen.writable or seen.guarded):
        return msg(N_("Your account may only read this library; it is open for reading only."))
    return None


def _guarded(store: Store) -> Store:
    """Give the library as a person's own login has it; raises LibraryUnusable where its owner must bring it up."""
    from newsroom.library.postgres.rights import applying, kind

    with store.reading() as connection:
        if store_version(connection) != schema.VERSION or not applying.fit(connection):
            sentence = N_(
                "The library must be brought up to date first. Ask whoever keeps the server to open it once."
            )
            raise LibraryUnusable(msg(sentence))
    return Store(store.engine.execution_options(**{OPTION: kind}))


def _bring_rights_up(store: Store) -> None:
    from newsroom.library.postgres.rights import applying

    with store.reading() as connection:
        stale = applying.stand(connection) and not applying.fit(connection)
    if stale:
        with store.writing() as connection:
            applying.bring_up(connection)


def _open_wire(connection: Connection, url: URL) -> Message | None:
    """Give a warning where others on the network could read along."""
    raw = cast("psycopg.Connection", connection.connection.driver_connection)
    if is_here(url) or raw.pgconn.ssl_in_use:
        return None
    return msg(N_("The connection to the library's server is not encrypted. Have the server set up for TLS."))


def _create(store: Store, zone: str) -> None:
    """Make a library in an empty database; of two that begin at once the second finds it made."""
    with store.writing() as connection:
        if not _look(connection).tables:
            schema.create(connection, zone)
