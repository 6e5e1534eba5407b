"""A story as the texts a reader reads, each with the way back to where its characters stand.

What is marked as deleted is in no strand, so that nothing is found there; paragraphs that a deleted end joins
are one strand. A strand is a headline, a paragraph, a caption, one cell of a table, one part of a box.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.body import TEXT_BLOCKS, Box, Picture, Table
from newsroom.domain.finding import HEADER, Field, Place
from newsroom.domain.inline import Anchor, Footnote, Run, length
from newsroom.domain.marks import NONE, MarkKind, has

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.article import Article
    from newsroom.domain.body import Block, TextBlock
    from newsroom.domain.inline import Content

LINES = (Field.KICKER, Field.HEADLINE, Field.SUBHEADLINE)
BESIDE = (Field.TEASER, Field.WEB_HEADLINE)
"""What readers get that does not stand on the page."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that stand together: where in the strand, and block and offset in the story."""

    start: int
    block: int
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class Strand:
    """One text of a story as it is read; block is the one it begins in, or `HEADER`."""

    field: Field
    block: int
    text: str
    stretches: tuple[Stretch, ...]
    anchor: tuple[int, int] | None = None
    """Where in the text it hangs, as block and offset, where it stands apart from it."""

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """Give where the characters from start to end stand, in order, without what is deleted between."""
        found: list[Place] = []
        first = max(bisect_right([one.start for one in self.stretches], start) - 1, 0)
        for one in self.stretches[first:]:
            low, high = max(start, one.start), min(end, one.start + one.size)
            if low < high:
                offset = one.offset - one.start
                found.append(Place(self.field, one.block, low + offset, high + offset))
            elif one.start >= end:
                break
        return tuple(found)


def strands(article: Article) -> Iterator[Strand]:
    """Give all texts of the page, in reading order; those without a character are left out."""
    yield from _of_lines(article, LINES)
    lead = _Spinner(Field.LEAD, HEADER)
    lead.add(HEADER, 0, article.lead)
    yield from lead.spun()
    yield from _of_blocks(article.body.blocks)


def all_strands(article: Article) -> Iterator[Strand]:
    """Give the texts of the page and of what stands beside it."""
    yield from strands(article)
    yield from _of_lines(article, BESIDE)


def _of_lines(article: Article, fields: tuple[Field, ...]) -> Iterator[Strand]:
    for field in fields:
        words: str = getattr(article, field.value)
        if words:
            yield Strand(field, HEADER, words, (Stretch(0, HEADER, 0, len(words)),))


def _of_blocks(blocks: tuple[Block, ...]) -> Iterator[Strand]:
    open_: _Spinner | None = None
    for number, block in enumerate(blocks):
        if isinstance(block, TEXT_BLOCKS):
            open_ = open_ or _Spinner(Field.BODY, number)
            open_.add(number, 0, block.content)
            if has(block.marks, MarkKind.DELETED):
                continue  # its end is deleted: the next paragraph goes on here
        if open_ is not None:
            yield from open_.spun()
            open_ = None
        if not isinstance(block, TEXT_BLOCKS):
            yield from _of_compound(number, block)
    if open_ is not None:
        yield from open_.spun()


def _of_compound(number: int, block: Block) -> Iterator[Strand]:
    if has(getattr(block, "marks", NONE), MarkKind.DELETED):
        return
    if isinstance(block, Picture):
        yield from _alone(number, 0, block.caption)
    elif isinstance(block, Table):
        at = 0
        for row in block.rows:
            for cell in row:
                yield from _alone(number, at, cell)
                at += _size(cell) + 1
    elif isinstance(block, Box):
        yield from _alone(number, 0, block.title)
        yield from _of_box(number, _size(block.title) + 1, block.blocks)


def _of_box(number: int, at: int, parts: tuple[TextBlock, ...]) -> Iterator[Strand]:
    spinner = _Spinner(Field.BODY, number)
    for part in parts:
        spinner.add(number, at, part.content)
        at += _size(part.content) + 1
        if not has(part.marks, MarkKind.DELETED):
            yield from spinner.spun()
            spinner = _Spinner(Field.BODY, number)
    yield from spinner.spun()


def _alone(number: int, at: int, content: Content) -> Iterator[Strand]:
    spinner = _Spinner(Field.BODY, number)
    spinner.add(number, at, content)
    yield from spinner.spun()


def _size(content: Content) -> int:
    return sum(map(length, content))


class _Spinner:
    """Gathers the characters of one strand."""

    def __init__(self, field: Field, block: int) -> None:
        self._field, self._block = field, block
        self._text: list[str] = []
        self._stretches: list[Stretch] = []
        self._length = 0

    def add(self, block: int, offset: int, content: Content) -> None:
        """Take in the living characters of content that begins at an offset of a block."""
        for piece in content:
            size = length(piece)
            if size and not isinstance(piece, Anchor | Footnote) and not has(piece.marks, MarkKind.DELETED):
                self._text.append(piece.text if isinstance(piece, Run) else "\n")
                self._stretch(block, offset, size)
            offset += size

    def _stretch(self, block: int, offset: int, size: int) -> None:
        last = self._stretches[-1] if self._stretches else None
        if last and last.block == block and last.offset + last.size == offset:
            self._stretches[-1] = Stretch(last.start, block, last.offset, last.size + size)
        else:
            self._stretches.append(Stretch(self._length, block, offset, size))
        self._length += size

    def spun(self) -> Iterator[Strand]:
        """Give the strand, where it has a character."""
        if self._text:
            yield Strand(self._field, self._block, "".join(self._text), tuple(self._stretches))
