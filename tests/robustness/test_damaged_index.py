"""A damaged index of words is built anew from the stories: nothing is lost, and it is said."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from newsroom.desk import open_desk
from newsroom.domain.errors import LibraryDamaged

DAMAGES = (
    "DELETE FROM search_data WHERE id > 10; DELETE FROM likeness_data WHERE id > 10",
    "DELETE FROM search_data",
    "DROP TABLE search_idx",
    "UPDATE likeness_data SET block = x'0102030405060708'; UPDATE search_data SET block = x'0807060504030201'",
)
QUIET = "UPDATE search_data SET block = zeroblob(8)"
"""Damage that no search stumbles over; it only finds nothing."""


@pytest.fixture(params=DAMAGES)
def damaged(request, library):
    """A library with some stories whose indexes of words are damaged."""
    return damage(library, request.param)


def damage(library, how):
    with open_desk(library) as desk:
        heads = [f"Der Hafen {number} von Wendelsbrück" for number in range(30)]
        desk.library.stories.add_many([(desk.writing.new(headline=one), "") for one in heads], desk.person)
    with closing(sqlite3.connect(library)) as raw:
        raw.executescript(f"PRAGMA writable_schema=ON; {how};")
    return library


def test_a_search_finds_all_again_and_it_is_said(damaged):
    with open_desk(damaged) as desk:
        desk.library.doubles.headlines("Der Hafen 7 von Wendelsbrück")
        assert len(desk.lists.search("wendelsbrück hafen", limit=100).items) == 31
        (said,) = desk.library.notices()
        assert "built anew" in said.text
        assert desk.library.notices() == ()
        assert desk.library.check() == ()


def test_a_save_is_kept(damaged):
    with open_desk(damaged) as desk:
        story = desk.writing.open(1)
        desk.writing.save(replace(story, headline="Der Kran kommt doch"))
        assert [hit.card.id for hit in desk.lists.search("kran doch").items] == [1]
        assert desk.library.check() == ()


def test_the_check_builds_it_anew_and_says_so(damaged):
    with open_desk(damaged) as desk:
        assert "built anew" in desk.care.check()[-1].text
        assert desk.care.check() == ()


def test_it_is_said_beside_the_answer_of_a_command(library, newsroom):
    done = newsroom("search", "hafen", "--library", damage(library, DAMAGES[1]))
    assert "built anew" in done.stderr
    assert "Hafen 7" in done.stdout


def test_the_check_finds_what_no_search_stumbles_over(library):
    with open_desk(damage(library, QUIET)) as desk:
        assert desk.lists.search("wendelsbrück").items == ()
        assert "built anew" in desk.care.check()[-1].text
        assert len(desk.lists.search("wendelsbrück hafen").items) > 1


def test_damage_beside_the_index_is_not_mended(library):
    with open_desk(library) as desk:
        with closing(sqlite3.connect(library)) as raw:
            raw.execute("DROP TABLE revision")
        with pytest.raises(LibraryDamaged):
            desk.writing.save(replace(desk.writing.open(1), headline="Neu"))
        assert desk.library.notices() == ()
