"""Positions, both ways: block and code point in a story's plain text, and position in a document.

Qt counts UTF-16 units, in which an emoji is two; a story counts code points, in which pictures,
anchors and footnotes are nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from newsroom.gui.editor.bridge.properties import OBJECT_CHARACTER

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument

    from newsroom.gui.editor.bridge.reading import BodyReader

_LAST = "\uffff"
"""The last character that takes one unit."""


def position_of(document: QTextDocument, reader: BodyReader, block: int, offset: int) -> int:
    """Give the document's position of an offset in a block of the last body that was read."""
    if not 0 <= block < len(reader.starts):
        return max(document.characterCount() - 1, 0)
    number = reader.starts[block]
    end = reader.starts[block + 1] if block + 1 < len(reader.starts) else document.blockCount()
    while number < end - 1:
        size = _size(document.findBlockByNumber(number).text())
        if offset <= size:
            break
        offset -= size + 1
        number += 1
    inside = document.findBlockByNumber(number)
    return inside.position() + _units(inside.text(), offset)


def text_place(reader: BodyReader, block: QTextBlock, position: int) -> tuple[int, int]:
    """Give block and offset in the last body of a position in a block of the document."""
    number = block.blockNumber()
    found = max(bisect_right(reader.starts, number) - 1, 0)
    start = reader.starts[found] if reader.starts else number
    before = 0
    inside = block
    while inside.blockNumber() > start:
        inside = inside.previous()
        before += _size(inside.text()) + 1
    return found, before + code_points(block.text(), position - block.position())


def _size(text: str) -> int:
    return len(text) - text.count(OBJECT_CHARACTER)


def _units(text: str, offset: int) -> int:
    """Give the UTF-16 units before the code point at an offset that does not count objects."""
    if OBJECT_CHARACTER not in text:
        return units(text[:offset])
    counted = seen = 0
    for char in text:
        if seen >= offset and char != OBJECT_CHARACTER:
            break
        if seen >= offset and offset:
            break
        counted += 2 if char > _LAST else 1
        seen += char != OBJECT_CHARACTER
    return counted


def units(text: str) -> int:
    """Give how many UTF-16 units a text takes."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def code_points(text: str, units: int) -> int:
    """Give the code points in so many UTF-16 units, objects not counted."""
    head = text[: max(units, 0)]
    if not head or max(head) <= _LAST:  # the rule, and the caret asks for it with every key
        return len(head) - head.count(OBJECT_CHARACTER)
    seen = 0
    for char in text:
        if units <= 0:
            break
        units -= 2 if char > _LAST else 1
        seen += char != OBJECT_CHARACTER
    return seen
