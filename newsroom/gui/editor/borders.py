"""Where blocks cannot join: text is never poured into a picture or a table, nor across the border of a box."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor, QTextTable

from newsroom.gui.editor.bridge.properties import Kind, Prop, kind_of

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock


class Area(Enum):
    """Where blocks can join each other: in the story, inside a box, or nowhere."""

    STORY = auto()
    BOX = auto()
    ALONE = auto()


def table_of(block: QTextBlock) -> QTextTable | None:
    """Give the table that a block is in."""
    table: object = QTextCursor(block).currentTable()  # PySide's stub says it is never None
    return table if isinstance(table, QTextTable) else None


def area_of(block: QTextBlock) -> Area:
    """Give where a block is."""
    kind = kind_of(block.blockFormat())
    if kind in {Kind.PICTURE, Kind.UNKNOWN, Kind.BOX_TITLE} or table_of(block) is not None:
        return Area.ALONE
    return Area.BOX if block.blockFormat().boolProperty(Prop.BOXED) else Area.STORY


def walled(cursor: QTextCursor, *, back: bool) -> bool:
    """Tell whether a key that takes away a character stands at such a border."""
    if not (cursor.atBlockStart() if back else cursor.atBlockEnd()):
        return False
    here = cursor.block()
    there = here.previous() if back else here.next()
    return there.isValid() and not _join(here, there)


def _join(one: QTextBlock, other: QTextBlock) -> bool:
    areas = area_of(one), area_of(other)
    return (areas[0] is areas[1] and areas[0] is not Area.ALONE) or parted_by_nothing(one, other)


def parted_by_nothing(one: QTextBlock, other: QTextBlock) -> bool:
    """Tell whether one is an empty paragraph beside a picture, which can go."""
    return any(
        area_of(empty) is Area.STORY and not empty.text() and kind_of(solid.blockFormat()) is Kind.PICTURE
        for empty, solid in ((one, other), (other, one))
    )
