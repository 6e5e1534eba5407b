"""The text of a block before the caret, as it would be read: without what is deleted but still shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from newsroom.domain.marks import MarkKind, has
from newsroom.gui.editor.bridge.properties import marks_of
from newsroom.gui.editor.bridge.reading import fragments
from newsroom.text.typing import NEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE_END = "\u2029"
"""Stands for the end of a line; a line feed would be taken for a break within it."""


@dataclass(frozen=True, slots=True)
class Behind:
    """Text beside the caret, and the stretches of the document that hold it, each with its words."""

    pieces: tuple[tuple[int, str], ...]

    @property
    def text(self) -> str:
        """Give the words alone; a line break is a line feed."""
        return "".join(words for _, words in self.pieces).replace("\u2028", "\n")

    def ended(self) -> Behind:
        """Give the same with the end of its line, which ends its last word as a space would."""
        start, words = self.pieces[-1]
        return Behind((*self.pieces, (start + units(words), _LINE_END)))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give the places in the document of a stretch of code points."""
        return self._place(start, 1 if end > start else 0), self._place(end, 0)

    def _place(self, offset: int, ahead: int) -> int:
        """Give the place before a code point; ahead 1 leaves what is deleted there behind."""
        left = offset
        for start, words in self.pieces:
            if left + ahead <= len(words):
                return start + units(words[:left])
            left -= len(words)
        start, words = self.pieces[-1]
        return start + units(words)


def units(words: str) -> int:
    """Give how many of Qt's UTF-16 units words take."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def behind(cursor: QTextCursor, most: int = NEAR) -> Behind:
    """Give what stands in the cursor's block before it, at most so many units."""
    block, end = cursor.block(), cursor.position()
    begin = max(block.position(), end - most)
    if "\udc00" <= cursor.document().characterAt(begin) <= "\udfff":
        begin += 1
    return Behind(tuple(_pieces(cursor, begin, end)))


def ahead(cursor: QTextCursor, most: int = NEAR) -> Behind:
    """Give what stands in the cursor's block from it on, at most so many units."""
    block, begin = cursor.block(), cursor.position()
    end = min(block.position() + block.length() - 1, begin + most)
    return Behind(tuple(_pieces(cursor, begin, end)))


def _pieces(cursor: QTextCursor, begin: int, end: int) -> Iterator[tuple[int, str]]:
    hand = QTextCursor(cursor)
    for fragment in fragments(cursor.block()):
        start = max(fragment.position(), begin)
        stop = min(fragment.position() + fragment.length(), end)
        if start < stop and not has(marks_of(fragment.charFormat()), MarkKind.DELETED):
            hand.setPosition(start)
            hand.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
            yield start, hand.selectedText()
