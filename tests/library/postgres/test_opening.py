"""A library on a server is opened, or it is said in a sentence why not; what is not ours is never touched."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from newsroom.domain.errors import (
    LibraryAway,
    LibraryForeign,
    LibraryMissing,
    LibraryNewer,
    LibraryUnusable,
    LoginRefused,
)
from newsroom.library import open_library, schema
from tests.postgres import name_of

ROOT = Path(__file__).parents[3]
SECRET = "ge:hei/m@"
CODED = "ge%3Ahei%2Fm%40"


@pytest.fixture
def empty(postgres):
    address = postgres.empty()
    yield address
    postgres.drop(address)


@pytest.fixture
def reader(postgres):
    """A login that may connect and nothing more; it asks for its password."""
    postgres.run(f"CREATE ROLE reader LOGIN PASSWORD '{SECRET}'")
    rules = postgres.rules("local all reader scram-sha-256")
    yield "reader"
    postgres.rules(restore=rules)
    for (name,) in postgres.run(
        "SELECT datname FROM pg_database WHERE datallowconn AND datname <> 'template0'"
    ):
        postgres.run("DROP OWNED BY reader", name)
    postgres.run("DROP ROLE reader")


def refused(where, kind, sentence):
    with pytest.raises(LibraryUnusable, match=sentence) as told:
        open_library(where)
    assert type(told.value) is kind
    assert SECRET not in str(told.value)
    assert CODED not in str(told.value)


def test_an_empty_database_becomes_a_library(empty):
    with open_library(empty, zone="Europe/Vienna") as library:
        assert library.house.settings().zone == "Europe/Vienna"
        assert library.check() == library.quick_check().run() == ()
        assert (library.warning, library.read_only) == (None, False)


def test_a_library_opens_again_with_all_it_held(where, anna, story):
    with open_library(where) as library:
        saved = library.stories.save(story(), anna).article
    with open_library(where.replace("postgresql+psycopg", "postgresql")) as library:
        assert library.stories.article(1) == saved


def test_no_library_is_made_where_none_is_wanted(postgres, empty):
    with pytest.raises(LibraryMissing):
        open_library(empty, create=False)
    assert (
        postgres.run("SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace", name_of(empty)) == []
    )


def test_what_an_extension_brought_is_no_other_program_s(postgres, empty):
    postgres.run("CREATE TABLE spare (id integer)", name_of(empty))
    refused(empty, LibraryForeign, "something else than a library")
    postgres.run("DROP TABLE spare", name_of(empty))
    open_library(empty).close()


def test_another_program_s_database_is_left_as_it_is(postgres, empty):
    for statement in ("CREATE TABLE article (id integer)", "CREATE TABLE alembic_version (version_num text)"):
        postgres.run(statement, name_of(empty))
    refused(empty, LibraryForeign, "Nothing was changed")
    found = postgres.run(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1", name_of(empty)
    )
    assert found == [("alembic_version",), ("article",)]


def test_a_newer_library_is_refused(postgres, where):
    postgres.run("UPDATE alembic_version SET version_num = '9999'", name_of(where))
    refused(where, LibraryNewer, "newer version")


@pytest.mark.parametrize(
    ("part", "kind", "sentence"),
    [
        (("postgres@", "nobody@"), LoginRefused, "refuses this name or password"),
        (("/library", "/nowhere"), LibraryUnusable, "no such database"),
        (("host=", "host=/nowhere"), LibraryAway, "does not answer"),
        (("host=", "port=1&host="), LibraryAway, "does not answer"),
        (("?host=", "?colour=red&host="), LibraryUnusable, "address of a library is not understood"),
    ],
    ids=["name", "database", "server", "port", "option"],
)
def test_an_address_that_leads_nowhere_is_told(where, part, kind, sentence):
    refused(where.replace(*part), kind, sentence)


def test_an_address_that_is_none_is_told_without_its_password():
    refused(f"postgresql://me:{SECRET}@host:port/x", LibraryUnusable, "not understood")


def test_a_server_that_is_too_old_is_told(where, monkeypatch):
    monkeypatch.setattr("newsroom.library.postgres.opening.OLDEST", 99)
    refused(where, LibraryUnusable, "PostgreSQL 18; 99 or newer is needed")


def test_a_database_that_cannot_keep_every_letter_is_told(postgres):
    address = postgres.empty("ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    refused(address, LibraryUnusable, "texts in LATIN1")
    postgres.drop(address)


@pytest.mark.parametrize("password", ["", ":falsch", f":{CODED}x"])
def test_a_wrong_password_is_told_and_stays_secret(reader, where, password, caplog):
    caplog.set_level(logging.DEBUG)
    refused(where.replace("postgres@", f"{reader}{password}@"), LoginRefused, "refuses this name or password")
    assert "falsch" not in caplog.text
    assert CODED not in caplog.text


def test_a_password_is_in_no_place_that_is_shown(reader, postgres, where):
    postgres.run(f"GRANT ALL ON ALL TABLES IN SCHEMA public TO {reader}", name_of(where))
    with open_library(where.replace("postgres@", f"{reader}:{CODED}@")) as library:
        assert f"{reader}@" in library.location
        shown = (library.location, str(library.__dict__), repr(library._store.engine.url))
        assert not any(SECRET in one or CODED in one for one in shown)


def test_who_may_not_read_is_told(reader, where):
    refused(where.replace("postgres@", f"{reader}:{CODED}@"), LibraryUnusable, "may not do this")


def test_who_may_not_make_a_library_is_told(reader, postgres, empty):
    refused(empty.replace("postgres@", f"{reader}:{CODED}@"), LibraryUnusable, "may not do this")
    assert (
        postgres.run("SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace", name_of(empty)) == []
    )


def test_who_may_only_read_reads(reader, postgres, library, where, anna, story):
    library.stories.save(story(), anna)
    postgres.run(f"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {reader}", name_of(where))
    with open_library(where.replace("postgres@", f"{reader}:{CODED}@")) as reading:
        assert reading.read_only
        assert "may only read" in str(reading.warning)
        assert [hit.card.id for hit in reading.lists.search("hafen").items] == [1]
        with pytest.raises(LibraryUnusable, match="may only read"):
            reading.stories.save(story(), anna)


def test_a_server_that_lets_libraries_only_be_read_says_so(postgres, where, story, anna):
    postgres.run(f"ALTER DATABASE {name_of(where)} SET default_transaction_read_only = on")
    with open_library(where) as library:
        assert library.read_only
        assert "only lets libraries be read" in str(library.warning)


def test_two_that_make_the_same_library_share_it(empty, anna, story):
    with open_library(empty) as one, open_library(empty) as two:
        one.stories.save(story(), anna)
        assert two.stories.article(1).headline == "Hafen wird tiefer"


def test_an_older_library_is_brought_up(where):
    from tests.library.older import taken_back

    taken_back(where, "0002")
    with open_library(where) as library, library._store.reading() as connection:
        assert library._store.database.version(connection) == schema.VERSION


def test_the_driver_is_imported_for_a_server_alone(place, where):
    program = f"""
import sys
from newsroom.library import open_library
open_library({str(place)!r}).close()
assert not {{"psycopg", "newsroom.library.postgres"}} & set(sys.modules)
open_library({where!r}).close()
assert "psycopg" in sys.modules
assert "alembic" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
