from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsroom.domain.article import Article, Byline
from newsroom.domain.errors import FourEyes, NotAllowed
from newsroom.domain.person import Person, Role
from newsroom.domain.workflow import WAYS, State, Transition, guard, is_author, possible

ANNA, BRUNO, CLARA = (Person(name, role) for name, role in zip(("Anna", "Bruno", "Clara"), Role, strict=True))
STORY = Article.new(headline="Hafen", created_by="Anna", authors=(Byline("Bruno"),))


def open_ways(state, person, *, four_eyes=True):
    return set(possible(replace(STORY, state=state), person, four_eyes=four_eyes))


def test_a_journalist_submits_and_reworks():
    assert open_ways(State.DRAFT, ANNA) == {Transition.SUBMIT}
    assert open_ways(State.FOR_REVIEW, ANNA) == {Transition.REWORK}
    assert open_ways(State.APPROVED, ANNA) == set()
    assert open_ways(State.PUBLISHED, ANNA) == {Transition.UPDATE, Transition.CORRECT}


def test_a_duty_editor_may_do_all_there_is():
    for state in State:
        assert open_ways(state, CLARA) == {way for way, row in WAYS.items() if state in row.sources}


def test_no_one_approves_their_own_story():
    review = replace(STORY, state=State.FOR_REVIEW)
    with pytest.raises(FourEyes):
        guard(review, Transition.APPROVE, BRUNO, four_eyes=True)
    guard(review, Transition.APPROVE, BRUNO, four_eyes=False)
    guard(review, Transition.APPROVE, CLARA, four_eyes=True)


def test_whose_story_it_is_does_not_hang_on_case():
    assert is_author(STORY, Person("ANNA"))
    assert is_author(STORY, Person("bruno"))
    assert not is_author(STORY, CLARA)


def test_a_story_in_the_trash_goes_nowhere():
    trashed = replace(STORY, trashed=datetime(2025, 5, 1, tzinfo=UTC))
    assert possible(trashed, CLARA, four_eyes=False) == ()


def test_a_refusal_says_why():
    with pytest.raises(NotAllowed, match="not possible from"):
        guard(STORY, Transition.PUBLISH, CLARA, four_eyes=True)
    with pytest.raises(NotAllowed, match="Anna may not"):
        guard(replace(STORY, state=State.FOR_REVIEW), Transition.APPROVE, ANNA, four_eyes=True)


def test_every_state_but_the_first_is_reached_and_every_way_leads_on():
    assert {way.target for way in WAYS.values()} == set(State)
    assert set(WAYS) == set(Transition)
