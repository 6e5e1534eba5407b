"""Where in a document a block of its own can begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextTable

from newsroom.gui.editor.bridge.properties import Kind, Prop, kind_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock


def place_for(cursor: QTextCursor) -> QTextCursor:
    """Give where a block of its own can begin: behind the paragraph, the table or the box a cursor is in."""
    place = QTextCursor(cursor)
    place.setPosition(cursor.selectionEnd())
    table: object = place.currentTable()  # PySide's stub says it is never None
    if isinstance(table, QTextTable):
        place.setPosition(table.lastPosition() + 1)
        return place
    block = box_around(place.block())[-1] if boxed(place.block()) else place.block()
    place.setPosition(block.position() + block.length() - 1)
    return place


def boxed(block: QTextBlock) -> bool:
    """Tell whether a block is part of a box."""
    return block.isValid() and block.blockFormat().boolProperty(Prop.BOXED)


def box_around(block: QTextBlock) -> list[QTextBlock]:
    """Give the blocks of the box that a block is part of: its title first, where it has one."""
    first = block
    while not _is_title(first) and boxed(first.previous()):
        first = first.previous()
    found = [first]
    while boxed(found[-1].next()) and not _is_title(found[-1].next()):
        found.append(found[-1].next())
    return found


def _is_title(block: QTextBlock) -> bool:
    return kind_of(block.blockFormat()) is Kind.BOX_TITLE
