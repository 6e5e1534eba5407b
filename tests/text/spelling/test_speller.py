"""What is marked in a text, and what is left alone."""

from __future__ import annotations

import pytest

from newsroom.text.spelling import Kind, Speller, settled


def marked(judge, *paragraphs):
    return [doubt.word for row in settled(map(judge.doubts, paragraphs)) for doubt in row]


def test_an_unknown_word_is_marked_where_it_stands(judge):
    text = "Das Schiff legt nahc elf ab."
    doubts = judge.doubts(text)
    assert [(text[doubt.start : doubt.end], doubt.kind) for doubt in doubts] == [("nahc", Kind.WRONG)]


@pytest.mark.parametrize(
    "word",
    [
        "Hafenstadt",  # Hafen + Stadt
        "Regierungsrat",  # with a joint
        "hafennahen",  # noun + adjective
        "herunterbricht",
        "zugesperrt",
        "ruhigzustellen",
        "Durchwinken",
        "Durchwinkens",
        "Bürger:innen",
        "Kolleg*innen",
        "BürgerInnen",
        "jede*r",
        "geht’s",
        "Präsident’s",
        "HAFEN",
        "EZB",
        "iPhone",
        "Haf\u00aden",
    ],
)
def test_what_german_can_make_of_known_words_is_right(judge, word):
    assert marked(judge, f"Das war im Jahr über {word} nicht.") == []


@pytest.mark.parametrize(
    "word", ["Hafenstdat", "Regierunsgrat", "Bürgr:innen", "Regeirung", "nihct", "guute"]
)
def test_a_slip_in_them_is_marked(judge, word):
    assert marked(judge, f"Das war im Jahr {word} nicht.") != []


@pytest.mark.parametrize("text", ["Arbeits- und Bürgerrecht", "Das Hafen-Haus", "Elf Mrd. im Jahr"])
def test_parts_of_hyphenated_words_and_abbreviations_are_right(judge, text):
    assert marked(judge, text) == []


def test_a_capital_at_the_beginning_of_a_sentence_says_nothing(judge):
    assert marked(judge, "Nach elf ist das Haus froh. „Gute Arbeit“, sagte der Rat.") == []


def test_a_name_is_left_alone(judge):
    assert marked(judge, "Der Präsident Torvald Quist sagte nicht.") == []


def test_a_capitalised_word_that_is_a_slip_from_a_known_one_is_marked_once_but_is_a_name_if_it_comes_again(
    judge,
):
    assert marked(judge, "Das sagte Strade nicht.", "Das war im Jahr.") == []
    assert marked(judge, "Das war die Gemiende am Mittwoch.") == ["Gemiende"]
    assert marked(judge, "Das war Haven am Mittwoch.", "Das ist nicht über Havens Jahr.") == []


def test_a_slip_that_no_name_looks_like_is_marked_each_time(german):
    assert marked(german, "Das Ergebniss gefiel.", "Ein Ergebniss mehr.") == ["Ergebniss"] * 2
    assert marked(german, "Die Gemiende tagte, die Gemiende schwieg.") == ["Gemiende"] * 2
    assert marked(german, "Frau Hoffmann schwieg.", "Das sagte Hoffmann nicht.") == []


def test_no_part_of_a_word_is_suggested(german):
    assert german.suggest("Ergebniss")[0] == "Ergebnis"
    assert not any(word.endswith("-") for word in german.suggest("Ergebniss"))


@pytest.mark.parametrize(
    "text",
    [
        "Das sagte Michael Hafne nicht.",  # behind a given name
        "Das war Hafne, Gemiende, Starße im Jahr.",  # a list of names
        "Das war Hafne – Gemiende im Jahr.",
        "Das sagte Ahmed al Quist im Jahr.",
        "Das war über dpa nicht.",
    ],
)
def test_what_stands_as_names_do_is_left_alone(judge, text):
    assert marked(judge, text) == []


def test_what_a_verb_does_and_who_does_it_are_right(judge, listed):
    listed.words |= {"verschlanken", "parken"}
    assert marked(judge, "Das war die Verschlankung im Jahr.", "Das war der Einparker im Jahr.") == []


def test_a_word_in_a_name_is_marked_only_where_letters_changed_places(judge):
    assert marked(judge, "Das sagte der Präsident Rta nicht.") == []
    assert marked(judge, "Das ist im Hafne Quist nicht.") == ["Hafne"]
    assert marked(judge, "Das ist der Präsiident Quist nicht.") == ["Präsiident"]


def test_a_long_word_like_no_other_is_new_rather_than_wrong(judge):
    assert marked(judge, "Das war ein quantentaugliches Schiff.") == []


def test_a_quotation_in_another_language_is_left_alone(judge):
    assert marked(judge, "Der Rat sagte: „We never saw this letter“ und legt ab.") == []
    assert marked(judge, "Der Rat sagte: „Das war nihct gute Arbeit“ und legt ab.") == ["nihct"]


def test_words_of_another_language_side_by_side_are_left_alone(judge):
    assert marked(judge, "Der Brief stay home ist im Haus.") == []
    assert marked(judge, "Der Brief stay ist im Haus.") == ["stay"]


def test_a_paragraph_in_another_language_is_left_alone(judge):
    text = "A minister never told us whether the harbour would reopen before winter comes, and nobody asked."
    assert marked(judge, text) == []


def test_learned_words_are_known_with_a_capital_too_and_in_compounds(judge):
    wiser = judge.with_learned({"stadtwr", "Quist"})
    assert marked(judge, "Das Stadtwr ist nicht im stadtwr.") == ["stadtwr"]
    assert marked(wiser, "Das Stadtwr ist nicht im stadtwr, Quisthaus.") == []


def test_a_word_that_is_unlearned_is_marked_again(judge):
    wiser = judge.with_learned({"nahc"})
    assert marked(wiser, "Das legt nahc elf ab.") == []
    assert marked(wiser.with_learned(()), "Das legt nahc elf ab.") == ["nahc"]


def test_the_dictionary_is_asked_once_about_a_word(judge, listed):
    judge.doubts("Das legt nahc elf ab.")
    before = len(listed.asked)
    judge.doubts("Das legt nahc elf ab. Das legt nahc elf ab.")
    assert len(listed.asked) == before


@pytest.mark.parametrize(
    "word", ["a" * 200_000, "Ab" * 100_000, "ß'" * 100_000, "\u00ad" * 200_000, "ss" * 100_000]
)
@pytest.mark.timeout(10)
def test_a_word_of_200_000_letters_is_answered_in_no_time(judge, word):
    assert len(judge.doubts(f"Das {word} ist im Haus.")) <= 1


def test_text_without_words_is_right(judge):
    assert judge.doubts("") == judge.doubts("– 12,5 % … 🙂") == ()


def test_suggestions_leave_out_parts_of_words(listed):
    listed.words |= {"-hafen"}
    assert not any(word.startswith("-") for word in Speller("de", listed).suggest("-hafne"))
