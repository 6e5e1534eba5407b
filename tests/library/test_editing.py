"""Who edits a story, on either database: one session at a time, and a claim that comes too late is told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from newsroom.domain.article import new_uid

UID = new_uid()


@pytest.fixture
def editing(library):
    return library.editing


def test_the_first_holds_and_the_second_hears_who(editing):
    assert editing.claim(UID, "first") is None
    held = editing.claim(UID, "second")
    assert (held.session, editing.holder(UID).session) == ("first", "first")
    assert held.silence < timedelta(minutes=1)


def test_a_session_holds_one_story_and_lets_go_of_the_other(editing):
    other = new_uid()
    editing.claim(UID, "first")
    editing.claim(other, "first")
    assert editing.holder(UID) is None
    editing.release("first")
    assert editing.holder(other) is None


def test_who_takes_over_names_whom_and_fails_where_it_is_another_by_now(editing):
    editing.claim(UID, "first")
    assert editing.claim(UID, "second", over="first") is None
    assert editing.claim(UID, "third", over="first").session == "second"


def test_holding_on_keeps_the_time_it_began(editing):
    editing.claim(UID, "first")
    since = editing.holder(UID).since
    editing.renew("first")
    editing.claim(UID, "first")
    assert editing.holder(UID).since == since
