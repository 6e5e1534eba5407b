"""Undo goes on after saving, after autosave and in another look."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.domain.body import Paragraph, Picture, body, plain_text
from newsroom.domain.inline import Run
from newsroom.domain.marks import BOLD, Mark, MarkKind, link
from newsroom.gui.editor.bridge.reading import fragments
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
    """Give for each stretch of text in which colour it is seen."""
    found, block = {}, edit.document().begin()
    while block.isValid():
        over = block.layout().formats()
        for one in fragments(block):
            at = one.position() - block.position()
            worn = next((each.format for each in over if each.start <= at < each.start + each.length), None)
            form = worn if worn is not None else one.charFormat()
            own = form.hasProperty(QTextFormat.Property.ForegroundBrush)
            found[one.position()] = form.foreground().color().name() if own else edit.look.text
        block = block.next()
    return set(found.values())


def dressed(edit):
    """Let all of a text be dressed."""
    while edit.dressing.busy:
        QApplication.processEvents()
    return colours(edit)


@settings(max_examples=25, deadline=None)
@given(bodies())
def test_another_look_changes_no_word_and_is_no_step(qapp, source):
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    edit = TextEdit(EditorLook(), "Text", parent)
    edit.set_body(source)
    before = edit.body()
    QTest.keyClicks(edit, "x")
    written, steps = edit.body(), edit.document().availableUndoSteps()
    edit.set_look(DARK)
    assert edit.body() == written
    assert edit.document().availableUndoSteps() == steps
    edit.undo()
    assert edit.body() == before
    fresh = TextEdit(DARK, "Text", parent)
    fresh.set_body(before)
    assert dressed(edit) == colours(fresh)
    edit.redo()
    assert edit.body() == written
    parent.deleteLater()


def test_steps_of_several_looks_are_undone_and_redone_one_by_one_in_the_last_look(edit):
    for word, look in (("eins ", DARK), ("zwei ", EditorLook()), ("drei ", DARK)):
        QTest.keyClicks(edit, word)
        toggle_mark(edit, BOLD)
        edit.set_look(look)
    QTest.keyClicks(edit, "vier ")
    whole = edit.body()
    seen = []
    while edit.dressing.depth():
        seen.append(plain_text(edit.body()))
        edit.undo()
        assert dressed(edit) <= {DARK.text}
    assert seen[0] == "eins zwei drei vier "
    assert {"eins zwei drei ", "eins zwei ", "eins "} <= set(seen)
    assert plain_text(edit.body()) == ""
    while edit.document().isRedoAvailable():
        edit.redo()
    assert edit.body() == whole


def test_what_is_written_and_joined_in_another_look_wears_it_at_once(edit):
    edit.set_body(
        body(Paragraph((Run("Eins "), Run("Link", frozenset({link("https://a.example")})))), Picture(""))
    )
    QTest.keyClicks(edit, "x")
    edit.set_look(DARK)
    dressed(edit)
    edit.setTextCursor(edit.select(0, 3, 3))
    QTest.keyClicks(edit, "yy")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert not edit.dressing.busy
    assert colours(edit) == {DARK.text, DARK.accent, DARK.muted}


def test_changes_are_hidden_and_shown_again_without_a_step(edit):
    marks = [frozenset({Mark(kind, "c")}) for kind in (MarkKind.DELETED, MarkKind.INSERTED)]
    edit.set_body(body(Paragraph((Run("alt", marks[0]), Run("neu", marks[1])))))
    QTest.keyClicks(edit, "x")
    steps = edit.document().availableUndoSteps()
    shown = colours(edit)
    edit.set_look(replace(EditorLook(), hides_changes=True))
    assert "#7a35d6" not in dressed(edit)
    edit.set_look(EditorLook())
    assert dressed(edit) == shown
    assert edit.document().availableUndoSteps() == steps


def test_a_long_story_takes_another_look_in_small_turns(edit):
    linked = frozenset({link("https://a.example")})
    edit.set_body(body(*(Paragraph((Run("Wort " * 30), Run("Link", linked))) for _ in range(1500))))
    QTest.keyClicks(edit, "x")
    edit.set_look(DARK)
    assert edit.dressing.busy
    assert dressed(edit) == {DARK.text, DARK.accent}


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


@pytest.mark.long
def test_undo_goes_on_after_autosave(written, qtbot):
    before = plain_text(written.desk.writing.open(1).body)
    with qtbot.waitSignal(written.wiring.session.kept):
        pass
    assert plain_text(written.desk.library.drafts.all()[0].article.body).startswith("Eins. ")
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
