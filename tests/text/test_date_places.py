"""Where dates and words like "heute" stand in a text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.date_places import find_dates, relative_days


@pytest.mark.parametrize(
    ("text", "language", "weekday", "agrees"),
    [
        ("Am Mittwoch, 27. März 2025, kam Schnee.", "de", "Mittwoch", False),
        ("Am Donnerstag, dem 27. März 2025, kam Schnee.", "de", "Donnerstag", True),
        ("Am Donnerstag (27. März) kam Schnee.", "de", "Donnerstag", True),
        ("Am Donnerstag, 27.\u00a0März, kam Schnee.", "de", "Donnerstag", True),
        ("Am Freitag, 27.3., kam Schnee.", "de", "Freitag", False),
        ("Am 27.03.2025 kam Schnee.", "de", None, True),
        ("On Wednesday, 27 March 2025, it snowed.", "en", "Wednesday", False),
        ("On Thursday, March 27, 2025, it snowed.", "en", "Thursday", True),
        ("On Thursday the 27th March it snowed.", "en", "Thursday", True),
    ],
)
def test_a_date_is_found_with_its_weekday(text, language, weekday, agrees):
    (found,) = find_dates(text, language, 2025)
    assert found.day == date(2025, 3, 27)
    assert found.weekday == weekday
    assert found.agrees() is agrees
    if weekday:
        assert text[found.weekday_start : found.weekday_end] == weekday


def test_it_is_told_whether_the_year_was_written():
    first, second = find_dates("Am 3. Mai 1998 und am 4. Mai", "de", 2025)
    assert (first.day.year, first.year_given) == (1998, True)
    assert (second.day.year, second.year_given) == (2025, False)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Am Mittwoch kam Schnee, im März 2025 nicht.", "de"),
        ("Am 31. Februar 2025 nicht.", "de"),
        ("Abschnitt 3.4. und Version 2.10.2", "de"),
        ("In May 50 people came.", "de"),
        ("Mittwoch, 26., bis Freitag", "de"),
        ("He may 5 times", "en"),
    ],
)
def test_what_is_no_whole_date_is_left_out(text, language):
    assert find_dates(text, language, 2025) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Heute beginnt die Messe, gestern war Aufbau.", "de", ["Heute", "gestern"]),
        ("Morgen endet sie. Übermorgen auch?", "de", ["Morgen", "Übermorgen"]),
        ("Sie kam heute Morgen.", "de", ["heute"]),
        ("Sie kam gestern morgen.", "de", ["gestern"]),
        ("Er sagte: „Morgen vielleicht.“", "de", ["Morgen"]),
        ("It opens today and closes tomorrow.", "en", ["today", "tomorrow"]),
    ],
)
def test_days_counted_from_today_are_found(text, language, expected):
    assert [word for _, _, word in relative_days(text, language)] == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Am Morgen schien die Sonne, jeden Morgen.", "de"),
        ("Das gilt bis heute.", "de"),
        ("Die Stadt von morgen, die Jugend von heute.", "de"),
        ("Das ging nicht von heute auf morgen.", "de"),
        ("Morgen für Morgen, heutige Mode, morgens", "de"),
        ("He reads USA Today and the fashion of today.", "en"),
        ("today’s youth", "en"),
        ("heute", "fr"),
    ],
)
def test_mornings_and_sayings_are_no_days(text, language):
    assert relative_days(text, language) == []


WORDS = st.lists(
    st.sampled_from(["Montag, ", "27. ", "März ", "2025", "3.4.", "heute ", "von ", "Morgen ", "March 3, "]),
    max_size=8,
)


@given(WORDS.map("".join), st.sampled_from(["de", "en"]))
def test_places_lie_inside_the_text(text, language):
    for found in find_dates(text, language, 2024):
        assert 0 <= found.start < found.end <= len(text)
        assert found.start <= found.weekday_start or found.weekday is None
    for start, end, word in relative_days(text, language):
        assert text[start:end] == word
