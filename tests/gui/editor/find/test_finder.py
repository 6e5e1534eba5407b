"""Finding and replacing in the open story, by keys."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.domain.body import Paragraph, Picture, block_text, body, paragraphs
from newsroom.domain.changes import final
from newsroom.domain.inline import Run, plain, text
from newsroom.domain.marks import BOLD, Mark, MarkKind
from newsroom.gui.editor.find.finder import Finder

Key, Mod = Qt.Key, Qt.KeyboardModifier
GONE = frozenset({Mark(MarkKind.DELETED, "c1")})
STORY = {
    "headline": "Der Hafen ruht",
    "lead": text("Im Hafen liegt Eis."),
    "body": body(
        Paragraph((Run("Der "), Run("Hafen", frozenset({BOLD})), Run(" wartet."))),
        Paragraph((Run("Am Ha"), Run("xxx", GONE), Run("fen steht ein Kran."))),
        Picture("", text("Der Hafen im Winter")),
    ),
}  # fmt: skip


@pytest.fixture
def program(start, place):
    from newsroom.desk import open_desk

    with open_desk(place) as desk:
        desk.writing.save(desk.writing.new(**STORY))
    return start(place)


@pytest.fixture
def finder(program, visit, qtbot):
    visit(program, STORY["headline"])
    program.window.activateWindow()
    program.wiring.editor.body_edit.setFocus()
    qtbot.waitUntil(program.wiring.editor.body_edit.hasFocus)
    return program.wiring.feature(Finder)


def press(program, key, modifier=Mod.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


@pytest.fixture
def seek(program, finder, qtbot):
    """Opens the bar by its key, types what is looked for and waits for the finds."""

    def do(words, *, key=Key.Key_F):
        press(program, key, Mod.ControlModifier)
        qtbot.waitUntil(finder.bar.asked.words.hasFocus)
        QTest.keyClicks(finder.bar.asked.words, words)
        settle(finder, qtbot)

    return do


def settle(finder, qtbot):
    def idle():
        return not (finder._soon.waiting() or finder._later.waiting() or finder._task)

    qtbot.waitUntil(
        idle, timeout=30_000
    )  # an expression that never ends takes its second, on a busy machine more


def page(program):
    story = program.wiring.editor.article()
    return story.headline, plain(story.lead), [block_text(block) for block in story.body.blocks]


def selected(program):
    return program.wiring.editor.focused().textCursor().selectedText()


def test_every_field_of_the_page_is_searched_and_deleted_text_is_not(program, finder, seek):
    seek("hafen")
    assert [find.field.value for find in finder.hits.finds] == ["headline", "lead", "body", "body", "body"]
    assert finder.bar.count.text() == "3 of 5"


def test_enter_goes_on_and_shift_enter_back_and_escape_into_the_text(program, finder, seek, qtbot):
    seek("hafen")
    press(program, Key.Key_Return)
    assert finder.bar.count.text() == "4 of 5"
    for _time in range(2):
        press(program, Key.Key_Return, Mod.ShiftModifier)
    assert finder.bar.count.text() == "2 of 5"
    press(program, Key.Key_Escape)
    assert not finder.active
    qtbot.waitUntil(program.wiring.editor.lead.hasFocus)
    assert selected(program) == "Hafen"
    assert program.wiring.editor.lead.extraSelections() == []


def test_escape_in_the_text_closes_the_bar_and_leaves_the_caret(program, finder, seek, qtbot):
    seek("hafen")
    edit = program.wiring.editor.body_edit
    edit.setFocus()
    edit.setTextCursor(edit.select(1, 3, 3))
    press(program, Key.Key_Escape)
    assert not finder.active
    assert edit.hasFocus()
    assert edit.place(edit.textCursor().position()) == (1, 3)
    assert program.wiring.editor.lead.extraSelections() == []


def test_f3_goes_on_from_the_text_and_round_at_the_end(program, finder, seek, qtbot):
    seek("hafen")
    program.wiring.editor.body_edit.setFocus()
    for _time in range(3):
        press(program, Key.Key_F3)
    assert finder.bar.count.text() == "1 of 5"
    press(program, Key.Key_F3, Mod.ShiftModifier)
    assert finder.bar.count.text() == "5 of 5"


def test_the_selected_word_is_looked_for(program, finder, qtbot):
    edit = program.wiring.editor.body_edit
    edit.setTextCursor(edit.select(0, 4, 9))
    press(program, Key.Key_F, Mod.ControlModifier)
    settle(finder, qtbot)
    assert (finder.bar.asked.words.text(), len(finder.hits.finds)) == ("Hafen", 5)


def test_a_long_selection_is_where_is_searched(program, finder, seek):
    edit = program.wiring.editor.body_edit
    cursor = edit.select(0, 0, 0)
    cursor.setPosition(edit.select(1, 0, 5).selectionEnd(), cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    seek("a")
    assert finder.bar.inside.isChecked()
    assert [(find.places[0].block, find.places[0].start) for find in finder.hits.finds] == [
        (0, 5),
        (0, 11),
        (1, 0),
        (1, 4),
    ]


def test_enter_in_the_second_field_replaces_one_and_goes_on(program, finder, seek, qtbot):
    seek("hafen", key=Key.Key_H)
    finder.bar.asked.new.setFocus()
    QTest.keyClicks(finder.bar.asked.new, "Kai")
    settle(finder, qtbot)
    press(program, Key.Key_Return)
    settle(finder, qtbot)
    press(program, Key.Key_Return)
    settle(finder, qtbot)
    assert page(program)[2][0] == "Der Kai wartet."
    assert finder.bar.count.text().endswith("of 3")


def replace_all(finder, qtbot, new):
    finder.bar.asked.new.setText(new)
    settle(finder, qtbot)
    with qtbot.waitSignal(finder._replacing.done):
        QTest.mouseClick(finder.bar.all, Qt.MouseButton.LeftButton)
    settle(finder, qtbot)


def test_all_are_replaced_marks_stay_and_one_undo_takes_all_back(program, finder, seek, qtbot):
    before = program.wiring.editor.article()
    seek("hafen", key=Key.Key_H)
    replace_all(finder, qtbot, "Kai")
    headline, lead, words = page(program)
    assert (headline, lead) == ("Der Kai ruht", "Im Kai liegt Eis.")
    assert words[0] == "Der Kai wartet."
    assert words[2] == "Der Kai im Winter"
    assert program.wiring.editor.article().body.blocks[0].content[1] == Run("Kai", frozenset({BOLD}))
    assert Run("xxx", GONE) in program.wiring.editor.article().body.blocks[1].content
    press(program, Key.Key_Z, Mod.ControlModifier)
    assert replace(program.wiring.editor.article(), body=before.body) == before
    assert program.wiring.editor.article().body == before.body
    press(program, Key.Key_Z, Mod.ControlModifier | Mod.ShiftModifier)
    assert page(program) == (headline, lead, words)


def test_typing_between_is_undone_before_the_replacement(program, finder, seek, qtbot):
    seek("hafen", key=Key.Key_H)
    replace_all(finder, qtbot, "Kai")
    edit = program.wiring.editor.body_edit
    edit.setFocus()
    edit.setTextCursor(edit.select(0, 0, 0))
    QTest.keyClicks(edit, "Ja ")
    press(program, Key.Key_Z, Mod.ControlModifier)
    assert page(program)[0] == "Der Kai ruht"
    assert page(program)[2][0] == "Der Kai wartet."
    press(program, Key.Key_Z, Mod.ControlModifier)
    assert page(program)[0] == "Der Hafen ruht"


def test_groups_of_an_expression_stand_in_the_text_and_a_line_feed_is_a_line_break(
    program, finder, seek, qtbot
):
    finder.bar.asked.expression.setChecked(True)
    seek(r"(\w+) (wartet)", key=Key.Key_H)
    replace_all(finder, qtbot, r"$2\n$1")
    assert page(program)[2][0] == "Der wartet\nHafen."


@pytest.mark.long
def test_a_wrong_expression_and_one_that_never_ends_are_told_in_the_bar(program, finder, seek, qtbot):
    finder.bar.asked.expression.setChecked(True)
    seek("(")
    assert "not closed" in finder.bar.count.text()
    assert finder.bar.asked.words.property("wrong") is True
    program.wiring.editor.body_edit.insert_body(paragraphs(["x" * 4000]))
    finder.bar.asked.words.setText("(x+x+)+y")
    settle(finder, qtbot)
    assert "too long" in finder.bar.count.text()


def test_the_preview_replaces_what_is_chosen(program, finder, seek, qtbot):
    from newsroom.gui.editor.find.preview import PreviewDialog

    seek("hafen", key=Key.Key_H)
    finder.bar.asked.new.setText("Kai")
    settle(finder, qtbot)
    QTest.mouseClick(finder.bar.preview, Qt.MouseButton.LeftButton)
    dialog = program.window.findChild(PreviewDialog)
    view = dialog.view
    heading = view.preview.index(0, 0)
    view.setFocus()
    view.setCurrentIndex(heading)
    QTest.keyClick(view, Key.Key_Space)
    assert dialog.yes.text() == "Replace 4"
    view.setCurrentIndex(view.preview.index(1, 0, view.preview.index(2, 0)))
    QTest.keyClick(view, Key.Key_Space)
    assert dialog.count.text() == "3 of 5 chosen"
    with qtbot.waitSignal(finder._replacing.done):
        QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
    headline, lead, words = page(program)
    assert (headline, lead) == ("Der Hafen ruht", "Im Kai liegt Eis.")
    assert words == ["Der Kai wartet.", "Am Haxxxfen steht ein Kran.", "Der Kai im Winter"]


def test_thousands_are_replaced_in_slices_and_undone_as_one(program, finder, seek, qtbot):
    edit = program.wiring.editor.body_edit
    edit.setTextCursor(edit.select(0, 0, 0))
    edit.insert_body(paragraphs(["Kohl und Kohle kosten Kohl. " * 8] * 150))
    before = program.wiring.editor.article().body
    seek("kohl", key=Key.Key_H)
    assert len(finder.hits.finds) == 3600
    slices = 0
    go_on = finder._replacing._go_on

    def counted():
        nonlocal slices
        slices += 1
        go_on()

    finder._replacing._go_on = counted
    replace_all(finder, qtbot, "Rüben")
    assert page(program)[2][0].startswith("Rüben und Rübene kosten Rüben.")
    assert slices > 1
    press(program, Key.Key_Z, Mod.ControlModifier)
    assert program.wiring.editor.article().body == before


def test_with_tracking_on_replacing_leaves_changes_and_what_is_struck_is_not_found(
    program, finder, seek, qtbot
):
    before = program.wiring.editor.article()
    program.window.actions_["track"].trigger()
    seek("hafen", key=Key.Key_H)
    replace_all(finder, qtbot, "Kai")
    after = program.wiring.editor.article()
    assert after.body.blocks[0] != before.body.blocks[0]
    assert block_text(after.body.blocks[0]) == "Der HafenKai wartet."
    assert final(after.body).blocks[0].content[1].text.startswith("Kai")
    assert finder.hits.finds == ()
    press(program, Key.Key_Z, Mod.ControlModifier)
    undone = program.wiring.editor.article()
    assert (undone.headline, undone.lead, undone.body) == (before.headline, before.lead, before.body)
