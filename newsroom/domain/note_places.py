"""Where notes stand in a story, and putting them there and taking them away.

A copy of a text carries its note's id as well, so that one note may stand at several places.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.body import TEXT_BLOCKS, Block, Body, Box, Picture, Table, contents
from newsroom.domain.finding import HEADER, Field, Place
from newsroom.domain.inline import Anchor, Content, Inline, Run, cut, length, normal
from newsroom.domain.marks import Mark, MarkKind
from newsroom.domain.notes import put, without_note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom.domain.article import Article
    from newsroom.domain.notes import Note

Span = tuple[str, int, int]
"""A note's id with start and end in a block's plain text; both are the same where it is about no text."""
Places = dict[str, list[Place]]
_Change = Callable[[Content], Content]


def spans(block: Block) -> tuple[Span, ...]:
    """Give where notes stand in a block, in the order of their beginnings."""
    found: list[Span] = []
    at = 0
    for content in contents(block):
        found += content_spans(content, at)
        at += sum(map(length, content)) + 1
    return tuple(found)


def content_spans(content: Content, at: int = 0) -> list[Span]:
    """Give where notes stand in content that begins at an offset; stretches that touch are one."""
    found: list[Span] = []
    for piece in content:
        end = at + length(piece)
        for name in sorted(ids_of(piece)):
            touching = next((n for n, one in enumerate(found) if one[0] == name and one[2] == at), None)
            if touching is None:
                found.append((name, at, end))
            else:
                found[touching] = (name, found[touching][1], end)
        at = end
    return found


def ids_of(piece: Inline) -> Iterator[str]:
    """Give the ids of the notes that a piece carries."""
    if isinstance(piece, Anchor):
        yield piece.note
    elif piece.marks:
        yield from (mark.value for mark in piece.marks if mark.kind is MarkKind.NOTE)


def places(article: Article) -> Places:
    """Give where each note stands, lead first; an id that stands nowhere is left out."""
    return gathered(content_spans(article.lead), map(spans, article.body.blocks))


def gathered(lead: Iterable[Span], blocks: Iterable[Iterable[Span]]) -> Places:
    """Give the places of the spans of a lead and of a body's blocks."""
    found: Places = {}
    for name, start, end in lead:
        found.setdefault(name, []).append(Place(Field.LEAD, HEADER, start, end))
    for number, block in enumerate(blocks):
        for name, start, end in block:
            found.setdefault(name, []).append(Place(Field.BODY, number, start, end))
    return found


def homeless(article: Article) -> tuple[Note, ...]:
    """Give the notes whose text was deleted."""
    standing = places(article)
    return tuple(note for note in article.notes if note.id not in standing)


def add_note(article: Article, note: Note, place: Place) -> Article:
    """Give a story with a note on a stretch of its lead or body, or at a point where start is end."""
    noted = replace(article, notes=put(article.notes, note))
    if place.field is Field.LEAD:
        return replace(noted, lead=_noted(article.lead, note.id, place.start, place.end))
    blocks = list(article.body.blocks)
    blocks[place.block] = _noted_block(blocks[place.block], note.id, place)
    return replace(noted, body=Body(tuple(blocks)))


def delete_note(article: Article, name: str) -> Article:
    """Give a story without a note, its marks and its anchors."""

    def clear(content: Content) -> Content:
        return cleared(content, name)

    blocks = tuple(_changed(block, clear) for block in article.body.blocks)
    return replace(
        article,
        notes=without_note(article.notes, name),
        lead=clear(article.lead),
        body=Body(blocks) if blocks != article.body.blocks else article.body,
    )


def cleared(content: Content, name: str) -> Content:
    """Give content without the marks and anchors of a note."""
    mark, anchor = Mark(MarkKind.NOTE, name), Anchor(name)
    return normal(
        piece if isinstance(piece, Anchor) else replace(piece, marks=piece.marks - {mark})
        for piece in content
        if piece != anchor
    )


def _noted(content: Content, name: str, start: int, end: int) -> Content:
    return normal(_marked(content, name, start, end) if start < end else _anchored(content, name, start))


def _marked(content: Content, name: str, start: int, end: int) -> Iterator[Inline]:
    """Put a note's mark on a stretch; what has no length is in it where it stands inside."""
    added = {Mark(MarkKind.NOTE, name)}
    at = 0
    for piece in content:
        if isinstance(piece, Run):
            first, last = (min(max(edge - at, 0), len(piece.text)) for edge in (start, end))
            yield Run(piece.text[:first], piece.marks)
            yield Run(piece.text[first:last], piece.marks | added)
            yield Run(piece.text[last:], piece.marks)
        elif not isinstance(piece, Anchor) and (start <= at < end if length(piece) else start < at < end):
            yield replace(piece, marks=piece.marks | added)
        else:
            yield piece
        at += length(piece)


def _anchored(content: Content, name: str, point: int) -> Content:
    whole = sum(map(length, content))
    if point >= whole:
        return (*content, Anchor(name))
    after = cut(content, point, whole)
    before = _before(content, point)
    return (*before, Anchor(name), *after)


def _before(content: Content, point: int) -> Content:
    """Give what stands before an offset; pieces without length at that offset are left out."""
    kept = list(cut(content, 0, point))
    while kept and not length(kept[-1]):
        kept.pop()
    return tuple(kept)


def _noted_block(block: Block, name: str, place: Place) -> Block:
    """Note the part of each content of a block that a place covers."""
    at = 0

    def change(content: Content) -> Content:
        nonlocal at
        begin, size = at, sum(map(length, content))
        at += size + 1
        start, end = max(place.start - begin, 0), min(place.end - begin, size)
        covers = start < end or (place.start == place.end and 0 <= place.start - begin <= size)
        return _noted(content, name, min(start, size), end) if covers else content

    return _changed(block, change)


def _changed(block: Block, change: _Change) -> Block:
    """Send each content of a block through a function, in reading order."""
    if isinstance(block, TEXT_BLOCKS):
        return replace(block, content=change(block.content))
    if isinstance(block, Picture):
        return replace(block, caption=change(block.caption))
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(map(change, row)) for row in block.rows))
    if isinstance(block, Box):
        title = change(block.title)
        inner = tuple(replace(one, content=change(one.content)) for one in block.blocks)
        return replace(block, title=title, blocks=inner)
    return block
