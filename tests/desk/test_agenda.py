from __future__ import annotations

from datetime import timedelta

import pytest

from newsroom.desk import agenda
from newsroom.desk.agenda import Asked
from newsroom.domain.listing import Filter
from newsroom.domain.workflow import State


@pytest.fixture
def due(newsroom):
    """Saves a story that is due in so many hours, or never."""

    def save(headline, hours=None, **fields):
        when = None if hours is None else newsroom.clock() + timedelta(hours=hours)
        made = newsroom.writing.new(headline=headline, publish_time=when, **fields)
        return newsroom.writing.save(made).article

    return save


def headlines(cards):
    return [card.headline for card in cards]


def test_a_column_holds_what_is_due_first_or_is_newest(newsroom, due):
    for number in range(3):
        due(f"Hafen {number}", number)
        due(f"Markt {number}", number, state=State.FOR_REVIEW)
    assert headlines(newsroom.agenda.column(State.DRAFT, Asked()).items) == ["Hafen 2", "Hafen 1", "Hafen 0"]
    review = newsroom.agenda.column(State.FOR_REVIEW, Asked())
    assert headlines(review.items) == ["Markt 0", "Markt 1", "Markt 2"]
    found = newsroom.agenda.column(State.FOR_REVIEW, Asked(words="Hafen"))
    assert not found.items


def test_published_today_is_counted_apart(newsroom, due):
    due("Heute", -1, state=State.PUBLISHED)
    due("Gestern", -24, state=State.PUBLISHED)
    assert headlines(newsroom.agenda.column(State.PUBLISHED, Asked(), today=True).items) == ["Heute"]
    assert newsroom.agenda.counts(Asked(), today=True) == {State.PUBLISHED: 1}
    assert newsroom.agenda.counts(Asked(), today=False) == {State.PUBLISHED: 2}
    everywhere = Asked(Filter(states=frozenset({State.DRAFT})))
    assert newsroom.agenda.counts(everywhere, today=False) == {State.PUBLISHED: 2}


def test_a_stretch_that_holds_too_much_shows_a_share_of_each_hour(newsroom, due, monkeypatch):
    monkeypatch.setattr(agenda, "MOST", 4)
    days = (newsroom.agenda.today(),)
    for number in range(4):
        due(f"Hafen {number}", 1 + number / 10)
    assert not newsroom.agenda.stretch(days, Asked()).missing
    due("Markt", 3)
    stretch = newsroom.agenda.stretch(days, Asked())
    assert headlines(stretch.cards) == ["Hafen 0", "Markt"]
    assert stretch.missing == {newsroom.clock() + timedelta(hours=1): 3}
    assert stretch.whole == 5


def test_a_search_holds_for_days_and_their_counts(newsroom, due):
    due("Hafen", 1)
    due("Markt", 2)
    due("Hafen ohne Zeit")
    days = (newsroom.agenda.today(),)
    asked = Asked(words="Hafen")
    assert headlines(newsroom.agenda.stretch(days, asked).cards) == ["Hafen"]
    assert [count.all for count in newsroom.agenda.counted(days, asked)] == [1]
    assert [count.all for count in newsroom.agenda.counted(days, Asked())] == [2]
    assert headlines(newsroom.agenda.tray(Asked()).items) == ["Hafen ohne Zeit"]
