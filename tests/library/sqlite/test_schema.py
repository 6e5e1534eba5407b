import re
import sqlite3
from contextlib import closing

import pytest

from newsroom.library import schema
from newsroom.library.engine import Store
from newsroom.library.sqlite.engine import make_engine


@pytest.fixture
def migrated(tmp_path):
    """A database that migrations alone have made, from nothing."""
    place = tmp_path / "migrated.newsroom"
    with closing(sqlite3.connect(place)) as new:
        new.execute("PRAGMA user_version=0")
    store = Store(make_engine(place))
    with store.writing() as connection:
        schema.migrate(connection)
        schema.fill(connection, "Europe/Berlin")
    store.close()
    return place


def described(place):
    with closing(sqlite3.connect(place)) as raw:
        rows = raw.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        marks = [raw.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")]
    return {(kind, name): re.sub(r"\s+", "", sql) for kind, name, sql in rows}, marks


def test_migrations_and_tables_make_the_same_library(migrated, place):
    assert described(migrated) == described(place)
