"""Accepting and rejecting tracked changes, some or all, in any order with the same end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsroom.domain.body import TEXT_BLOCKS, Block, Body, Box, Picture, Table, TextBlock, Unknown, formed
from newsroom.domain.inline import Content, normal
from newsroom.domain.marks import NONE, TRACKED, Mark, MarkKind, Marks

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from newsroom.domain.changes import Change


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is decided of which changes; a rejection needs the changes for their former looks."""

    ids: Container[str]
    accept: bool = True
    changes: Mapping[str, Change] = field(default_factory=dict)

    @property
    def gone(self) -> MarkKind:
        """Give the kind of mark whose text goes."""
        return MarkKind.DELETED if self.accept else MarkKind.INSERTED

    def touches(self, marks: Marks) -> bool:
        """Tell whether the verdict is about any of these marks."""
        return any(mark.kind in TRACKED and mark.value in self.ids for mark in marks)

    def drops(self, marks: Marks) -> bool:
        """Tell whether what has these marks goes."""
        return any(mark.kind is self.gone and mark.value in self.ids for mark in marks)

    def marks(self, marks: Marks) -> Marks:
        """Give the marks that stay."""
        kept = self._cleared(marks)
        change = self._undone(marks)
        if change is None:
            return kept
        return change.former | frozenset(m for m in kept if m.kind in TRACKED or m.kind is MarkKind.NOTE)

    def end(self, block: TextBlock) -> TextBlock:
        """Give a text block with what stays of the marks of its end."""
        change = self._undone(block.marks)
        form = change.former_form if change is not None else None
        return replace(block if form is None else formed(block, form), marks=self._cleared(block.marks))

    def content(self, content: Content) -> Content:
        """Give what stays of a content."""
        if not any(self.touches(piece.marks) for piece in content):
            return content
        return normal(
            replace(piece, marks=self.marks(piece.marks)) for piece in content if not self.drops(piece.marks)
        )

    def _cleared(self, marks: Marks) -> Marks:
        return frozenset(mark for mark in marks if mark.kind not in TRACKED or mark.value not in self.ids)

    def _undone(self, marks: Marks) -> Change | None:
        if self.accept:
            return None
        found = (mark.value for mark in marks if mark.kind is MarkKind.FORMATTED and mark.value in self.ids)
        return next((self.changes[name] for name in found if name in self.changes), None)


def accept(source: Body, ids: Container[str]) -> Body:
    """Give a text with changes accepted."""
    return decided(source, Verdict(ids))


def reject(source: Body, ids: Container[str], changes: Iterable[Change]) -> Body:
    """Give a text with changes rejected; the changes tell the former looks."""
    return decided(source, Verdict(ids, accept=False, changes={change.id: change for change in changes}))


def decided(source: Body, verdict: Verdict) -> Body:
    """Give a text after a verdict; in normal form where the text was."""
    kept = [block for block in source.blocks if isinstance(block, TEXT_BLOCKS) or not _drops(block, verdict)]
    return Body(tuple(_blocks(kept, verdict)))


def _drops(block: Block, verdict: Verdict) -> bool:
    return not isinstance(block, Unknown) and verdict.drops(block.marks)


def _blocks(blocks: list[Block], verdict: Verdict) -> Iterator[Block]:
    lines: list[TextBlock] = []
    for block in blocks:
        if isinstance(block, TEXT_BLOCKS):
            lines.append(block)
            continue
        yield from decided_lines(lines, verdict, NONE if isinstance(block, Unknown) else block.marks)
        lines = []
        yield _whole(block, verdict)
    yield from decided_lines(lines, verdict)


def _whole(block: Block, verdict: Verdict) -> Block:
    if isinstance(block, Picture):
        return replace(block, caption=verdict.content(block.caption), marks=verdict.marks(block.marks))
    if isinstance(block, Table):
        rows = tuple(tuple(map(verdict.content, row)) for row in block.rows)
        return replace(block, rows=rows, marks=verdict.marks(block.marks))
    if isinstance(block, Box):
        inner = tuple(decided_lines(block.blocks, verdict))
        return Box(verdict.content(block.title), inner, verdict.marks(block.marks))
    return block


def decided_lines(lines: Iterable[TextBlock], verdict: Verdict, beyond: Marks = NONE) -> list[TextBlock]:
    """Give text blocks after a verdict; beyond are the marks of the block of another kind that follows."""
    done: list[TextBlock] = []
    waiting: TextBlock | None = None
    for line in lines:
        content = verdict.content(line.content)
        if waiting is not None:
            content = normal((*waiting.content, *content))
        waiting = replace(line, content=content)
        if not verdict.drops(line.marks):
            done.append(verdict.end(waiting))
            waiting = None
    if waiting is not None:
        done += _without_next(waiting, verdict, beyond, done[-1].marks if done else NONE)
    return done


def _without_next(line: TextBlock, verdict: Verdict, beyond: Marks, before: Marks) -> Iterator[TextBlock]:
    """Give a line whose end goes while there is none to go on into: it waits for what is still undecided."""
    lives = any(_of(piece.marks, verdict.gone) is None for piece in line.content)
    pending = [piece.marks for piece in line.content] if not lives else []
    waits = next((mark for marks in (beyond, *pending) if (mark := _of(marks, verdict.gone))), None)
    if waits is None and not lives:
        waits = _of(before, verdict.gone)
    kept = verdict.end(line)
    if waits is not None:
        yield replace(kept, marks=kept.marks | {waits})
    elif line.content:
        yield kept


def _of(marks: Marks, kind: MarkKind) -> Mark | None:
    return next((mark for mark in marks if mark.kind is kind), None)
