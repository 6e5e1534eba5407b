from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from newsroom.domain.body import Paragraph, Table, block_text, body, paragraphs
from newsroom.domain.inline import text
from newsroom.gui.editor.blocks import tables

PRICES = Table((tuple(map(text, ("Ort", "Preis"))), tuple(map(text, ("Lindholm", "12")))), 1)


@pytest.fixture
def priced(edit):
    """A field with a table between two paragraphs and the caret in its first cell."""
    edit.set_body(body(Paragraph(text("Davor")), PRICES, Paragraph(text("Danach"))))
    to_cell(edit, 0, 0)
    return edit


def table_of(edit):
    return next(block for block in edit.body().blocks if isinstance(block, Table))


def words(edit):
    return [line.split("\t") for line in block_text(table_of(edit)).split("\n")]


def to_cell(edit, row, column):
    cursor = QTextCursor(edit.document())
    while tables.table_at(cursor) is None:
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    edit.setTextCursor(tables.table_at(cursor).cellAt(row, column).firstCursorPosition())


def test_a_table_is_put_behind_the_paragraph_and_written_at_once(edit):
    edit.set_body(paragraphs(["Davor", "Danach"]))
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    tables.put(edit, 2, 3, headed=True)
    QTest.keyClicks(edit, "a")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    QTest.keyClicks(edit, "b")
    before, table, after = edit.body().blocks
    assert (block_text(before), block_text(after)) == ("Davor", "Danach")
    assert block_text(table) == "a\tb\t\n\t\t"
    assert table.header_rows == 1


def test_a_table_is_undone_in_one_step(edit):
    before = edit.body()
    tables.put(edit, 3, 3, headed=True)
    edit.undo()
    assert edit.body() == before


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        (partial(tables.add_row, below=False), [["", ""], ["Ort", "Preis"], ["Lindholm", "12"]]),
        (partial(tables.add_row, below=True), [["Ort", "Preis"], ["", ""], ["Lindholm", "12"]]),
        (partial(tables.add_column, right=False), [["", "Ort", "Preis"], ["", "Lindholm", "12"]]),
        (partial(tables.add_column, right=True), [["Ort", "", "Preis"], ["Lindholm", "", "12"]]),
        (tables.remove_row, [["Lindholm", "12"]]),
        (tables.remove_column, [["Preis"], ["12"]]),
    ],
)
def test_rows_and_columns_come_and_go_and_come_back(priced, verb, expected):
    before = priced.body()
    verb(priced)
    assert words(priced) == expected
    priced.undo()
    assert priced.body() == before


def test_the_caret_writes_into_the_new_row(priced):
    tables.add_row(priced, below=True)
    QTest.keyClicks(priced, "neu")
    assert words(priced)[1] == ["neu", ""]


def test_a_row_above_the_head_is_a_head_and_one_taken_is_none(priced):
    tables.add_row(priced, below=False)
    assert table_of(priced).header_rows == 2
    tables.remove_row(priced)
    assert table_of(priced).header_rows == 1
    tables.remove_row(priced)
    assert table_of(priced).header_rows == 0


def test_the_head_is_switched(priced):
    tables.switch_head(priced)
    assert table_of(priced).header_rows == 0
    tables.switch_head(priced)
    assert table_of(priced) == PRICES


@pytest.mark.parametrize("verb", [tables.remove_row, tables.remove_column])
def test_with_its_last_row_or_column_a_table_goes(priced, verb):
    verb(priced)
    verb(priced)
    assert [block_text(block) for block in priced.body().blocks if block_text(block)] == ["Davor", "Danach"]


@pytest.mark.parametrize(
    "source",
    [
        body(Paragraph(text("Davor")), PRICES, Paragraph(text("Danach"))),
        body(PRICES, Paragraph(text("Danach"))),
        body(Paragraph(text("Davor")), PRICES),
        body(PRICES),
        body(PRICES, PRICES),
    ],
)
def test_a_table_is_removed_and_nothing_else(edit, source):
    edit.set_body(source)
    to_cell(edit, 1, 1)
    tables.remove(edit)
    rest = list(source.blocks)
    rest.remove(PRICES)
    assert body(*(block for block in edit.body().blocks if block_text(block))) == body(*rest)
    edit.undo()
    assert edit.body() == source


def test_a_read_only_table_stays(priced):
    before = priced.body()
    priced.setReadOnly(True)
    for verb in (tables.remove_row, tables.remove, tables.switch_head):
        verb(priced)
    assert priced.body() == before


verbs = st.sampled_from(
    (
        partial(tables.add_row, below=False),
        partial(tables.add_row, below=True),
        partial(tables.add_column, right=False),
        partial(tables.add_column, right=True),
        tables.remove_row,
        tables.remove_column,
        tables.switch_head,
    )
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(verbs, max_size=6))
def test_whatever_is_done_to_a_table_can_be_undone_to_the_letter(edit, chosen):
    source = body(Paragraph(text("Davor")), PRICES, Paragraph(text("Danach")))
    edit.set_body(source)
    to_cell(edit, 0, 0)
    for verb in chosen:
        verb(edit)
    read = edit.body()
    edit.set_body(read)
    assert edit.body() == read
    edit.set_body(source)
    to_cell(edit, 0, 0)
    for verb in chosen:
        verb(edit)
    while edit.document().isUndoAvailable():
        edit.undo()
    assert edit.body() == source
