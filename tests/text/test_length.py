"""How long a text is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text import length
from newsroom.text.length import Length, count, measure
from newsroom.text.lines import lines


def test_a_paragraph_is_measured_as_the_reader_gets_it():
    found = count("Bürger:innen fragen – E-Mail genügt.", 35, 200)
    assert found == Length(4, 36, 32, 2, 1, 200)


@pytest.mark.parametrize(
    "text",
    ["ge\u00adteilt", "ge\u200bteilt", "\u2067geteilt\u2069", "\ufeffgeteilt", "getei\u0301lt", "get\neilt"],
)
def test_what_takes_no_room_is_not_counted(text):
    assert length.characters(text) == 7


def test_an_umlaut_counts_one_however_it_is_written():
    assert length.characters("a\u0308") == length.characters("ä") == 1


@pytest.mark.parametrize(
    ("text", "number"),
    [("", 0), ("– … !", 0), ("ja—nein", 2), ("9–17 Uhr", 2), ("z.\u00a0B. so", 3), ("3,5 %", 1)],
)
def test_words_are_what_has_a_letter_or_digit(text, number):
    assert length.words(text) == number


@pytest.mark.parametrize(
    ("text", "width", "number"),
    [
        ("", 10, 0),
        (" ", 10, 1),
        ("zehn Zeich", 10, 1),
        ("zehn Zeiche", 10, 2),
        ("aaaa bbbb cccc", 9, 2),
        ("aaaa\nbbbb", 9, 2),
        ("aaaa\n\nbbbb", 9, 3),
        ("10\u00a0km weiter", 9, 2),
        ("aa 10\u00a0km", 6, 2),
        ("abcdefghijkl", 5, 3),
        ("aa abcdefghijkl bb", 5, 4),
        ("aaa bbb\u00adccc", 8, 2),
        ("aaa bbb\u00adccc", 7, 2),
        ("a\u00adb\u00adc\u00add", 4, 1),
        ("Rhein-Main-Gebiet", 11, 2),
        ("Nr. 7-12", 6, 2),
    ],
)
def test_lines_are_filled_greedily(text, width, number):
    assert lines(text, width) == number


def test_a_soft_hyphen_needs_room_where_it_shows():
    assert lines("aaaaa\u00adbbbbb", 6) == 2
    assert lines("xx aaa\u00adbbb", 6) == 2
    assert lines("xx aaaa\u00adbbb", 6) == 3


def test_a_standard_page_has_thirty_lines_of_sixty():
    page = measure(["x" * 60] * 30, 35, 200)
    assert page.normal_lines == 30
    assert page.standard_pages == 1.0
    assert page.lines == 60


def test_reading_time_is_rounded_up():
    assert count("ein Wort mehr", 35, 60).reading_seconds == 3
    assert count("ein Wort mehr", 35, 200).reading_seconds == 1
    assert Length().reading_seconds == 0


TEXTS = st.text(st.sampled_from("ab \u00ad\u200b\u00a0-—\nä1"), max_size=60)


@given(st.lists(TEXTS, max_size=5), st.integers(1, 40), st.integers(1, 400))
def test_the_whole_is_the_sum_of_its_blocks(paragraphs, width, speed):
    blocks = [count(paragraph, width, speed) for paragraph in paragraphs]
    assert sum(blocks, Length(words_per_minute=speed)) == measure(paragraphs, width, speed)


@given(TEXTS, st.integers(1, 40))
def test_lines_hold_all_characters(text, width):
    assert lines(text, width) * width >= length.characters(text.replace(" ", "").replace("\n", ""))


@given(TEXTS, st.integers(1, 40))
def test_a_wider_column_never_needs_more_lines(text, width):
    assert lines(text, width + 1) <= lines(text, width)
