from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsroom.text import lines as breaking
from newsroom.text.lines import line_starts, lines

PLAIN = st.text(st.sampled_from("ab \u00a0-—ä1\t_.,\u2009"), max_size=80)
ANY = st.text(st.sampled_from("ab \u00ad\u200b\u00a0\u0308-—\n1"), max_size=80)


@given(PLAIN, st.integers(1, 12))
def test_the_quick_ways_break_where_the_thorough_one_does(line, width):
    wanted = list(breaking._slowly(line, width)) if len(line) > width else [0]
    assert list(breaking._filled(line, width)) == wanted


@given(ANY, st.integers(1, 12))
def test_lines_begin_one_after_another_inside_the_paragraph(paragraph, width):
    starts = line_starts(paragraph, width)
    assert len(starts) == lines(paragraph, width)
    assert starts == sorted(starts)
    assert all(0 <= start <= len(paragraph) for start in starts)


def test_a_line_begins_with_the_word_that_no_longer_fitted():
    text = "Der Hafen von Lindholm wird tiefer."
    assert [text[start:].split(maxsplit=1)[0] for start in line_starts(text, 12)] == ["Der", "von", "wird"]


def test_an_accent_written_apart_takes_no_room():
    assert line_starts("ha\u0308fen hafen", 11) == [0]
    assert line_starts("ha\u0308fen hafen hafen", 11) == [0, 13]
