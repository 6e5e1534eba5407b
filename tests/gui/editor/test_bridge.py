from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtGui import QTextCursor, QTextDocument

from newsroom.domain.body import Body, Crosshead, ListItem, Paragraph, Quote, block_text, body, paragraphs
from newsroom.domain.inline import text
from newsroom.gui.editor.bridge import BodyReader, load, position_of, read, text_place
from newsroom.gui.editor.look import EditorLook
from tests.strategies import bodies

LOOK = EditorLook()
LAW = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def loaded(source: Body) -> QTextDocument:
    document = QTextDocument()
    load(document, source, LOOK)
    return document


@LAW
@given(bodies())
@pytest.mark.long
def test_what_is_read_is_what_was_loaded(qapp, source):
    assert read(loaded(source)) == source


@LAW
@given(bodies())
@pytest.mark.long
def test_every_offset_of_a_block_has_its_position_and_back(qapp, source):
    document = loaded(source)
    reader = BodyReader(document)
    reader.body()
    for number, block in enumerate(source.blocks):
        for offset in range(len(block_text(block)) + 1):
            position = position_of(document, reader, number, offset)
            assert text_place(reader, document.findBlock(position), position) == (number, offset)


def test_an_empty_body_and_an_empty_paragraph_stay_apart(qapp):
    assert read(loaded(Body())) == Body()
    assert read(loaded(body(Paragraph()))) == body(Paragraph())


def test_typing_in_one_block_of_a_thousand_reads_one_block(qapp):
    document = loaded(paragraphs(f"Absatz {number}" for number in range(1000)))
    reader = BodyReader(document)
    reader.body()
    cursor = QTextCursor(document.findBlockByNumber(500))
    cursor.insertText("Neu: ")
    assert reader.unread == 1
    assert reader.body().blocks[500] == Paragraph(text("Neu: Absatz 500"))
    assert reader.body() == read(document)


def test_joining_and_splitting_blocks_reads_only_those(qapp):
    document = loaded(paragraphs(f"Absatz {number}" for number in range(100)))
    reader = BodyReader(document)
    reader.body()
    cursor = QTextCursor(document.findBlockByNumber(50))
    cursor.deletePreviousChar()
    assert reader.unread <= 2
    assert reader.body() == read(document)
    cursor.insertBlock()
    assert reader.unread <= 3
    assert reader.body() == read(document)


def test_after_undoing_a_join_of_list_and_crosshead_the_last_block_is_read_anew(qapp):
    entries = ListItem(text("i1")), ListItem(text("i2"), ordered=True, level=2)
    source = body(*entries, Quote(text("q")), Crosshead(text("k")))
    document = loaded(source)
    reader = BodyReader(document)
    cursor = QTextCursor(document)
    cursor.setPosition(2)
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    assert reader.body() == body(ListItem(text("i1k")))
    document.undo()
    assert reader.body() == source
