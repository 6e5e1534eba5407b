from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsroom.domain.article import Byline
from newsroom.domain.listing import EVERYTHING, Filter, Sort
from newsroom.domain.workflow import State
from newsroom.library.ordering import word_key

HEADLINES = ("Zebra", "Äpfel", "Apfel 2", "„Ofen“", "Öl", "straße", "Strasse 2")


@pytest.fixture
def filled(library, anna, story):
    sections = ("Sport", "Lokales", "Sport", "Ägypten", "Lokales", "Sport", "Sport")
    library.stories.add_many(
        [
            (story(headline, day=day, section=section), "")
            for day, (headline, section) in enumerate(zip(HEADLINES, sections, strict=True), 1)
        ],
        anna,
    )
    return library


def pages(library, sort, chosen=EVERYTHING):
    after, found = None, []
    while True:
        page = library.lists.cards(chosen, sort, after, limit=2)
        found += page.items
        after = page.next
        if after is None:
            return found


def test_newest_first_is_by_publish_time(filled):
    assert [card.id for card in pages(filled, Sort.NEWEST)] == [7, 6, 5, 4, 3, 2, 1]
    assert [card.id for card in pages(filled, Sort.OLDEST)] == [1, 2, 3, 4, 5, 6, 7]


def test_headlines_are_sorted_as_germans_look_them_up(filled):
    assert [card.headline for card in pages(filled, Sort.HEADLINE)] == [
        "Äpfel", "Apfel 2", "„Ofen“", "Öl", "straße", "Strasse 2", "Zebra",
    ]  # fmt: skip


def test_sections_are_sorted_and_newest_first_within(filled):
    cards = pages(filled, Sort.SECTION)
    assert [(card.section, card.id) for card in cards] == [
        ("Ägypten", 4), ("Lokales", 5), ("Lokales", 2), ("Sport", 7), ("Sport", 6), ("Sport", 3), ("Sport", 1),
    ]  # fmt: skip


def test_last_changed_first(filled, anna):
    filled.stories.save(filled.stories.article(3), anna)
    assert pages(filled, Sort.MODIFIED)[0].id == 3


@pytest.mark.parametrize("sort", list(Sort))
def test_pages_of_several_states_are_one_list(filled, anna, sort):
    for number in (1, 3, 5):
        filled.stories.save(replace(filled.stories.article(number), state=State.FOR_REVIEW), anna)
    both = Filter(states=frozenset({State.DRAFT, State.FOR_REVIEW}))
    assert pages(filled, sort, both) == pages(filled, sort)


def test_a_card_shows_what_a_list_needs(library, anna, story):
    saved = library.stories.save(
        story("Kopf", kicker="Dach", section="Sport", genre="report", day=3,
              authors=(Byline("A"), Byline("B", "Fotos")), detected_language="de", language="auto"), anna,
    ).article  # fmt: skip
    card = library.lists.cards().items[0]
    assert (card.id, card.uid, card.version) == (saved.id, saved.uid, 1)
    assert (card.headline, card.kicker, card.section, card.genre) == ("Kopf", "Dach", "Sport", "report")
    assert (card.state, card.language, card.authors) == (State.DRAFT, "de", "A, B")
    assert card.publish_time == saved.publish_time
    assert card.modified == saved.modified


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        (Filter(section="Lokales"), [5, 2]),
        (Filter(since=datetime(2025, 5, 6, 12, tzinfo=UTC)), [7, 6]),
        (Filter(until=datetime(2025, 5, 2, 12, tzinfo=UTC)), [1]),
        (Filter(author="ANNA BERG"), [7, 6, 5, 4, 3, 2, 1]),
        (Filter(author="nobody"), []),
        (Filter(language="de"), [7, 6, 5, 4, 3, 2, 1]),
        (Filter(language="de-DE"), [7, 6, 5, 4, 3, 2, 1]),
        (Filter(language="d"), []),
        (Filter(genre="report"), []),
        (Filter(states=frozenset({State.APPROVED})), []),
    ],
)
def test_a_filter_chooses(filled, chosen, ids):
    assert [card.id for card in filled.lists.cards(chosen).items] == ids
    assert list(filled.lists.ids(chosen)) == ids
    assert filled.lists.count(chosen) == len(ids)


def test_numbers_of_a_list_lead_to_any_of_its_pages(filled):
    ids = filled.lists.ids()
    assert filled.lists.cards_of(ids[3:5]) == filled.lists.cards().items[3:5]
    assert filled.lists.cards_of([99]) == ()


def test_counts_follow_every_change(filled, anna, bruno):
    filled.stories.save(replace(filled.stories.article(1), state=State.FOR_REVIEW, section="Lokales"), anna)
    filled.stories.trash([2], anna)
    counts = filled.lists.counts(anna)
    assert (counts.all, counts.trash) == (6, 1)
    assert counts.states == counts.mine == {State.DRAFT: 5, State.FOR_REVIEW: 1}
    assert counts.sections == {"Lokales": 2, "Sport": 3, "Ägypten": 1}
    assert filled.lists.counts(bruno).mine == {}
    assert filled.check() == ()


@pytest.mark.parametrize(
    ("text", "key"),
    [("Öl", "ol"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("„A–b“", "a b"), ("Été", "ete")],
)
def test_the_key_of_a_word(text, key):
    assert word_key(text) == key
