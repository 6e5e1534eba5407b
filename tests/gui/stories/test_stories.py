"""Replacing in the stories of a list, and the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from newsroom.domain.approved import Evidence, Seal
from newsroom.domain.body import plain_text
from newsroom.domain.workflow import State
from newsroom.gui.stories.feature import Stories

Key, Mod = Qt.Key, Qt.KeyboardModifier
FERRY = "Die Fähre nach Lindholm fährt wieder"


@pytest.fixture
def stories(program):
    program.window.activateWindow()
    return program.wiring.feature(Stories)


@pytest.fixture
def seek(program, stories, qtbot):
    """Opens the dialog by its key, types, and searches with Enter."""

    def do(words, new):
        QTest.keyClick(QApplication.focusWidget(), Key.Key_H, Mod.ControlModifier | Mod.ShiftModifier)
        qtbot.waitUntil(lambda: stories.dialog is not None)
        dialog = stories.dialog
        dialog.asked.whole.setChecked(True)
        QTest.keyClicks(dialog.asked.words, words)
        QTest.keyClicks(dialog.asked.new, new)
        dialog.asked.new.setFocus()
        QTest.keyClick(dialog.asked.new, Key.Key_Return)
        qtbot.waitUntil(lambda: stories._task is None)
        return dialog

    return do


def replace_all(program, stories, qtbot):
    QTest.mouseClick(stories.dialog.yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: stories._task is None and program.window.notice.isVisible())


def everything(program):
    found = program.desk.library.stories.articles(program.desk.lists.ids())
    return {story.id: (story.headline, plain_text(story.body)) for story in found}


def test_every_find_is_shown_under_its_story(program, seek):
    dialog = seek("der", "die")
    model = dialog.view.preview
    assert dialog.told.text() == "2 finds · 3 stories searched"
    heads = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert sorted(heads) == [f"{FERRY} (1)", "Rat beschließt den Haushalt für zwei Jahre (1)"]


def test_all_are_replaced_and_one_undo_takes_all_back(program, stories, seek, qtbot):
    before = everything(program)
    seek("das", "ein")
    replace_all(program, stories, qtbot)
    assert program.window.notice.words.text() == "2 finds replaced in 2 stories."
    assert "Nach elf Wochen legt ein Schiff wieder ab." in str(everything(program))
    undo = next(one for one in program.window.notice.findChildren(QPushButton) if one.text() == "Undo")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: everything(program) == before)


def test_what_is_not_chosen_and_what_is_published_stays(program, stories, seek, qtbot):
    story = program.desk.writing.open(2)
    program.desk.library.stories.save(
        replace(story, state=State.PUBLISHED), program.desk.person, evidence=Evidence(Seal())
    )
    dialog = seek("der", "die")
    model, view = dialog.view.preview, dialog.view
    locked = next(row for row in range(2) if model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) is None)
    assert "“Published”" in model.index(locked, 0).data()
    free = next(row for row in range(2) if row != locked)
    assert dialog.yes.text() == "Replace 1"
    view.setFocus()
    view.setCurrentIndex(model.index(free, 0))
    QTest.keyClick(view, Key.Key_Space)
    assert not dialog.yes.isEnabled()
    QTest.keyClick(view, Key.Key_Space)
    replace_all(program, stories, qtbot)
    assert program.desk.writing.open(2).body == story.body
    assert "1 find replaced in 1 story." in program.window.notice.words.text()


def test_the_open_story_shows_what_was_replaced_and_what_was_typed_before(
    program, stories, seek, visit, qtbot
):
    visit(program, FERRY)
    edit = program.wiring.editor.body_edit
    edit.setFocus()
    QTest.keyClicks(edit, "Das stimmt. ")
    seek("das", "ein")
    replace_all(program, stories, qtbot)
    qtbot.waitUntil(lambda: plain_text(edit.body()).startswith("ein stimmt. Nach elf Wochen legt ein Schiff"))
    assert "replaced" in program.window.notice.words.text()


def test_only_the_list_that_is_shown_is_searched(program, stories, seek, qtbot):
    program.window.sidebar.choose("section:Sport")
    qtbot.waitUntil(lambda: program.wiring.browsing.place.key == "section:Sport")
    dialog = seek("am", "im")
    assert dialog.where.currentText() == "Sport · 1 story"
    assert dialog.told.text() == "1 find · 1 story searched"


def test_the_stories_that_a_search_found_are_searched(program, stories, seek, qtbot):
    program.wiring.browsing._find("Hafen")
    dialog = seek("der", "die")
    assert dialog.where.currentText() == "Found for “Hafen”"
    assert dialog.told.text() == "1 find · 1 story searched"


def test_a_wrong_expression_is_told_and_another_word_asks_anew(program, stories, seek, qtbot):
    dialog = seek("das", "ein")
    dialog.asked.expression.setChecked(True)
    assert not dialog.yes.isEnabled()
    dialog.asked.words.setText("(")
    dialog.search()
    qtbot.waitUntil(lambda: stories._task is None)
    assert "not closed" in dialog.told.text()
