"""Writing with keys and menus: lists, kicker, undo, findings, keywords, the clipboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from newsroom.domain.body import ListItem, plain_text

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
FERRY = "Die Fähre nach Lindholm fährt wieder"
DOUBLED = "doubled-word"


@pytest.fixture
def writing(program, visit):
    """The program with the story on the ferry open and the caret at the end of its text."""
    visit(program, FERRY)
    edit = program.wiring.editor.body_edit
    edit.setFocus()
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    return program


def press(program, qtbot, key, *modifiers):
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    qtbot.keyClick(QApplication.focusWidget() or program.window, key, held)


def save(program, qtbot):
    with qtbot.waitSignal(program.wiring.session.renewed):
        press(program, qtbot, Qt.Key.Key_S, CONTROL)


def body(program):
    return program.wiring.session.current().body


def judged(program, qtbot, rule):
    """Wait until a finding of the rule is shown and give its card."""
    checks = program.window.panel.checks
    program.window.panel.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: any(one.rule == rule for one in checks._shown))
    cards = [checks._column.itemAt(place).widget() for place in range(checks._column.count())]
    return next(card for card in cards if card._finding.rule == rule)


def click(qtbot, card, words):
    from PySide6.QtWidgets import QPushButton

    way = next(one for one in card.findChildren(QPushButton) if one.text() == words)
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)


def findings_of(program, qtbot):
    program.window.panel.tabs.setCurrentIndex(1)
    return {one.rule for one in program.window.panel.checks._shown}


def test_a_numbered_list_is_made_from_the_menu_and_saved(writing, qtbot):
    press(writing, qtbot, Qt.Key.Key_Return)
    writing.window.actions_["numbers"].trigger()
    qtbot.keyClicks(writing.wiring.editor.body_edit, "Erstens")
    press(writing, qtbot, Qt.Key.Key_Return)
    qtbot.keyClicks(writing.wiring.editor.body_edit, "Zweitens")
    save(writing, qtbot)
    blocks = writing.wiring.desk.writing.open(writing.wiring.session.article.id).body.blocks[-2:]
    assert all(isinstance(block, ListItem) and block.ordered for block in blocks)


def test_the_kicker_is_reached_from_the_headline_and_saved(writing, qtbot):
    editor = writing.wiring.editor
    editor.headline.setFocus()
    press(writing, qtbot, Qt.Key.Key_Backtab, SHIFT)
    assert editor.kicker.hasFocus()
    qtbot.keyClicks(editor.kicker, "Schifffahrt")
    save(writing, qtbot)
    assert writing.wiring.desk.writing.open(writing.wiring.session.article.id).kicker == "Schifffahrt"


def test_undo_and_redo_by_key_and_by_menu_change_what_is_seen(writing, qtbot):
    edit = writing.wiring.editor.body_edit
    before = plain_text(body(writing))
    qtbot.keyClicks(edit, "Mehr")
    after = plain_text(body(writing))
    press(writing, qtbot, Qt.Key.Key_Z, CONTROL)
    assert plain_text(body(writing)) == before
    press(writing, qtbot, Qt.Key.Key_Z, CONTROL, SHIFT)
    assert plain_text(body(writing)) == after
    writing.window.actions_["undo"].trigger()
    assert plain_text(body(writing)) == before
    writing.window.actions_["redo"].trigger()
    assert plain_text(body(writing)) == after


def test_a_finding_leads_to_its_place(writing, qtbot):
    qtbot.keyClicks(writing.wiring.editor.body_edit, " Das ist der der Satz.")
    click(qtbot, judged(writing, qtbot, DOUBLED), "Show")
    assert writing.wiring.editor.body_edit.hasFocus()
    assert "der" in writing.wiring.editor.body_edit.textCursor().selectedText()


def test_a_fix_is_one_click_and_one_undo(writing, qtbot):
    qtbot.keyClicks(writing.wiring.editor.body_edit, " Das ist der der Satz.")
    before = plain_text(body(writing))
    card = judged(writing, qtbot, DOUBLED)
    from newsroom.translation import tell

    click(qtbot, card, tell(card._finding.fix.label))
    assert "der der" not in plain_text(body(writing))
    press(writing, qtbot, Qt.Key.Key_Z, CONTROL)
    assert plain_text(body(writing)) == before


@pytest.mark.long
def test_what_was_dismissed_stays_so_until_its_text_changes(writing, visit, qtbot):
    edit = writing.wiring.editor.body_edit
    qtbot.keyClicks(edit, " Das ist der der Satz.")
    click(qtbot, judged(writing, qtbot, DOUBLED), "Dismiss")
    qtbot.waitUntil(lambda: DOUBLED not in findings_of(writing, qtbot))
    save(writing, qtbot)
    visit(writing, "Ruderclub gewinnt das letzte Rennen")
    visit(writing, FERRY)
    qtbot.waitUntil(lambda: writing.wiring.proofs.done)
    assert DOUBLED not in findings_of(writing, qtbot)
    edit.setFocus()
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    qtbot.keyClicks(edit, " Auch die die Katze.")
    judged(writing, qtbot, DOUBLED)


@pytest.mark.long
def test_what_was_dismissed_stays_so_at_the_next_start(writing, start, filled, qtbot):
    qtbot.keyClicks(writing.wiring.editor.body_edit, " Das ist der der Satz.")
    click(qtbot, judged(writing, qtbot, DOUBLED), "Dismiss")
    qtbot.waitUntil(lambda: DOUBLED not in findings_of(writing, qtbot))
    writing.window.close()
    again = start(filled)
    qtbot.waitUntil(lambda: again.wiring.session.article is not None and again.wiring.proofs.done)
    assert "der der" in plain_text(body(again))
    assert DOUBLED not in findings_of(again, qtbot)


@pytest.mark.qt_log_ignore("does not support grabbing", extend=True)
def test_a_keyword_is_completed_with_the_keys(writing, qtbot):
    from newsroom.gui.panels.publication import Catalogue

    field = writing.window.panel.publication.keywords
    writing.window.panel.publication.offer(Catalogue(keywords=("Hafen", "Haushalt", "Rudern")))
    field.setFocus()
    qtbot.keyClicks(field, "Rudern, haf")
    popup = field._completer.popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert field.words() == ("Rudern", "Hafen")
    assert not popup.isVisible()
    save(writing, qtbot)
    assert writing.wiring.session.article.keywords == ("Rudern", "Hafen")


def test_the_body_is_copied_for_the_cms_as_html_and_as_text(writing, qtbot):
    QGuiApplication.clipboard().clear()
    press(writing, qtbot, Qt.Key.Key_4, CONTROL, SHIFT)
    qtbot.waitUntil(lambda: "elf Wochen" in QGuiApplication.clipboard().text())
    copied = QGuiApplication.clipboard().mimeData()
    assert "<p>" in copied.html()
    assert "<p>" not in copied.text()


def test_after_submitting_with_the_mouse_one_goes_on_in_the_story(writing, qtbot):
    from newsroom.domain.workflow import State, Transition

    button = writing.window.top.buttons[Transition.SUBMIT]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: writing.wiring.session.article.state is State.FOR_REVIEW)
    qtbot.waitUntil(lambda: not button.isVisible())
    assert writing.wiring.editor.body_edit.hasFocus()


def test_after_submitting_with_the_space_bar_one_goes_on_in_the_story(writing, qtbot):
    from newsroom.domain.workflow import Transition

    button = writing.window.top.buttons[Transition.SUBMIT]
    button.setFocus()
    press(writing, qtbot, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not button.isVisible())
    assert writing.window.story.isAncestorOf(QApplication.focusWidget())
