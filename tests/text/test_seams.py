"""The spaces at the seams of what is cut and pasted; in the tables | stands for the place, _ for no-break spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.seams import GAPS, closed_up, gaps, whole


def read(words):
    return words.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Eins. [Zwei.] Drei.", "Eins. |Drei."),
        ("[Eins.] Zwei.", "|Zwei."),
        ("Eins. [Zwei.]", "Eins.|"),
        ("die [alte] Fähre", "die |Fähre"),
        ("die [alte], neue", "die|, neue"),
        ("„Ja [doch]“, sagt sie", "„Ja|“, sagt sie"),
        ("(die [Fähre])", "(die|)"),
        ("([alte] Fähre)", "(|Fähre)"),
        ("am 27._[März] wird", "am 27.| wird"),
        ("kam_[–] und ging", "kam| und ging"),
        ("Eins. [Zwei. ]Drei.", "Eins. |Drei."),
        ("H[aus]boot", "H|boot"),
        ("Nord[see] und", "Nord| und"),
        ("[Alles]", "|"),
        ("eins\n[zwei] drei", "eins\n|drei"),
    ],
)
def test_of_two_spaces_around_a_cut_one_goes(text, left):
    before, rest = read(text).split("[")
    words, after = rest.split("]")
    first, behind = closed_up(before, words, after)
    assert f"{before[: len(before) - first]}|{after[behind:]}" == read(left)


@pytest.mark.parametrize(
    ("place", "words", "made"),
    [
        ("Eins. |Drei.", "Zwei.", "Eins. Zwei. Drei."),
        ("Eins.| Drei.", "Zwei.", "Eins. Zwei. Drei."),
        ("Eins.|", "Zwei.", "Eins. Zwei."),
        ("|Zwei.", "Eins.", "Eins. Zwei."),
        ("die |Fähre", "alte", "die alte Fähre"),
        ("die| Fähre", "alte", "die alte Fähre"),
        ("die|, alte", "neue", "die neue, alte"),
        ("(|Fähre)", "alte", "(alte Fähre)"),
        ("„Ja.“|", "Zwei.", "„Ja.“ Zwei."),
        ("Eins. |„Ja.“", "Zwei.", "Eins. Zwei. „Ja.“"),
        ("er sagt |", "„Ja“", "er sagt „Ja“"),
        ("Haus|boot", "alte", "Hausalteboot"),
        ("Nord-|See", "Ost", "Nord-OstSee"),
        ("Nord-|", "See", "Nord-See"),
        ("z.|B.", "a", "z.aB."),
        ("(|)", "Ja", "(Ja)"),
        ("|", "Ja", "Ja"),
        ("die |Fähre", "alte ", "die alte Fähre"),
        ("die| Fähre", ", alte,", "die, alte, Fähre"),
    ],
)
def test_words_that_are_put_in_are_parted_from_those_beside_them(place, words, made):
    before, after = place.split("|")
    lead, trail = gaps(before, words, after)
    assert f"{before}{lead}{words}{trail}{after}" == made


@given(
    st.lists(st.sampled_from(["die", "alte", "Fähre.", "„Ja“,", "(neu)", "3"]), min_size=3, max_size=8),
    st.data(),
)
def test_what_is_cut_and_pasted_at_once_stands_as_before(words, data):
    at = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:at])) + bool(at)
    text = " ".join(words)
    before, cut, after = text[:start], words[at], text[start + len(words[at]) :]
    first, behind = closed_up(before, cut, after)
    before, after = before[: len(before) - first], after[behind:]
    assert not (before[-1:] in GAPS and before and after and after[0] in GAPS)
    lead, trail = gaps(before, cut, after)
    assert f"{before}{lead}{cut}{trail}{after}" == text


@pytest.mark.parametrize(
    ("before", "words", "after", "told"),
    [
        ("die ", "alte", " F", True),
        ("H", "aus", "", False),
        ("", "Haus", "boot", False),
        ("a", " b ", "c", True),
    ],
)
def test_a_part_of_a_word_is_no_whole_one(before, words, after, told):
    assert whole(before, words, after) is told
