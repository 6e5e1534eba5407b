"""Real libraries in a temporary file and on a server, two people, and stories to put into them."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from shutil import copy

import pytest

from newsroom.domain.article import Article
from newsroom.domain.body import paragraphs
from newsroom.domain.person import Person, Role
from newsroom.library import open_library
from tests.postgres import name_of


@pytest.fixture(scope="session")
def new_library(tmp_path_factory):
    """An empty library's file, made once and copied for each test."""
    made = tmp_path_factory.mktemp("new") / "house.newsroom"
    open_library(made).close()
    return made


@pytest.fixture
def place(tmp_path, new_library):
    """A new library's file."""
    return Path(copy(new_library, tmp_path / "house.newsroom"))


OWN_LOGIN = "postgres-own-login"
STRICT = frozenset({"test_lookalikes", "test_alike", "test_snippets"})
"""Tests that hold for a person's own login too; the others write what no person may, or read what nobody reads alone."""


def pytest_collection_modifyitems(items):
    """Leave out the tests that ask more than a person's own login may."""
    items[:] = [one for one in items if OWN_LOGIN not in one.name or one.path.stem in STRICT]


@pytest.fixture(params=["sqlite", "postgres", OWN_LOGIN])
def where(request):
    """Where a new library is: in a file, on a server, and on one where people have rights of their own."""
    if request.param == "sqlite":
        yield request.getfixturevalue("place")
        return
    server = request.getfixturevalue("postgres")
    address = server.library()
    yield address if request.param == "postgres" else _own_login(server, address)
    server.give_back(address)


@pytest.fixture(params=["sqlite", "postgres"])
def owned(request):
    """Where a new library is whose owner works in it, and may touch its tables."""
    if request.param == "sqlite":
        yield request.getfixturevalue("place")
        return
    server = request.getfixturevalue("postgres")
    address = server.library()
    yield address
    server.give_back(address)


def _own_login(server, address):
    """Give a library's address for Anna, who is a duty editor there and has a login of her own."""
    with open_library(address) as library:
        library.house.put_person(Person("Anna Berg", Role.CHIEF))
        library.rights.put_on()
        login = library.rights.add("Anna Berg", "", "").name
    return server.url(name_of(address), login)


@pytest.fixture
def library(where):
    with open_library(where) as opened:
        yield opened


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def shared_library(request, tmp_path_factory):
    """One library for all examples of a law."""
    file = request.param == "sqlite"
    where = (
        tmp_path_factory.mktemp("shared") / "house.newsroom"
        if file
        else request.getfixturevalue("postgres").library()
    )
    with open_library(where) as opened:
        yield opened


@pytest.fixture(scope="session")
def anna():
    return Person("Anna Berg")


@pytest.fixture(scope="session")
def bruno():
    return Person("Bruno Hald", Role.EDITOR)


@pytest.fixture(scope="session")
def story():
    """Make a story; the day counts from the first of May 2025."""

    def make(headline="Hafen wird tiefer", *texts, day=0, **fields):
        if day:
            fields["publish_time"] = datetime(2025, 5, day, 12, tzinfo=UTC)
        return Article.new(
            headline=headline,
            body=paragraphs(texts or ("Der Hafen wird tiefer.",)),
            **{"language": "de-DE", **fields},
        )

    return make
