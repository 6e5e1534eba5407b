"""Putting a body into a text: what it must be to stand there, and what becomes of the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from newsroom.domain.body import Body, Paragraph
from newsroom.domain.inline import Content, LineBreak, Run
from newsroom.gui.editor import clipboard, editing, typing_keys
from newsroom.gui.editor.borders import Area, area_of
from newsroom.gui.editor.bridge.properties import kind_of

if TYPE_CHECKING:
    from newsroom.gui.editor.text_edit import TextEdit


def one_paragraph(content: Content) -> Body:
    """Make a body of one paragraph."""
    return Body((Paragraph(content),))


def fitting(edit: TextEdit, body: Body, cursor: QTextCursor) -> Body:
    """Give a body as it can stand at a place: in a line and in a cell it is one paragraph."""
    if edit.single:
        return one_paragraph(clipboard.flat(body, Run(" ")))
    return one_paragraph(clipboard.flat(body, LineBreak())) if typing_keys.in_table(cursor) else body


def put(edit: TextEdit, cursor: QTextCursor, body: Body, *, goes_on: bool = False) -> None:
    """Put a body in the place of a selection, as one undo step; what stood behind keeps its kind.

    Where it goes on another body will follow behind it.
    """
    with editing.one_step(edit.document()):
        if cursor.hasSelection():
            edit.hand.remove(cursor)
        if _parts(cursor, body) or (goes_on and not cursor.atBlockEnd()):
            _part(edit, cursor)
        edit.hand.put(cursor, body)


def _parts(cursor: QTextCursor, body: Body) -> bool:
    """Tell whether a body does not flow into the words behind a cursor: it ends with more than a paragraph."""
    from newsroom.gui.editor.tracking.reach import living

    if not body.blocks or area_of(cursor.block()) is not Area.STORY:
        return False
    flows = isinstance(body.blocks[-1], Paragraph)
    if flows and isinstance(body.blocks[0], Paragraph):
        return False
    found = living(cursor)
    return found.caret < len(found.text) and (not flows or not found.caret)


def _part(edit: TextEdit, cursor: QTextCursor) -> None:
    """Give what stands behind the cursor in its block a block of its own; the cursor stays before it."""
    place = cursor.position()
    edit.hand.split(QTextCursor(cursor), kind_of(cursor.blockFormat()))
    cursor.setPosition(place)
