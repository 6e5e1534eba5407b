from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.query import Field
from newsroom.text.query.chips import field_chip, split
from newsroom.text.query.completing import all_fields, offers, place, put
from newsroom.text.query.reading import read
from newsroom.text.query.values import Standpoint

AT = Standpoint(datetime(2026, 11, 23, 10, 30, tzinfo=UTC), "Europe/Berlin", "Anna Berg", "en")
GERMAN = Standpoint(AT.now, AT.zone, AT.person, "de")


def told(text, **options):
    found = split(text, AT, **options)
    return [(chip.title, chip.value, chip.absent) for chip in found.chips], found.words


@pytest.mark.parametrize(
    ("text", "chips", "words"),
    [
        ('hafen section:"Welt Nachrichten" elbe ', [("Section", "Welt Nachrichten", False)], "hafen elbe "),
        ("-status:entwurf hafen", [("State", "Draft", True)], "hafen"),
        ("after:yesterday ", [("Period", "from 22 Nov 2026", False)], ""),
        ("on:2025 before:today ", [("Period", "1 Jan 2025 to 31 Dec 2025", False), ("Period", "up to 22 Nov 2026", False)], ""),
        ("am:27.3.2025 ", [("Period", "27 Mar 2025", False)], ""),
        ("is:mine has:bild sprache:de ", [("Is", "Mine", False), ("Has", "Picture", False), ("Language", "German", False)], ""),
        ("titel:Hafen x ", [("Headline", "Hafen", False)], "x "),
        ("a or section:Sport b ", [], "a or section:Sport b "),
        ("state:foo 12:30 ", [], "state:foo 12:30 "),
    ],
)  # fmt: skip
def test_fields_become_chips_and_the_rest_stays_words(text, chips, words):
    assert told(text) == (chips, words)


def test_what_is_being_typed_is_no_chip_yet():
    assert told("section:Sport section:Po", typing=True) == ([("Section", "Sport", False)], "section:Po")


def test_a_chip_is_taken_out_again():
    found = split("section:Sport hafen is:mine ", AT)
    assert found.without(found.chips[0]) == "is:mine hafen "


@pytest.mark.parametrize("value", ["Sport", "Welt Nachrichten", 'Die "Welt"', "Kultur & Medien"])
def test_a_chosen_value_becomes_a_chip_that_is_understood(value):
    chip = field_chip(Field.SECTION, value, GERMAN)
    assert chip.written.startswith("ressort:")
    (clause,) = read(chip.written + " ", GERMAN).wanted
    assert clause[0].name == value.replace('"', "")


parts = st.lists(
    st.sampled_from(["hafen", '"der Hafen"', "-elbe", "section:Sport", "-is:mine", "on:2025", "or", "von:Berg", "x:y", "ä"])
)  # fmt: skip


@given(parts)
def test_chips_and_words_together_ask_for_the_same(pieces):
    text = " ".join(pieces) + " "
    again = split(text, AT).text()
    one, other = read(text, AT), read(again + " ", AT)
    if "or" not in pieces:
        assert {frozenset(clause) for clause in one.wanted} == {frozenset(clause) for clause in other.wanted}
        assert set(one.unwanted) == set(other.unwanted)


@given(st.text())
def test_any_text_is_split_and_completed(text):
    split(text, AT)
    here = place(text, len(text))
    if here is not None:
        for offer in offers(here, "de", ("Sport", 'Die "Welt"')):
            after, cursor = put(text, here, offer)
            assert after[:cursor].rstrip().endswith(offer.text.rstrip())


def offered(text, language="de", known=()):
    here = place(text, len(text))
    return [offer.text for offer in offers(here, language, known)] if here else []


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("hafen res", ["ressort:"]),
        ("-res", ["ressort:"]),
        ("r", []),
        ("hafen ", []),
        ('"res', []),
        ("status:ver", ["veröffentlicht"]),
        ("am:gest", ["gestern"]),
        ("ist:me", ["meine"]),
        ("ressort:na", ['"Welt Nachrichten"']),
        ('ressort:"Welt Na', ['"Welt Nachrichten"']),
        ('ressort:"Welt Nachrichten"', []),
    ],
)
def test_what_may_follow_is_offered(text, texts):
    assert offered(text, known=("Sport", "Welt Nachrichten")) == texts


def test_names_are_offered_in_the_language_of_the_program_first():
    assert offered("st", "en") == ["state:", "stichwort:"]
    assert "section:" in [offer.text for offer in all_fields("en")]


def test_an_offer_takes_the_place_of_what_was_typed():
    text = "a ressort:we b"
    here = place(text, len("a ressort:we"))
    (offer,) = offers(here, "de", ("Welt Nachrichten",))
    assert put(text, here, offer) == ('a ressort:"Welt Nachrichten" b', len('a ressort:"Welt Nachrichten" '))
