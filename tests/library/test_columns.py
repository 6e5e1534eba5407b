"""Lists in the order of any column, page by page, both ways, each served by an index."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import product

import pytest

from newsroom.domain.article import Byline
from newsroom.domain.listing import EVERYTHING, Filter, Heading, Order
from newsroom.domain.workflow import State
from newsroom.library import open_library
from tests.library.older import taken_back

SECTIONS, GENRES = ("Politik", "Ämter", "Sport"), ("news", "report")


@pytest.fixture
def filled(library, anna, story):
    """Thirty stories whose columns repeat themselves in every mixture."""
    made = [
        replace(
            story(f"Nr. {number % 7}"),
            section=section,
            genre=genre,
            authors=(Byline(f"Anna {number % 4}"),),
            state=State.PUBLISHED if number % 3 else State.DRAFT,
            language="de-DE" if number % 2 else "en-GB",
        )
        for number, (section, genre, _) in enumerate(product(SECTIONS, GENRES, range(5)))
    ]
    kept = library.stories.add_many([(one, "") for one in made], anna)
    library.stories.put_badges({one.id: (one.id % 3, one.id % 5) for one in kept})
    return library


def paged(library, order, chosen=EVERYTHING, limit=7):
    found, after = [], None
    while True:
        page = library.lists.in_order(chosen, order, after, limit)
        found += page.items
        after = page.next
        if after is None:
            return found


def is_there_and_back(by):
    return by is not Heading.STATE


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("by", [by for by in Heading if is_there_and_back(by)])
def test_paging_gives_every_story_once_and_the_other_way_round_the_same_backwards(filled, by, down):
    found = [card.id for card in paged(filled, Order(by, down))]
    assert sorted(found) == list(range(1, 31))
    assert found == [card.id for card in paged(filled, Order(by, not down), limit=30)][::-1]


@pytest.mark.parametrize(
    ("by", "key"),
    [
        (Heading.TIME, lambda card: card.sort_key),
        (Heading.AUTHOR, lambda card: card.authors.casefold()),
        (Heading.GENRE, lambda card: card.genre),
        (Heading.LANGUAGE, lambda card: card.language),
        (Heading.FINDINGS, lambda card: card.findings),
        (Heading.DOUBLES, lambda card: card.lookalikes),
    ],
)
def test_a_list_goes_up_by_its_column(filled, by, key):
    keys = [key(card) for card in paged(filled, Order(by, down=False))]
    assert keys == sorted(keys)


@pytest.mark.parametrize("down", [False, True])
def test_states_come_as_the_workflow_has_them_the_newest_of_each_first(filled, down):
    found = paged(filled, Order(Heading.STATE, down=down))
    assert len(found) == 30
    states = list(dict.fromkeys(card.state for card in found))
    assert states == [State.DRAFT, State.PUBLISHED][:: -1 if down else 1]
    for state in states:
        keys = [card.sort_key for card in found if card.state is state]
        assert keys == sorted(keys, reverse=True)


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("by", list(Heading))
def test_a_jump_to_any_row_finds_what_paging_would_have_come_to(filled, by, down):
    whole = [card.id for card in paged(filled, Order(by, down))]
    for row in (0, 1, 9, 10, 11, 14, 16, 29):
        page = filled.lists.at(EVERYTHING, Order(by, down), row, 7)
        assert [card.id for card in page.items] == whole[row : row + 7]
        assert list(filled.lists.numbers(EVERYTHING, Order(by, down), row, 7)) == whole[row : row + 7]
    assert list(filled.lists.numbers(EVERYTHING, Order(by, down))) == whole
    assert not filled.lists.at(EVERYTHING, Order(by, down), 30).items
    assert not filled.lists.numbers(EVERYTHING, Order(by, down), 30)


@pytest.mark.parametrize("by", list(Heading))
def test_a_jump_from_places_known_before_is_right_also_after_a_change(filled, anna, by):
    rows = random.Random(7).sample(range(30), 30)
    order = Order(by)
    whole = [card.id for card in paged(filled, order)]
    assert [filled.lists.at(EVERYTHING, order, row, 1).items[0].id for row in rows] == [
        whole[row] for row in rows
    ]
    filled.stories.trash([whole[3], whole[17]], anna)
    whole = [card.id for card in paged(filled, order)]
    rows = [row for row in rows if row < 28]
    assert [filled.lists.at(EVERYTHING, order, row, 1).items[0].id for row in rows] == [
        whole[row] for row in rows
    ]


def test_a_jump_goes_on_as_paging_does(filled):
    for by in Heading:
        first = filled.lists.at(EVERYTHING, Order(by), 5, 7)
        further = filled.lists.in_order(EVERYTHING, Order(by), first.next, 7)
        assert further.items == filled.lists.at(EVERYTHING, Order(by), 12, 7).items


def test_a_jump_into_what_a_search_found(filled):
    whole = [hit.card.id for hit in filled.lists.search("Hafen", limit=30).items]
    for row in (0, 1, 17, 29):
        assert [hit.card.id for hit in filled.lists.found_at("Hafen", row=row, limit=5).items] == whole[
            row : row + 5
        ]
    assert filled.lists.found_ids("Hafen", row=12, limit=3) == tuple(whole[12:15])
    assert not filled.lists.found_at("Hafen", row=30).items


def test_sections_are_sorted_as_in_german(filled):
    found = [card.section for card in paged(filled, Order(Heading.SECTION, down=False))]
    assert list(dict.fromkeys(found)) == ["Ämter", "Politik", "Sport"]


def test_authors_are_sorted_as_in_german_also_in_an_older_library(where, anna, story):
    names = ["Zoe Aal", "Özlem Berg", "oskar Aal", "Ägidius Zorn", "Olga Aal"]
    with open_library(where) as library:
        library.stories.add_many([(story(authors=(Byline(name),)), "") for name in names], anna)
    taken_back(where, "0004")
    with open_library(where) as again:
        found = [card.authors for card in paged(again, Order(Heading.AUTHOR, down=False))]
        assert found == ["Ägidius Zorn", "Olga Aal", "oskar Aal", "Özlem Berg", "Zoe Aal"]


def test_a_filter_holds_in_every_order(filled):
    for by in Heading:
        found = paged(filled, Order(by), Filter(section="Sport"))
        assert {card.section for card in found} == {"Sport"}
        assert len(found) == 10


@pytest.mark.parametrize("down", [False, True])
def test_a_section_has_the_same_order_whether_it_is_sorted_or_met_on_the_way_through_all(filled, down):
    sport = Filter(section="Sport")
    for by in (Heading.HEADLINE, Heading.AUTHOR, Heading.GENRE, Heading.LANGUAGE):
        order = Order(by, down)
        found = [card.id for card in paged(filled, order, sport)]
        assert found == [card.id for card in paged(filled, order, sport, limit=1)]
        assert found == [filled.lists.at(sport, order, row, 1).items[0].id for row in range(10)]


def test_a_byline_of_a_whole_team_is_kept_and_sorted(library, anna, story):
    digits = random.Random(1)  # what does not repeat itself a server cannot press together
    team = tuple(Byline("".join(digits.choices("abcdefghijklmnopqrstuvwxyz", k=60))) for _ in range(200))
    for authors in (team, (Byline("Zoe Aal"),)):
        library.stories.save(story(authors=authors), anna)
    found = [card.authors for card in paged(library, Order(Heading.AUTHOR, down=False), limit=1)]
    assert sorted(found, key=str.casefold) == found
    assert len(found) == 2
