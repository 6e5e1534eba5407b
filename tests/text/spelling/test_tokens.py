"""What a dictionary is asked about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.spelling.tokens import tokens


def words(text):
    return [token.text for token in tokens(text)]


@pytest.mark.parametrize(
    "sign",
    [
        "https://example.org/wrot",
        "www.example.org",
        "wrot@example.org",
        "@wrot",
        "#wrot",
        "beispiel.de/wrot",
        "wrot.docx",
        "A380",
        "1.234,5",
    ],
)
def test_addresses_handles_and_numbers_are_no_words(sign):
    assert words(f"Siehe {sign} dort") == ["Siehe", "dort"]


def test_a_full_stop_without_a_space_hides_no_words():
    assert words("Ende.Der Anfang") == ["Ende", "Der", "Anfang"]


@pytest.mark.parametrize(
    "word", ["Bürger:innen", "Kolleg*innen", "Ärzt_innen", "jede*r", "geht’s", "Donau\u00addampf"]
)
def test_gender_signs_apostrophes_and_soft_hyphens_part_no_word(word):
    assert words(f"Die {word} hier") == ["Die", word, "hier"]


def test_the_parts_of_a_hyphenated_word_are_asked_one_by_one():
    parts = list(tokens("Ost-West-Handel"))
    assert [part.text for part in parts] == ["Ost", "West", "Handel"]
    assert [(part.tied, part.hyphened) for part in parts] == [(False, True), (True, True), (True, False)]


def test_a_word_knows_whether_it_opens_a_sentence():
    found = {token.text: token.opens for token in tokens("Eins ist da. Zwei auch: „Drei“ und Vier – Fünf")}
    assert [word for word, opens in found.items() if opens] == ["Eins", "Zwei", "Drei", "Fünf"]


@given(st.text())
def test_every_word_stands_where_it_says(text):
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
