"""How far a story reaches: its counted parts, where each of their lines begins, and where it is too long.

What is counted is what readers get: lead, body and captions with all changes accepted, and the dateline in
front of the first words. Counting anew counts only the blocks that changed: unchanged ones are the same objects.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from newsroom.domain.body import TEXT_BLOCKS, Body, Paragraph, block_text
from newsroom.domain.changes import Piece, settle
from newsroom.domain.finding import Field, Place
from newsroom.domain.marks import MarkKind, has
from newsroom.text.length import Length, count
from newsroom.text.lines import line_starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from newsroom.domain.article import Article
    from newsroom.domain.body import Block
    from newsroom.text.lines import Line

Group = tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """The final text of blocks that are one for readers; without pieces it is the block's own plain text."""

    text: str
    length: Length
    starts: tuple[int, ...]
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A counted part and the block it begins at; so many characters at its front stand in no block."""

    field: Field
    block: int
    blocks: int
    counted: Counted
    front: int = 0

    def place(self, offset: int) -> Place:
        """Give where an offset of the counted text stands in the story."""
        offset = max(offset - self.front, 0)
        for piece in self.counted.pieces:
            if piece.start <= offset < piece.start + piece.size:
                at = piece.offset + offset - piece.start
                return Place(self.field, self.block + piece.block, at, at)
        if self.counted.pieces:
            last = self.counted.pieces[-1]
            at = last.offset + last.size
            return Place(self.field, self.block + last.block, at, at)
        return Place(self.field, self.block, offset, offset)

    def offset(self, block: int, offset: int) -> int:
        """Give the offset in the counted text of a place in the story; in what was deleted, of what follows."""
        if not self.counted.pieces:
            return self.front + offset if block == self.block else 0
        for piece in self.counted.pieces:
            if (self.block + piece.block, piece.offset + piece.size) >= (block, offset):
                inside = offset - piece.offset if self.block + piece.block == block else 0
                return self.front + piece.start + max(inside, 0)
        return len(self.counted.text)


@dataclass(frozen=True)
class Extent:
    """A counted story; handed in at the next counting, it saves what did not change."""

    parts: tuple[Part, ...] = ()
    length: Length = field(default_factory=Length)
    width: Line = 0
    known: Mapping[tuple[int, ...], tuple[Group, Counted]] = field(default_factory=dict, repr=False)

    @cached_property
    def lines_before(self) -> tuple[int, ...]:
        """Give for each part how many lines stand before it."""
        return tuple(accumulate((len(part.counted.starts) for part in self.parts), initial=0))

    def between(self, first: Place, last: Place) -> Length:
        """Measure what stands between two places of one field."""
        begin, end = (first.block, first.start), (last.block, last.start)
        return sum((_stretch(part, begin, end) for part in self.parts if part.field is first.field), Length())


def measured(
    article: Article, width: Line, words_per_minute: int, dateline: str = "", before: Extent | None = None
) -> Extent:
    """Count a story in lines of a width; dateline is what is printed in front of the first words."""
    known = before.known if before and before.width == width else {}
    kept: dict[tuple[int, ...], tuple[Group, Counted]] = {}
    parts: list[Part] = []
    lead = Part(Field.LEAD, 0, 1, _counted((Paragraph(article.lead),), width, words_per_minute))
    for first, group in _groups(article.body.blocks):
        key = tuple(map(id, group))
        found = kept[key] = known.get(key) or (group, _counted(group, width, words_per_minute))
        parts.append(Part(Field.BODY, first, len(group), found[1]))
    parts = _with_front([lead, *parts], f"{dateline} " if dateline else "", width, words_per_minute)
    whole = _sum((part.counted.length for part in parts), words_per_minute)
    return Extent(tuple(parts), whole, width, kept)


def _sum(lengths: Iterator[Length], words_per_minute: int) -> Length:
    """Give the sum of lengths; one object is made, not one for each."""
    columns = zip(
        *(
            (one.words, one.characters, one.characters_without_spaces, one.lines, one.normal_lines)
            for one in lengths
        ),
        strict=True,
    )
    words, characters, without_spaces, lines, normal_lines = map(sum, columns)
    return Length(words, characters, without_spaces, lines, normal_lines, words_per_minute)


def _groups(blocks: Sequence[Block]) -> Iterator[tuple[int, Group]]:
    """Give the blocks that are one for readers, each group with the number of its first."""
    start = 0
    while start < len(blocks):
        end = start + 1
        while end < len(blocks) and _joins(blocks[end - 1]) and isinstance(blocks[end], TEXT_BLOCKS):
            end += 1
        yield start, tuple(blocks[start:end])
        start = end


def _joins(block: Block) -> bool:
    return isinstance(block, TEXT_BLOCKS) and bool(block.marks) and has(block.marks, MarkKind.DELETED)


def _counted(group: Group, width: Line, words_per_minute: int) -> Counted:
    settled = settle(Body(group))
    text = "\n".join(map(block_text, settled.body.blocks))
    pieces = settled.origins[0] if len(settled.origins) == 1 else ()
    moved = len(group) > 1 or text != block_text(group[0])
    return _measured(text, pieces if moved else (), width, words_per_minute)


def _measured(text: str, pieces: tuple[Piece, ...], width: Line, words_per_minute: int) -> Counted:
    if not text.strip():
        return Counted(text, Length(words_per_minute=words_per_minute), (), pieces)
    starts = tuple(line_starts(text, width))
    return Counted(text, count(text, width, words_per_minute), starts, pieces)


def _with_front(parts: list[Part], front: str, width: Line, words_per_minute: int) -> list[Part]:
    """Put the dateline in front of the first words of the body, or of the lead where the body has none."""
    if not front:
        return parts
    place = next((at for at, part in enumerate(parts[1:], 1) if part.counted.text.strip()), 0)
    part = parts[place]
    counted = _measured(front + part.counted.text, part.counted.pieces, width, words_per_minute)
    fronted = Part(part.field, part.block, part.blocks, counted, len(front))
    return [*parts[:place], fronted, *parts[place + 1 :]]


def _stretch(part: Part, begin: tuple[int, int], end: tuple[int, int]) -> Length:
    """Measure what of a part stands between two places, each a block and an offset."""
    after = part.block + part.blocks
    if after <= begin[0] or part.block > end[0]:
        return Length()
    whole = begin < (part.block, 0) and end[0] >= after and not part.front
    if whole:
        return part.counted.length
    first = part.offset(*begin) if begin >= (part.block, 0) else part.front
    last = part.offset(*end) if end[0] < after else len(part.counted.text)
    return count(part.counted.text[first:last], 1, part.counted.length.words_per_minute)
