"""How much of one text stands in another, and the sample an index keeps."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.shingles import LEAST_ROWS, asked, kept_of_all, long_rows, overlap, rows, rows_of, sample

WORDS = [f"wort{number}" for number in range(400)]


def test_a_text_that_was_cut_stands_whole_in_the_one_it_was_cut_from():
    whole, cut = long_rows(" ".join(WORDS)), long_rows(" ".join(WORDS[:150]))
    found = overlap(cut, whole)
    assert found.mine == 1
    assert 0.3 < found.theirs < 0.45


def test_texts_without_a_row_in_common_share_nothing():
    assert overlap(long_rows(" ".join(WORDS)), long_rows(" ".join(WORDS[::-1]))).mine == 0


def test_case_quotes_and_umlaut_spellings_are_no_difference():
    assert rows_of("„Die Häuser am Fluß“ stehen leer.") == rows_of("die haeuser AM FLUSS stehen leer")


def test_too_short_a_text_has_no_sample():
    assert sample(rows(WORDS[: LEAST_ROWS + 1])) == frozenset()


@given(st.lists(st.sampled_from(WORDS), min_size=20, max_size=300))
def test_what_is_kept_of_any_text_is_asked_for_and_of_a_short_text_more_is_kept(words):
    numbers = rows(words)
    if len(numbers) >= LEAST_ROWS:
        assert set(filter(kept_of_all, numbers)) <= sample(numbers) <= asked(numbers) <= numbers


def test_about_one_row_in_sixteen_is_kept():
    numbers = rows([f"w{number}" for number in range(20_000)])
    assert len(numbers) / 18 < len(sample(numbers)) < len(numbers) / 14
