"""Edits of a stretch of text blocks as the model of tracked changes has them.

A place is a line, which is a text block, and an offset in its content, in which a character, a line break, a
note's place and a footnote are one each. What an edit leaves of what stood there, its pen decides. Lines
whose ends are deleted belong to one paragraph of the final text, whose form is that of the last.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from newsroom.domain.body import TEXT_BLOCKS, Block, Paragraph, TextBlock, Unknown, form_of, formed
from newsroom.domain.inline import Anchor, Content, Footnote, Inline, LineBreak, Run, normal
from newsroom.domain.marks import NONE, MarkKind, Marks, has

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Lines = tuple[Block, ...]
At = tuple[int, int]


class Marker(Protocol):
    """Decides what becomes of text that an edit touches."""

    def deleted(self, marks: Marks) -> Marks | None:
        """Give the marks of deleted text, or None where it goes."""

    def struck(self, marks: Marks) -> Marks:
        """Give the marks of what is deleted and has to stay in any case."""

    def inserted(self, marks: Marks) -> Marks:
        """Give the marks of inserted text."""

    def remarked(self, marks: Marks, wanted: Marks) -> Marks:
        """Give the marks of text that shall have other ones."""

    def reformed(self, block: TextBlock, form: TextBlock) -> TextBlock:
        """Give a block in another form."""


def units(piece: Inline) -> int:
    """Give how many places of a content a piece takes."""
    return len(piece.text) if isinstance(piece, Run) else 1


def size(content: Content) -> int:
    """Give how many places a content has."""
    return sum(map(units, content))


def parted(content: Content, offset: int) -> tuple[Content, Content]:
    """Give what stands before an offset and what stands behind it."""
    before: list[Inline] = []
    behind: list[Inline] = []
    for piece in content:
        wide = units(piece)
        if offset >= wide:
            before.append(piece)
        elif offset > 0 and isinstance(piece, Run):
            before.append(Run(piece.text[:offset], piece.marks))
            behind.append(Run(piece.text[offset:], piece.marks))
        else:
            behind.append(piece)
        offset -= wide
    return normal(before), normal(behind)


def stretch(content: Content, start: int, end: int) -> tuple[Content, Content, Content]:
    """Give what stands before, within and behind two offsets."""
    before, rest = parted(content, start)
    return before, *parted(rest, end - start)


def paragraph_end(lines: Sequence[Block], line: int) -> int:
    """Give the line that ends the paragraph which a line belongs to in the final text."""
    while _struck(lines[line]):
        following = line + 1
        while following < len(lines) and _struck(lines[following]) and not _is_text(lines[following]):
            following += 1
        if following == len(lines) or not _is_text(lines[following]):
            return line
        line = following
    return line


def paragraph_start(lines: Sequence[Block], line: int) -> int:
    """Give the line that begins the paragraph which a line belongs to in the final text."""
    before = line - 1
    while before >= 0 and _struck(lines[before]):
        line = before if _is_text(lines[before]) else line
        before -= 1
    return line


def _is_text(block: Block) -> bool:
    return isinstance(block, TEXT_BLOCKS)


def _struck(block: Block) -> bool:
    return not isinstance(block, Unknown) and has(block.marks, MarkKind.DELETED)


def text_line(lines: Sequence[Block], line: int) -> TextBlock:
    """Give a line that is known to be text."""
    block = lines[line]
    assert isinstance(block, TEXT_BLOCKS)
    return block


def living(content: Content) -> bool:
    """Tell whether anything of a content is in the final text."""
    return any(not has(piece.marks, MarkKind.DELETED) for piece in content)


def erased(lines: Lines, start: At, end: At, pen: Marker) -> Lines:
    """Delete a stretch; a paragraph that begins before it keeps its form, as in any editor.

    A block of another kind than text goes as a whole where the stretch reaches behind it.
    """
    (first, begin), (last, stop) = start, end
    texts = [number for number in range(first, last + 1) if _is_text(lines[number])]
    eraser = _Eraser(pen)
    for number in range(first, last + 1):
        block = lines[number]
        if not isinstance(block, TEXT_BLOCKS):
            eraser.whole(block, reached=number < last or stop > 0)
            continue
        upto = stop if number == last else size(block.content)
        eraser.line(block, begin if number == first else 0, upto, stays=number == texts[-1])
    result = (*lines[:first], *eraser.done, *lines[last + 1 :])
    if (
        not texts
        or texts[0] == texts[-1]
        or not _lives_before(lines, texts[0], begin if texts[0] == first else 0)
    ):
        return result
    form = form_of(text_line(lines, paragraph_end(lines, texts[0])))
    return _reformed(result, first + eraser.joined, form, pen)


class _Eraser:
    """Goes through the lines of a stretch; text whose end went is carried into the next line."""

    def __init__(self, pen: Marker) -> None:
        self.done: list[Block] = []
        self.joined = 0
        """Where in ``done`` the last line of text is, which took over what was carried."""
        self._pen = pen
        self._carried: Content = ()
        self._last: TextBlock | None = None

    def line(self, line: TextBlock, begin: int, upto: int, *, stays: bool) -> None:
        before, within, behind = stretch(line.content, begin, upto)
        self._carried = normal((*self._carried, *before, *_deleted(within, self._pen), *behind))
        marks = line.marks if stays else self._pen.deleted(line.marks)
        self._last = line
        if marks is not None:
            self._put(line, marks)

    def whole(self, block: Block, *, reached: bool) -> None:
        marks = self._pen.deleted(block.marks) if reached and not isinstance(block, Unknown) else None
        if reached and marks is None and not isinstance(block, Unknown):
            return
        if self._carried and self._last is not None:
            self._put(self._last, self._pen.struck(self._last.marks))
        if marks is not None and not isinstance(block, Unknown):
            self.done.append(replace(block, marks=marks))
        else:
            self.done.append(block)

    def _put(self, line: TextBlock, marks: Marks) -> None:
        self.joined = len(self.done)
        self.done.append(replace(line, content=self._carried, marks=marks))
        self._carried = ()


def _deleted(content: Content, pen: Marker) -> Iterator[Inline]:
    for piece in content:
        marks = pen.deleted(piece.marks)
        if marks is not None:
            yield replace(piece, marks=marks)


def _lives_before(lines: Lines, line: int, offset: int) -> bool:
    if living(parted(text_line(lines, line).content, offset)[0]):
        return True
    return _any_lives(lines, paragraph_start(lines, line), line)


def _any_lives(lines: Lines, first: int, end: int) -> bool:
    blocks = (block for block in lines[first:end] if isinstance(block, TEXT_BLOCKS))
    return any(living(block.content) for block in blocks)


def _reformed(lines: Lines, line: int, form: TextBlock, pen: Marker) -> Lines:
    end = paragraph_end(lines, line)
    return (*lines[:end], pen.reformed(text_line(lines, end), form), *lines[end + 1 :])


def dropped(lines: Lines, line: int, pen: Marker) -> Lines:
    """Take away a paragraph that is empty in the final text."""
    end = paragraph_end(lines, line)
    block = text_line(lines, end)
    marks = pen.deleted(block.marks)
    rest = (
        ()
        if marks is None and not block.content
        else (replace(block, marks=marks or pen.struck(block.marks)),)
    )
    return (*lines[:end], *rest, *lines[end + 1 :])


def written(lines: Lines, at: At, content: Content, pen: Marker) -> Lines:
    """Insert content into a line."""
    number, offset = at
    line = text_line(lines, number)
    before, behind = parted(line.content, offset)
    whole = normal((*before, *_inserted(content, pen), *behind))
    return (*lines[:number], replace(line, content=whole), *lines[number + 1 :])


def _inserted(content: Content, pen: Marker) -> Iterator[Inline]:
    return (replace(piece, marks=pen.inserted(piece.marks)) for piece in content)


def split(lines: Lines, at: At, form: TextBlock, pen: Marker) -> Lines:
    """Part a paragraph in two; the second half takes a form."""
    return placed(lines, at, (Paragraph(), form), pen)


def placed(lines: Lines, at: At, blocks: Sequence[TextBlock], pen: Marker) -> Lines:
    """Insert text blocks: a first paragraph flows into the text there, what stood behind goes to the last.

    An empty paragraph of the final text takes the form of a first block that is none itself.
    """
    line, offset = at
    here = form_of(text_line(lines, paragraph_end(lines, line)))
    new = [_written_block(block, pen) for block in blocks]
    if isinstance(blocks[0], Paragraph) or not _empty(lines, line):
        flows = isinstance(blocks[0], Paragraph)
        new = [formed(new[0], here), *new[1:]] if flows else [formed(Paragraph(), here), *new]
    before, behind = parted(text_line(lines, line).content, offset)
    new[0] = replace(new[0], content=normal((*before, *new[0].content)))
    last = replace(text_line(lines, line), content=normal((*new[-1].content, *behind)))
    parts = (replace(part, marks=pen.inserted(NONE)) for part in new[:-1])
    result = (*lines[:line], *parts, last, *lines[line + 1 :])
    return _reformed(result, line + len(new) - 1, form_of(new[-1]), pen)


def _written_block(block: TextBlock, pen: Marker) -> TextBlock:
    return replace(block, content=normal(_inserted(block.content, pen)), marks=NONE)


def _empty(lines: Lines, line: int) -> bool:
    first, last = paragraph_start(lines, line), paragraph_end(lines, line)
    return not _any_lives(lines, first, last + 1)


def remarked(lines: Lines, start: At, end: At, change: Callable[[Marks], Marks], pen: Marker) -> Lines:
    """Send the marks of a stretch through a function."""
    done = list(lines)
    for number in range(start[0], end[0] + 1):
        line = lines[number]
        if not isinstance(line, TEXT_BLOCKS):
            continue
        begin = start[1] if number == start[0] else 0
        upto = end[1] if number == end[0] else size(line.content)
        before, within, behind = stretch(line.content, begin, upto)
        new = (piece if isinstance(piece, Anchor) else _remarked(piece, change, pen) for piece in within)
        done[number] = replace(line, content=normal((*before, *new, *behind)))
    return tuple(done)


def _remarked(piece: Run | LineBreak | Footnote, change: Callable[[Marks], Marks], pen: Marker) -> Inline:
    return replace(piece, marks=pen.remarked(piece.marks, change(piece.marks)))


def reformed(lines: Lines, first: int, last: int, form: TextBlock, pen: Marker) -> Lines:
    """Give the paragraphs that a stretch of lines belongs to another form."""
    texts = (line for line in range(first, last + 1) if _is_text(lines[line]))
    for end in sorted({paragraph_end(lines, line) for line in texts}):
        lines = _reformed(lines, end, form, pen)
    return lines
