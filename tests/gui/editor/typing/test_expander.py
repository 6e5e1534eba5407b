"""Snippets expanded with real keys."""

import pytest
from PySide6.QtCore import Qt

from newsroom.domain.body import Paragraph, body, paragraphs
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import BOLD

RICH = body(Paragraph((Run("Mit "), Run("Grüßen", frozenset({BOLD})))), Paragraph(text("{author}")))


@pytest.fixture
def known(typists, pane):
    """The typists know some snippets and expand them by Tab."""
    for typist in typists.values():
        typist.expander.snippets = {
            "mfg": RICH,
            "dpa": paragraphs(["Deutsche Presse-Agentur"]),
            "zit": paragraphs(["„{cursor}“, sagte er"]),
            "kl": paragraphs(["({selection})"]),
        }
        typist.expander.key = "tab"
        typist.expander.values = lambda: {"author": "Ada Muster"}
    return typists


@pytest.fixture
def tab(qtbot):
    return lambda field: qtbot.keyClick(field, Qt.Key.Key_Tab)


def test_an_abbreviation_is_expanded_by_tab_with_its_marks_and_fields(edit, known, keys, tab):
    keys(edit, "Ende. mfg")
    tab(edit)
    first, second = edit.body().blocks
    assert first.content == (Run("Ende. Mit "), Run("Grüßen", frozenset({BOLD})))
    assert second == Paragraph(text("Ada Muster"))
    keys(edit, "!")
    assert edit.body().blocks[1] == Paragraph(text("Ada Muster!"))


@pytest.mark.parametrize("back", ["<", "|"])
def test_one_backspace_or_undo_gives_the_abbreviation_back(edit, known, keys, tab, words, back):
    keys(edit, "Ende. mfg")
    tab(edit)
    keys(edit, back)
    assert words() == "Ende. mfg"
    assert edit.textCursor().position() == len("Ende. mfg")


def test_the_caret_goes_where_the_snippet_wants_it(edit, known, keys, tab, words):
    keys(edit, "zit")
    tab(edit)
    keys(edit, "Ja")
    assert words() == "„Ja“, sagte er"


def test_never_inside_a_word(edit, known, keys, tab, words, pane):
    keys(edit, "xdpa")
    tab(edit)
    assert words() == "xdpa"
    edit.setFocus()
    keys(edit, " dpaer")
    cursor = edit.textCursor()
    cursor.movePosition(cursor.MoveOperation.Left, n=2)
    edit.setTextCursor(cursor)
    tab(edit)
    assert words() == "xdpa dpaer"


def test_by_the_space_bar_only_where_that_is_set(edit, known, keys, words):
    keys(edit, "dpa ")
    assert words() == "dpa "
    known[edit].expander.key = "space"
    keys(edit, "dpa und")
    assert words() == "dpa Deutsche Presse-Agentur und"
    keys(edit, " dpa <")
    assert words() == "dpa Deutsche Presse-Agentur und dpa "


def test_a_snippet_takes_the_selection_into_itself(edit, known, keys, words):
    keys(edit, "so neu")
    edit.setTextCursor(edit.select(0, 3, 6))
    known[edit].expander.insert(paragraphs(["({selection})"]))
    assert words() == "so (neu)"


def test_a_snippet_is_one_line_in_the_headline_and_one_paragraph_in_the_lead(pane, known, keys, tab):
    pane.headline.selectAll()
    keys(pane.headline, "mfg")
    tab(pane.headline)
    assert pane.headline.text() == "Mit Grüßen Ada Muster"
    keys(pane.headline, "<")
    assert pane.headline.text() == "mfg"
    keys(pane.lead, "mfg")
    tab(pane.lead)
    assert len(pane.lead.body().blocks) == 1


def test_tab_goes_on_where_there_is_nothing_to_expand(pane, known, keys, tab):
    pane.lead.setFocus()
    keys(pane.lead, "nichts")
    tab(pane.lead)
    assert pane.body_edit.hasFocus()


def test_a_field_that_is_only_read_is_left_alone(edit, known, keys, tab, words):
    keys(edit, "dpa")
    edit.setReadOnly(True)
    tab(edit)
    assert words() == "dpa"
