from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from newsroom.domain.article import Article, Byline
from newsroom.domain.errors import FourEyes, NotAllowed, WrongValue
from newsroom.domain.four_eyes import Circumstances, Standing, after_edit, has_edited, is_author
from newsroom.domain.person import Person, Role
from newsroom.domain.reader import reader_hash
from newsroom.domain.workflow import (
    BOUND,
    WAYS,
    State,
    Transition,
    guard,
    guard_schedule,
    least_role,
    possible,
    way_of,
    way_to,
)

ANNA, BRUNO, CLARA = (Person(name, role) for name, role in zip(("Anna", "Bruno", "Clara"), Role, strict=True))
STORY = Article.new(headline="Hafen", created_by="Anna", authors=(Byline("Bruno"),))
NOW = datetime(2025, 5, 1, tzinfo=UTC)
HELD, FREE = Circumstances(), Circumstances(four_eyes=False)


def stands(state):
    """Give the story in a state, approved by Clara where that state asks for it."""
    there = replace(STORY, state=state)
    if state in BOUND:
        return replace(there, approved_by="Clara", approved_hash=reader_hash(there), approved_at=NOW)
    return there


def open_ways(state, person, known=HELD):
    return set(possible(stands(state), person, known))


def test_a_journalist_submits_and_reworks_and_throws_away():
    assert open_ways(State.DRAFT, ANNA) == {Transition.SUBMIT, Transition.TRASH}
    assert open_ways(State.FOR_REVIEW, ANNA) == {Transition.REWORK, Transition.TRASH}
    assert open_ways(State.APPROVED, ANNA) == set()
    assert open_ways(State.PUBLISHED, ANNA) == {Transition.UPDATE, Transition.CORRECT}


def test_a_duty_editor_may_do_all_there_is_from_a_state():
    for state in State:
        ways = {row.action for row in WAYS if state in row.sources} - {Transition.RESTORE}
        assert open_ways(state, CLARA, Circumstances(standing=Standing(out=3))) == ways


def test_no_one_approves_their_own_story():
    review = replace(STORY, state=State.FOR_REVIEW)
    with pytest.raises(FourEyes):
        guard(review, Transition.APPROVE, BRUNO, HELD)
    guard(review, Transition.APPROVE, BRUNO, FREE)
    guard(review, Transition.APPROVE, CLARA, HELD)


def test_whose_story_it_is_does_not_hang_on_case_and_a_sign_off_tells_it_too():
    assert is_author(STORY, Person("ANNA"))
    assert is_author(STORY, Person("bruno"))
    assert not is_author(STORY, CLARA)
    signed = replace(STORY, sign_off="(ona/CLH)")
    assert is_author(signed, replace(CLARA, sign_off="clh"))
    assert not is_author(signed, replace(CLARA, sign_off="cl"))


def test_whoever_takes_their_name_out_of_the_byline_stays_barred():
    without = replace(STORY, authors=())
    known = Circumstances(standing=after_edit(Standing(), STORY, without, BRUNO))
    with pytest.raises(FourEyes):
        guard(replace(without, state=State.FOR_REVIEW), Transition.APPROVE, BRUNO, known)
    taken_out = Circumstances(standing=after_edit(Standing(), STORY, without, CLARA))
    guard(replace(without, state=State.FOR_REVIEW), Transition.APPROVE, BRUNO, taken_out)


def test_an_editors_own_edits_bar_them_in_strict_sections_alone():
    edited = replace(STORY, headline="Der Hafen", state=State.FOR_REVIEW)
    hands = after_edit(Standing(), STORY, edited, CLARA)
    guard(edited, Transition.APPROVE, CLARA, Circumstances(standing=hands))
    assert has_edited(edited, CLARA, Circumstances(standing=hands))
    assert not has_edited(edited, CLARA, HELD)
    with pytest.raises(FourEyes, match="changed this text last"):
        guard(edited, Transition.APPROVE, CLARA, Circumstances(strict=True, standing=hands))
    later = after_edit(hands, edited, replace(edited, headline="Hafen!"), ANNA)
    guard(edited, Transition.APPROVE, CLARA, Circumstances(strict=True, standing=later))


def test_the_first_of_two_is_not_the_second_too_until_the_text_is_another():
    review = replace(STORY, state=State.FOR_REVIEW)
    first = Standing(first="clara", first_hash=reader_hash(review))
    known = Circumstances(second=True, standing=first)
    with pytest.raises(FourEyes, match="second person"):
        guard(review, Transition.APPROVE, CLARA, known)
    assert not known.waits_for_second(review)
    other = replace(review, headline="Anders")
    guard(other, Transition.APPROVE, CLARA, known)
    assert known.waits_for_second(other)


def test_a_story_in_the_trash_only_comes_back():
    trashed = replace(STORY, trashed=NOW)
    assert possible(trashed, CLARA, FREE) == (Transition.RESTORE,)
    with pytest.raises(NotAllowed, match="not in the trash"):
        guard(STORY, Transition.RESTORE, CLARA, FREE)


def test_what_readers_saw_is_not_thrown_away_and_can_be_withdrawn_while_it_is_changed():
    seen = Circumstances(standing=Standing(out=4, was_out=True))
    assert Transition.TRASH not in open_ways(State.DRAFT, CLARA, seen)
    assert Transition.WITHDRAW in open_ways(State.DRAFT, CLARA, seen)
    assert Transition.WITHDRAW not in open_ways(State.DRAFT, CLARA)


def test_breaking_news_goes_out_alone_by_a_chief_with_a_reason():
    with pytest.raises(NotAllowed, match="reason"):
        guard(STORY, Transition.PUBLISH_ALONE, CLARA, HELD, "  ")
    guard(STORY, Transition.PUBLISH_ALONE, CLARA, HELD, "Unglück im Hafen")
    with pytest.raises(NotAllowed, match="may not do this; a duty editor can"):
        guard(STORY, Transition.PUBLISH_ALONE, BRUNO, HELD, "Unglück im Hafen")
    with pytest.raises(NotAllowed, match="one person"):
        guard(STORY, Transition.PUBLISH_ALONE, CLARA, FREE, "Unglück im Hafen")


def test_an_approval_of_another_text_or_by_its_author_publishes_nothing():
    good = stands(State.APPROVED)
    guard(good, Transition.PUBLISH, CLARA, HELD)
    with pytest.raises(NotAllowed, match="changed after its approval"):
        guard(replace(good, headline="Anders"), Transition.PUBLISH, CLARA, HELD)
    own = replace(good, approved_by="Bruno")
    with pytest.raises(FourEyes, match="by its author"):
        guard(own, Transition.PUBLISH, CLARA, HELD)
    guard(own, Transition.PUBLISH, CLARA, FREE)


def test_a_refusal_says_why_and_what_is_possible():
    with pytest.raises(NotAllowed, match=r"“Publish” is not possible from “Draft”\. What is: Submit\."):
        guard(STORY, Transition.PUBLISH, CLARA, HELD)
    with pytest.raises(NotAllowed, match="Anna may not"):
        guard(replace(STORY, state=State.FOR_REVIEW), Transition.APPROVE, ANNA, HELD)
    with pytest.raises(NotAllowed, match="Ask an editor"):
        guard(stands(State.APPROVED), Transition.SUBMIT, ANNA, HELD)


def test_a_story_is_scheduled_ahead_and_not_before_its_embargo_ends():
    guard_schedule(STORY, NOW + timedelta(hours=2), NOW)
    for story, hour in (
        (STORY, None),
        (STORY, NOW - timedelta(minutes=1)),
        (replace(STORY, embargo=NOW + timedelta(hours=3)), NOW + timedelta(hours=2)),
        (replace(STORY, embargo_line="Frei ab bald"), NOW + timedelta(hours=2)),
    ):
        with pytest.raises(WrongValue):
            guard_schedule(story, hour, NOW)


def test_the_table_reaches_every_state_and_is_plain_to_read():
    assert {way.target for way in WAYS} - {None} == set(State)
    assert {way.action for way in WAYS} == set(Transition)
    for way in WAYS:
        for source in way.sources:
            assert way_of(way.action, source) is way
            assert least_role(way.action, source) is way.role
    assert way_to(State.PUBLISHED, State.DRAFT) is Transition.UPDATE
    assert way_to(State.DRAFT, State.PUBLISHED) is None
