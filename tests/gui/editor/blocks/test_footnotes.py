import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from newsroom.domain.body import Paragraph, body, paragraphs
from newsroom.domain.inline import Footnote, Run, plain
from newsroom.domain.marks import ITALIC
from newsroom.gui.editor.blocks.footnotes import Footnotes
from newsroom.gui.editor.insets import Inset, box_of, inset_at

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing", extend=True)


def note(words, *marks):
    return Footnote((Run(words, frozenset(marks)),))


def notes(edit):
    return [
        plain(piece.content)
        for block in edit.body().blocks
        for piece in block.content
        if isinstance(piece, Footnote)
    ]


@pytest.fixture
def footnotes(edit):
    edit.set_body(paragraphs(["Eins zwei drei"]))
    return Footnotes(edit)


def write(footnotes, words, key=Qt.Key.Key_Return):
    field = footnotes.field.field
    QTest.keyClicks(field, words)
    QTest.keyClick(field, key)


def put_at(edit, footnotes, position, words):
    cursor = edit.textCursor()
    cursor.setPosition(position)
    edit.setTextCursor(cursor)
    footnotes.begin()
    write(footnotes, words)


def test_a_footnote_is_written_at_the_caret_and_the_text_goes_on(edit, footnotes):
    put_at(edit, footnotes, 4, "Quelle")
    QTest.keyClicks(edit, ",")
    (block,) = edit.body().blocks
    assert block.content == (Run("Eins"), note("Quelle"), Run(", zwei drei"))


def test_footnotes_are_numbered_in_the_order_of_the_text(edit, footnotes):
    put_at(edit, footnotes, 9, "hinten")
    put_at(edit, footnotes, 4, "vorn")
    assert notes(edit) == ["vorn", "hinten"]
    numbers = edit.insets.footnotes
    assert [numbers.of(place) for place in numbers.places] == [1, 2]


def test_escape_and_an_empty_note_leave_the_text_alone(edit, footnotes):
    before = edit.body()
    footnotes.begin()
    QTest.keyClicks(footnotes.field.field, "doch nicht")
    QTest.keyClick(footnotes.field.field, Qt.Key.Key_Escape)
    footnotes.begin()
    write(footnotes, " ")
    assert edit.body() == before


def test_a_click_on_the_number_opens_the_note(edit, footnotes):
    put_at(edit, footnotes, 4, "Quelle")
    QTest.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=box_of(edit, 4).center().toPoint())
    assert plain(footnotes.field.field.content()) == "Quelle"
    write(footnotes, " neu")
    assert notes(edit) == ["Quelle neu"]
    edit.undo()
    assert notes(edit) == ["Quelle"]


def test_the_key_beside_a_number_opens_that_note(edit, footnotes):
    put_at(edit, footnotes, 4, "Quelle")
    footnotes.begin()
    assert plain(footnotes.field.field.content()) == "Quelle"
    footnotes.field.close()


def test_emphasis_in_a_note_survives_its_editing(edit, footnotes):
    edit.set_body(body(Paragraph((Run("Eins"), note("kursiv", ITALIC)))))
    footnotes.open(4)
    write(footnotes, "!")
    assert edit.body().blocks[0].content[1].content[0] == Run("kursiv!", frozenset({ITALIC}))


@pytest.mark.parametrize("emptied", [True, False])
def test_a_note_is_removed_and_comes_back(edit, footnotes, emptied):
    put_at(edit, footnotes, 4, "Quelle")
    footnotes.open(4)
    field = footnotes.field
    if emptied:
        field.field.selectAll()
        QTest.keyClick(field.field, Qt.Key.Key_Delete)
        QTest.keyClick(field.field, Qt.Key.Key_Return)
    else:
        QTest.mouseClick(field.away, Qt.MouseButton.LeftButton)
    assert notes(edit) == []
    edit.undo()
    assert notes(edit) == ["Quelle"]


def test_the_note_is_told_on_hovering(edit, footnotes):
    put_at(edit, footnotes, 4, "Quelle")
    point = box_of(edit, 4).center().toPoint()
    QApplication.sendEvent(
        edit.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, edit.viewport().mapToGlobal(point))
    )
    assert QToolTip.text() == "Quelle"
    QToolTip.hideText()


def test_a_read_only_note_is_only_read(edit, footnotes):
    put_at(edit, footnotes, 4, "Quelle")
    edit.setReadOnly(True)
    footnotes.open(4)
    assert footnotes.field.away.isHidden()
    write(footnotes, "x")
    assert notes(edit) == ["Quelle"]


steps = st.lists(
    st.tuples(st.sampled_from(("type", "note", "delete", "enter", "undo", "redo", "cut")), st.floats(0, 1)),
    max_size=12,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps)
def test_the_numbers_always_know_where_the_notes_stand(edit, chosen):
    edit.set_body(
        body(Paragraph((Run("Eins "), note("a"), Run(" zwei"), note("b"))), Paragraph((note("c"),)))
    )
    for step, where in chosen:
        cursor = edit.textCursor()
        last = edit.document().characterCount() - 1
        cursor.setPosition(round(where * last))
        if step == "type":
            cursor.insertText("xy")
        elif step == "note":
            edit.hand.put(cursor, body(Paragraph((note("n"),))))
        elif step == "delete":
            cursor.deleteChar()
        elif step == "enter":
            cursor.insertBlock()
        elif step == "cut":
            cursor.setPosition(min(cursor.position() + 4, last), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        elif step == "undo":
            edit.undo()
        else:
            edit.redo()
        document = edit.document()
        found = [
            place
            for place in range(document.characterCount() - 1)
            if document.characterAt(place) == "\ufffc" and inset_at(document, place) == Inset.FOOTNOTE
        ]
        assert list(edit.insets.footnotes.places) == found
