"""The text of a block of the document as its readers will have it, with the way back to its positions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.marks import MarkKind
from newsroom.gui.editor.bridge.properties import Kind, Prop, kind_of, marks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextFormat

_BEYOND = "\uffff"
_UNREAD = frozenset({Kind.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Wording:
    """A text to check; places gives for each of its offsets the position in the block, where they differ."""

    text: str
    places: tuple[int, ...] | None = None

    def place(self, offset: int) -> int:
        """Give the position in the block, in UTF-16 units, of an offset of the text."""
        return offset if self.places is None else self.places[offset]


def wording(block: QTextBlock) -> Wording:
    """Give the text of a block without what is deleted by a tracked change."""
    text = block.text()
    if kind_of(block.blockFormat()) in _UNREAD:
        return Wording("")
    gone = list(_deleted(block))
    if not gone and (not text or max(text) <= _BEYOND):
        return Wording(text)
    kept: list[str] = []
    places: list[int] = []
    at = 0
    for char in text:
        if not any(start <= at < end for start, end in gone):
            kept.append(char)
            places.append(at)
        at += 2 if char > _BEYOND else 1
    return Wording("".join(kept), (*places, at))


def _deleted(block: QTextBlock) -> Iterator[tuple[int, int]]:
    for part in block.textFormats():
        form: QTextFormat = part.format
        if form.hasProperty(Prop.MARKS) and any(mark.kind is MarkKind.DELETED for mark in marks_of(form)):
            yield part.start, part.start + part.length
