import re
import sqlite3
from contextlib import closing

import pytest
from alembic.script import ScriptDirectory

from newsroom.library import open_library, schema
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


def test_a_migrated_library_works(migrated, anna, story):
    with open_library(migrated) as library:
        library.stories.save(story(), anna)
        assert len(library.lists.search("hafen").items) == 1
        assert library.check() == ()


def test_the_head_that_is_stamped_is_the_newest_migration():
    from importlib.resources import files

    scripts = ScriptDirectory(str(files("newsroom.library") / "migrations"))
    assert scripts.get_heads() == [schema.HEAD]
    assert len(list(scripts.walk_revisions())) == schema.VERSION
