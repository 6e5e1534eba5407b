"""Typography while typing. In the tables _ stands for a no-break space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.tidying import NO_BREAK, tidy
from newsroom.text.typing import ALL, Manner, Rule, applied, typeset


def typed(keys, language="de-DE", style="", rules=ALL):
    """Give what a field holds after these keys."""
    manner, held = Manner(language, style, rules), ""
    for key in keys:
        held += key
        held = applied(held, typeset(held, manner))
    return held.replace(NO_BREAK, "_")


@pytest.mark.parametrize(
    ("keys", "held"),
    [
        ('"Ja", sagt sie, "nein".', "„Ja“, sagt sie, „nein“."),
        ('"Er rief "ja" und ging", sagt sie.', "„Er rief ‚ja‘ und ging“, sagt sie."),
        ("\"Er rief 'ja' und ging\"", "„Er rief ‚ja‘ und ging“"),
        ('("Ja")', "(„Ja“)"),
        ('ging es weiter".', "ging es weiter“."),
        ("Geht's dir gut mit 'ner Idee?", "Geht’s dir gut mit ’ner Idee?"),
        ("\"'Wie geht's dir', rief er\"", "„‚Wie geht’s dir‘, rief er“"),
        ("Andreas' Rad, die '90er, so 'n Rad ", "Andreas’ Rad, die ’90er, so ’n Rad "),
        ("geht´s und geht`s", "geht’s und geht’s"),
        ("Er kam - und ging -- spät", "Er kam_– und ging_– spät"),
        ("Er kam - spät -, und ging", "Er kam_– spät_–, und ging"),
        ("Er kam--und ging", "Er kam_– und ging"),
        ("Er kam – und ging", "Er kam_– und ging"),
        ("9-17 Uhr, 2024-2026, dann", "9–17_Uhr, 2024–2026, dann"),
        ("Und dann...", "Und dann…"),
        ("z.B. z. B. d. h. u. a. so", "z._B. z._B. d._h. u._a. so"),
        ("Dr. Vogt, Nr. 5, § 3.", "Dr._Vogt, Nr._5, §_3."),
        ("10% auf 5 km am 27. März um 8 Uhr.", "10_% auf 5_km am 27._März um 8_Uhr."),
        ("27 % davon", "27_% davon"),
        ("in den 5 - sagen wir 6 - Orten", "in den 5_– sagen wir 6 - Orten"),
    ],
)
def test_german_is_set_by_german_rules(keys, held):
    assert typed(keys) == held


@pytest.mark.parametrize(
    "keys",
    [
        "5 - 3 = 2",
        "- Liste",
        "030-1234, 2025-03-27 und E-Mail",
        "27\" und 5'10",
        ":-) und so weiter",
        "../...",
        "git --help ",
        "Bürger*innen, Bürger:innen, Bürger_innen ",
        "https://example.org/a-b--c ",
        "5 kmh ",
        "Strasse",
    ],
)
def test_what_only_looks_untidy_is_left_alone(keys):
    assert typed(keys) == keys


@pytest.mark.parametrize(
    ("keys", "language", "style", "held"),
    [
        ("\"Ja, 'so'\", Strasse", "de-CH", "low", "«Ja, ‹so›», Strasse"),
        ("\"Ja, 'so'\"", "de-DE", "guillemets", "»Ja, ›so‹«"),
        ("\"Ja, 'so'\"", "de-AT", "", "„Ja, ‚so‘“"),
        ('"Yes," she said, "it\'s \'fine\' now."', "en-GB", "", "“Yes,” she said, “it’s ‘fine’ now.”"),
        ("He came - and went--late", "en-GB", "", "He came_– and went_– late"),
        ("He came - and went--late", "en-US", "", "He came—and went—late"),
        ("'Tis so, rock 'n' roll ", "en-US", "", "’Tis so, rock ’n’ roll "),
        ("27 March, 5 km. ", "en-GB", "", "27_March, 5_km. "),
        ('"Oui" - non...', "fr-FR", "", '"Oui" - non...'),
        ('"Ja" - nein...', "", "", '"Ja" - nein...'),
    ],
)
def test_each_language_has_its_own_marks(keys, language, style, held):
    assert typed(keys, language, style) == held


@pytest.mark.parametrize(
    ("rule", "keys", "held"),
    [
        (Rule.QUOTES, '"so" - er', '"so"_– er'),
        (Rule.APOSTROPHES, "geht's", "geht's"),
        (Rule.DASHES, "Er - so, er--so ", "Er - so, er--so "),
        (Rule.RANGES, "2024-2026 ", "2024-2026 "),
        (Rule.ELLIPSIS, "so...", "so..."),
        (Rule.NO_BREAK, "5 km - z. B. ", "5 km – z. B. "),
    ],
)
def test_each_rule_can_be_switched_off(rule, keys, held):
    assert typed(keys, rules=ALL - {rule}) == held


def test_what_was_taken_back_is_not_made_again():
    before = "Er kam - und z. B. heute"
    for end in range(len("Er kam - u"), len(before) + 1):
        made = typeset(before[:end], Manner("de-DE", rules=frozenset({Rule.DASHES})))
        assert made == ()


def test_a_mark_far_above_is_not_looked_for():
    assert typeset("„" + "a" * 500 + ' "', Manner("de-DE"))[0].text == "„"


KEYS = st.text(alphabet="ab5 \"'-.–…zBUhr%§,(*_\n", max_size=40)


@given(KEYS, st.sampled_from(["de-DE", "de-CH", "en-GB", "en-US"]))
def test_an_edit_stands_within_the_text_and_apart_from_the_next(keys, language):
    place = 0
    for edit in typeset(keys, Manner(language)):
        assert place <= edit.start <= edit.end <= len(keys)
        assert keys[edit.start : edit.end] != edit.text
        place = edit.end


@given(KEYS, st.sampled_from(["de-DE", "de-CH", "en-GB", "en-US"]))
def test_no_letter_or_digit_is_ever_changed(keys, language):
    held = typed(keys, language)
    assert [char for char in held if char.isalnum()] == [char for char in keys if char.isalnum()]


@pytest.mark.parametrize(
    "keys",
    [
        '"Er kam - und ging", sagte Dr. Vogt am 27. März um 9-17 Uhr, z. B. zu 5 %...',
        "Geht's dir gut? 2024-2026 -- das war's.",
    ],
)
def test_tidying_finds_nothing_to_do_after_typing(keys):
    held = typed(keys).replace("_", NO_BREAK)
    assert tidy(held, "de-DE").text == held
