"""Two windows at one story: who writes, what was saved elsewhere, and both texts where both wrote."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from newsroom.desk import open_desk
from newsroom.domain.body import plain_text
from newsroom.domain.person import Role

FERRY = "Die Fähre nach Lindholm fährt wieder"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def two(start, filled, visit):
    """Two windows, of an editor and of a journalist, with the same story open."""
    with open_desk(filled) as desk:
        desk.people.add("Imke Sanders", Role.JOURNALIST)
        desk.people.add("Jelto Wiarda", Role.EDITOR)
    windows = [start(filled, "--as", name) for name in ("Imke Sanders", "Jelto Wiarda")]
    for program in windows:
        visit(program, FERRY)
    return windows


def words(program):
    return plain_text(program.wiring.editor.article().body)


def typed(program, text):
    QTest.keyClicks(program.wiring.editor.body_edit, text)


def save(program, qtbot):
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    QTest.keyClick(program.window, Qt.Key.Key_S, CONTROL)


def saved(program, qtbot):
    with qtbot.waitSignal(program.wiring.session.changed):
        save(program, qtbot)
    qtbot.waitUntil(lambda: not program.wiring.session.dirty)


def press(parent, words):
    made = next(one for one in parent.findChildren(QPushButton) if one.text() == words and one.isVisible())
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)


def test_the_second_window_says_who_writes_until_it_is_saved(two, qtbot):
    first, second = two
    typed(first, "Neu. ")
    qtbot.waitUntil(second.window.notice.isVisible)
    assert second.window.notice.words.text() == "Imke Sanders is writing in this story in another window."
    saved(first, qtbot)
    qtbot.waitUntil(lambda: "another window. This is the new version" in second.window.notice.words.text())


def told_open(program):
    return program.window.notice.isVisible() and "has this story open" in program.window.notice.words.text()


def test_who_opens_a_story_second_is_told_at_once_and_who_was_first_is_not(two, visit, qtbot):
    first, second = two
    story = first.wiring.session.article
    qtbot.waitUntil(lambda: len(second.desk.writing.writers(story.uid)) == 1)
    visit(second, "Ruderclub gewinnt das letzte Rennen")
    visit(second, FERRY)
    qtbot.waitUntil(lambda: told_open(second))
    assert second.window.notice.words.text() == "Imke Sanders has this story open in another window."
    assert not first.window.notice.isVisible()
    typed(first, "Neu. ")
    qtbot.waitUntil(lambda: "is writing" in second.window.notice.words.text())


def test_a_newer_version_of_the_open_story_is_no_opening(two, qtbot, monkeypatch):
    first, second = two
    typed(second, "Neu. ")
    saved(second, qtbot)
    qtbot.waitUntil(lambda: words(first).startswith("Neu. "))
    qtbot.waitUntil(lambda: len(first.desk.writing.writers(first.wiring.session.article.uid)) == 1)
    company, heard = first.wiring.company, []
    hear = company._hear
    monkeypatch.setattr(company, "_hear", lambda uid, news: heard.append(hear(uid, news)))
    company.look()
    qtbot.waitUntil(lambda: bool(heard))
    assert "was saved in another window" in first.window.notice.words.text()


def test_a_story_that_was_left_is_open_nowhere_and_nothing_is_offered_of_it(two, start, filled, qtbot):
    first, second = two
    uid = first.wiring.session.article.uid
    qtbot.waitUntil(lambda: len(second.desk.writing.writers(uid)) == 1)
    first.wiring.session.close()
    qtbot.waitUntil(lambda: second.desk.writing.writers(uid) == ())
    assert second.desk.library.drafts.all() == ()


def test_a_window_that_was_killed_has_nothing_open(filled):
    with open_desk(filled) as desk:
        story = desk.writing.open(1)
        desk.library.drafts.hold("killed", story.uid)
        assert desk.writing.writers(story.uid) == ()
        assert desk.writing.recoverable() == ()


def test_a_save_is_shown_in_the_other_window_where_nothing_was_touched(two, qtbot):
    first, second = two
    edit = second.wiring.editor.body_edit
    edit.setTextCursor(edit.select(1, 4, 4))
    typed(first, "Neu. ")
    saved(first, qtbot)
    qtbot.waitUntil(lambda: words(second).startswith("Neu. "))
    assert not second.wiring.session.dirty
    typed(second, "X")
    saved(second, qtbot)
    qtbot.waitUntil(lambda: words(first) == words(second))
    assert second.desk.writing.open(1).version == 3


def test_where_both_wrote_both_texts_stand_beside_each_other_and_mine_can_be_taken(two, qtbot):
    first, second = two
    typed(second, "Meins. ")
    typed(first, "Deins. ")
    saved(first, qtbot)
    qtbot.waitUntil(lambda: "Somebody else saved" in second.window.notice.words.text())
    press(second.window.notice, "Compare …")
    dialog = second.wiring.company.dialog
    qtbot.waitUntil(lambda: "Deins." in dialog.sheet.toPlainText())
    assert "Meins." in dialog.sheet.toPlainText()
    press(dialog, "Take mine")
    assert words(second).startswith("Meins. ")
    saved(second, qtbot)
    assert plain_text(second.desk.writing.open(1).body).startswith("Meins. ")
    assert plain_text(second.desk.library.history.revision(1, 2).body).startswith("Deins. ")


def test_a_save_that_came_too_late_is_told_and_theirs_can_be_opened(two, qtbot):
    first, second = two
    second.wiring.watch.end()  # a window that did not hear of it in time
    typed(second, "Meins. ")
    typed(first, "Deins. ")
    saved(first, qtbot)
    save(second, qtbot)
    qtbot.waitUntil(lambda: "Somebody else saved" in second.window.notice.words.text())
    press(second.window.notice, "Compare …")
    press(second.wiring.company.dialog, "Open theirs")
    qtbot.waitUntil(lambda: words(second).startswith("Deins. "))
    assert not second.wiring.session.dirty
