"""Versions of a library from before they were stored small, where it is only read or brought up."""

from dataclasses import replace

import pytest

from newsroom.library import open_library, revisions, verifying
from newsroom.library.engine import Store
from newsroom.library.sqlite.engine import make_engine
from newsroom.library.sqlite.schema import stand_in
from tests.library.older import taken_back


@pytest.fixture
def older(place, library, anna, story):
    """A library of the schema before, with a story of two versions."""
    first = library.stories.save(story("Eins"), anna).article
    second = library.stories.save(replace(first, headline="Zwei"), anna).article
    library.close()
    taken_back(place, "0004")
    return first, second


def test_they_are_read_where_the_library_is_only_read(place, older):
    store = Store(make_engine(place, "ro", stand_in))
    with store.reading() as connection:
        assert (revisions.revision(connection, 1, 1), revisions.revision(connection, 1, 2)) == older
        assert list(verifying.verify(connection)) == []
    store.close()


def test_they_are_kept_where_it_is_brought_up(place, older, anna):
    with open_library(place) as library:
        third = library.stories.save(replace(older[1], headline="Drei"), anna).article
        assert [library.history.revision(1, number) for number in (1, 2, 3)] == [*older, third]
        assert library.check() == library.history.verify() == ()
