"""Erasing on a server: the journal's guards off for a moment, and the tables written anew without what is deleted."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import text

from newsroom.domain.errors import NotAllowed
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from newsroom.library.engine import Store

_TABLES = ("journal", "revision", "approval")
_OWNED = "SELECT pg_has_role(relowner, 'MEMBER') FROM pg_class WHERE oid = 'journal'::regclass"


@contextmanager
def unguarded(connection: Connection) -> Iterator[None]:
    """Let the journal shrink for a while, within the transaction; raises NotAllowed for all but the tables' owner."""
    if not connection.execute(text(_OWNED)).scalar_one():
        raise only_owner()
    for table in _TABLES:
        connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
    yield
    for table in _TABLES:
        connection.execute(text(f"ALTER TABLE {table} ENABLE TRIGGER USER"))


def scrub(store: Store) -> bool:
    """Write all tables anew without what is deleted, their statistics too."""
    with store.engine.connect() as connection:
        alone = connection.execution_options(isolation_level="AUTOCOMMIT")
        alone.execute(text("VACUUM (FULL, ANALYZE)"))
    return True


def only_owner() -> NotAllowed:
    """Give the error that says who alone can erase, and where."""
    sentence = N_(
        "Only the owner of the library’s database can erase. Open the library with the owner’s name, then erase there."
    )
    return NotAllowed(msg(sentence))
