"""Snippets written in their dialog and used in a story, with keys and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit

from newsroom.desk import open_desk
from newsroom.domain.body import block_text, paragraphs
from newsroom.domain.inline import Run
from newsroom.domain.marks import BOLD
from newsroom.domain.person import Role
from newsroom.domain.snippet import Snippet
from newsroom.gui.preferences.feature import Preferences
from newsroom.gui.shorthand.snippets_dialog import SnippetsDialog

FERRY = "Die Fähre nach Lindholm fährt wieder"


@pytest.fixture
def show(qtbot):
    """Give a function that opens the snippets by their key."""

    def open_dialog(program):
        qtbot.keyClick(program.window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: bool(program.window.findChildren(SnippetsDialog)))
        return program.window.findChild(SnippetsDialog)

    return open_dialog


def finished(program, qtbot, dialog):
    with qtbot.waitSignal(program.wiring.feature(Preferences).settings.changed):
        dialog.finish.click()


def first(program):
    return program.wiring.session.current().body.blocks[0]


def test_a_snippet_is_written_and_expands_in_the_story(program, visit, show, qtbot):
    visit(program, FERRY)
    dialog = show(program)
    qtbot.mouseClick(dialog.new, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.abbreviation, "sth")
    qtbot.keyClicks(dialog.text, "Stadt **Lindholm** am {weekday}")
    finished(program, qtbot, dialog)
    edit = program.wiring.editor.body_edit
    edit.setFocus()
    edit.setTextCursor(edit.select(0, 44, 44))
    qtbot.keyClicks(edit, " sth")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert " Stadt Lindholm am " in block_text(first(program))
    assert Run("Lindholm", frozenset({BOLD})) in first(program).content
    assert "{" not in block_text(first(program))
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert block_text(first(program)).endswith(" sth")


def test_a_chosen_snippet_takes_the_place_of_the_selection(program, visit, show, qtbot):
    program.desk.shorthand.put_snippets([Snippet("kl", paragraphs(["({selection}{cursor})"]))], house=False)
    visit(program, FERRY)
    edit = program.wiring.editor.body_edit
    edit.setFocus()
    edit.setTextCursor(edit.select(0, 0, 4))
    dialog = show(program)
    dialog.use.click()
    assert block_text(first(program)).startswith("(Nach) elf")
    qtbot.keyClicks(edit, "!")
    assert block_text(first(program)).startswith("(Nach!) elf")


def test_a_snippet_is_made_of_what_is_selected(program, visit, qtbot):
    visit(program, FERRY)
    edit = program.wiring.editor.body_edit
    edit.setFocus()
    edit.setTextCursor(edit.select(0, 0, 15))
    program.window.actions_["new-snippet"].trigger()
    dialog = program.window.findChild(SnippetsDialog)
    qtbot.keyClicks(dialog.abbreviation, "nw")
    finished(program, qtbot, dialog)
    assert program.desk.shorthand.snippets(house=False) == (Snippet("nw", paragraphs(["Nach elf Wochen"])),)


def test_two_snippets_of_one_abbreviation_are_not_kept(program, show, qtbot):
    dialog = show(program)
    for words in ("eins", "zwei"):
        dialog.new.click()
        qtbot.keyClicks(dialog.abbreviation, "ab")
        qtbot.keyClicks(dialog.text, words)
    dialog.finish.click()
    assert dialog.isVisible()
    assert "ab" in dialog.wrong.text()
    qtbot.keyClicks(dialog.abbreviation, "c")
    finished(program, qtbot, dialog)
    assert [one.abbreviation for one in program.desk.shorthand.snippets(house=False)] == ["ab", "abc"]


def test_nothing_is_inserted_where_no_story_is_open(program, show):
    program.desk.shorthand.put_snippets([Snippet("kl", paragraphs(["x"]))], house=False)
    assert not show(program).use.isEnabled()


def test_a_deleted_snippet_is_forgotten(program, show, qtbot):
    kept = [Snippet(word, paragraphs([word])) for word in ("eins", "zwei")]
    program.desk.shorthand.put_snippets(kept, house=True)
    dialog = show(program)
    dialog.keeper.setCurrentIndex(1)
    assert dialog.list.count() == 2
    dialog.delete.click()
    finished(program, qtbot, dialog)
    assert program.desk.shorthand.snippets(house=True) == (kept[1],)


def test_a_journalist_reads_the_snippets_of_the_house(filled, start, show, qtbot):
    with open_desk(filled) as desk:
        desk.shorthand.put_snippets([Snippet("red", paragraphs(["Redaktion"]))], house=True)
        desk.people.add("Imke Sanders", Role.JOURNALIST)
        desk.people.add("Ragna Hollmann", Role.CHIEF)
    dialog = show(start(filled, "--as", "Imke Sanders"))
    dialog.keeper.setCurrentIndex(1)
    qtbot.keyClicks(dialog.abbreviation, "x")
    qtbot.keyClicks(dialog.text, "x")
    assert (dialog.abbreviation.text(), dialog.text.toPlainText()) == ("red", "Redaktion")
    assert not dialog.new.isEnabled()
    assert not dialog.delete.isEnabled()
    assert dialog.wrong.text()


def test_every_control_has_a_name(program, show):
    dialog = show(program)
    for kind in (QAbstractButton, QLineEdit):
        for one in dialog.findChildren(kind):
            assert one.accessibleName() or getattr(one, "text", str)(), one
