"""Small verbs for pictures in a field: which one is meant, putting in, changing, taking out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlock, QTextCursor

from newsroom.domain.body import Body, Picture
from newsroom.domain.marks import NONE
from newsroom.gui.editor.bridge.loading import picture_format
from newsroom.gui.editor.bridge.looks import block_format, char_format
from newsroom.gui.editor.bridge.properties import Inset, Kind, kind_of
from newsroom.gui.editor.bridge.reading import content_of, fragments
from newsroom.gui.editor.editing import one_step
from newsroom.gui.editor.insets import picture_of
from newsroom.gui.editor.places import place_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.gui.editor.text_edit import TextEdit


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in a field and the position of its object character."""

    position: int
    picture: Picture


def at(block: QTextBlock) -> Shown | None:
    """Give the picture of a block, or None where the block shows none."""
    if kind_of(block.blockFormat()) is not Kind.PICTURE:
        return None
    for fragment in fragments(block):
        if fragment.charFormat().objectType() == Inset.PICTURE:
            picture = picture_of(fragment.charFormat())
            assert picture is not None
            return Shown(fragment.position(), replace(picture, caption=content_of(block)))
    return None


def meant(edit: TextEdit) -> Shown | None:
    """Give the picture the caret is at, in its caption too."""
    return at(edit.document().findBlock(edit.textCursor().selectionStart()))


def chosen(edit: TextEdit) -> Shown | None:
    """Give the picture that alone is selected."""
    cursor, shown = edit.textCursor(), meant(edit)
    if shown is None:
        return None
    alone = (cursor.selectionStart(), cursor.selectionEnd()) == (shown.position, shown.position + 1)
    return shown if alone else None


def choose(edit: TextEdit, position: int) -> None:
    """Select the picture at a position."""
    cursor = edit.textCursor()
    cursor.setPosition(position)
    cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def put(edit: TextEdit, cursor: QTextCursor, pictures: Sequence[Picture]) -> None:
    """Put pictures behind what a cursor is in, and the caret into the last one's caption."""
    place = place_for(cursor)
    edit.hand.put(place, Body(tuple(pictures)))
    edit.setTextCursor(place)
    edit.ensureCursorVisible()


def change(edit: TextEdit, position: int, picture: Picture, *, goes_on: bool = False) -> None:
    """Put a picture in the place of another, whose caption stays; goes_on joins it with the step before."""
    cursor = QTextCursor(edit.document())
    cursor.setPosition(position)
    cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
    if goes_on:
        cursor.joinPreviousEditBlock()
    else:
        cursor.beginEditBlock()
    try:
        cursor.setCharFormat(picture_format(edit.look, picture))
    finally:
        cursor.endEditBlock()
    edit.built.emit()


def remove(edit: TextEdit, shown: Shown) -> None:
    """Take a picture out of the text, with its caption."""
    block = edit.document().findBlock(shown.position)
    behind, before = _joins(block.next()), _joins(block.previous())
    cursor = QTextCursor(block)
    if behind:
        cursor.setPosition(block.next().position(), QTextCursor.MoveMode.KeepAnchor)
    else:
        cursor.setPosition(block.position() - int(before))
        cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    with one_step(edit.document()):
        edit.hand.remove(cursor)
        if not (behind or before) and not cursor.block().text():
            cursor.setBlockFormat(block_format(edit.look, Kind.FILLER, end=NONE))
            cursor.setBlockCharFormat(char_format(edit.look, Kind.PARAGRAPH, NONE))
    edit.setTextCursor(cursor)


def _joins(block: QTextBlock) -> bool:
    """Tell whether a block can be joined with its neighbour, which one in a table cannot."""
    if not block.isValid():
        return False
    table: object = QTextCursor(block).currentTable()  # PySide's stub says it is never None
    return table is None
