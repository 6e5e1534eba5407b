"""Reads a story from top to bottom: paragraphs with their pieces, tables, boxes and pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsroom.domain.changes import final_content
from newsroom.domain.inline import Content, Footnote, Inline, LineBreak, Run, normal, plain
from newsroom.domain.marks import NONE, SUPERSCRIPT, Mark, Marks, link
from newsroom.domain.style_map import StyleKind
from newsroom.formats.addresses import safe_address
from newsroom.formats.icml import opened
from newsroom.formats.icml.facts import ANCHORED
from newsroom.formats.icml.styles_in import Style, Styles, listed, overridden, size

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

    from newsroom.formats.icml.gathered import Gathered

ASIDE = frozenset({"dateline", "credit"})
_THROUGH = frozenset({"XMLElement", "CrossReferenceSource", "TextVariable", "IndexedText"})
_FRAMES = frozenset({"Rectangle", "Oval", "Polygon", "Group", "GraphicLine", "Button", "MultiStateObject"})
_QUIET = frozenset(
    {
        "?",
        "Properties",
        "StoryPreference",
        "InCopyExportOption",
        "MetadataPacketPreference",
        "HyperlinkTextDestination",
        "ParagraphDestination",
        "Bookmark",
        "PageReference",
        "GridDataInformation",
        "XMLAttribute",
        "XMLComment",
        "XMLInstruction",
        "FormattingChange",
    }
)
_WRAP = re.compile(r"[ \t]*[\r\n]+[ \t]*")
_DEFAULT = Style()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it was read: pieces, each with the element of its character style; its end's marks."""

    style: Style
    pieces: tuple[tuple[Inline, str], ...] = ()
    end: Marks = NONE
    key: str = ""
    level: int = 0
    size: float = 0.0
    guessed: bool = False
    """What it is was told by its place and look, not by its style."""

    def content(self, without: frozenset[str] = frozenset()) -> Content:
        """Give its content, less what stands in these character styles."""
        return normal(piece for piece, own in self.pieces if own not in without)

    def aside(self, key: str) -> str:
        """Give the final words that stand in a character style."""
        return plain(final_content(normal(piece for piece, own in self.pieces if own == key)))


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it was read: cells of paragraphs by row and column."""

    key: str
    rows: tuple[tuple[tuple[Paragraph, ...], ...], ...]
    heads: int = 0


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as it was read: the path of the file it is linked to."""

    path: str


Part = Paragraph | Grid | Figure


@dataclass(frozen=True, slots=True)
class _Around:
    """What holds for the text inside an element."""

    paragraph: _Element | None = None
    style: Style = _DEFAULT
    marks: Marks = NONE
    own: str = ""
    link: Mark | None = None
    change: Mark | None = None
    size: float = 0.0

    @property
    def all(self) -> Marks:
        return self.marks | {one for one in (self.link, self.change) if one}


@dataclass(slots=True)
class _Sheet:
    """Where what is read of one text is laid down."""

    parts: list[Part] = field(default_factory=list)
    pieces: list[tuple[Inline, str]] = field(default_factory=list)
    beside: list[Part] = field(default_factory=list)
    last: _Around = field(default_factory=_Around)
    begun: bool = False
    size: float = 0.0

    def end(self, around: _Around, *, broken: bool) -> None:
        """End a paragraph; one that held nothing but objects is those alone."""
        if self.pieces or not self.beside or (broken and around.change):
            self.parts.append(self._paragraph(around, broken=broken))
        self.parts += self.beside
        self.pieces, self.beside, self.begun, self.size = [], [], False, 0.0

    def _paragraph(self, around: _Around, *, broken: bool) -> Paragraph:
        ends = frozenset({around.change}) if broken and around.change else NONE
        element = around.paragraph
        key = around.style.key if element is None else listed(element, around.style.key)
        level = _level(element) if element is not None else 0
        return Paragraph(around.style, tuple(self.pieces), ends, key, level, self.size or around.style.size)

    def close(self) -> tuple[Part, ...]:
        """Give all parts; a paragraph that was begun needs no break at the end of a text."""
        if self.pieces or self.beside or self.begun:
            self.end(self.last, broken=False)
        return tuple(self.parts)


def _level(element: _Element) -> int:
    level = element.get("NumberingLevel", "1")
    return min(max(int(level) - 1, 0), 8) if level.isascii() and level.isdigit() and len(level) < 3 else 0  # noqa: PLR2004 - nine levels


@dataclass(slots=True)
class FlowReader:
    """Reads texts of one file."""

    styles: Styles
    targets: Mapping[str, str]
    gathered: Gathered
    ours: bool
    hyphens: bool

    def parts(self, element: _Element) -> tuple[Part, ...]:
        """Give the parts of a story, a cell or a footnote."""
        sheet = _Sheet()
        self._walk(element, _Around(), sheet)
        return sheet.close()

    def _walk(self, element: _Element, around: _Around, sheet: _Sheet) -> None:
        for child in element:
            self._take(child, opened.tag(child), around, sheet)

    def _take(self, child: _Element, name: str, around: _Around, sheet: _Sheet) -> None:
        if name == "Content":
            self._content(child, around, sheet)
        elif name == "Br":
            self._break(around, sheet)
        elif name in _INSIDE:
            _INSIDE[name](self, child, around, sheet)
        elif name in _THROUGH:
            self._walk(child, around, sheet)
        elif name in _FRAMES:
            self._frame(child, sheet)
        elif name not in _QUIET:
            known = {"TextFrame": "frame", "HiddenText": "hidden"}
            self.gathered.lost[known.get(name, "unknown")] += 1

    def _paragraph(self, child: _Element, around: _Around, sheet: _Sheet) -> None:
        style = self.styles.style(StyleKind.PARAGRAPH, child.get("AppliedParagraphStyle", ""))
        inside = replace(around, paragraph=child, style=style)
        if around.change is None or around.change.kind != "deleted":
            sheet.last, sheet.begun = inside, True
        self._walk(child, inside, sheet)

    def _characters(self, child: _Element, around: _Around, sheet: _Sheet) -> None:
        style = self.styles.style(StyleKind.CHARACTER, child.get("AppliedCharacterStyle", ""))
        own = style.key if style.key in ASIDE else ""
        marks = overridden(child, style.marks)
        self._walk(child, replace(around, marks=marks, own=own, size=size(child)), sheet)

    def _link(self, child: _Element, around: _Around, sheet: _Sheet) -> None:
        target = self.targets.get(child.get("Self", ""), "")
        safe = safe_address(target)
        self.gathered.lost["link"] += bool(target and not safe)
        self._walk(child, replace(around, link=link(safe) if safe else around.link), sheet)

    def _change(self, child: _Element, around: _Around, sheet: _Sheet) -> None:
        if not len(child):
            return  # InDesign leaves an empty one before a link
        self._walk(child, replace(around, change=self.gathered.change(child) or around.change), sheet)

    def _note(self, child: _Element, _around: _Around, sheet: _Sheet) -> None:
        words = "\n".join(plain(one.content()) for one in self._lines(child))
        sheet.pieces.append((self.gathered.note(child, words), ""))

    def _footnote(self, child: _Element, around: _Around, sheet: _Sheet) -> None:
        inner = final_content(joined(self._lines(child)))
        kept = [piece for piece in inner if isinstance(piece, Run | LineBreak)]
        if kept and isinstance(kept[0], Run) and not self.ours:
            kept[0] = replace(kept[0], text=kept[0].text.removeprefix("\t"))
        marks = around.all if self.ours else around.all - {SUPERSCRIPT}
        self._put(Footnote(tuple(kept), marks), around, sheet)

    def _lines(self, element: _Element) -> list[Paragraph]:
        """Give the paragraphs of a text that has no room for anything else."""
        return [line for part in self.parts(element) for line in _flat(part)]

    def _table(self, child: _Element, _around: _Around, sheet: _Sheet) -> None:
        style = self.styles.style(StyleKind.TABLE, child.get("AppliedTableStyle", ""))
        heads = child.get("HeaderRowCount", "0")
        known = heads.isascii() and heads.isdigit() and len(heads) < 6  # noqa: PLR2004 - a number that a table may have
        sheet.beside.append(Grid(style.key, self._cells(child), int(heads) if known else 0))

    def _cells(self, table: _Element) -> tuple[tuple[tuple[Paragraph, ...], ...], ...]:
        from newsroom.formats.icml.tables_in import Cells

        cells = Cells()
        for cell in table.iterchildren("{*}Cell"):
            parts = self.parts(cell)
            self.gathered.lost["nested"] += sum(isinstance(one, Grid) for one in parts)
            lines = tuple(line for part in parts for line in _flat(part))
            self.gathered.lost["merged"] += cells.add(cell, lines)
        return cells.rows()

    def _variable(self, child: _Element, around: _Around, sheet: _Sheet) -> None:
        self._words(child.get("ResultText", ""), around, sheet)

    def _frame(self, child: _Element, sheet: _Sheet) -> None:
        """Keep the pictures of a frame; what else is drawn in it is no text."""
        links = list(child.iter("{*}Link"))
        sheet.beside += [Figure(opened.picture_path(one)) for one in links]
        frames = sum(1 for _one in child.iter("{*}TextFrame"))
        self.gathered.lost["frame"] += frames
        self.gathered.lost["drawing"] += not links and not frames

    def _content(self, child: _Element, around: _Around, sheet: _Sheet) -> None:
        self._words(opened.said(child), around, sheet)

    def _words(self, words: str, around: _Around, sheet: _Sheet) -> None:
        words = _WRAP.sub(" ", words).replace(ANCHORED, "").replace("\u2029", "\u2028")
        if not self.hyphens:
            self.gathered.lost["hyphen"] += 0 if self.ours else words.count("\u00ad")
            words = words.replace("\u00ad", "")
        for number, text in enumerate(words.split("\u2028")):
            if number:
                self._put(LineBreak(around.all), around, sheet)
            if text:
                self._put(Run(text, around.all), around, sheet)

    def _put(self, piece: Inline, around: _Around, sheet: _Sheet) -> None:
        if around.change is None:
            self.gathered.untracked()
        sheet.size = max(sheet.size, around.size)
        sheet.pieces.append((piece, around.own))

    def _break(self, around: _Around, sheet: _Sheet) -> None:
        if around.change is None:
            self.gathered.untracked()
        inside = around if around.paragraph is not None else replace(sheet.last, change=around.change)
        sheet.end(inside, broken=True)


_INSIDE = {
    "ParagraphStyleRange": FlowReader._paragraph,  # noqa: SLF001 - the class's own table
    "CharacterStyleRange": FlowReader._characters,  # noqa: SLF001 - as above
    "HyperlinkTextSource": FlowReader._link,  # noqa: SLF001 - as above
    "Change": FlowReader._change,  # noqa: SLF001 - as above
    "Note": FlowReader._note,  # noqa: SLF001 - as above
    "Footnote": FlowReader._footnote,  # noqa: SLF001 - as above
    "Table": FlowReader._table,  # noqa: SLF001 - as above
    "TextVariableInstance": FlowReader._variable,  # noqa: SLF001 - as above
}


def _flat(part: Part) -> tuple[Paragraph, ...]:
    """Give the paragraphs of a part, those of a table one after the other."""
    if isinstance(part, Grid):
        return tuple(line for row in part.rows for cell in row for line in cell)
    return (part,) if isinstance(part, Paragraph) else ()


def joined(lines: list[Paragraph] | tuple[Paragraph, ...]) -> Content:
    """Give paragraphs as one, parted by line breaks that carry the marks of the ends."""
    pieces: list[Inline] = []
    for number, one in enumerate(lines):
        if number:
            pieces.append(LineBreak(lines[number - 1].end))
        pieces += one.content()
    return normal(pieces)
