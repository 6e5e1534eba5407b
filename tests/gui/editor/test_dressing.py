"""Undo goes on after saving, after autosave and in another look."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from newsroom.domain.body import plain_text
from newsroom.domain.marks import BOLD
from newsroom.gui.editor.look import EditorLook
from newsroom.gui.editor.styling import toggle_mark
from newsroom.gui.editor.text_edit import TextEdit
from newsroom.gui.theme.tokens import Scheme
from tests.strategies import bodies

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DARK = EditorLook(text="#e6e9ec", accent="#79aef5", body=20)
FERRY = "Die Fähre nach Lindholm fährt wieder"


@pytest.fixture
def edit(qapp):
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    yield TextEdit(EditorLook(), "Text", parent)
    parent.deleteLater()


def colours(edit):
    found, block = set(), edit.document().begin()
    while block.isValid():
        fragments = block.begin()
        while not fragments.atEnd():
            found.add(fragments.fragment().charFormat().foreground().color().name())
            fragments += 1
        block = block.next()
    return found


@settings(max_examples=25, deadline=None)
@given(bodies())
def test_another_look_changes_no_word_and_is_no_step(qapp, source):
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    edit = TextEdit(EditorLook(), "Text", parent)
    edit.set_body(source)
    before = edit.body()
    QTest.keyClicks(edit, "x")
    written = edit.body()
    edit.set_look(DARK)
    assert edit.body() == written
    edit.undo()
    assert edit.body() == before
    fresh = TextEdit(DARK, "Text", parent)
    fresh.set_body(before)
    assert colours(edit) == colours(fresh)
    parent.deleteLater()


def test_steps_of_several_looks_are_undone_one_by_one_in_the_last_look(edit):
    for word, look in (("eins ", DARK), ("zwei ", EditorLook()), ("drei ", DARK)):
        QTest.keyClicks(edit, word)
        toggle_mark(edit, BOLD)
        edit.set_look(look)
    QTest.keyClicks(edit, "vier ")
    seen = []
    while edit.dressing.depth():
        seen.append(plain_text(edit.body()))
        edit.undo()
        assert colours(edit) <= {DARK.text}
    assert seen[0] == "eins zwei drei vier "
    assert {"eins zwei drei ", "eins zwei ", "eins "} <= set(seen)
    edit.undo()
    assert plain_text(edit.body()) == ""


def test_undo_and_redo_stand_after_a_look_where_nothing_was_undone_across_it(edit):
    edit.set_look(DARK)
    QTest.keyClicks(edit, "eins")
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert plain_text(edit.body()) == ""
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert plain_text(edit.body()) == "eins"


@pytest.fixture
def written(program, visit, qtbot):
    """The program with a word typed and, after a pause, another."""
    visit(program, FERRY)
    program.window.activateWindow()
    edit = program.wiring.editor.body_edit
    edit.setFocus()
    QTest.keyClicks(edit, "Eins. ")
    edit.setTextCursor(edit.select(1, 0, 0))
    QTest.keyClicks(edit, "Zwei. ")
    return program


def undo_all(program):
    edit = program.wiring.editor.body_edit
    for _step in range(2):
        QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    return plain_text(edit.body())


def test_undo_goes_on_after_autosave(written, qtbot):
    before = plain_text(written.desk.writing.open(1).body)
    with qtbot.waitSignal(written.wiring.session.kept):
        pass
    assert plain_text(written.desk.library.drafts()[0].article.body).startswith("Eins. ")
    assert undo_all(written) == before


def test_undo_goes_on_after_saving(written, qtbot):
    before = plain_text(written.desk.writing.open(1).body)
    with qtbot.waitSignal(written.wiring.session.changed):
        QTest.keyClick(written.window, Qt.Key.Key_S, CONTROL)
    qtbot.waitUntil(lambda: not written.wiring.session.dirty)
    assert undo_all(written) == before
    assert written.wiring.session.dirty


def test_undo_goes_on_in_another_palette(written):
    before = plain_text(written.desk.writing.open(1).body)
    written.wardrobe.wear(Scheme.DARK)
    written.wardrobe.wear(Scheme.CONTRAST)
    assert undo_all(written) == before
