"""Accepting and rejecting changes in a document, as one undo step; what is not concerned is not touched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.body import TEXT_BLOCKS, Picture
from newsroom.domain.deciding import decided_lines
from newsroom.domain.marks import NONE
from newsroom.gui.editor.borders import Area, area_of
from newsroom.gui.editor.bridge.properties import Kind, kind_of
from newsroom.gui.editor.bridge.reading import content_of
from newsroom.gui.editor.editing import one_step
from newsroom.gui.editor.tracking.region import Item, Region
from newsroom.gui.editor.tracking.writing import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument

    from newsroom.domain.body import TextBlock
    from newsroom.domain.deciding import Verdict
    from newsroom.domain.marks import Marks
    from newsroom.gui.editor.text_edit import TextEdit


def judge(edit: TextEdit, verdict: Verdict) -> None:
    """Carry a verdict out in a field."""
    document = edit.document()
    with one_step(document):
        _Court(document, Writer(document, edit.look), verdict).sit()


class _Court:
    def __init__(self, document: QTextDocument, writer: Writer, verdict: Verdict) -> None:
        self._document = document
        self._writer = writer
        self._verdict = verdict

    def sit(self) -> None:
        """Judge captions, titles and cells, then the text in boxes, then the story with what stands in it."""
        self._judge_alone()
        for first, last in reversed(list(self._boxes())):
            self._judge(Region(self._document, first, last, Area.BOX))
        self._judge(Region(self._document, 0, self._document.blockCount() - 1, Area.STORY))

    def _judge_alone(self) -> None:
        for block in _blocks(self._document):
            if area_of(block) is Area.ALONE and kind_of(block.blockFormat()) is not Kind.UNKNOWN:
                content = content_of(block)
                self._writer.content(block.blockNumber(), content, self._verdict.content(content))

    def _boxes(self) -> Iterator[tuple[int, int]]:
        """Give the first and last block of each run of text inside a box."""
        first: int | None = None
        for block in _blocks(self._document):
            inside = area_of(block) is Area.BOX
            if inside and first is None:
                first = block.blockNumber()
            if not inside and first is not None:
                yield first, block.blockNumber() - 1
                first = None
        if first is not None:
            yield first, self._document.blockCount() - 1

    def _judge(self, region: Region) -> None:
        """Judge lines group by group from the last; a group ends with a line whose end stays."""
        stops = [place for place, item in enumerate(region.items) if self._stands(item)]
        segments = [-1, *stops, len(region.items)]
        for place in range(len(segments) - 2, -1, -1):
            behind = segments[place + 1]
            lines = region.items[segments[place] + 1 : behind]
            beyond = self._judge_whole(region.items[behind]) if behind < len(region.items) else NONE
            self._judge_segment(lines, beyond)

    def _stands(self, item: Item) -> bool:
        if isinstance(item.line, TEXT_BLOCKS):
            return False
        return not (isinstance(item.line, Picture) and self._verdict.drops(item.line.marks))

    def _judge_whole(self, item: Item) -> Marks:
        if not isinstance(item.line, Picture):
            return NONE
        marks = self._verdict.marks(item.line.marks)
        if marks != item.line.marks:
            self._writer.mark_whole(item.first, marks)
        return item.line.marks

    def _judge_segment(self, items: list[Item], beyond: Marks) -> None:
        texts = [item.line for item in items if isinstance(item.line, TEXT_BLOCKS)]
        new = decided_lines(texts, self._verdict, beyond)
        groups = list(self._groups(items))
        whole = sum(1 for group in groups if self._ends(group))
        rest = new[whole:]
        for number in range(len(groups) - 1, -1, -1):
            text = [new[number]] if number < whole else rest
            self._write(groups[number], text)

    def _write(self, group: list[Item], text: list[TextBlock]) -> None:
        lines = [item for item in group if isinstance(item.line, TEXT_BLOCKS)]
        if len(lines) == len(group) == len(text) and lines[0].line == text[0]:
            return
        gone = [item for item in group if not isinstance(item.line, TEXT_BLOCKS)]
        self._writer.segment(lines, gone, text)

    def _groups(self, items: list[Item]) -> Iterator[list[Item]]:
        group: list[Item] = []
        for item in items:
            group.append(item)
            if isinstance(item.line, TEXT_BLOCKS) and not self._verdict.drops(item.line.marks):
                yield group
                group = []
        if group:
            yield group

    def _ends(self, group: list[Item]) -> bool:
        last = group[-1].line
        return isinstance(last, TEXT_BLOCKS) and not self._verdict.drops(last.marks)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
