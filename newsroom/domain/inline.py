"""What stands inside a block: runs of text, line breaks, note anchors, footnotes.

One normal form makes ``==`` mean "the same text": no empty run, equal neighbours merged, no character
in a run that is not text. Offsets are code points of `plain`, in which a line break is one
character and an anchor or a footnote is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.domain.marks import NONE, TRACKED, MarkKind, Marks, settled, without

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffc\ufffe\uffff\ufdd0\ufdd1\ud800-\udfff]")
"""What never stands in a run: controls, separators, object characters, non-characters, lone surrogates."""
_ODD = re.compile(f"[\n\r{NOT_TEXT.pattern[1:]}")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that carries the same marks throughout."""

    text: str
    marks: Marks = NONE


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced line break inside a paragraph."""

    marks: Marks = NONE


@dataclass(frozen=True, slots=True)
class Anchor:
    """The place of a note on no text; note is the note's id, marks are tracked changes alone."""

    note: str
    marks: Marks = NONE


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote at its place; its text is made of runs and line breaks only."""

    content: tuple[Run | LineBreak, ...]
    marks: Marks = NONE


Inline = Run | LineBreak | Anchor | Footnote
Content = tuple[Inline, ...]


def text(words: str, *marks: Marks) -> Content:
    """Make content of one run, in normal form; a line feed becomes a line break."""
    return normal((Run(words, frozenset().union(*marks)),))


def normal(content: Iterable[Inline]) -> Content:
    """Give content in normal form."""
    done: list[Inline] = []
    for piece in content:
        for clean in (piece,) if _is_clean(piece) else _clean(piece):
            last = done[-1] if done else None
            if isinstance(clean, Run) and isinstance(last, Run) and last.marks == clean.marks:
                done[-1] = Run(last.text + clean.text, last.marks)
            else:
                done.append(clean)
    return tuple(done)


def _is_clean(piece: Inline) -> bool:
    """Tell whether a run is in normal form by itself, as nearly every run is: a quarter of the time."""
    return (
        isinstance(piece, Run) and len(piece.marks) <= 1 and bool(piece.text) and not _ODD.search(piece.text)
    )


def _clean(piece: Inline) -> Iterator[Inline]:
    if isinstance(piece, Run):
        yield from _clean_run(piece)
    elif isinstance(piece, LineBreak):
        yield LineBreak(settled(piece.marks))
    elif isinstance(piece, Footnote):
        inner = normal(_footnote_piece(part) for part in piece.content)
        yield Footnote(tuple(p for p in inner if isinstance(p, Run | LineBreak)), settled(piece.marks))
    else:
        tracked = frozenset(mark for mark in piece.marks if mark.kind in TRACKED)
        yield Anchor(piece.note, settled(tracked))


def _footnote_piece(part: Run | LineBreak) -> Run | LineBreak:
    """Footnotes carry no notes and no tracked changes of their own."""
    kept = without(part.marks, MarkKind.NOTE, MarkKind.INSERTED, MarkKind.DELETED, MarkKind.FORMATTED)
    return replace(part, marks=kept)


def _clean_run(run: Run) -> Iterator[Inline]:
    marks = settled(run.marks)
    lines = run.text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").split("\n")
    for number, line in enumerate(lines):
        if number:
            yield LineBreak(marks)
        words = NOT_TEXT.sub("", line)
        if words:
            yield Run(words, marks)


def plain(content: Iterable[Inline]) -> str:
    """Give the text alone; a line break is a line feed, anchors and footnotes are nothing."""
    return "".join(
        piece.text if isinstance(piece, Run) else "\n" if isinstance(piece, LineBreak) else ""
        for piece in content
    )


def length(piece: Inline) -> int:
    """Give how many characters of `plain` a piece takes."""
    return len(piece.text) if isinstance(piece, Run) else int(isinstance(piece, LineBreak))


def cut(content: Content, start: int, end: int) -> Content:
    """Give what stands from one offset to another; pieces without length at either edge come along."""
    done: list[Inline] = []
    at = 0
    for piece in content:
        size = length(piece)
        if isinstance(piece, Run):
            done.append(Run(piece.text[max(start - at, 0) : max(end - at, 0)], piece.marks))
        elif (size and start <= at < end) or (not size and start <= at <= end):
            done.append(piece)
        at += size
    return normal(done)
