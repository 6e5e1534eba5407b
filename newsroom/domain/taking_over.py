"""Taking over a change of a story's other version, tracked or not: only the words that differ are touched."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.domain import tracking
from newsroom.domain.alignment import steps
from newsroom.domain.body import TEXT_BLOCKS, Body, Paragraph, Picture, Unknown, form_of
from newsroom.domain.inline import Anchor, Run, normal
from newsroom.domain.marks import NONE, TRACKED, MarkKind, without

if TYPE_CHECKING:
    from newsroom.domain.body import Block, TextBlock
    from newsroom.domain.counterpart import Difference, Home
    from newsroom.domain.inline import Content
    from newsroom.domain.marks import Marks
    from newsroom.domain.tracking import Lines, Marker

_TOKEN = re.compile(r"\w+|\W")
_OURS = TRACKED | {MarkKind.NOTE}
"""Marks that no other version has a say in."""


class Plain:
    """Marks nothing: what is deleted goes, what is inserted stands as it is."""

    def deleted(self, _marks: Marks) -> Marks | None:
        """Let deleted text go."""
        return None

    def struck(self, marks: Marks) -> Marks:
        """Leave the marks of what has to stay."""
        return marks

    def inserted(self, marks: Marks) -> Marks:
        """Give inserted text its own marks, none of a tracked change."""
        return without(marks, *TRACKED)

    def remarked(self, _marks: Marks, wanted: Marks) -> Marks:
        """Give text the marks that are wanted."""
        return wanted

    def reformed(self, block: TextBlock, form: TextBlock) -> TextBlock:
        """Give a block the form that is wanted."""
        return replace(form, content=block.content, marks=block.marks)


def taken_over(own: Body, where: Home, one: Difference, pen: Marker) -> Body:
    """Give one's own body with a change of a block brought in, marked by the pen."""
    lines = own.blocks
    if where.first < where.last and one.after is not None:
        return Body(_changed(lines, where.first, one.after, pen))
    if where.first < where.last:
        return Body(_removed(lines, where.first, pen))
    return Body(_added(lines, where.first, one.after, pen) if one.after is not None else lines)


def content_taken_over(own: Content, new: Content, pen: Marker) -> Content:
    """Give a lead or caption that reads as another one, marked by the pen."""
    line = tracking.text_line(_reworded((Paragraph(own),), 0, Paragraph(new), pen), 0)
    return line.content


def _changed(lines: Lines, place: int, new: Block, pen: Marker) -> Lines:
    old = lines[place]
    if isinstance(old, TEXT_BLOCKS) and isinstance(new, TEXT_BLOCKS):
        reworded = _reworded(lines, place, new, pen)
        return tracking.reformed(reworded, place, place, form_of(new), pen)
    if isinstance(old, Picture) and isinstance(new, Picture) and old.asset == new.asset:
        caption = content_taken_over(old.caption, new.caption, pen)
        return (*lines[:place], replace(new, caption=caption, marks=old.marks), *lines[place + 1 :])
    return _removed(_added(lines, place + 1, new, pen), place, pen)


def _reworded(lines: Lines, place: int, new: TextBlock, pen: Marker) -> Lines:
    """Change the words of a line that differ, from the last to the first so that offsets hold."""
    ours, theirs = _words(tracking.text_line(lines, place).content), _words(new.content)
    keys = [[word.key for word in words] for words in (ours, theirs)]
    for same, first, last, start, end in reversed(list(steps(*keys))):
        if same:
            for old, word in zip(ours[first:last], theirs[start:end], strict=True):
                lines = _remarked(lines, place, old, word, pen)
            continue
        begin, stop = _span(ours, first, last)
        if start < end:
            taken = tracking.stretch(new.content, theirs[start].start, theirs[end - 1].end)[1]
            lines = tracking.written(lines, (place, stop), taken, pen)
        if begin < stop:
            lines = tracking.erased(lines, (place, begin), (place, stop), pen)
    return lines


def _remarked(lines: Lines, place: int, old: _Word, new: _Word, pen: Marker) -> Lines:
    if old.marks == new.marks:
        return lines

    def wanted(marks: Marks) -> Marks:
        return new.marks | frozenset(mark for mark in marks if mark.kind in _OURS)

    return tracking.remarked(lines, (place, old.start), (place, old.end), wanted, pen)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, a sign, a line break or a footnote, with its places in the content and its looks."""

    key: object
    start: int
    end: int
    marks: Marks


def _words(content: Content) -> list[_Word]:
    """Give the words of a content; the place of a note is none, so that notes stay where they are."""
    found: list[_Word] = []
    at = 0
    for piece in content:
        looks = without(piece.marks, *_OURS)
        if isinstance(piece, Run):
            found += (
                _Word(word[0], at + word.start(), at + word.end(), looks)
                for word in _TOKEN.finditer(piece.text)
            )
        elif not isinstance(piece, Anchor):
            found.append(_Word(replace(piece, marks=NONE), at, at + 1, looks))
        at += tracking.units(piece)
    return found


def _span(words: list[_Word], first: int, last: int) -> tuple[int, int]:
    """Give where words begin and end; where there are none, the place behind those before."""
    if first < last:
        return words[first].start, words[last - 1].end
    place = words[first - 1].end if first else 0
    return place, place


def _removed(lines: Lines, place: int, pen: Marker) -> Lines:
    block = lines[place]
    if isinstance(block, Unknown):
        return lines
    marks = pen.deleted(block.marks)
    if isinstance(block, TEXT_BLOCKS):
        gone = tracking.erased(lines, (place, 0), (place, tracking.size(block.content)), pen)
        left = tracking.text_line(gone, place)
        if marks is None and not left.content:
            return (*gone[:place], *gone[place + 1 :])
        return (*gone[:place], replace(left, marks=marks or pen.struck(block.marks)), *gone[place + 1 :])
    kept = () if marks is None else (replace(block, marks=marks),)
    return (*lines[:place], *kept, *lines[place + 1 :])


def _added(lines: Lines, place: int, new: Block, pen: Marker) -> Lines:
    if isinstance(new, Unknown):
        return lines
    if not isinstance(new, TEXT_BLOCKS):
        return (*lines[:place], replace(new, marks=pen.inserted(new.marks)), *lines[place:])
    before = lines[place - 1] if place else None
    last = place == len(lines) or not isinstance(lines[place], TEXT_BLOCKS)
    if last and isinstance(before, TEXT_BLOCKS):
        end = (place - 1, tracking.size(before.content))
        return tracking.placed(lines, end, (Paragraph(), new), pen)
    content = normal(replace(piece, marks=pen.inserted(piece.marks)) for piece in new.content)
    return (*lines[:place], replace(new, content=content, marks=pen.inserted(NONE)), *lines[place:])
