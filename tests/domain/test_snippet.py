import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.domain.body import Body, Box, ListItem, Paragraph, Table, paragraphs
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import BOLD
from newsroom.domain.snippet import Snippet, filled, fits, meant, read_snippets, write_snippets

KNOWN = {"mfg": Body(), "fg": Body(), "/adr": Body(), "z&b": Body()}


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("mfg", "", "mfg"),
        ("Grüße, mfg", "", "mfg"),
        ("(mfg", ")", "mfg"),
        ("fg", " und", "fg"),
        ("amfg", "", ""),
        ("mfg", "e", ""),
        ("_mfg", "", ""),
        ("ort/adr", "", "/adr"),
        ("z&b", "", "z&b"),
        ("MFG", "", ""),
        ("", "", ""),
    ],
)
def test_an_abbreviation_is_meant_only_as_a_word_of_its_own(before, after, found):
    assert meant(before, after, KNOWN) == found


def test_fields_are_filled_wherever_words_stand():
    values = {"date": "22.11.2026", "author": "Ada Muster"}
    source = Body(
        (
            Paragraph((Run("Am {date} "), Run("{author}", frozenset({BOLD})))),
            ListItem(text("{date}: {unknown}")),
            Table(((text("{author}"),),)),
            Box(text("{date}"), (Paragraph(text("{author}")),)),
        )
    )
    first, item, table, box = filled(source, values).blocks
    assert first.content == (Run("Am 22.11.2026 "), Run("Ada Muster", frozenset({BOLD})))
    assert item.content == text("22.11.2026: {unknown}")
    assert table.rows == ((text("Ada Muster"),),)
    assert (box.title, box.blocks[0].content) == (text("22.11.2026"), text("Ada Muster"))


def test_the_selection_keeps_its_marks_and_the_caret_its_place():
    chosen = (Run("Wort", frozenset({BOLD})),)
    done = filled(paragraphs(["„{selection}“{cursor} sagt er"]), {}, chosen)
    assert done.blocks[0].content == (Run("„"), *chosen, Run("“{cursor} sagt er"))


def test_snippets_are_kept_and_one_that_is_damaged_is_left_out():
    kept = (Snippet("mfg", paragraphs(["Mit Grüßen", "{author}"])),)
    assert read_snippets((*write_snippets(kept), ("x", "{"))) == kept


@pytest.mark.parametrize(("word", "right"), [("mfg", True), ("m f", False), ("", False), ("x" * 41, False)])
def test_an_abbreviation_can_be_typed_in_one_go(word, right):
    assert fits(word) is right


@given(st.text(alphabet="ab_ (mfg", max_size=12), st.text(alphabet="a_ m", max_size=2))
def test_never_inside_a_word(before, after):
    found = meant(before, after, KNOWN)
    if found:
        assert not re.match(r"\w", before[: -len(found)][-1:])
        assert not re.match(r"\w", after)
