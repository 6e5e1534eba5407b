"""The normal form of words."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text import terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller", "Mueller"),
        ("MÜLLER", "mueller"),
        ("Mu\u0308ller", "Müller"),
        ("Straße", "STRASSE"),
        ("STRAẞE", "Strasse"),
        ("Café", "cafe"),
        ("Łódź", "lodz"),
        ("geht's", "geht’s"),
        ("Donau\u00addampf", "Donaudampf"),
        ("„Wort“", "Wort"),
        ("Bürger:innen", "Bürgerinnen"),
    ],
)
def test_two_spellings_of_a_word_fold_alike(one, other):
    assert terms.fold(one) == terms.fold(other)


def test_an_umlaut_left_out_is_another_word():
    assert terms.fold("Muller") != terms.fold("Müller")


@pytest.mark.parametrize(
    "word", ["Bürger:innen", "Bürger*innen", "Bürger_innen", "jede*r", "Kolleg:in", "Schüler*innenrat"]
)
def test_a_gendered_form_is_one_word(word):
    assert terms.words(f"Viele {word}, heißt es.") == ["Viele", word, "heißt", "es"]
    assert len(terms.folded_words(word)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rhein-Main-Gebiet", ["Rhein", "Main", "Gebiet"]),
        ("Berlin:heute 3,5 Prozent", ["Berlin", "heute", "3", "5", "Prozent"]),
        ("Bürger/innen", ["Bürger", "innen"]),
        ("Rock’n’Roll ‘quoted’", ["Rock’n’Roll", "quoted"]),
        ("– „…“ !", []),
    ],
)
def test_words_part_at_everything_else(text, expected):
    assert terms.words(text) == expected


def test_word_forms_share_a_stem_however_the_umlaut_is_written():
    forms = ("Haus", "Häuser", "Haeuser", "HÄUSERN")
    assert {terms.stem(form, "de-DE") for form in forms} == {"haus"}
    assert terms.stem("elections", "en-GB") == terms.stem("Election's", "en")


def test_a_language_without_rules_keeps_the_folded_word():
    assert terms.stem("Häuser", "fi") == "haeuser"
    assert terms.stems("Häuser bauen", "") == "haeuser bauen"


def test_stems_stand_in_the_order_of_the_words():
    assert terms.stems("Die Bürger:innen wählten", "de").split() == [
        terms.stem(word, "de") for word in ("die", "Bürgerinnen", "wählten")
    ]


def test_headlines_are_the_same_whatever_their_quotes_dashes_and_case():
    key = terms.same_headline_key("„Rhein-Main“  wächst – und wie!")
    assert key == terms.same_headline_key("»Rhein\u2011Main« WÄCHST - und wie!")
    assert key != terms.same_headline_key("Rhein-Main schrumpft – und wie!")


def test_a_headline_without_words_still_has_a_key():
    assert terms.same_headline_key(" ?! ") == "?!"


def test_threads_may_stem_at_once():
    found = []
    jobs = [
        threading.Thread(target=lambda: found.append(terms.stems("Häuser " * 500, "de"))) for _ in range(4)
    ]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
    assert found == ["haus " * 499 + "haus"] * 4


@given(st.text())
def test_folding_twice_changes_nothing(text):
    assert terms.folded(terms.folded(text)) == terms.folded(text)
    assert terms.fold(terms.fold(text)) == terms.fold(text)


NEWS = st.text(st.sampled_from("aäßÄe\u0308ni:*_'’ \u00ad-.„“12İ"), max_size=40)


@given(st.one_of(st.text(), NEWS))
def test_spans_lie_inside_the_text_and_give_its_words(text):
    end_before = 0
    for start, end, word in terms.spans(text):
        assert end_before <= start < end <= len(text)
        assert text[start:end] == word
        end_before = end


@given(NEWS)
def test_highlights_and_index_part_words_alike(text):
    assert [terms.fold(word) for word in terms.words(text)] == terms.folded_words(text)
