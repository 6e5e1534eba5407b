from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from newsroom.domain.listing import Filter
from newsroom.domain.workflow import State

START = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture
def busy(library, anna, story):
    """A library with stories through three days, some in the trash, some without a time."""
    due = [(0, 8, State.DRAFT), (0, 20, State.PUBLISHED), (1, 0, State.DRAFT), (2, 23, State.SCHEDULED)]
    for number, (day, hour, state) in enumerate(due):
        when = START + timedelta(days=day, hours=hour)
        fields = {"section": "Region" if number else "Welt", "state": state, "publish_time": when}
        library.stories.save(story(f"Hafen {number}", embargo=when if day else None, **fields), anna)
    for number, state in enumerate((State.DRAFT, State.FOR_REVIEW, State.PUBLISHED)):
        library.stories.save(story(f"Ohne Zeit {number}", state=state, created=START), anna)
    thrown = library.stories.save(story("Weg", publish_time=START + timedelta(hours=9)), anna)
    library.stories.trash([thrown.article.id], anna)
    return library


def headlines(cards):
    return [card.headline for card in cards]


def test_a_stretch_gives_its_stories_the_soonest_first(busy):
    found = busy.agenda.timed(START, START + timedelta(days=1, hours=1))
    assert headlines(found) == ["Hafen 0", "Hafen 1", "Hafen 2"]
    assert headlines(busy.agenda.timed(START, START + timedelta(days=9), limit=2)) == ["Hafen 0", "Hafen 1"]
    region = Filter(section="Region", states=frozenset({State.DRAFT}))
    assert headlines(busy.agenda.timed(START, START + timedelta(days=9), region)) == ["Hafen 2"]


def test_days_are_counted_in_one_question(busy):
    marks = [START + timedelta(days=day) for day in range(5)]
    first, second, third, fourth = busy.agenda.counted(marks)
    assert first.states == {State.DRAFT: 1, State.PUBLISHED: 1}
    assert (second.all, second.embargoed) == (1, 1)
    assert third.states == {State.SCHEDULED: 1}
    assert (fourth.all, fourth.embargoed) == (0, 0)


def test_stories_without_a_time_come_in_pages_those_changed_last_first(busy):
    first = busy.agenda.untimed(limit=1)
    assert headlines(first.items) == ["Ohne Zeit 1"]
    rest = busy.agenda.untimed(after=first.next, limit=1)
    assert headlines(rest.items) == ["Ohne Zeit 0"]
    assert rest.next is None
    numbers = tuple(card.id for card in (*first.items, *rest.items))
    assert busy.agenda.untimed_ids() == numbers
    assert busy.agenda.untimed_ids(row=1, limit=1) == numbers[1:]


def test_a_list_is_counted_by_state(busy):
    assert busy.agenda.by_state() == {
        State.DRAFT: 3,
        State.FOR_REVIEW: 1,
        State.PUBLISHED: 2,
        State.SCHEDULED: 1,
    }
    assert busy.agenda.by_state(Filter(section="Welt")) == {State.DRAFT: 1}
