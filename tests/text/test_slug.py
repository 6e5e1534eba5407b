"""Slugs and file names."""

from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.slug import slug


def test_a_slug_is_plain_ascii():
    assert slug("„Größte“ Übung seit 1990: Öl läuft aus") == "groesste-uebung-seit-1990-oel-laeuft-aus"


def test_a_long_headline_is_cut_between_words():
    assert (
        slug("Stadtrat beschließt Haushalt " * 4)
        == "stadtrat-beschliesst-haushalt-stadtrat-beschliesst-haushalt"
    )


def test_a_single_long_word_is_cut_inside():
    assert slug("Donau" * 30) == ("donau" * 30)[:60]


def test_a_headline_in_another_script_has_no_slug():
    assert slug("Новости") == ""


@given(st.text())
def test_a_slug_is_short_and_safe_in_a_file_name(headline):
    made = slug(headline)
    assert len(made) <= 60
    assert all(char == "-" or (char.isascii() and char.isalnum()) for char in made)
