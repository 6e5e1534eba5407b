"""Typography put right on demand. In the tables _ stands for a no-break space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.tidying import NO_BREAK, Reason, tidy


def tidied(text, language, style=""):
    return tidy(text, language, style).text.replace(NO_BREAK, "_")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er  kam : endlich !", "Er kam: endlich!"),
        ("  Rand bleibt leer  ", "Rand bleibt leer"),
        ('"Ja", sagt sie, "nein".', "„Ja“, sagt sie, „nein“."),
        ('"Er sagt "ja" dazu"', "„Er sagt ‚ja‘ dazu“"),
        ("\"Sie sagt 'nein'\"", "„Sie sagt ‚nein‘“"),
        (
            "Geht's dir gut mit 'ner Idee aus den '80ern, fragt Hans' Frau",
            "Geht’s dir gut mit ’ner Idee aus den ’80ern, fragt Hans’ Frau",
        ),
        ("Er kam - und ging -- spät", "Er kam_– und ging_– spät"),
        ("Er kam – und ging", "Er kam_– und ging"),
        ("Er kam - spät -, und ging", "Er kam_– spät_–, und ging"),
        ("9-17 Uhr, 2024-2026", "9–17_Uhr, 2024–2026"),
        ("z.B. z. B. d. h. i. d. R.", "z._B. z._B. d._h. i._d._R."),
        ("Dr. Vogt, Nr. 5, § 3", "Dr._Vogt, Nr._5, §_3"),
        ("10% auf 5 km am 27. März um 8 Uhr", "10_% auf 5_km am 27._März um 8_Uhr"),
        ("Zeile \n  Zeile", "Zeile\nZeile"),
    ],
)
def test_german_is_set_by_german_rules(text, expected):
    assert tidied(text, "de-DE") == expected


@pytest.mark.parametrize(
    "text",
    [
        "5 - 3 = 2",
        "- Liste",
        "030-1234",
        "2025-03-27",
        "E-Mail",
        ":-) .NET",
        "... so",
        "27\" und 5'10",
        "Mio. Zuschauer",
        "5 kmh",
    ],
)
def test_what_only_looks_untidy_is_left_alone(text):
    assert tidied(text, "de") == text


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("\"Yes,\" he said - it's the boys' day.", "en-GB", "“Yes,” he said_– it’s the boys’ day."),
        ("\"Yes,\" he said - it's the boys' day.", "en-US", "“Yes,” he said—it’s the boys’ day."),
        ("'Tis 'quoted' in the '90s", "en", "’Tis ‘quoted’ in the ’90s"),
        ("Dr Smith ran 5 km on 27 March", "en", "Dr_Smith ran 5_km on 27_March"),
    ],
)
def test_english_is_set_by_english_rules(text, language, expected):
    assert tidied(text, language) == expected


def test_quotes_follow_the_country_and_the_house():
    assert tidied('"Ja"', "de-CH") == "«Ja»"
    assert tidied('"Ja"', "de", "guillemets") == "»Ja«"


def test_each_change_tells_place_and_reason():
    text = 'Er  sagt "ja" - so'
    found = tidy(text, "de")
    assert [change.reason for change in found.changes] == [
        Reason.SPACES, Reason.QUOTES, Reason.QUOTES, Reason.NO_BREAK, Reason.DASH,
    ]  # fmt: skip
    assert all(text[change.start : change.end] == change.old for change in found.changes)


MESSY = st.lists(
    st.sampled_from(
        ["a", "B", "ne", "s", "5", "2024", "km", "Uhr", "Dr.", "z.B.", "März", " ", "  ", NO_BREAK, "\t", "\n", "-", "--",
         "–", '"', "'", "´", "„", "“", ".", "...", ",", ":", "!", "%", "(", ")"]
    ),
    max_size=20,
).map("".join)  # fmt: skip


@given(st.one_of(MESSY, st.text(max_size=30)), st.sampled_from(["de", "de-CH", "en-GB", "en-US"]))
def test_tidying_twice_changes_nothing_more(text, language):
    once = tidy(text, language).text
    again = tidy(once, language)
    assert again.text == once
    assert again.changes == ()


@given(st.one_of(MESSY, st.text(max_size=30)), st.sampled_from(["de", "en-US"]))
def test_no_letter_or_digit_is_changed(text, language):
    def letters(part):
        return [char for char in part if char.isalnum()]

    assert letters(tidy(text, language).text) == letters(text)


@given(MESSY)
def test_changes_applied_to_the_text_give_the_tidy_one(text):
    found = tidy(text, "de")
    for change in reversed(found.changes):
        assert text[change.start : change.end] == change.old
        text = text[: change.start] + change.new + text[change.end :]
    assert text == found.text
