"""Dragging what is selected: moved inside the page, and never out of the story."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from newsroom.domain.body import plain_text
from newsroom.domain.changes import final, original
from newsroom.domain.inline import plain

BEFORE = "Eins zwei drei.\n\nVier fünf."
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
MOVE = Qt.DropAction.MoveAction


def pull(field, words):
    """Select words, press the mouse on them and move it far enough."""
    field.setTextCursor(field.document().find(words))
    cursor = field.textCursor()
    cursor.setPosition(cursor.selectionStart() + 1)
    at = field.cursorRect(cursor).center()
    QTest.mousePress(field.viewport(), LEFT, NONE, at)
    there = QPointF(at + QPoint(2 * QApplication.startDragDistance(), 0))
    on_screen = QPointF(field.viewport().mapToGlobal(there.toPoint()))
    moved = QMouseEvent(QEvent.Type.MouseMove, there, on_screen, Qt.MouseButton.NoButton, LEFT, NONE)
    QApplication.sendEvent(field.viewport(), moved)
    QTest.mouseRelease(field.viewport(), LEFT, NONE, there.toPoint())


def falling_on(field):
    """Give what carries a drag to the end of a field, as a platform does where the mouse is let go there."""

    def carry(drag):
        cursor = field.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        at, data = field.cursorRect(cursor).center(), drag.mimeData()
        QApplication.sendEvent(field.viewport(), QDragEnterEvent(at, MOVE, data, LEFT, NONE))
        drop = QDropEvent(QPointF(at), MOVE, data, LEFT, NONE)
        QApplication.sendEvent(field.viewport(), drop)
        return drop.dropAction(), field.viewport()

    return carry


@pytest.mark.parametrize("tracks", [True, False])
def test_words_that_another_program_moves_to_itself_stay_in_the_story(pane, edit, tracks):
    pane.changes.track(tracks)
    given = []

    def away(drag):
        given.append(drag.mimeData().text())
        return MOVE, None

    edit.dragging.carry = pane.headline.dragging.carry = away
    pull(edit, "zwei")
    pull(pane.headline, "wieder")
    assert given == ["zwei", "wieder"]
    assert plain_text(edit.body()) == BEFORE
    assert pane.article().changes == ()
    assert pane.headline.text() == "Fähre fährt wieder"


def test_words_that_fall_on_the_headline_are_struck_in_the_text(pane, edit):
    pane.changes.track(True)
    edit.dragging.carry = falling_on(pane.headline)
    pull(edit, "zwei")
    assert pane.headline.text() == "Fähre fährt wiederzwei"
    assert plain_text(original(edit.body())) == BEFORE
    assert plain_text(final(edit.body())) == BEFORE.replace("zwei", "")


def test_words_of_the_headline_that_fall_on_the_lead_are_moved_there(pane, edit):
    edit.setFocus()
    pane.headline.dragging.carry = falling_on(pane.lead)
    pull(pane.headline, "wieder")
    assert pane.headline.text() == "Fähre fährt "
    assert plain(pane.lead.content()).endswith("erreichen.wieder")


def test_a_press_on_the_selection_that_is_let_go_sets_the_caret(edit):
    edit.setTextCursor(edit.document().find("zwei"))
    QTest.mouseClick(edit.viewport(), LEFT, NONE, edit.cursorRect(edit.document().find("Eins")).center())
    assert not edit.textCursor().hasSelection()


def test_words_are_still_selected_by_drawing_over_them(edit):
    start, end = (edit.cursorRect(edit.document().find(words)).center() for words in ("Eins", "drei"))
    QTest.mousePress(edit.viewport(), LEFT, NONE, start)
    QTest.mouseMove(edit.viewport(), end)
    moved = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(end),
        QPointF(edit.viewport().mapToGlobal(end)),
        Qt.MouseButton.NoButton,
        LEFT,
        NONE,
    )
    QApplication.sendEvent(edit.viewport(), moved)
    QTest.mouseRelease(edit.viewport(), LEFT, NONE, end)
    assert edit.textCursor().selectedText() == " zwei drei"
