from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from newsroom.domain.body import paragraphs
from newsroom.domain.errors import Embargoed, FourEyes, NotAllowed, WrongValue
from newsroom.domain.person import Person, Role
from newsroom.domain.reader import reader_hash
from newsroom.domain.workflow import State, Transition

EDITOR = Person("Jelto Wiarda", Role.EDITOR)
CHIEF = Person("Ragna Hollmann", Role.CHIEF)
TEXT = ["Der Gemeinderat hat am Donnerstag über den neuen Hafen beraten und am Ende nichts entschieden."]


@pytest.fixture
def story(newsroom):
    fields = {"headline": "Hafen", "section": "Region", "body": paragraphs(TEXT)}
    draft = newsroom.writing.new(**fields, publish_time=newsroom.clock() + timedelta(hours=3))
    return newsroom.writing.save(draft).article


@pytest.fixture
def approved(newsroom, story):
    submitted = newsroom.approval.move(story, Transition.SUBMIT).article
    return newsroom.with_person(EDITOR).approval.move(submitted, Transition.APPROVE).article


def test_a_story_goes_from_draft_to_print(newsroom, approved):
    assert (approved.state, approved.approved_by) == (State.APPROVED, "Jelto Wiarda")
    assert approved.approved_hash == reader_hash(approved)
    published = newsroom.with_person(CHIEF).approval.move(approved, Transition.PUBLISH).article
    assert published.state is State.PUBLISHED
    actions = [revision.action for revision in newsroom.library.history.revisions(published.id)]
    assert sorted(actions) == sorted(["saved", "submit", "approve", "publish"])


def test_no_one_approves_their_own_story(newsroom, story):
    submitted = newsroom.approval.move(story, Transition.SUBMIT).article
    author = newsroom.with_person(newsroom.people.add("Malin Torbeck", Role.CHIEF))
    with pytest.raises(FourEyes):
        author.approval.move(submitted, Transition.APPROVE)
    assert Transition.APPROVE not in author.approval.possible(submitted)
    assert Transition.APPROVE in newsroom.with_person(EDITOR).approval.possible(submitted)


def test_a_journalist_does_not_publish(newsroom, approved):
    with pytest.raises(NotAllowed):
        newsroom.approval.move(approved, Transition.PUBLISH)


def test_text_that_was_changed_after_its_approval_is_not_published(newsroom, approved):
    with pytest.raises(NotAllowed):
        newsroom.with_person(CHIEF).approval.move(replace(approved, headline="Anders"), Transition.PUBLISH)


def test_a_headline_is_required_to_submit(newsroom):
    story = newsroom.writing.save(newsroom.writing.new(body=paragraphs(TEXT))).article
    with pytest.raises(NotAllowed, match="Not yet possible"):
        newsroom.approval.move(story, Transition.SUBMIT)


def test_an_embargo_keeps_a_story_from_being_published(newsroom, approved):
    held = newsroom.writing.save(replace(approved, embargo=newsroom.clock() + timedelta(days=1))).article
    with pytest.raises(Embargoed):
        newsroom.with_person(CHIEF).approval.move(held, Transition.PUBLISH)


def test_scheduling_needs_a_time_and_takes_one(newsroom, approved):
    chief = newsroom.with_person(CHIEF)
    with pytest.raises(WrongValue):
        chief.approval.move(replace(approved, publish_time=None), Transition.SCHEDULE)
    at = newsroom.clock() + timedelta(days=2)
    assert chief.approval.move(approved, Transition.SCHEDULE, at=at).article.publish_time == at


def test_returning_ends_the_approval_and_keeps_the_reason(newsroom, approved):
    returned = (
        newsroom.with_person(EDITOR).approval.move(approved, Transition.RETURN, "Zweite Quelle?").article
    )
    assert (returned.state, returned.approved_hash) == (State.RETURNED, "")
    assert newsroom.library.history.journal(returned.id)[-1].note == "Zweite Quelle?"


def test_a_correction_carries_its_note_to_readers(newsroom, approved):
    published = newsroom.with_person(CHIEF).approval.move(approved, Transition.PUBLISH).article
    corrected = newsroom.approval.move(published, Transition.CORRECT, "Der Name war falsch.").article
    assert (corrected.state, corrected.correction_note) == (State.DRAFT, "Der Name war falsch.")
