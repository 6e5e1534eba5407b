from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from newsroom.domain.body import Box, Crosshead, Paragraph, Picture, Table, block_text, body, paragraphs
from newsroom.domain.inline import plain, text
from newsroom.gui.editor.insets import inset_at
from newsroom.gui.editor.pictures import keys, verbs


@pytest.fixture
def edit(pane):
    field = pane.body_edit
    field.key_takers.append(partial(keys.answered, field))
    field.setFocus()
    return field


def pictures(edit):
    return [block for block in edit.body().blocks if isinstance(block, Picture)]


@pytest.mark.parametrize("selected", [True, False])
def test_what_is_typed_at_a_picture_is_its_caption(edit, selected):
    edit.set_body(body(Picture("", text("Hafen")), Paragraph(text("Ende"))))
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    if selected:
        verbs.choose(edit, 0)
    QTest.keyClicks(edit, "ab")
    (picture,) = pictures(edit)
    assert plain(picture.caption) == ("Hafenab" if selected else "abHafen")
    assert block_text(edit.body().blocks[1]) == "Ende"


def test_enter_before_the_first_picture_makes_room_for_text(edit):
    edit.set_body(body(Picture("", text("Hafen"))))
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "Vorweg")
    first, second = edit.body().blocks
    assert (block_text(first), block_text(second)) == ("Vorweg", "Hafen")
    assert isinstance(second, Picture)


SURROUNDINGS = [
    paragraphs(["Eins", "Zwei"]),
    body(Crosshead(text("Eins")), Paragraph(text("Zwei"))),
    body(Table(((text("a"), text("b")),)), Paragraph(text("Ende"))),
    body(Box(text("Kasten"), (Paragraph(text("innen")),)), Paragraph(text("Ende"))),
    body(Paragraph(text("Ende")), Table(((text("a"),),))),
    body(Paragraph(text("Ende")), Box((), (Paragraph(text("innen")),))),
]


@pytest.mark.parametrize("source", SURROUNDINGS)
@pytest.mark.parametrize("end", [True, False])
def test_a_picture_goes_in_and_out_and_nothing_else_changes(edit, source, end):
    edit.set_body(source)
    where = QTextCursor.MoveOperation.End if end else QTextCursor.MoveOperation.Start
    edit.moveCursor(where)
    picture = Picture("0" * 64, text("Bild"), "c", "d", "e", "f")
    verbs.put(edit, edit.textCursor(), [picture])
    assert pictures(edit) == [picture]
    rest = [block for block in edit.body().blocks if not isinstance(block, Picture)]
    assert body(*rest) == source
    verbs.remove(edit, verbs.meant(edit))
    left = [block for block in edit.body().blocks if block_text(block)]
    assert body(*left) == source


def test_the_end_of_a_paragraph_before_a_picture_is_no_picture(edit):
    edit.set_body(body(Paragraph(text("Eins")), Picture("ab" * 32)))
    found = [at for at in range(edit.document().characterCount()) if inset_at(edit.document(), at)]
    assert found == [5]
