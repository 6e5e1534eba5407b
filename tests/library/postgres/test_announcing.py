"""Whoever waits hears of other people's changes at once."""

from threading import Thread

import pytest

from newsroom.domain.errors import LibraryAway
from newsroom.library import open_library


@pytest.fixture
def other(where):
    with open_library(where) as opened:
        yield opened


@pytest.fixture
def line(library):
    opened = library.announcements()
    yield opened
    opened.close()


def heard(line, action):
    """Give what somebody waiting hears when something is done meanwhile."""
    found = []
    waiting = Thread(target=lambda: found.append(line.wait(30)))
    waiting.start()
    action()
    waiting.join(30)
    return found


def test_a_change_of_somebody_else_wakes_who_waits(line, other, anna, story):
    assert line.wait(0) is None
    assert heard(line, lambda: other.stories.save(story(), anna)) == [1]
    assert heard(line, lambda: other.stories.trash([1], anna)) == [2]
    assert line.wait(0) is None


def test_what_changed_before_somebody_waits_is_heard_too(line, other, anna, story):
    other.stories.save(story(), anna)
    other.stories.save(story(), anna)
    assert line.wait(30) == 2


def test_a_change_that_was_taken_back_is_not_heard(line, other, anna, story, monkeypatch):
    assert line.wait(0) is None
    monkeypatch.setattr("newsroom.library.schema.next_sequence", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        other.stories.save(story(), anna)
    assert line.wait(0) is None


def test_closing_ends_the_wait_of_another_thread(line):
    assert heard(line, line.close) == [None]
    assert line.wait(30) is None


def test_a_line_that_broke_is_told_once_and_dialled_anew(line, other, postgres, anna, story):
    assert line.wait(0) is None
    postgres.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'library%'")
    with pytest.raises(LibraryAway):
        line.wait(30)
    other.stories.save(story(), anna)
    assert line.wait(30) == 1
