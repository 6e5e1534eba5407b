"""Words written twice in a row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.repetition import doubled_words


@pytest.mark.parametrize(
    ("text", "language", "word"),
    [
        ("Das Boot liegt in in der Werft.", "de", "in"),
        ("Sie kam nach\u00a0 nach Hause.", "de-AT", "nach"),
        ("Dazu sagte auch das das Amt nichts.", "de", "das"),
        ("It was the the best of days.", "en-GB", "the"),
    ],
)
def test_a_doubled_word_is_found_and_can_be_taken_out(text, language, word):
    ((start, end, found),) = doubled_words(text, language)
    assert found == word
    assert not doubled_words(text[:start] + text[end:], language)
    assert text[:start].endswith(word)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Die Leute, die die Stadt kennen, staunen.", "de"),
        ("Das Haus, in dem dem Gast nichts fehlt.", "de"),
        ("Er galt mehr als als Fachmann denn als Freund.", "de"),
        ("She had had enough of that that day.", "en"),
        ("Sie sangen Ziwui Ziwui.", "de"),
        ("Das das ist neu.", "de"),
        ("Mach es, es es-Dur klingt.", "de"),
        ("Er geht, geht schnell.", "de"),
        ("10 10", "de"),
    ],
)
def test_what_grammar_or_a_name_doubles_is_left_alone(text, language):
    assert doubled_words(text, language) == []


@given(st.text(st.sampled_from("in die, A"), max_size=30))
def test_places_lie_inside_the_text_and_hold_the_word(text):
    for start, end, word in doubled_words(text, "de"):
        assert text[start:end].split() == [word]
