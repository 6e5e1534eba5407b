"""Names that are meant by a few letters."""

from __future__ import annotations

import pytest

from newsroom.text.choosing import choose

NAMES = (
    "Save", "Replace in story …", "Replace in stories …", "Search the library", "Look: Dark",
    "Bibliothek durchsuchen", "Überschrift", "Bürger:innen",
)  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("sav", "Save"),
        ("repl stories", "Replace in stories …"),
        ("dark", "Look: Dark"),
        ("suchen", "Bibliothek durchsuchen"),
        ("uebersch", "Überschrift"),
        ("serach", "Search the library"),
        ("lib sea", "Search the library"),
    ],
)
def test_the_name_that_is_meant_comes_first(asked, first):
    assert NAMES[choose(asked, NAMES)[0].number] == first


def test_every_word_must_be_in_the_name():
    assert choose("save dark", NAMES) == ()
    assert choose("", NAMES) == ()


def test_a_beginning_comes_before_what_holds_it():
    assert [one.number for one in choose("su", ("Durchsuchen", "Suchen"))] == [1, 0]


def test_what_was_asked_for_is_marked():
    (choice, *_others) = choose("sto", NAMES)
    start, end = choice.marks[0]
    assert NAMES[choice.number][start:end].casefold() == "sto"
