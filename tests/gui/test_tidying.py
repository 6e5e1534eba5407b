"""Tidying the typography of a story, after a look at every change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from newsroom.domain.body import Body, Box, Paragraph, Picture, Table, block_text, paragraphs
from newsroom.domain.inline import plain, text
from newsroom.gui.editor.typing.tidy_dialog import TidyDialog

UNTIDY = "Der Anker ist da"
WORDS = ('Er  kam - und sagte: "Ja."', "Um 9-17 Uhr  ist es z.B. ruhig.")


@pytest.fixture
def story(program, visit, qtbot):
    """A story whose typography is untidy, open."""
    article = program.desk.writing.new(headline=UNTIDY, language="de-DE", body=paragraphs(WORDS))
    saved = program.desk.writing.save(article)
    program.wiring.apply(saved.changes)
    program.wiring.session.open(saved.article.id)
    qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "id", 0) == saved.article.id)
    return program


@pytest.fixture
def ask(qtbot):
    """Give a function that asks by the key what is to tidy, and gives the dialog."""

    def show(program):
        qtbot.keyClick(
            program.window,
            Qt.Key.Key_T,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )
        qtbot.waitUntil(lambda: bool(program.window.findChildren(TidyDialog)))
        return program.window.findChild(TidyDialog)

    return show


def words(program):
    return [
        block_text(block).replace("\u00a0", "_") for block in program.wiring.session.current().body.blocks
    ]


def test_every_change_is_shown_and_made_as_one_step(story, ask, qtbot):
    dialog = ask(story)
    assert dialog.model.rowCount() == 9
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert words(story) == ["Er kam_– und sagte: „Ja.“", "Um 9–17_Uhr ist es z._B. ruhig."]
    story.window.actions_["undo"].trigger()
    assert words(story) == list(WORDS)


def test_all_fields_captions_tables_and_boxes_are_tidied_and_one_undo_takes_all_back(program, ask, qtbot):
    untidy = Body(
        (
            Paragraph(text("Um 9-17 Uhr.")),
            Picture(asset="", caption=text('Der "Anker" im Bild')),
            Table(((text("Ort"), text('"Nord"')), (text("Maß"), text("3 km")))),
            Box(text("Um 9-17 Uhr"), (Paragraph(text("z.B. so")),)),
        )
    )
    article = program.desk.writing.new(
        headline='Der "Anker"', kicker="a  b", lead=text("3 Euro"), language="de-DE", body=untidy
    )
    saved = program.desk.writing.save(article)
    program.wiring.apply(saved.changes)
    program.wiring.session.open(saved.article.id)
    qtbot.waitUntil(lambda: getattr(program.wiring.session.article, "id", 0) == saved.article.id)
    before = program.wiring.session.current()
    ask(program).go.click()
    after = program.wiring.session.current()
    assert (after.kicker, after.headline, plain(after.lead)) == ("a b", "Der „Anker“", "3\u00a0Euro")
    assert words(program) == [
        "Um 9–17_Uhr.",
        "Der „Anker“ im Bild",
        "Ort\t„Nord“\nMaß\t3_km",
        "Um 9–17_Uhr\nz._B. so",
    ]
    program.window.actions_["undo"].trigger()
    assert program.wiring.session.current() == before
    program.window.actions_["redo"].trigger()
    assert program.wiring.session.current() == after


def test_what_is_unticked_stays(story, ask, qtbot):
    dialog = ask(story)
    for row, one in enumerate(dialog.model.found):
        if one.old == '"':
            at = dialog.list.visualRect(dialog.model.index(row)).center()
            qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert dialog.go.text() == "Tidy 7 places"
    dialog.go.click()
    assert words(story)[0] == 'Er kam_– und sagte: "Ja."'


def test_the_keys_tick_and_none_means_nothing_to_do(story, ask, qtbot):
    dialog = ask(story)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.model.wanted[0] is False
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert all(dialog.model.wanted)
    dialog.every.click()
    assert not any(dialog.model.wanted)
    assert not dialog.go.isEnabled()
    dialog.every.click()
    assert all(dialog.model.wanted)


def test_only_the_selection_is_tidied_where_there_is_one(story, ask, qtbot):
    edit = story.wiring.editor.body_edit
    edit.setFocus()
    edit.setTextCursor(edit.select(1, 0, len(WORDS[1])))
    dialog = ask(story)
    assert {one.replacement.place.block for one in dialog.model.found} == {1}
    dialog.go.click()
    assert words(story) == [WORDS[0], "Um 9–17_Uhr ist es z._B. ruhig."]


def test_a_tidy_story_is_told_to_be_so(program, visit, qtbot):
    visit(program, "Die Fähre nach Lindholm fährt wieder")
    program.window.actions_["tidy"].trigger()
    qtbot.waitUntil(lambda: program.window.notice.words.text() == "The typography is tidy.")
