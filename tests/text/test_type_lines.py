from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.print_profile import PrintProfile
from newsroom.text.hyphenation import places
from newsroom.text.length import count
from newsroom.text.lines import line_starts, lines
from newsroom.text.type_lines import TypeLine, line_of

EVEN = {chr(code): 500.0 for code in range(32, 383)}


def line(letters, **more):
    """A line of so many letters, all of them equally wide."""
    return TypeLine(letters * 500, EVEN, space=500, **more)


def shown(paragraph, fills):
    starts = line_starts(paragraph, fills)
    return [paragraph[start:end] for start, end in zip(starts, [*starts, None][1:], strict=True)]


def test_words_fill_lines_as_they_fit():
    assert shown("eins zwei drei", line(9)) == ["eins zwei ", "drei"]
    assert shown("eins zwei drei", line(8)) == ["eins ", "zwei ", "drei"]
    assert shown("", line(9)) == []


def test_the_first_line_has_its_indent():
    assert shown("eins zwei drei", line(9, indent=500)) == ["eins ", "zwei drei"]


def test_words_are_divided_by_their_language_with_room_for_the_hyphen():
    assert shown("Haltestellen", line(8, language="de-DE")) == ["Halte", "stellen"]
    assert shown("Haltestellen", line(5, language="de-DE")) == ["Hal", "te", "stel", "len"]
    assert len(shown("Haltestellen", line(5))) == 1, "what cannot be divided hangs over"


def test_lines_end_after_hyphens_and_dashes_and_at_soft_hyphens():
    assert shown("Nord-Süd", line(6)) == ["Nord-", "Süd"]
    assert shown("Stadt\u00adrat", line(6)) == ["Stadt\u00ad", "rat"]
    assert shown("Stadt\u00adrat", line(5)) == ["Stadt\u00ad", "rat"], "the hyphen hangs over"
    assert shown("so—so", line(3)) == ["so—", "so"]


def test_no_break_spaces_hold_and_breaks_part():
    assert shown("am 3.\u00a0Mai", line(5)) == ["am ", "3.\u00a0Mai"]
    assert shown("eins\nzwei", line(20)) == ["eins\n", "zwei"]


def test_a_word_longer_than_any_line_ends():
    assert lines("a" * 100_000, line(10)) == 1
    assert lines("x" * 100_000, line(10, language="de-DE")) >= 1


def test_narrow_letters_make_more_of_a_line_than_wide_ones():
    narrow = PrintProfile(name="n", widths=(*((chr(c), 400.0) for c in range(32, 383)),))
    wide = PrintProfile(name="w", widths=(*((chr(c), 600.0) for c in range(32, 383)),))
    text = "Die Stadt baut die Haltestellen um, und der Rat stimmt zu. " * 8
    assert lines(text, line_of(narrow, "de")) < lines(text, line_of(wide, "de"))
    assert count(text, line_of(wide, "de"), 220).words == count(text, 34, 220).words


def test_a_profile_with_characters_counts_characters():
    assert line_of(PrintProfile(name="x", characters=34), "de") == 34
    assert isinstance(line_of(PrintProfile(name="x"), "de"), int), "nothing was measured"


def test_languages_divide_their_own_way_and_unknown_ones_not_at_all():
    assert places("Straßenbahn", "de-CH")
    assert places("station", "en-GB") != ()
    assert places("Straßenbahn", "tlh") == ()


@given(st.text(max_size=300), st.integers(1, 60))
def test_starts_rise_within_the_paragraph(text, letters):
    starts = line_starts(text, line(letters, language="de-DE"))
    assert starts == sorted(starts)
    assert bool(starts) == bool(text)
    assert all(0 <= start <= len(text) for start in starts)
