import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest

from newsroom.domain.body import block_text, paragraphs
from newsroom.gui.editor.invisibles import Invisibles, sign
from newsroom.gui.editor.seen import seen_blocks


@pytest.fixture
def edit(program, visit):
    visit(program, "Die Fähre nach Lindholm fährt wieder")
    field = program.wiring.editor.body_edit
    field.setFocus()
    return field


@pytest.mark.parametrize(
    ("char", "shown"),
    [
        ("\u00a0", "°"),
        ("\u202f", "°"),
        ("\u00ad", "¬"),
        ("\t", "→"),
        ("\u2028", "↵"),
        ("\u200b", "|"),
        ("\ufeff", "|"),
        ("\u200f", "⇄"),
        ("\u202e", "⇄"),
    ],
)
def test_each_unseen_character_has_its_sign(char, shown):
    assert sign(char) == shown


def test_signs_are_drawn_by_key_and_the_text_stays(program, edit):
    edit.set_body(paragraphs(["Zehn\u00a0Euro und\u200b 😀 ein\u00ad Tab\t.", ""]))
    before, plainly = edit.body(), edit.grab().toImage()
    QTest.keySequence(edit, QKeySequence("Ctrl+Alt+I"))
    assert program.wiring.feature(Invisibles).on
    assert program.window.actions_["invisibles"].isChecked()
    assert edit.grab().toImage() != plainly
    assert edit.body() == before
    QTest.keySequence(edit, QKeySequence("Ctrl+Alt+I"))
    assert edit.grab().toImage() == plainly


def test_a_long_story_costs_what_is_seen_of_it(edit):
    edit.set_body(paragraphs(f"Absatz {number}" for number in range(3_000)))
    seen = list(seen_blocks(edit, QRect(0, edit.height() // 2, edit.width(), 600)))
    assert 5 < len(seen) < 60
    assert seen[0].blockNumber() > 20


@pytest.mark.parametrize(
    ("key", "char"),
    [
        ("Ctrl+Shift+Space", "\u00a0"),
        ("Ctrl+Alt+Space", "\u202f"),
        ("Ctrl+Alt+-", "\u00ad"),
        ("Ctrl+Alt+H", "–"),
        ("Ctrl+Alt+.", "…"),
    ],
)
def test_a_rare_character_is_typed_by_key(edit, key, char):
    edit.set_body(paragraphs(["ab"]))
    edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keySequence(edit, QKeySequence(key))
    assert block_text(edit.body().blocks[0]) == f"ab{char}"


def test_a_rare_character_goes_into_the_headline_too(program, edit):
    headline = program.wiring.editor.headline
    headline.setFocus()
    headline.moveCursor(QTextCursor.MoveOperation.End)
    program.window.actions_["en-dash"].trigger()
    assert headline.text().endswith("–")


def test_quotation_marks_of_the_language_stand_around_the_selection(program, edit):
    edit.set_body(paragraphs(["Er sagte nein."]))
    cursor = edit.textCursor()
    cursor.setPosition(9)
    cursor.setPosition(13, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    QTest.keySequence(edit, QKeySequence("Ctrl+Alt+W"))
    assert block_text(edit.body().blocks[0]) == "Er sagte „nein“."
    edit.undo()
    assert block_text(edit.body().blocks[0]) == "Er sagte nein."


def test_between_empty_quotation_marks_one_goes_on_writing(edit):
    edit.set_body(paragraphs([""]))
    edit.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keySequence(edit, QKeySequence("Ctrl+Alt+W"))
    QTest.keyClicks(edit, "ja")
    assert block_text(edit.body().blocks[0]) == "„ja“"
