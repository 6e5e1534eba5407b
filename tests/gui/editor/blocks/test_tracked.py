"""With tracking on: pictures, tables, boxes and footnotes come and go, and rejecting all brings every word back."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from newsroom.domain.body import Box, Paragraph, Picture, Table, block_text, body, plain_text
from newsroom.domain.changes import final, original
from newsroom.domain.inline import Footnote, Run, text
from newsroom.domain.ledger import Ledger
from newsroom.domain.marks import BOLD
from newsroom.gui.editor.blocks import boxes, footnotes, tables
from newsroom.gui.editor.pictures import verbs
from newsroom.gui.editor.styling import toggle_mark
from newsroom.gui.editor.tracking.hand import TrackingHand

START, END, KEEP = (
    QTextCursor.MoveOperation.Start,
    QTextCursor.MoveOperation.End,
    QTextCursor.MoveMode.KeepAnchor,
)
PICTURE = Picture("0" * 64, text("Der Hafen"), "Kern", name="hafen.jpg")
TABLE = Table(((text("Ort"), text("Preis")), (text("Lindholm"), text("12"))), 1)
BOX = Box(text("Kasten"), (Paragraph(text("innen")),))
NOTED = Paragraph((Run("Eins"), Footnote((Run("Quelle"),)), Run(" zwei")))


@pytest.fixture
def tracked(edit):
    edit.hand = TrackingHand(edit, Ledger("rw", now=lambda: datetime(2026, 3, 1, tzinfo=UTC)))
    return edit


def words(source):
    return [line for line in plain_text(source).split("\n") if line]


def read_twice(edit):
    """The body as read, which must be the same once it was loaded anew."""
    read = edit.body()
    edit.set_body(read)
    assert edit.body() == read
    return read


@pytest.mark.parametrize("at", [START, END])
def test_a_picture_that_is_put_in_is_gone_when_rejected(tracked, at):
    source = body(Paragraph(text("Davor")), Paragraph(text("Danach")))
    tracked.set_body(source)
    tracked.moveCursor(at)
    verbs.put(tracked, tracked.textCursor(), [PICTURE])
    read = read_twice(tracked)
    assert [block for block in final(read).blocks if isinstance(block, Picture)] == [PICTURE]
    assert words(original(read)) == words(source)


def test_a_picture_that_is_taken_out_is_there_when_rejected(tracked):
    source = body(Paragraph(text("Davor")), PICTURE, Paragraph(text("Danach")))
    tracked.set_body(source)
    tracked.setTextCursor(tracked.select(1, 0, 0))
    verbs.remove(tracked, verbs.meant(tracked))
    read = read_twice(tracked)
    assert not any(isinstance(block, Picture) for block in final(read).blocks)
    assert original(read) == source


def test_a_table_that_is_taken_out_is_there_when_rejected(tracked):
    source = body(Paragraph(text("Davor")), TABLE, Paragraph(text("Danach")))
    tracked.set_body(source)
    cursor = QTextCursor(tracked.document())
    while tables.table_at(cursor) is None:
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    tracked.setTextCursor(cursor)
    tables.remove(tracked)
    read = read_twice(tracked)
    assert words(final(read)) == ["Davor", "Danach"]
    assert words(original(read)) == words(source)


def test_tables_and_boxes_that_are_put_in_lose_no_word(tracked):
    source = body(Paragraph(text("Davor")), Paragraph(text("Danach")))
    for put in (lambda: tables.put(tracked, 2, 2, headed=True), lambda: boxes.put(tracked)):
        tracked.set_body(source)
        tracked.moveCursor(START)
        put()
        tracked.hand.type("x")
        read = read_twice(tracked)
        assert words(original(read)) == words(source)
        assert "x" in plain_text(final(read))


def test_a_footnote_is_tracked(tracked):
    source = body(Paragraph(text("Eins zwei")))
    tracked.set_body(source)
    cursor = tracked.textCursor()
    cursor.setPosition(4)
    tracked.setTextCursor(cursor)
    footnotes.put(tracked, text("Quelle"))
    read = read_twice(tracked)
    assert final(read) == body(NOTED)
    assert original(read) == source


def test_a_footnote_that_is_taken_out_is_there_when_rejected(tracked):
    tracked.set_body(body(NOTED))
    footnotes.remove(tracked, 4)
    read = read_twice(tracked)
    assert final(read) == body(Paragraph(text("Eins zwei")))
    assert original(read) == body(NOTED)


def test_boxing_and_unboxing_lose_no_word(tracked):
    tracked.set_body(body(Paragraph(text("Eins")), Paragraph(text("Zwei"))))
    tracked.moveCursor(START)
    tracked.moveCursor(END, KEEP)
    boxes.switch(tracked)
    tracked.hand.remove(tracked.select(0, 0, 3))
    boxes.switch(tracked)
    read = read_twice(tracked)
    assert sorted(words(original(read))) == ["Eins", "Zwei"]
    assert block_text(read.blocks[-1]) == "Zwei"


def test_another_text_of_a_footnote_is_tracked(tracked):
    tracked.set_body(body(NOTED))
    footnotes.change(tracked, 4, text("Amt"))
    read = read_twice(tracked)
    assert original(read) == body(NOTED)
    assert final(read) == body(Paragraph((Run("Eins"), Footnote((Run("Amt"),)), Run(" zwei"))))


def test_the_words_of_cells_captions_and_boxes_are_tracked_by_every_key(tracked):
    source = body(Paragraph(text("Eins")), TABLE, PICTURE, BOX, Paragraph(text("Zwei")))
    tracked.set_body(source)
    for old, new in (
        ("Preis", "Tarif"),
        ("Lindholm", ""),
        ("Hafen", "Kai"),
        ("Kasten", "Info"),
        ("innen", ""),
    ):
        tracked.setTextCursor(tracked.document().find(old))
        QTest.keyClick(tracked, Qt.Key.Key_Backspace)
        QTest.keyClicks(tracked, new)
    tracked.setTextCursor(tracked.document().find("Ort"))
    toggle_mark(tracked, BOLD)
    read = read_twice(tracked)
    assert original(read, tuple(tracked.hand.ledger.changes.values())) == source
    assert words(final(read)) == ["Eins", "Ort\tTarif", "\t12", "Der Kai", "Info", "Zwei"]


def test_a_selection_over_cells_and_a_picture_is_struck_and_comes_back(tracked):
    source = body(Paragraph(text("Eins")), TABLE, PICTURE, Paragraph(text("Zwei")))
    tracked.set_body(source)
    first, last = (tracked.document().find(word) for word in ("Preis", "Hafen"))
    first.setPosition(last.position(), KEEP)
    tracked.setTextCursor(first)
    QTest.keyClick(tracked, Qt.Key.Key_Delete)
    read = read_twice(tracked)
    assert original(read) == source
    assert "Hafen" not in plain_text(final(read))


def test_what_no_hand_can_mark_is_told_once_for_a_story(program, visit, qtbot):
    visit(program, "Die Fähre nach Lindholm fährt wieder")
    edit, quiet = program.wiring.editor.body_edit, program.wiring.editor.quiet
    tables.put(edit, 2, 2, headed=True)
    tables.add_row(edit, below=True)
    assert not quiet.isVisible()
    program.window.actions_["track"].trigger()
    tables.add_row(edit, below=True)
    assert "not tracked" in quiet.words.text()
    quiet.say("")
    tables.add_column(edit, right=True)
    assert not quiet.isVisible()
