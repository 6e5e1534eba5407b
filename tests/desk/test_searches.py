"""Searches under a name: kept in order, one name once, one's own or the house's."""

from __future__ import annotations

import pytest

from newsroom.desk import open_desk
from newsroom.desk.searches import LONGEST_NAME
from newsroom.domain.errors import WrongValue
from newsroom.domain.saved_search import SavedSearch


@pytest.fixture
def searches(tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSROOM_SETTINGS", str(tmp_path))
    with open_desk(tmp_path / "library.newsroom") as desk:
        yield desk.searches


def test_a_name_is_given_once_in_any_case(searches):
    searches.put(SavedSearch("Hafen", "hafen"))
    searches.put(SavedSearch("HAFEN", "hafen -lindholm"))
    assert searches.all() == (SavedSearch("HAFEN", "hafen -lindholm"),)


def test_renaming_keeps_the_place(searches):
    one, two = SavedSearch("Eins", "a"), SavedSearch("Zwei", "b")
    searches.put(one)
    searches.put(two)
    searches.put(SavedSearch("Erste", "a"), one)
    assert [search.name for search in searches.all()] == ["Erste", "Zwei"]


@pytest.mark.parametrize(("name", "query"), [("", "a"), ("x" * (LONGEST_NAME + 1), "a"), ("Leer", " ")])
def test_what_has_no_name_or_asks_nothing_is_not_kept(searches, name, query):
    with pytest.raises(WrongValue):
        searches.put(SavedSearch(name, query))
    assert searches.all() == ()


def test_what_is_moved_beyond_the_end_stays_at_the_end(searches):
    for name in "abc":
        searches.put(SavedSearch(name, name))
    searches.move(SavedSearch("a", "a"), 9)
    assert [search.name for search in searches.all()] == ["b", "c", "a"]
