"""Tables and boxes are drawn under the text, in the look of now."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from newsroom.domain.body import Box, Paragraph, Table, body
from newsroom.domain.inline import text
from newsroom.gui.editor.bridge.looks import head_ground

STORY = body(
    Paragraph(text("Anfang")),
    Table(((text("Ort"), text("Preis")), (text("Lindholm"), text("12"))), 1),
    Box(text("Kasten"), (Paragraph(text("innen")),)),
)


@pytest.fixture
def drawn(pane, edit):
    edit.set_body(STORY)
    edit.moveCursor(edit.textCursor().MoveOperation.Start)
    QTest.keyClicks(edit, "x")
    return edit


def ground(edit, words):
    """Give the colour before the first letter of some words."""
    cursor = edit.document().find(words)
    cursor.setPosition(cursor.selectionStart())
    rect = edit.cursorRect(cursor)
    return edit.viewport().grab().toImage().pixelColor(rect.left() - 3, rect.center().y())


def row_of(edit, words):
    """Give the colours of the pixels from left to right at the height of some words."""
    image = edit.viewport().grab().toImage()
    height = edit.cursorRect(edit.document().find(words)).center().y()
    return [image.pixelColor(x, height) for x in range(image.width())]


def test_the_head_has_a_ground_and_cells_have_lines(drawn):
    look = drawn.look
    assert ground(drawn, "Ort") == QColor(head_ground(look))
    assert ground(drawn, "Lindholm") == QColor(look.ground)
    assert row_of(drawn, "Lindholm").count(QColor(look.line)) == 3
    assert ground(drawn, "innen") == QColor(look.surface)


def test_they_wear_another_look_at_once_and_no_step_is_made(pane, drawn):
    steps = drawn.document().availableUndoSteps()
    dark = replace(pane.look, ground="#101418", surface="#20252b", line="#31373f", text="#e6e9ec")
    pane.set_look(dark)
    assert ground(drawn, "Ort") == QColor(head_ground(dark))
    assert row_of(drawn, "Lindholm").count(QColor(dark.line)) == 3
    assert ground(drawn, "innen") == QColor(dark.surface)
    assert drawn.document().availableUndoSteps() == steps
