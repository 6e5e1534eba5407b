import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.signs import emphasis


def read(before):
    found = emphasis(before)
    if found is None:
        return None
    return before[found.start + found.sign : found.end - found.sign], found.bold


@pytest.mark.parametrize(
    ("before", "words", "bold"),
    [
        ("Das ist **sehr wichtig** ", "sehr wichtig", True),
        ("**So** ", "So", True),
        ("Das ist *neu*,", "neu", False),
        ("in der _Zeit_.", "Zeit", False),
        ("(_Die Zeit_)", "Die Zeit", False),
        ("Das *Schiff 7* ", "Schiff 7", False),
        ("„*Ach!*“", "Ach!", False),
    ],
)
def test_words_between_signs_are_emphasised_when_the_next_sign_is_typed(before, words, bold):
    assert read(before) == (words, bold)


@pytest.mark.parametrize(
    "before",
    [
        "Bürger*innen und Leser*innen ",
        "Bürger*innen* ",
        "die *innen sagen Leser* ",
        "liebe Leser*, alle Bürger*",
        "Jede*r und jede*r ",
        "Bürger_innen und Leser_innen ",
        "Kolleg_innen_ ",
        "file_name_of_mine ",
        "__init__ ",
        "_a_b_ ",
        "5*3*2 ",
        "5 * 3 * 2 ",
        "*5* ",
        "**Wichtig*",
        "* so* ",
        "*so * ",
        "*so*x",
        "Preis* gilt. Mehr* ",
        "*Name geändert. Sie lebt bei Maria* ",
        "****",
        "** **",
        "",
    ],
)
def test_in_doubt_signs_are_what_they_look_like(before):
    assert read(before) is None


WORDS = ["Bürger*innen", "Leser_innen", "ein*e", "und", "file_name", "5*3", "„Köch*innen“", "Jede_r,"]


@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_a_gender_star_never_makes_italics(words):
    text = " ".join(words) + " "
    assert all(emphasis(text[:end]) is None for end in range(len(text) + 1))


@given(st.text(alphabet="ab*_ .,5\n", max_size=30))
def test_an_emphasis_lies_within_the_text(before):
    found = emphasis(before)
    if found:
        assert 0 <= found.start < found.end == len(before) - 1
        assert set(before[found.start : found.start + found.sign]) <= set("*_")
        assert set(before[found.end - found.sign : found.end]) <= set("*_")
