"""One window edits a story at a time; one that has gone, or says nothing any more, holds nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from newsroom.desk import Desk
from newsroom.desk.liveness import new_session
from newsroom.domain.person import Person

ELSEWHERE = "0 1 2 another-machine\tJelto Wiarda"


@pytest.fixture
def story(desk):
    return desk.writing.save(desk.writing.new(headline="Hafen")).article


@pytest.fixture
def other(desk):
    """Another window on the same library."""
    window = Desk(desk.library, Person("Jelto Wiarda"), clock=desk.clock)
    window.session = new_session("Jelto Wiarda")
    return window


def test_another_window_is_told_who_edits_and_may_take_over(desk, other, story):
    assert other.editing.claim(story.uid) is None
    holder = desk.editing.claim(story.uid)
    assert holder.name == "Jelto Wiarda"
    assert desk.editing.take_over(story.uid, holder) is None
    assert other.editing.holder(story.uid).session == desk.session
    assert desk.editing.holder(story.uid) is None


def test_a_take_over_that_comes_too_late_is_told(desk, other, story):
    other.editing.claim(story.uid)
    holder = desk.editing.holder(story.uid)
    third = Desk(desk.library, Person("Imke Sanders"), clock=desk.clock)
    third.editing.take_over(story.uid, holder)
    assert desk.editing.take_over(story.uid, holder).session == third.session


def test_a_window_of_another_machine_holds_as_long_as_it_says_so(desk, story):
    library, now = desk.library, desk.clock()
    library.editing.claim(story.uid, ELSEWHERE)
    assert desk.editing.holder(story.uid).name == "Jelto Wiarda"
    library.editing._clock = lambda: now + timedelta(minutes=2)
    assert desk.editing.holder(story.uid) is None
    assert desk.editing.claim(story.uid) is None
    assert library.editing.holder(story.uid).session == desk.session


def test_what_was_typed_before_somebody_took_over_is_offered_as_a_draft(desk, story):
    desk.editing.set_aside(story)
    (draft,) = desk.writing.recoverable()
    assert draft.article.headline == "Hafen"


def test_a_desk_that_closes_lets_go(desk, other, story):
    other.editing.claim(story.uid)
    other.editing.release()
    assert desk.editing.holder(story.uid) is None
