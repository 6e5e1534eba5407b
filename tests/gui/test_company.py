"""Two windows at one story, in a file and on a server: one edits, the other reads and may take over; nothing is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from newsroom.desk import open_desk
from newsroom.domain.article import Byline
from newsroom.domain.body import paragraphs, plain_text
from newsroom.domain.person import Role

FERRY = "Die Fähre nach Lindholm fährt wieder"
CLUB = "Ruderclub gewinnt das letzte Rennen"
CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = 20_000


@pytest.fixture
def in_a_file(filled):
    return filled


@pytest.fixture
def on_a_server(postgres):
    address = postgres.library()
    yield address
    postgres.drop(address)


def told_people(place):
    """Add the two people, and the stories where there are none."""
    with open_desk(place) as desk:
        for headline in () if desk.lists.counts().all else (FERRY, CLUB):
            text = {"body": paragraphs(["Ein Satz."]), "authors": (Byline("Imke Sanders"),)}
            desk.writing.save(desk.writing.new(headline=headline, **text))
        desk.people.add("Imke Sanders", Role.JOURNALIST)
        desk.people.add("Jelto Wiarda", Role.EDITOR)
    return place


@pytest.fixture
def pair(start, visit, qtbot):
    """Give a function that opens two windows on a library, and in both the same story, which the first edits."""

    def make(place):
        first, second = (start(place, "--as", name) for name in ("Imke Sanders", "Jelto Wiarda"))
        visit(first, FERRY)
        qtbot.waitUntil(lambda: first.wiring.company.holding._held, timeout=LONG)
        visit(second, FERRY)
        qtbot.waitUntil(lambda: second.wiring.session.holder is not None, timeout=LONG)
        return first, second

    return make


@pytest.fixture
def two(pair, filled):
    return pair(told_people(filled))


@pytest.fixture(params=["in_a_file", "on_a_server"])
def both(request, pair):
    """Two windows on a library of either database."""
    return pair(told_people(request.getfixturevalue(request.param)))


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
    QApplication.processEvents()  # a button that was just made is shown by them
    made = next(one for one in parent.findChildren(QPushButton) if one.text() == words and one.isVisible())
    QTest.mouseClick(made, Qt.MouseButton.LeftButton)


def notice(program):
    bar = program.window.notice
    return bar.words.text() if bar.isVisible() else ""


@pytest.fixture
def both_write(two, qtbot):
    """Two windows that may both write, for the first did not hear that its story was taken over."""
    first, second = two
    first.wiring.watch.end()
    press(second.window.notice, "Take over")
    qtbot.waitUntil(lambda: second.wiring.session.writable, timeout=LONG)
    return two


def test_who_comes_second_reads_and_is_told_who_edits_since_when(two, qtbot):
    first, second = two
    assert notice(second).startswith("Imke Sanders has been editing this story since ")
    assert notice(second).endswith(". You can read it.")
    assert notice(first) == ""
    typed(second, "Neu. ")
    assert not second.wiring.session.dirty
    typed(first, "Neu. ")
    saved(first, qtbot)
    qtbot.waitUntil(lambda: words(second).startswith("Neu. "), timeout=LONG)


def test_a_story_is_taken_over_with_notice_and_what_was_unsaved_is_a_draft(both, qtbot):
    first, second = both
    typed(first, "Angefangen. ")
    press(second.window.notice, "Take over")
    qtbot.waitUntil(lambda: second.wiring.session.writable, timeout=LONG)
    assert notice(second).startswith("The story is yours now. Imke Sanders is told")
    qtbot.waitUntil(lambda: "Jelto Wiarda took this story over" in notice(first), timeout=LONG)
    assert "Your unsaved text is kept as a draft." in notice(first)
    qtbot.waitUntil(lambda: first.wiring.session.holder is not None, timeout=LONG)
    assert not first.wiring.session.dirty
    typed(second, "Weiter. ")
    saved(second, qtbot)
    qtbot.waitUntil(lambda: words(first).startswith("Weiter. "), timeout=LONG)
    press(first.window.notice, "See my text …")
    qtbot.waitUntil(lambda: first.wiring.left.dialog is not None, timeout=LONG)
    qtbot.waitUntil(lambda: "Angefangen." in first.wiring.left.dialog.sheet.toPlainText(), timeout=LONG)


def test_a_story_is_taken_back(two, qtbot):
    first, second = two
    press(second.window.notice, "Take over")
    qtbot.waitUntil(lambda: "took this story over" in notice(first), timeout=LONG)
    press(first.window.notice, "Take back")
    qtbot.waitUntil(lambda: first.wiring.session.writable, timeout=LONG)
    qtbot.waitUntil(lambda: "Imke Sanders took this story over" in notice(second), timeout=LONG)
    qtbot.waitUntil(lambda: second.wiring.session.holder is not None, timeout=LONG)


def test_a_story_that_was_left_is_free_for_who_reads_it(two, qtbot):
    first, second = two
    first.wiring.session.close()
    qtbot.waitUntil(lambda: second.wiring.session.writable, timeout=LONG)
    assert "You can write." in notice(second)
    typed(second, "Neu. ")
    saved(second, qtbot)


def test_a_window_that_is_closed_holds_nothing(two, qtbot):
    first, second = two
    first.window.close()
    qtbot.waitUntil(lambda: second.wiring.session.writable, timeout=LONG)


def test_a_window_that_was_killed_holds_nothing(filled):
    with open_desk(filled) as desk:
        story = desk.writing.open(1)
        assert desk.library.editing.claim(story.uid, "killed") is None
        assert desk.editing.holder(story.uid) is None
        assert desk.editing.claim(story.uid) is None
        assert desk.library.editing.holder(story.uid).session == desk.session
        assert desk.writing.recoverable() == ()


def test_a_save_is_shown_in_the_other_window_where_nothing_was_touched(two, qtbot):
    first, second = two
    edit = second.wiring.editor.body_edit
    edit.setTextCursor(edit.select(1, 4, 4))
    typed(first, "Neu. ")
    saved(first, qtbot)
    qtbot.waitUntil(lambda: words(second).startswith("Neu. "))
    assert edit.textCursor().position() > 0


def test_where_both_wrote_both_texts_stand_beside_each_other_and_mine_can_be_taken(both_write, qtbot):
    first, second = both_write
    typed(second, "Meins. ")
    typed(first, "Deins. ")
    saved(first, qtbot)
    qtbot.waitUntil(lambda: "Somebody else saved" in notice(second))
    press(second.window.notice, "Compare …")
    dialog = second.wiring.company.dialog
    qtbot.waitUntil(lambda: "Deins." in dialog.sheet.toPlainText())
    assert "Meins." in dialog.sheet.toPlainText()
    press(dialog, "Take mine")
    assert words(second).startswith("Meins. ")
    saved(second, qtbot)
    assert plain_text(second.desk.writing.open(1).body).startswith("Meins. ")
    assert plain_text(second.desk.library.history.revision(1, 2).body).startswith("Deins. ")


def test_a_save_that_came_too_late_is_told_and_theirs_can_be_opened(both_write, qtbot):
    first, second = both_write
    second.wiring.watch.end()  # nor does it hear in time that the other saved
    typed(second, "Meins. ")
    typed(first, "Deins. ")
    saved(first, qtbot)
    save(second, qtbot)
    qtbot.waitUntil(lambda: "Somebody else saved" in notice(second))
    press(second.window.notice, "Compare …")
    press(second.wiring.company.dialog, "Open theirs")
    qtbot.waitUntil(lambda: words(second).startswith("Deins. "))
    assert not second.wiring.session.dirty
