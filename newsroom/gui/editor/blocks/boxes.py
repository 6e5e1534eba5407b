"""Small verbs for boxes: put in, made of paragraphs, and made paragraphs again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from newsroom.domain.body import Body, Box, Paragraph
from newsroom.domain.marks import NONE
from newsroom.gui.editor.bridge.looks import block_format, char_format
from newsroom.gui.editor.bridge.properties import Kind, Prop, kind_of
from newsroom.gui.editor.editing import CHANGEABLE, blocks_in, leave_list, one_step, set_boxed
from newsroom.gui.editor.places import box_around, boxed, place_for

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock

    from newsroom.gui.editor.text_edit import TextEdit


def switch(edit: TextEdit) -> None:
    """Make the selected paragraphs a box, the caret's box paragraphs, or put an empty box in."""
    if edit.isReadOnly() or edit.single:
        return
    cursor = edit.textCursor()
    if boxed(cursor.block()):
        open_up(edit)
    elif cursor.hasSelection():
        wrap(edit)
    else:
        put(edit)


def put(edit: TextEdit) -> None:
    """Put an empty box behind what the caret is in, and the caret into its title."""
    place = place_for(edit.textCursor())
    edit.hand.put(place, Body((Box((), (Paragraph(),)),)))
    place.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    edit.setTextCursor(place)
    edit.ensureCursorVisible()


def wrap(edit: TextEdit) -> None:
    """Make a box of the selected text blocks, with an empty title to be written."""
    chosen = [block.blockNumber() for block in blocks_in(edit.textCursor()) if _may(block)]
    run = _first_run(chosen)
    if not run:
        return
    with one_step(edit.document()) as hand:
        for number in run:
            set_boxed(hand, number, edit.look, inside=True)
        hand.setPosition(edit.document().findBlockByNumber(run[0]).position())
        hand.insertBlock(hand.blockFormat(), hand.blockCharFormat())
        hand.movePosition(QTextCursor.MoveOperation.PreviousBlock)
        leave_list(hand)
        hand.setBlockFormat(block_format(edit.look, Kind.BOX_TITLE, end=NONE, boxed=True))
        hand.setBlockCharFormat(char_format(edit.look, Kind.BOX_TITLE, NONE))
        place = hand.position()
    cursor = edit.textCursor()
    cursor.setPosition(place)
    edit.setTextCursor(cursor)
    edit.built.emit()


def _may(block: QTextBlock) -> bool:
    table: object = QTextCursor(block).currentTable()  # PySide's stub says it is never None
    return kind_of(block.blockFormat()) in CHANGEABLE and table is None and not boxed(block)


def _first_run(numbers: list[int]) -> list[int]:
    """Give the first stretch of blocks that follow each other: a box does not reach over a picture."""
    run = numbers[:1]
    for number in numbers[1:]:
        if number != run[-1] + 1:
            break
        run.append(number)
    return run


def open_up(edit: TextEdit) -> None:
    """Make the caret's box paragraphs; an empty title goes, one with words is the first of them."""
    blocks = box_around(edit.textCursor().block())
    numbers = [block.blockNumber() for block in blocks]
    untitled = kind_of(blocks[0].blockFormat()) is Kind.BOX_TITLE and not blocks[0].text()
    with one_step(edit.document()) as hand:
        for number in numbers:
            set_boxed(hand, number, edit.look, inside=False)
        if untitled and len(numbers) > 1:
            hand.setPosition(edit.document().findBlockByNumber(numbers[0]).position())
            hand.deleteChar()
    edit.built.emit()


def leave(edit: TextEdit) -> None:
    """Let the caret's block, which ends a box, be a paragraph behind it, as new as that which it was parted from."""
    number = edit.textCursor().blockNumber()
    with one_step(edit.document()) as hand:
        set_boxed(hand, number, edit.look, inside=False)
        _swap_ends(hand, number - 1, number)


def _swap_ends(hand: QTextCursor, *numbers: int) -> None:
    """Let two paragraphs swap the marks of their ends; those of a title are those of its box."""
    blocks = [hand.document().findBlockByNumber(number) for number in numbers]
    forms = [block.blockFormat() for block in blocks]
    ends = [form.stringProperty(Prop.END_MARKS) for form in forms]
    if Kind.BOX_TITLE in map(kind_of, forms) or ends[0] == ends[1]:
        return
    for block, form, end in zip(blocks, forms, reversed(ends), strict=True):
        form.setProperty(Prop.END_MARKS, end)
        hand.setPosition(block.position())
        hand.setBlockFormat(form)


def begun_below(cursor: QTextCursor) -> QTextCursor | None:
    """Give the place in the empty paragraph with which a new box begins, for a cursor at the end of its title."""
    below = cursor.block().next()
    titled = (
        kind_of(cursor.blockFormat()) is Kind.BOX_TITLE and cursor.atBlockEnd() and not cursor.hasSelection()
    )
    if titled and boxed(below) and kind_of(below.blockFormat()) is Kind.PARAGRAPH and not below.text():
        return QTextCursor(below)
    return None


def ends_box(cursor: QTextCursor) -> bool:
    """Tell whether a cursor stands in an empty paragraph that ends a box."""
    block = cursor.block()
    plain = kind_of(block.blockFormat()) in {Kind.PARAGRAPH, Kind.FILLER}
    last = boxed(block) and box_around(block)[-1] == block
    return last and plain and not block.text() and not cursor.hasSelection()
