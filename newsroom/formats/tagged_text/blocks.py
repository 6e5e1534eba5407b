"""Blocks as Tagged Text: paragraphs that name their style, tables, boxes, footnotes."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from newsroom.domain.body import Block, Box, Crosshead, ListItem, Picture, Quote, Table, TextBlock, Unknown
from newsroom.domain.inline import Content, Footnote, Inline, LineBreak, Run, plain
from newsroom.domain.marks import NONE, MarkKind, Marks, has
from newsroom.domain.style_map import StyleKind
from newsroom.formats.icml.looks import look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom.domain.style_map import StyleMap
    from newsroom.formats.icml.figures import Figures
    from newsroom.formats.tagged_text.signs import Platform

_OVER = {
    "FontStyle": "cTypeface",
    "Underline": "cUnderline",
    "StrikeThru": "cStrikethru",
    "Position": "cPosition",
}


@dataclass(slots=True)
class TaggedBlocks:
    """Writes blocks and gathers the styles they use and what they lose."""

    platform: Platform
    names: StyleMap
    figures: Figures
    used: dict[tuple[StyleKind, str], str] = field(default_factory=dict)
    links: int = 0
    levels: int = 0
    unknown: int = 0
    _headed: bool = False

    def line(self, key: str, inner: str) -> str:
        """Give a paragraph in the style of an element."""
        return f"<pstyle:{self._style(key, StyleKind.PARAGRAPH)}>{inner}"

    def _style(self, key: str, kind: StyleKind) -> str:
        name = self.names.name(key)
        self.used.setdefault((kind, name), key)
        return self.platform.style(name)

    def styled(self, words: str, key: str) -> str:
        """Give words in a character style, where the house has one for them."""
        written = self.platform.words(words)
        if not self.names.name(key):
            return written
        return f"<cstyle:{self._style(key, StyleKind.CHARACTER)}>{written}<cstyle:>" if words else ""

    def content(self, content: Iterable[Inline]) -> str:
        """Give content with its emphasis and footnotes; links are their text."""
        held = tuple(content)
        self.links += sum(has(getattr(piece, "marks", NONE), MarkKind.LINK) for piece in held)
        return "".join(self._range(marks, tuple(same)) for marks, same in groupby(held, _marks))

    def _range(self, marks: Marks, pieces: Content) -> str:
        key, over = look(frozenset(mark for mark in marks if mark.kind is not MarkKind.LINK), self.names)
        inner = "".join(map(self._piece, pieces))
        for name, value in over.items():
            number = "1" if value == "true" else value
            inner = f"<{_OVER[name]}:{number}>{inner}<{_OVER[name]}:>"
        return f"<cstyle:{self._style(key, StyleKind.CHARACTER)}>{inner}<cstyle:>" if key else inner

    def _piece(self, piece: Inline) -> str:
        if isinstance(piece, Footnote):
            return f"<FootnoteStart:>{self.line('footnote', self.content(piece.content))}<FootnoteEnd:>"
        if isinstance(piece, LineBreak):
            return self.platform.words("\n")
        return self.platform.words(piece.text) if isinstance(piece, Run) else ""

    def lines(self, blocks: Iterable[Block], plainly: str = "paragraph") -> Iterator[str]:
        """Give blocks as paragraphs; a plain one is set as the element named."""
        for block in blocks:
            if isinstance(block, Picture):
                yield from self._picture(block)
            elif isinstance(block, Table):
                yield self._table(block)
            elif isinstance(block, Box):
                yield self._box(block)
            elif isinstance(block, Unknown):
                self.unknown += 1
            else:
                yield self._text(block, plainly)
            self._headed = isinstance(block, Crosshead)

    def _text(self, block: TextBlock, plainly: str) -> str:
        inner = self.content(block.content)
        if isinstance(block, Crosshead):
            return self.line("crosshead" if block.level == 1 else f"crosshead-{block.level}", inner)
        if isinstance(block, Quote):
            return self.line("quote", inner)
        if isinstance(block, ListItem):
            self.levels += block.level > 0
            return self.line("number" if block.ordered else "bullet", inner)
        after = plainly == "paragraph" and self._headed
        return self.line("after-crosshead" if after else plainly, inner)

    def _picture(self, block: Picture) -> Iterator[str]:
        yield self.line("figure", self.platform.words(self.figures.add(block).file))
        gap = " " if block.credit and plain(block.caption) else ""
        inner = (
            self.content(block.caption) + gap + (self.styled(block.credit, "credit") if block.credit else "")
        )
        if inner:
            yield self.line("caption", inner)

    def _table(self, table: Table) -> str:
        heads = min(table.header_rows, len(table.rows) - 1)
        rows = "".join(
            "<RowStart:>"
            + "".join(self._cell([self._in_cell(cell, head=row < heads)]) for cell in cells)
            + "<RowEnd:>"
            for row, cells in enumerate(table.rows)
        )
        return self._grid("table", f"{len(table.rows)},{len(table.rows[0])}:{heads}:0", rows)

    def _in_cell(self, content: Content, *, head: bool) -> str:
        return self.line("table-head" if head else "table-cell", self.content(content))

    def _box(self, box: Box) -> str:
        lines = [self.line("box-title", self.content(box.title))] if box.title or not box.blocks else []
        held, self._headed = self._headed, False
        lines += self.lines(box.blocks, "box-text")
        self._headed = held
        return self._grid("box", "1,1:0:0", f"<RowStart:>{self._cell(lines)}<RowEnd:>")

    def _cell(self, lines: list[str]) -> str:
        return f"<CellStart:1,1>{self.platform.end.join(lines)}<CellEnd:>"

    def _grid(self, key: str, size: str, rows: str) -> str:
        style = self._style(key, StyleKind.TABLE)
        return self.line("figure", f"<TableStyle:{style}><TableStart:{size}>{rows}<TableEnd:>")


def _marks(piece: Inline) -> Marks:
    marks: Marks = getattr(piece, "marks", NONE)
    return frozenset(mark for mark in marks if mark.kind not in {MarkKind.LINK, MarkKind.NOTE})
