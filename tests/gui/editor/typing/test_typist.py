"""Typing with real keys. In the tables _ stands for a no-break space, < for Backspace, | for Ctrl+Z."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from newsroom.domain.body import Body, Crosshead, ListItem, Paragraph, Quote
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import BOLD, ITALIC
from newsroom.gui.editor.styling import toggle_mark
from newsroom.gui.editor.typing.typist import Habits
from newsroom.text.typing import ALL, Manner, Rule

NO_BREAK = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ('"Ja", sagt sie.', "„Ja“, sagt sie."),
        ('"<', '"'),
        ('"|', '"'),
        ('"<Zoll', '"Zoll'),
        ("Er kam - und ging", "Er kam_– und ging"),
        ("Er kam - <und ging - <weg", "Er kam - und ging - weg"),
        ("Er kam - |und", "Er kam - und"),
        ("am 27. März <x", "am 27. März x"),
        ("so...<<", "so.."),
        ("z.B. 😀 5 km.", "z._B. 😀 5_km."),
        ("geht's", "geht’s"),
        ('"<<', ""),
        ("es kostet 3 Euro\n", "es kostet 3_Euro\n"),
        ("am 27. März\n", "am 27._März\n"),
        ("am 27. März\n||", "am 27. März"),
        ("am 27. März <\n", "am 27. März \n"),
        ("Ende...<\n", "Ende...\n"),
    ],
)
def test_typography_is_set_while_typing_and_taken_back_by_one_key(edit, keys, words, typed, held):
    keys(edit, typed)
    assert words().replace(NO_BREAK, "_") == held


def test_the_caret_stays_behind_what_was_typed(edit, keys, words):
    keys(edit, "am 27. März - gut z.B.<x")
    assert words().replace(NO_BREAK, "_") == "am 27._März_– gut z.B.x"


def test_every_key_that_ends_a_line_ends_its_last_word(pane, typists, keys, qtbot, words):
    pane.headline.setPlainText("")
    keys(pane.headline, "Nur 3 Euro\n")
    assert pane.headline.text() == f"Nur 3{NO_BREAK}Euro"
    keys(pane.lead, "Ab 27. März")
    qtbot.keyClick(pane.lead, Qt.Key.Key_Tab)
    assert pane.article().lead == text(f"Ab 27.{NO_BREAK}März")
    keys(pane.body_edit, "**Ende**")
    qtbot.keyClick(pane.body_edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pane.body_edit.body().blocks[0].content[0] == Run("Ende", frozenset({BOLD}))


def test_backspace_takes_back_only_right_after(edit, keys, words):
    keys(edit, '"a<<')
    assert words() == ""
    keys(edit, '"')
    edit.moveCursor(edit.textCursor().MoveOperation.Left)
    edit.moveCursor(edit.textCursor().MoveOperation.Right)
    assert words() == "„"


def test_the_headline_and_the_lead_are_set_too(pane, typists, keys):
    keys(pane.headline, 'Die - "neue" ')
    assert pane.headline.text().replace(NO_BREAK, "_") == "Die_– „neue“ Fähre"
    keys(pane.headline, "...<")
    assert pane.headline.text().replace(NO_BREAK, "_") == "Die_– „neue“ ...Fähre"
    keys(pane.lead, '"Vorspann"')
    assert pane.article().lead == text("„Vorspann“")


def test_emphasis_survives_typography_beside_it(edit, pane, keys):
    toggle_mark(pane.body_edit, BOLD)
    keys(edit, '"Ja" - z.B. 5 km. ')
    runs = [piece for piece in edit.body().blocks[0].content if isinstance(piece, Run)]
    assert [run.marks for run in runs] == [frozenset({BOLD})]


@pytest.mark.parametrize(
    ("typed", "block"),
    [
        ("> Zitat", Quote(text("Zitat"))),
        ("- Punkt", ListItem(text("Punkt"))),
        ("* Punkt", ListItem(text("Punkt"))),
        ("1) Punkt", ListItem(text("Punkt"), ordered=True)),
        ("1) <Punkt", Paragraph(text("1) Punkt"))),
        ("# Titel", Crosshead(text("Titel"), 1)),
        ("## Titel", Crosshead(text("Titel"), 1)),
        ("### Titel", Crosshead(text("Titel"), 2)),
        ("- <Strich", Paragraph(text("- Strich"))),
        ("## <Raute", Paragraph(text("## Raute"))),
        ("1. FC Seeburg", Paragraph(text("1. FC Seeburg"))),
        ("1. Mai.", Paragraph(text(f"1.{NO_BREAK}Mai."))),
        ("a - b", Paragraph(text(f"a{NO_BREAK}– b"))),
        ("-Strich", Paragraph(text("-Strich"))),
        ("> - Strich", Quote(text("- Strich"))),
    ],
)
def test_signs_at_the_start_of_a_paragraph(edit, keys, typed, block):
    keys(edit, typed)
    assert edit.body().blocks == (block,)


ITEMS = (ListItem(text("Anker"), ordered=True), ListItem(text("Boje"), ordered=True))
LINES = (Paragraph(text("1. Anker")), Paragraph(text("2. Boje")))


@pytest.mark.parametrize(
    ("typed", "blocks"),
    [
        ("1. Anker\n2. Boje", ITEMS),
        ("1. Anker\n2. Boje\nTau", (*ITEMS, ListItem(text("Tau"), ordered=True))),
        ("1. Anker\n2. <Boje", LINES),
        ("1. Anker\n2. |Boje", LINES),
        ("1. Mai\n2. ", (Paragraph(text(f"1.{NO_BREAK}Mai")), Paragraph(text("2. ")))),
        ("2. Bundesliga\n1. FC", (Paragraph(text("2. Bundesliga")), Paragraph(text("1. FC")))),
    ],
)
def test_a_number_with_a_full_stop_is_an_ordinal_until_a_second_one_tells(edit, keys, typed, blocks):
    keys(edit, typed)
    assert edit.body().blocks == blocks


def test_the_numbers_of_a_list_begun_by_its_second_line_are_of_one_list(edit, keys):
    keys(edit, "1. Anker\n2. Boje")
    first = edit.document().firstBlock()
    assert first.textList() is not None
    assert first.textList().format() == first.next().textList().format()
    assert first.textList().count() == 2


def test_english_has_no_such_ordinals_and_begins_a_list_at_once(edit, typists, keys):
    typists[edit].habits = Habits(Manner("en-GB"))
    keys(edit, "1. Anchor")
    assert edit.body().blocks == (ListItem(text("Anchor"), ordered=True),)


def test_a_sign_before_words_that_stand_already_takes_them_along(edit, keys):
    keys(edit, "Zitat")
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    keys(edit, "> ")
    assert edit.body().blocks == (Quote(text("Zitat")),)
    assert edit.textCursor().position() == 0


@pytest.mark.parametrize(
    ("typed", "content"),
    [
        ("ein **Wort** so", (Run("ein "), Run("Wort", frozenset({BOLD})), Run(" so"))),
        ("_Wort_, so", (Run("Wort", frozenset({ITALIC})), Run(", so"))),
        ("*Wort* so", (Run("Wort", frozenset({ITALIC})), Run(" so"))),
        ("*Wort* <so", (Run("*Wort* so"),)),
        ("Bürger*innen und Leser*innen ", (Run("Bürger*innen und Leser*innen "),)),
        ("Bürger_innen und file_name_x ", (Run("Bürger_innen und file_name_x "),)),
        ("5*3*2 ", (Run("5*3*2 "),)),
    ],
)
def test_emphasis_by_stars_but_never_by_a_gender_star(edit, keys, typed, content):
    keys(edit, typed)
    assert edit.body().blocks[0].content == content


def test_what_is_typed_after_an_emphasis_is_plain(edit, keys):
    keys(edit, "**Wort** und weiter")
    assert edit.body().blocks[0].content[-1] == Run(" und weiter")


def test_each_kind_of_help_can_be_switched_off(edit, typists, keys):
    manner = Manner("de-DE", rules=ALL - {Rule.QUOTES})
    typists[edit].habits = Habits(manner, blocks=False, marks=False)
    keys(edit, '- **so** "x"')
    assert edit.body().blocks == (Paragraph(text('- **so** "x"')),)


def test_a_table_and_the_lead_know_no_signs(pane, typists, keys):
    keys(pane.lead, "> so")
    assert pane.article().lead == text("> so")


def test_redo_brings_back_what_undo_took(edit, keys, words):
    keys(edit, '"|')
    edit.redo()
    assert words() == "„"


@given(st.text(alphabet="ab5 \"'-.>#*_%zBäU😀", max_size=25))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_typing_with_each_help_taken_back_is_typing_into_a_plain_field(edit, typists, keys, words, typed):
    edit.set_body(Body())
    for key in typed:
        keys(edit, key)
        if typists[edit].afterthought.fresh():
            keys(edit, "<")
    assert words() == typed
    assert edit.textCursor().atEnd()
