from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtTest import QTest

from newsroom.domain.body import Paragraph, block_text, body
from newsroom.domain.inline import text
from newsroom.gui.editor import moving
from newsroom.gui.editor.bridge.properties import LINE_SEPARATOR
from newsroom.gui.editor.hand import PlainHand, Reach


class Recorder(PlainHand):
    """A hand that tells what it was asked for."""

    def __init__(self, edit):
        super().__init__(edit)
        self.asked = []

    def __getattribute__(self, name):
        if name in {"type", "erase", "insert", "remove", "put", "split", "change_marks", "set_kind"}:
            self.asked.append(name)
        return super().__getattribute__(name)


@pytest.fixture
def hand(edit):
    edit.set_body(body(Paragraph(text("Der Fluss steigt weiter."))))
    edit.hand = Recorder(edit)
    return edit.hand


def words(edit):
    return [block_text(block) for block in edit.body().blocks]


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("x", ["type"]),
        (QKeySequence.StandardKey.Delete, ["erase"]),
        (QKeySequence.StandardKey.DeleteEndOfWord, ["erase"]),
        (Qt.Key.Key_Return, ["split"]),
    ],
)
def test_each_key_that_changes_text_goes_through_the_hand(edit, hand, key, asked):
    if isinstance(key, str):
        QTest.keyClicks(edit, key)
    elif isinstance(key, QKeySequence.StandardKey):
        QTest.keySequence(edit, QKeySequence(key))
    else:
        QTest.keyClick(edit, key)
    assert hand.asked == asked


def test_a_soft_return_is_typed(edit, hand):
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert hand.asked == ["type"]
    assert edit.toPlainText().startswith("\n") or LINE_SEPARATOR in edit.toPlainText()


def test_cut_and_paste_go_through_the_hand(edit, hand):
    edit.selectAll()
    QTest.keySequence(edit, QKeySequence(QKeySequence.StandardKey.Cut))
    QTest.keySequence(edit, QKeySequence(QKeySequence.StandardKey.Paste))
    assert hand.asked == ["remove", "put"]
    assert words(edit) == ["Der Fluss steigt weiter."]


def test_keys_of_the_platform_take_words_and_lines(edit, hand):
    QTest.keySequence(edit, QKeySequence(QKeySequence.StandardKey.DeleteEndOfWord))
    assert words(edit) == ["Fluss steigt weiter."]
    hand.erase(Reach.LINE_AHEAD)
    assert words(edit) == [""]


def test_an_emoji_goes_at_one_press(edit, hand):
    edit.set_body(body(Paragraph(text("A😀"))))
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert words(edit) == ["A"]


def test_moved_text_is_one_step_to_undo(edit, hand):
    cursor = edit.select(0, 0, 4)
    edit.setTextCursor(cursor)
    end = edit.cursorRect(edit.select(0, 24, 24)).center()
    moving.move_to(edit, end)
    assert words(edit) == ["Fluss steigt weiter.Der "]
    edit.undo()
    assert words(edit) == ["Der Fluss steigt weiter."]


def test_text_dropped_on_itself_stays(edit, hand):
    edit.setTextCursor(edit.select(0, 4, 9))
    moving.move_to(edit, edit.cursorRect(edit.select(0, 6, 6)).center())
    assert words(edit) == ["Der Fluss steigt weiter."]


def test_text_from_elsewhere_is_dropped_where_it_falls(edit, hand):
    data = QMimeData()
    data.setText("Neu: ")
    place = QPointF(edit.cursorRect(edit.select(0, 0, 0)).topLeft() + QPoint(0, 4))
    actions = Qt.DropAction.CopyAction
    event = QDropEvent(place, actions, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    edit.dropEvent(event)
    assert words(edit) == ["Neu: Der Fluss steigt weiter."]


def test_what_was_typed_is_told_and_a_key_may_be_taken(edit, hand):
    told = []
    edit.reactions.append(lambda _edit, typed: told.append(typed))
    edit.key_takers.append(lambda event: event.text() == "q")
    QTest.keyClicks(edit, "aqb")
    assert told == ["a", "b"]
    assert words(edit) == ["abDer Fluss steigt weiter."]
    assert QGuiApplication.clipboard() is not None
