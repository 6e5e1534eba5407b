"""Drafts of sessions that run, that ended, and that ran elsewhere; the other ones are real processes."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from newsroom.desk import Desk, open_desk
from newsroom.desk.liveness import FRESH, left, new_session
from newsroom.domain.article import Article
from newsroom.domain.listing import Draft

WRITER = """
import sys
from newsroom.desk import open_desk
with open_desk(sys.argv[1]) as desk:
    desk.writing.autosave(desk.writing.new(headline="Ungesichert"))
    print("kept", flush=True)
    sys.stdin.readline()
"""
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def place(tmp_path, blank):
    copy = tmp_path / "library.newsroom"
    copy.write_bytes(blank.read_bytes())
    return copy


@pytest.fixture
def writer(place):
    """Another process that keeps a draft and waits."""
    program = [sys.executable, "-c", WRITER, str(place)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout.readline() == "kept\n"
        yield running
        running.kill()


def headlines(drafts):
    return [draft.article.headline for draft in drafts]


def test_what_another_window_is_writing_is_not_offered(place, writer):
    with open_desk(place) as desk:
        assert headlines(desk.library.drafts.all()) == ["Ungesichert"]
        assert desk.writing.recoverable() == ()


def test_what_a_killed_window_was_writing_is_offered_at_once(place, writer):
    with open_desk(place) as desk:
        writer.kill()
        writer.wait()
        assert headlines(desk.writing.recoverable()) == ["Ungesichert"]


def test_what_was_not_saved_when_a_window_closed_is_offered(place, writer):
    with open_desk(place) as desk:
        writer.communicate("\n")
        assert headlines(desk.writing.recoverable()) == ["Ungesichert"]


def test_a_desk_that_closes_leaves_its_drafts_to_the_next_in_the_same_process(place):
    with open_desk(place) as desk:
        desk.writing.autosave(desk.writing.new(headline="Eins"))
        assert Desk(desk.library, desk.person).writing.recoverable() == ()
    with open_desk(place) as later:
        (draft,) = later.writing.recoverable()
        later.writing.adopt(draft)
        assert headlines(later.library.drafts.all()) == ["Eins"]
        assert later.writing.recoverable() == ()


def draft_of(session, age=timedelta()):
    return Draft(session, "1", NOW - age, Article(uid="1"))


def test_a_session_elsewhere_lives_while_it_renews_its_drafts():
    elsewhere = f"{new_session()} elsewhere"
    assert not left(draft_of(elsewhere, FRESH / 2), NOW)
    assert left(draft_of(elsewhere, FRESH), NOW)


def test_a_session_of_this_process_lives_however_old_its_draft_is():
    assert not left(draft_of(new_session(), timedelta(days=3)), NOW)


def test_a_number_that_another_process_was_given_since_is_not_taken_for_the_session():
    uid, number, _start, machine = new_session().split(" ", 3)
    assert left(draft_of(f"{uid} {number} 1 {machine}"), NOW)


@pytest.mark.parametrize("session", ["", "mine", "a b c d", "018f-aa x"])
def test_a_name_that_tells_nothing_is_of_nobody(session):
    assert left(draft_of(session), NOW)


def test_renewing_moves_the_time_of_the_drafts(desk):
    desk.writing.autosave(desk.writing.new(headline="Eins"))
    (before,) = desk.library.drafts.all()
    desk.library.drafts.renew(desk.session)
    (after,) = desk.library.drafts.all()
    assert (after.session, after.article) == (before.session, before.article)
    assert after.time >= before.time
