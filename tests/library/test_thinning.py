"""Versions of idle stories become fewer, by a rule that never takes what was decided on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import update

from newsroom.library import open_library
from newsroom.library.rows import REVISION
from newsroom.library.thinning import superfluous

BEGIN = datetime(2025, 3, 1, 8, tzinfo=UTC)
LATER = BEGIN + timedelta(days=400)
ACTIONS = st.sampled_from(["saved", "saved", "saved", "submit", "approve", "publish", "snapshot", "imported"])


class Clock:
    """Tells the time that a test has come to."""

    def __init__(self):
        self.now = BEGIN

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def where(owned):
    """Who touches the tables from outside, or takes rows out of them, owns the library."""
    return owned


@pytest.fixture
def library(where, clock):
    with open_library(where, clock=clock) as opened:
        yield opened


@pytest.fixture
def busy(library, clock, anna, story):
    """A story of three days, three saves each, submitted and named on the second."""
    saved = library.stories.save(story("Hafen"), anna).article
    for number in range(9):
        clock.now = BEGIN + timedelta(days=number // 3, hours=number % 3)
        action = {4: "submit", 5: "snapshot"}.get(number, "saved")
        saved = library.stories.save(replace(saved, headline=f"Hafen {number}"), anna, action, "Rest").article
    return saved


def versions(library):
    return [one.version for one in reversed(library.history.revisions(1))]


def test_of_the_saves_of_a_day_the_last_stays_and_all_that_was_decided_on(library, busy, anna):
    before = {number: library.history.revision(1, number) for number in versions(library)}
    assert library.history.thin(LATER, anna) == (1, 4, False)
    assert versions(library) == [1, 4, 5, 6, 7, 10]
    assert {number: library.history.revision(1, number) for number in versions(library)} == {
        number: before[number] for number in versions(library)
    }
    assert library.check() == library.history.verify() == ()
    last = library.history.journal(1)[-1]
    assert (last.action, last.note, last.gone) == ("thinned", "4", (2, 3, 8, 9))
    assert library.stories.article(1) == busy


def test_a_story_is_looked_at_once_and_again_when_it_went_on(library, busy, clock, anna):
    library.history.thin(LATER, anna)
    assert library.history.thin(LATER, anna) == (0, 0, False)
    saved = busy
    clock.now = LATER
    for number in range(3):
        saved = library.stories.save(replace(saved, headline=f"Kai {number}"), anna).article
    assert library.history.thin(LATER, anna) == (0, 0, False)
    assert library.history.thin(LATER + timedelta(days=9), anna) == (1, 2, False)
    assert library.history.verify() == ()


def test_plain_versions_of_an_older_program_become_small(library, anna, story):
    from newsroom.library.articles import row_of

    saved = library.stories.save(story("Hafen"), anna).article
    with library._store.writing() as connection:
        connection.execute(update(REVISION).values(story=row_of(saved)[2], packed=None))
    assert library.history.thin(LATER, anna) == (1, 0, False)
    with library._store.reading() as connection:
        assert connection.execute(REVISION.select()).one().story == ""
    assert library.history.revision(1, 1) == saved


def test_plain_versions_become_small_without_waiting_until_a_story_is_idle(library, busy):
    from newsroom.library.articles import row_of

    texts = {
        one.version: row_of(library.history.revision(1, one.version))[2]
        for one in library.history.revisions(1)
    }
    with library._store.writing() as connection:
        for version, words in texts.items():
            row = REVISION.c.version == version
            connection.execute(update(REVISION).where(row).values(story=words, packed=None, base=None))
    assert not library.history.pack()
    with library._store.reading() as connection:
        assert not connection.execute(REVISION.select().where(REVISION.c.packed.is_(None))).all()
    assert library.stories.article(1) == busy == library.history.revision(1, 10)
    assert library.check() == library.history.verify() == ()


def test_a_story_that_was_tampered_with_keeps_all_its_versions(library, busy, anna):
    with library._store.writing() as connection:
        connection.execute(update(REVISION).where(REVISION.c.version == 2).values(person="Emil"))
    assert library.history.thin(LATER, anna) == (1, 0, False)
    assert len(versions(library)) == 10


@given(st.lists(st.tuples(ACTIONS, st.integers(0, 3)), min_size=1, max_size=20))
def test_the_rule_takes_nothing_but_saves_that_another_save_of_the_day_follows(told):
    rows = [(place, action, BEGIN + timedelta(days=day)) for place, (action, day) in enumerate(told)]
    rows.sort(key=lambda row: row[2])
    gone = superfluous(rows)
    actions = {row[0]: row[1] for row in rows}
    assert all(actions[version] == "saved" for version in gone)
    assert rows[0][0] not in gone
    assert rows[-1][0] not in gone
    left = [row for row in rows if row[0] not in gone]
    assert superfluous(left) == [] or len(left) < len(rows)
