"""Blocks as paragraph style ranges, each in the house's own style."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING

from newsroom.domain.body import (
    Block,
    Box,
    Crosshead,
    ListItem,
    Picture,
    Quote,
    Table,
    TextBlock,
    Unknown,
    block_text,
)
from newsroom.domain.inline import plain
from newsroom.domain.style_map import StyleKind
from newsroom.formats.icml.ids import bare
from newsroom.formats.icml.runs_out import RunWriter, ended
from newsroom.formats.icml.sheet import attributes
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom.formats.icml.figures import Figures

_CLOSE = "</ParagraphStyleRange>"
_TAG = re.compile("<[^>]+>")
PLAINLY = frozenset({"first", "paragraph", "after-crosshead", "box-text"})
"""Elements that are a plain paragraph, however they are set."""
MOST_WORDS = 80
"""A line is known again by so many of its first letters."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: the element it is set as, its ranges, its words, and overrides."""

    key: str
    ranges: list[str]
    says: str = ""
    over: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class BlockWriter:
    """Writes blocks in their order; what cannot be written is named in losses."""

    runs: RunWriter
    figures: Figures
    losses: list[Message] = field(default_factory=list)
    shared: dict[str, list[str]] = field(default_factory=dict)
    """For lines whose style serves other elements too: by what they say, the element meant and the one taken."""
    _listing: bool = False
    _headed: bool = False

    def flow(self, lines: Iterable[Line]) -> str:
        """Give paragraphs as ranges; each but the last is ended by its break."""
        held = tuple(lines)
        for one in held:
            self._remember(one)
        return "\n".join(
            f'<ParagraphStyleRange AppliedParagraphStyle="{self.runs.sheet.style(line.key)}"{attributes(line.over)}>'
            f"{self._inner(line, last=number == len(held))}{_CLOSE}"
            for number, line in enumerate(held, 1)
        )

    def _remember(self, line: Line) -> None:
        names = self.runs.sheet.names
        taken = names.element(StyleKind.PARAGRAPH, names.name(line.key))
        if taken != line.key and not {taken, line.key} <= PLAINLY and bare(line.says):
            self.shared[bare(line.says)[:MOST_WORDS]] = [line.key, taken]

    def _inner(self, line: Line, *, last: bool) -> str:
        return "".join(line.ranges) if last else ended(line.ranges, self.runs.open())

    def lines(self, blocks: Iterable[Block], plainly: str = "paragraph") -> Iterator[Line]:
        """Give blocks as paragraphs; a plain one is set as the element named."""
        for block in blocks:
            if isinstance(block, Picture):
                yield from self._picture(block)
            elif isinstance(block, Table):
                yield self._object(self._table(block))
            elif isinstance(block, Box):
                yield self._object(self._box(block))
            elif isinstance(block, Unknown):
                self.losses.append(msg(N_("A block of a newer version cannot be written.")))
            else:
                yield self._text(block, plainly)
            self._headed = isinstance(block, Crosshead)
            self._listing = isinstance(block, ListItem) and block.ordered

    def _text(self, block: TextBlock, plainly: str) -> Line:
        ranges, says = self.runs.ranges(block.content), plain(block.content)
        if isinstance(block, Crosshead):
            return Line("crosshead" if block.level == 1 else f"crosshead-{block.level}", ranges, says)
        if isinstance(block, Quote):
            return Line("quote", ranges, says)
        if isinstance(block, ListItem):
            return self._item(block, ranges)
        after = plainly == "paragraph" and self._headed
        return Line("after-crosshead" if after else plainly, ranges, says)

    def _item(self, block: ListItem, ranges: list[str]) -> Line:
        over = {"NumberingLevel": str(block.level + 1)} if block.level else {}
        if block.ordered and not self._listing:
            over["NumberingContinue"] = "false"
        return Line("number" if block.ordered else "bullet", ranges, plain(block.content), over)

    def _object(self, inner: str) -> Line:
        return Line("figure", [self.runs.range(inner)])

    def _picture(self, block: Picture) -> Iterator[Line]:
        shown = self.figures.add(block)
        if shown.lost:
            self.losses.append(
                msg(
                    N_("The picture “{name}” is named in its place, but its file is lost."),
                    name=block.name or block.alternative or block_text(block) or "?",
                )
            )
        if shown.frame:
            yield self._object(shown.frame)
        else:
            yield Line("figure", self.runs.styled(shown.file), shown.file)
        ranges = self.runs.ranges(block.caption)
        if block.credit:
            gap = " " if plain(block.caption) else ""
            ranges += self.runs.styled(gap) + self.runs.styled(block.credit, "credit")
        if ranges:
            yield Line("caption", ranges, plain(block.caption) + block.credit)

    def _table(self, table: Table) -> str:
        head = min(table.header_rows, len(table.rows) - 1)
        cells = "".join(
            self._cell(column, row, self.flow([Line("table-head" if row < head else "table-cell", ranges)]))
            for row, contents in enumerate(table.rows)
            for column, ranges in enumerate(map(self.runs.ranges, contents))
        )
        return self._grid("table", (len(table.rows), len(table.rows[0])), head, cells)

    def _box(self, box: Box) -> str:
        """Give a box as a table of one cell: so it has an edge, and can be cut out as a whole."""
        titled = bool(box.title or not box.blocks)
        lines = [Line("box-title", self.runs.ranges(box.title), plain(box.title))] if titled else []
        held, self._headed, self._listing = (self._headed, self._listing), False, False
        lines += self.lines(box.blocks, "box-text")
        self._headed, self._listing = held
        return self._grid("box", (1, 1), 0, self._cell(0, 0, self.flow(lines)))

    def _grid(self, key: str, size: tuple[int, int], head: int, cells: str) -> str:
        rows, columns = size
        own = self.runs.ids.give("table", unescape(_TAG.sub("", cells)))
        style = self.runs.sheet.style(key, StyleKind.TABLE)
        inner = "".join(f'<Row Name="{row}"/>' for row in range(rows))
        inner += "".join(f'<Column Name="{column}"/>' for column in range(columns))
        return (
            f'<Table Self="{own}" AppliedTableStyle="{style}" HeaderRowCount="{head}" FooterRowCount="0"'
            f' BodyRowCount="{rows - head}" ColumnCount="{columns}">{inner}{cells}</Table>'
        )

    @staticmethod
    def _cell(column: int, row: int, inner: str) -> str:
        return f'<Cell Name="{column}:{row}" RowSpan="1" ColumnSpan="1">{inner}</Cell>'


def line(key: str, ranges: list[str], says: str) -> Iterator[Line]:
    """Give a paragraph where it has something in it."""
    if ranges:
        yield Line(key, ranges, says)
