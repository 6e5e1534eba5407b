"""Cutting, pasting and dragging with real keys; [ and ] are the ends of the selection, | the caret."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from newsroom.domain.body import Paragraph, Table, block_text, body, paragraphs
from newsroom.domain.changes import final, original
from newsroom.domain.inline import text
from newsroom.domain.ledger import Ledger
from newsroom.gui.editor import moving
from newsroom.gui.editor.tracking.hand import TrackingHand

CONTROL = Qt.KeyboardModifier.ControlModifier
MOMENT = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def edit(edit, pane):
    for field in pane.fields:
        field.seams.on = True
    return edit


@pytest.fixture
def write(edit):
    """Give a function that sets a text, with what is selected in it."""

    def put(words):
        plain = words.replace("[", "").replace("]", "").replace("|", "")
        edit.set_body(paragraphs(plain.split("\n")))
        if "[" in words:
            select(edit, words.index("["), words.index("]") - 1)
        elif "|" in words:
            select(edit, words.index("|"), words.index("|"))

    return put


def select(field, start, end):
    cursor = field.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)


def press(field, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(field, key, modifier)


def shown(edit):
    words = "\n".join(block_text(block) for block in edit.body().blocks)
    at = edit.textCursor().position()
    return f"{words[:at]}|{words[at:]}"


def cut(field):
    press(field, Qt.Key.Key_X, CONTROL)


def paste(field):
    press(field, Qt.Key.Key_V, CONTROL)


def copied(words):
    data = QMimeData()
    data.setText(words)
    QGuiApplication.clipboard().setMimeData(data)


def test_a_sentence_that_is_cut_takes_its_space_along_and_is_parted_where_it_goes(edit, write):
    write("Eins. [Zwei.] Drei.\nVier. Fünf.")
    cut(edit)
    assert shown(edit) == "Eins. |Drei.\nVier. Fünf."
    select(edit, 18, 18)
    paste(edit)
    assert shown(edit) == "Eins. Drei.\nVier. Zwei. |Fünf."
    select(edit, 11, 11)
    paste(edit)
    assert shown(edit) == "Eins. Drei. Zwei.|\nVier. Zwei. Fünf."


@pytest.mark.parametrize(
    ("text_", "left", "back"),
    [
        ("Eins. [Zwei.] Drei.", "Eins. |Drei.", "Eins. | Drei."),
        ("Eins. [Zwei.]", "Eins.|", "Eins. |"),
        ("die [alte], neue", "die|, neue", "die |, neue"),
    ],
)
def test_one_undo_takes_the_cut_back_and_one_backspace_leaves_both_spaces(edit, write, text_, left, back):
    write(text_)
    cut(edit)
    assert shown(edit) == left
    press(edit, Qt.Key.Key_Backspace)
    assert shown(edit) == back
    edit.undo()
    assert block_text(edit.body().blocks[0]) == text_.replace("[", "").replace("]", "")


def test_one_undo_takes_the_paste_back_and_one_backspace_its_spaces(edit, write):
    write("die [alte] Fähre")
    press(edit, Qt.Key.Key_C, CONTROL)
    write("die |Fähre")
    paste(edit)
    assert shown(edit) == "die alte |Fähre"
    press(edit, Qt.Key.Key_Backspace)
    assert shown(edit) == "die alte|Fähre"
    edit.undo()
    edit.undo()
    assert shown(edit) == "die |Fähre"
    write("die| Fähre")
    paste(edit)
    edit.undo()
    assert shown(edit) == "die| Fähre"


def test_a_part_of_a_word_is_pasted_as_it_is(edit, write):
    write("Haus[boot] am Kai")
    press(edit, Qt.Key.Key_C, CONTROL)
    write("das Segel| da")
    paste(edit)
    assert shown(edit) == "das Segelboot| da"


def test_words_of_another_program_are_parted_where_there_are_two_or_more(edit, write):
    write("Eins. |Drei.")
    copied("Zwei und mehr.")
    paste(edit)
    assert shown(edit) == "Eins. Zwei und mehr. |Drei."
    write("see|")
    copied("hafen")
    paste(edit)
    assert shown(edit) == "seehafen|"


def test_switched_off_all_stands_as_it_was_cut_and_pasted(edit, write):
    edit.seams.on = False
    write("Eins. [Zwei.] Drei.")
    cut(edit)
    assert shown(edit) == "Eins. | Drei."
    paste(edit)
    assert shown(edit) == "Eins. Zwei.| Drei."


def test_a_headline_minds_its_spaces_too(edit, pane):
    line = pane.headline
    line.set_text("Die alte Fähre fährt")
    line.setFocus()
    select(line, 4, 8)
    cut(line)
    assert line.text() == "Die Fähre fährt"
    press(line, Qt.Key.Key_Backspace)
    assert line.text() == "Die  Fähre fährt"
    line.undo()
    assert line.text() == "Die alte Fähre fährt"
    select(line, 14, 14)
    paste(line)
    assert line.text() == "Die alte Fähre alte fährt"
    press(line, Qt.Key.Key_Backspace)
    assert line.text() == "Die alte Fährealte fährt"


def test_a_cell_and_a_lead_mind_them_too(edit, pane):
    edit.set_body(body(Table(((text("die alte Fähre"),),))))
    select(edit, edit.document().toPlainText().index("alte"), edit.document().toPlainText().index("alte") + 4)
    cut(edit)
    assert block_text(edit.body().blocks[0]) == "die Fähre"
    pane.lead.setFocus()
    pane.lead.moveCursor(pane.lead.textCursor().MoveOperation.End)
    paste(pane.lead)
    assert pane.lead.toPlainText() == "Die Insel ist zu erreichen. alte"


def test_a_dragged_word_is_parted_and_one_undo_takes_it_back(edit, write):
    write("die [alte] Fähre fährt")
    moving.move_to(edit, edit.cursorRect(edit.select(0, 15, 15)).center())
    assert block_text(edit.body().blocks[0]) == "die Fähre alte fährt"
    edit.undo()
    assert block_text(edit.body().blocks[0]) == "die alte Fähre fährt"


def test_with_tracking_the_final_text_is_the_same_and_the_original_is_kept(edit, write):
    before = "Eins. [Zwei.] Drei.\nVier. Fünf."
    write(before)
    whole = edit.body()
    edit.hand = TrackingHand(edit, Ledger("Ada Muster", (), lambda: MOMENT))
    cut(edit)
    end = edit.document().lastBlock().position()
    select(edit, end + 6, end + 6)
    paste(edit)
    made = edit.body()
    assert final(made) == paragraphs(["Eins. Drei.", "Vier. Zwei. Fünf."])
    assert original(made, edit.hand.ledger.changes.values()) == whole
    press(edit, Qt.Key.Key_Backspace)
    assert final(edit.body()).blocks[1] == Paragraph(text("Vier. Zwei.Fünf."))
