"""Lists in the order of any column, page by page, both ways, each served by an index."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import product

import pytest

from newsroom.domain.article import Byline
from newsroom.domain.listing import EVERYTHING, Filter, Heading, Order
from newsroom.domain.workflow import State

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


@pytest.mark.parametrize("down", [False, True])
@pytest.mark.parametrize("by", list(Heading))
def test_paging_gives_every_story_once_and_the_other_way_round_the_same_backwards(filled, by, down):
    found = [card.id for card in paged(filled, Order(by, down))]
    assert sorted(found) == list(range(1, 31))
    assert found == [card.id for card in paged(filled, Order(by, not down), limit=30)][::-1]


@pytest.mark.parametrize(
    ("by", "key"),
    [
        (Heading.TIME, lambda card: card.sort_key),
        (Heading.STATE, lambda card: card.state.value),
        (Heading.AUTHOR, lambda card: card.authors),
        (Heading.GENRE, lambda card: card.genre),
        (Heading.LANGUAGE, lambda card: card.language),
        (Heading.FINDINGS, lambda card: card.findings),
        (Heading.DOUBLES, lambda card: card.lookalikes),
    ],
)
def test_a_list_goes_up_by_its_column(filled, by, key):
    keys = [key(card) for card in paged(filled, Order(by, down=False))]
    assert keys == sorted(keys)


def test_sections_are_sorted_as_in_german(filled):
    found = [card.section for card in paged(filled, Order(Heading.SECTION, down=False))]
    assert list(dict.fromkeys(found)) == ["Ämter", "Politik", "Sport"]


def test_a_filter_holds_in_every_order(filled):
    for by in Heading:
        found = paged(filled, Order(by), Filter(section="Sport"))
        assert {card.section for card in found} == {"Sport"}
        assert len(found) == 10


def test_a_byline_of_a_whole_team_is_kept_and_sorted(library, anna, story):
    digits = random.Random(1)  # what does not repeat itself a server cannot press together
    team = tuple(Byline("".join(digits.choices("abcdefghijklmnopqrstuvwxyz", k=60))) for _ in range(200))
    for authors in (team, (Byline("Zoe Aal"),)):
        library.stories.save(story(authors=authors), anna)
    found = [card.authors for card in paged(library, Order(Heading.AUTHOR, down=False), limit=1)]
    assert sorted(found) == found
    assert len(found) == 2
