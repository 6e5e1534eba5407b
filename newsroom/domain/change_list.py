"""The changes of a text in reading order: what stands together and is by one author is one entry."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from newsroom.domain.body import TEXT_BLOCKS, Body, Box, Unknown, contents
from newsroom.domain.inline import Run, length
from newsroom.domain.marks import TRACKED, MarkKind, Marks, has, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from newsroom.domain.body import Block
    from newsroom.domain.changes import Change
    from newsroom.domain.inline import Content

PARAGRAPH_END, LINE_END, OBJECT, WHOLE = "¶", "↵", "*", "▣"
"""The signs for the end of a paragraph and of a line, for a footnote or a note's place, and for a whole picture,
table or box."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Changes that stand together: where they begin, in a block's plain text, and what they did.

    A deletion and what came in its place are one entry.
    """

    ids: tuple[str, ...]
    author: str
    time: datetime | None
    block: int
    start: int
    end: int
    """Where the entry ends in the block in which it begins."""
    deleted: str = ""
    inserted: str = ""
    formatted: str = ""


class _Token(NamedTuple):
    block: int
    start: int
    end: int
    text: str
    marks: Marks


@dataclass(slots=True)
class _Draft:
    """An entry while it grows."""

    author: str
    formats: bool
    tokens: list[_Token] = field(default_factory=list)


def entries(source: Body, changes: Mapping[str, Change]) -> list[Entry]:
    """Give all entries of a text; a change that nobody knows is by no one."""
    done: list[_Draft] = []
    open_: _Draft | None = None
    for token in _tokens(source):
        if not has_changes(token.marks):
            if token.text:
                open_ = None
            continue
        author, formats = _author(token.marks, changes), _formats(token.marks)
        if open_ is None or (open_.author, open_.formats) != (author, formats) or _turns_back(open_, token):
            open_ = _Draft(author, formats)
            done.append(open_)
        open_.tokens.append(token)
    return [_entry(draft, changes) for draft in done]


def _turns_back(draft: _Draft, token: _Token) -> bool:
    """Tell whether a deletion follows an insertion: what replaces words stands behind them, never before."""
    last = draft.tokens[-1].marks
    return has(token.marks, MarkKind.DELETED) and not has(last, MarkKind.DELETED) and not draft.formats


def has_changes(marks: Marks) -> bool:
    """Tell whether marks are those of a change."""
    return any(mark.kind in TRACKED for mark in marks)


def _formats(marks: Marks) -> bool:
    return not has(marks, MarkKind.INSERTED) and not has(marks, MarkKind.DELETED)


def _author(marks: Marks, changes: Mapping[str, Change]) -> str:
    """Give who did the last to it: what was inserted and deleted belongs to who deleted it."""
    for kind in (MarkKind.DELETED, MarkKind.INSERTED, MarkKind.FORMATTED):
        change = changes.get(value_of(marks, kind) or "")
        if change is not None:
            return change.author
    return ""


def _entry(draft: _Draft, changes: Mapping[str, Change]) -> Entry:
    first = draft.tokens[0]
    ids = dict.fromkeys(
        mark.value for token in draft.tokens for mark in sorted(token.marks) if mark.kind in TRACKED
    )
    times = [changes[name].time for name in ids if name in changes]
    end = max(token.end for token in draft.tokens if token.block == first.block)
    said = {kind: _said(draft, kind) for kind in (MarkKind.DELETED, MarkKind.INSERTED)}
    formatted = "".join(token.text for token in draft.tokens) if draft.formats else ""
    return Entry(
        tuple(ids),
        draft.author,
        max(times, default=None),
        first.block,
        first.start,
        end,
        said[MarkKind.DELETED],
        said[MarkKind.INSERTED],
        formatted,
    )


def _said(draft: _Draft, kind: MarkKind) -> str:
    struck = kind is MarkKind.DELETED
    tokens = (token for token in draft.tokens if has(token.marks, MarkKind.DELETED) is struck)
    return "".join(token.text for token in tokens if has(token.marks, kind))


def _tokens(source: Body) -> Iterator[_Token]:
    for number, block in enumerate(source.blocks):
        yield from _of_block(number, block)


def _of_block(number: int, block: Block) -> Iterator[_Token]:
    if isinstance(block, Unknown):
        return
    if not isinstance(block, TEXT_BLOCKS) and has_changes(block.marks):
        yield _Token(number, 0, 0, WHOLE, block.marks)
    at = 0
    ends = [block.marks] if isinstance(block, TEXT_BLOCKS) else []
    if isinstance(block, Box):
        ends = [frozenset(), *(inner.marks for inner in block.blocks)]
    for place, content in enumerate(contents(block)):
        for token in _of_content(number, at, content):
            yield token
            at = token.end
        yield _Token(number, at, at, PARAGRAPH_END, ends[place] if place < len(ends) else frozenset())
        at += 1


def _of_content(number: int, at: int, content: Content) -> Iterator[_Token]:
    for piece in content:
        size = length(piece)
        text = piece.text if isinstance(piece, Run) else LINE_END if size else OBJECT
        yield _Token(number, at, at + size, text, piece.marks)
        at += size
