import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtTest import QTest

from newsroom.domain.body import (
    Box,
    Crosshead,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    block_text,
    body,
    paragraphs,
)
from newsroom.domain.changes import final, original
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import BOLD
from newsroom.gui.editor.blocks import boxes

END, START = QTextCursor.MoveOperation.End, QTextCursor.MoveOperation.Start
KEEP = QTextCursor.MoveMode.KeepAnchor


def choose_all(edit):
    edit.moveCursor(START)
    edit.moveCursor(END, KEEP)


def into_box(edit):
    cursor = QTextCursor(edit.document().begin())
    while not boxes.boxed(cursor.block()):
        cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
    edit.setTextCursor(cursor)


def test_an_empty_box_is_put_in_and_written(edit):
    edit.set_body(paragraphs(["Davor", "Danach"]))
    edit.moveCursor(START)
    boxes.switch(edit)
    QTest.keyClicks(edit, "Titel")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "Text")
    before, box, after = edit.body().blocks
    assert isinstance(box, Box)
    assert block_text(box).split("\n")[:2] == ["Titel", "Text"]
    assert (block_text(before), block_text(after)) == ("Davor", "Danach")


SOURCES = [
    paragraphs(["Eins", "Zwei"]),
    body(Crosshead(text("Eins"), 2), Quote(text("Zwei")), Paragraph((Run("fett", frozenset({BOLD})),))),
    body(ListItem(text("Eins")), ListItem(text("Zwei"), level=1), ListItem(text("Drei"), ordered=True)),
]


@pytest.mark.parametrize("source", SOURCES)
def test_selected_paragraphs_become_a_box_and_paragraphs_again(edit, source):
    edit.set_body(source)
    choose_all(edit)
    boxes.switch(edit)
    assert edit.body() == body(Box((), source.blocks))
    into_box(edit)
    boxes.switch(edit)
    assert edit.body() == source
    edit.undo()
    edit.undo()
    assert edit.body() == source


def test_the_title_of_a_box_that_is_opened_up_is_kept_as_a_paragraph(edit):
    edit.set_body(body(Box(text("Titel"), (Paragraph(text("Text")),)), Paragraph(text("Ende"))))
    into_box(edit)
    boxes.switch(edit)
    assert edit.body() == paragraphs(["Titel", "Text", "Ende"])


def test_a_box_reaches_to_the_first_picture(edit):
    edit.set_body(body(Paragraph(text("Eins")), Picture("", text("Bild")), Paragraph(text("Zwei"))))
    choose_all(edit)
    boxes.switch(edit)
    assert edit.body() == body(
        Box((), (Paragraph(text("Eins")),)), Picture("", text("Bild")), Paragraph(text("Zwei"))
    )


def test_two_boxes_that_touch_stay_two(edit):
    two = body(Box((), (Paragraph(text("a")),)), Box((), (Paragraph(text("b")),)))
    edit.set_body(two)
    edit.moveCursor(END)
    boxes.switch(edit)
    assert edit.body() == body(Box((), (Paragraph(text("a")),)), Paragraph(text("b")))


@pytest.fixture
def opened(program, visit):
    visit(program, "Die Fähre nach Lindholm fährt wieder")
    field = program.wiring.editor.body_edit
    field.setFocus()
    return field


def test_enter_twice_at_the_end_of_a_box_leaves_it(opened):
    opened.set_body(body(Box(text("Titel"), (Paragraph(text("Text")),)), Paragraph(text("Ende"))))
    into_box(opened)
    opened.moveCursor(QTextCursor.MoveOperation.NextBlock)
    opened.moveCursor(QTextCursor.MoveOperation.EndOfBlock)
    QTest.keyClick(opened, Qt.Key.Key_Return)
    QTest.keyClick(opened, Qt.Key.Key_Return)
    QTest.keyClicks(opened, "draussen")
    assert opened.body() == body(
        Box(text("Titel"), (Paragraph(text("Text")),)),
        Paragraph(text("draussen")),
        Paragraph(text("Ende")),
    )


@pytest.mark.parametrize("tracks", [False, True])
def test_a_new_box_is_written_and_left_by_enter_alone(opened, program, tracks):
    opened.set_body(body(Paragraph(text("Anfang"))))
    program.wiring.editor.changes.track(tracks)
    opened.moveCursor(END)
    QTest.keySequence(opened, QKeySequence("Ctrl+Alt+B"))
    for words in ("Titel", "eins", "zwei"):
        QTest.keyClicks(opened, words)
        QTest.keyClick(opened, Qt.Key.Key_Return)
    QTest.keyClick(opened, Qt.Key.Key_Return)
    QTest.keyClicks(opened, "draussen")
    assert final(opened.body()) == body(
        Paragraph(text("Anfang")),
        Box(text("Titel"), (Paragraph(text("eins")), Paragraph(text("zwei")))),
        Paragraph(text("draussen")),
    )
    assert not tracks or original(opened.body()) == body(Paragraph(text("Anfang")))
