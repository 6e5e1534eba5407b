"""What one undo takes back, and where the caret is then."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from newsroom.domain.body import block_text, paragraphs
from newsroom.domain.ledger import Ledger
from newsroom.domain.marks import BOLD
from newsroom.gui.editor.bridge.properties import Kind
from newsroom.gui.editor.styling import set_kind, toggle_mark
from newsroom.gui.editor.tracking.hand import TrackingHand

CONTROL = Qt.KeyboardModifier.ControlModifier
MOMENT = datetime(2026, 3, 1, 9, tzinfo=UTC)
LINE = "Eins zwei drei vier."


@pytest.fixture(params=["plain", "tracked"])
def edit(edit, request):
    edit.set_body(paragraphs([LINE] * 4))
    if request.param == "tracked":
        edit.hand = TrackingHand(edit, Ledger("Ada Muster", (), lambda: MOMENT))
    data = QMimeData()
    data.setText("neu und alt")
    QGuiApplication.clipboard().setMimeData(data)
    return edit


def select(edit, start, end):
    cursor = edit.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def undo(edit):
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)


@pytest.mark.parametrize(
    "change",
    [
        lambda edit: QTest.keyClick(edit, Qt.Key.Key_V, CONTROL),
        lambda edit: QTest.keyClick(edit, Qt.Key.Key_X, CONTROL),
        lambda edit: QTest.keyClick(edit, Qt.Key.Key_Return),
        lambda edit: QTest.keyClick(edit, Qt.Key.Key_Backspace),
        lambda edit: QTest.keyClicks(edit, "Z"),
        lambda edit: toggle_mark(edit, BOLD),
        lambda edit: set_kind(edit, Kind.QUOTE),
    ],
    ids=["paste", "cut", "return", "backspace", "typing", "bold", "quote"],
)
def test_the_caret_is_back_where_the_step_was_made(edit, change):
    select(edit, 47, 51)
    before = edit.body()
    change(edit)
    assert edit.body() != before
    undo(edit)
    assert edit.body() == before
    assert edit.textCursor().position() == 51


def test_typing_is_taken_back_word_by_word(edit):
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    QTest.keyClicks(edit, " Noch zwei Worte")
    for left in (" Noch zwei ", " Noch ", " ", ""):
        undo(edit)
        assert block_text(edit.body().blocks[-1]) == LINE + left
    edit.redo()
    edit.redo()
    assert block_text(edit.body().blocks[-1]) == f"{LINE} Noch "


def test_what_is_typed_behind_a_paste_is_a_step_of_its_own(edit):
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    QTest.keyClick(edit, Qt.Key.Key_V, CONTROL)
    QTest.keyClicks(edit, "es")
    undo(edit)
    assert block_text(edit.body().blocks[-1]) == f"{LINE}neu und alt"
