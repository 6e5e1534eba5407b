"""Reads paragraphs, lists, tables, boxes and pictures of a Word file, in their order."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from newsroom.domain.body import (
    Block,
    Box,
    Crosshead,
    ListItem,
    Paragraph,
    Picture,
    Quote,
    Table,
    TextBlock,
    form_of,
)
from newsroom.domain.changes import ChangeKind
from newsroom.domain.inline import Anchor, Content, Inline, LineBreak, Run, plain
from newsroom.domain.marks import BOLD, NONE, MarkKind, Marks, has
from newsroom.formats.docx.opened import R, W
from newsroom.formats.docx.runs_in import InlineReader, note_content
from newsroom.formats.docx.styles_in import LARGE, NO_LEVEL, Numbering, Style, number, switch, unlisted, value
from newsroom.formats.guard.pictures import look

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from newsroom.formats.docx.gathered import Gathered
    from newsroom.formats.docx.opened import Opened, Relation

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_LEGACY = "{urn:schemas-microsoft-com:vml}"
_NUMBERED_NAME = re.compile(r"(?:Picture|Grafik|Bild|Image|Graphic|Photo)\s*\d+")
_SHORT = 120
_TOP = 20
"""Among so many first paragraphs, and in boxes, a line's look tells what it is."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph as it was read: what its style says it is, its text, and how it looks."""

    role: str
    level: int
    content: Content
    marks: Marks = NONE
    aside: Mapping[str, str] = field(default_factory=dict)
    ordered: bool = False
    loud: bool = False
    number: int = 0
    """Which of the paragraphs of the file it is, from 1."""

    @property
    def short(self) -> bool:
        """Tell whether the line could be a headline by its length."""
        return 0 < len(plain(self.content).strip()) <= _SHORT

    def block(self) -> TextBlock:
        """Give the line as a block of text."""
        if self.role == "heading":
            return Crosshead(self.content, min(self.level, 3), self.marks)
        if self.role == "quote":
            return Quote(self.content, self.marks)
        if self.role in {"bullet", "number"}:
            return ListItem(self.content, self.ordered, self.level, self.marks)
        return Paragraph(self.content, self.marks)


Flow = Line | Block


@dataclass(slots=True)
class BlockReader:
    """Reads one part of the package from top to bottom."""

    opened: Opened
    relations: Mapping[str, Relation]
    styles: Mapping[str, Style]
    numbering: Numbering
    gathered: Gathered
    ours: bool
    _lines: int = 0
    _boxed: bool = False
    _beside: list[Flow] = field(default_factory=list)
    _notes: dict[str, Mapping[str, _Element]] = field(default_factory=dict)
    _inline: InlineReader = field(init=False)

    def __post_init__(self) -> None:
        self._inline = InlineReader(self.styles, self.relations, self.gathered, self._footnote, self._drawing)

    def flow(self, parent: _Element) -> Iterator[Flow]:
        """Give paragraphs, tables, boxes and pictures; what hangs on a paragraph follows it."""
        for child in parent:
            tag = str(child.tag)
            if tag == W + "p":
                line = self._line(child)
                if line.content or line.marks or line.aside or not self._beside:
                    yield line
            elif tag == W + "tbl":
                yield self._table(child)
            elif tag == W + "altChunk":
                self.gathered.lost["chunk"] += 1
            elif tag in {W + "sdt", W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"}:
                yield from self.flow(child)
            beside, self._beside = self._beside, []
            yield from beside

    def _line(self, paragraph: _Element) -> Line:
        properties = paragraph.find(W + "pPr")
        content, aside = self._inline.content(paragraph)
        said = {} if properties is None else {str(one.tag): one for one in properties}
        style = self._styled(_said(said, "pStyle"))
        role, level, ordered = self._role(said, style)
        asked = not self.ours and (self._lines < _TOP or self._boxed)
        loud = asked and _loud(content, paragraph, style)
        self._lines += 1
        end = self._end(said) if said else NONE
        line = Line(role, level, content, end, aside, ordered, loud, self._lines)
        return self._reformed(line, said[W + "pPrChange"]) if W + "pPrChange" in said else line

    def _styled(self, key: str) -> Style:
        return self.styles.get(key) or (unlisted(key) if key else _PLAIN)

    def _reformed(self, line: Line, changed: _Element) -> Line:
        """Add the tracked change of a paragraph's form; where no form of ours was another one it is lost."""
        old = {str(one.tag): one for before in changed.iterchildren(W + "pPr") for one in before}
        role, level, ordered = self._role(old, self._styled(_said(old, "pStyle")))
        former = form_of(Line(role, level, (), ordered=ordered).block())
        if {role, line.role} - _FORMS or former == form_of(line.block()):
            self.gathered.lost["layout"] += 1
            return line
        return replace(line, marks=line.marks | {self.gathered.reformed(changed, former)})

    def _role(self, said: Mapping[str, _Element], style: Style) -> tuple[str, int, bool]:
        """Say what a paragraph is: by its style, its place in a list, its level in the outline."""
        listed = said.get(W + "numPr")
        place = style.numbering
        if listed is not None:
            place = (value(listed, "numId") or (place[0] if place else ""), number(value(listed, "ilvl")))
        if style.role in _LISTS and place and place[0] not in {"", "0"}:
            ordered = self.numbering.has_numbers(*place)
            return ("number" if ordered else "bullet"), min(place[1], 8), ordered
        if style.role:
            return style.role, style.level, style.role == "number"
        outline = number(_said(said, "outlineLvl"), NO_LEVEL)
        return ("heading", outline + 1, False) if outline < NO_LEVEL else ("", 0, False)

    def _end(self, said: Mapping[str, _Element]) -> Marks:
        """Give the tracked change of a paragraph's end."""
        end = said.get(W + "rPr")
        if end is None:
            return NONE
        kinds = {"ins": ChangeKind.INSERTION, "del": ChangeKind.DELETION}
        found = ((kind, end.find(W + name)) for name, kind in kinds.items())
        return frozenset(self.gathered.change(kind, one) for kind, one in found if one is not None)

    def _table(self, table: _Element) -> Block:
        named = value(table.find(W + "tblPr"), "tblStyle")
        role = self.styles.get(named, _PLAIN).role
        rows = list(table.iter(W + "tr")) if table.find(f".//{W}tbl") is None else _rows(table)
        cells = list(rows[0].iter(W + "tc")) if len(rows) == 1 else []
        if role == "box" or (len(cells) == 1 and role != "table"):
            return replace(self._box(cells[0] if cells else table), marks=self._rows_marks(rows))
        head = 0
        while head < len(rows) and switch(_row_sign(rows[head], W + "tblHeader")):
            head += 1
        marks = self._rows_marks(rows)
        lines = tuple(self._row(row) if marks else self._tracked_row(row) for row in rows)
        return Table(lines, head, marks)

    def _rows_marks(self, rows: list[_Element]) -> Marks:
        """Give the marks of a table that was inserted or deleted whole."""
        signs = [_row_signs(row) for row in rows]
        kinds = [{kind for kind, _found in one} for one in signs]
        if not kinds or any(one != kinds[0] for one in kinds):
            return NONE
        return frozenset(self.gathered.change(kind, found) for kind, found in signs[0])

    def _tracked_row(self, row: _Element) -> tuple[Content, ...]:
        """Read a row; where it alone was inserted or deleted, its words are, and the row stays."""
        signs = _row_signs(row)
        cells = self._row(row)
        self.gathered.lost["row"] += bool(signs)
        marks = frozenset(self.gathered.change(kind, found) for kind, found in signs)
        return tuple(tuple(_tracked(one, marks) for one in cell) for cell in cells) if marks else cells

    def _row(self, row: _Element) -> tuple[Content, ...]:
        cells: list[Content] = []
        for cell in row.iterchildren(W + "tc", W + "sdt"):
            inner = cell if cell.tag == W + "tc" else cell.find(f"{W}sdtContent/{W}tc")
            if inner is not None:
                cells += self._cell(inner)
        return tuple(cells)

    def _cell(self, cell: _Element) -> Iterable[Content]:
        """Give the text of a cell as one paragraph, and an empty cell for each that was merged into it."""
        lines = self._cell_lines(cell)
        pieces: list[Inline] = []
        for place, line in enumerate(lines):
            pieces += [LineBreak(), *line.content] if place else line.content
        yield tuple(pieces)
        properties = cell.find(W + "tcPr")
        span = min(number(value(properties, "gridSpan"), 1), 63)
        joined = properties is not None and properties.find(W + "vMerge") is not None
        self.gathered.lost["merged"] += int(span > 1 or joined)
        yield from ((),) * (span - 1)

    def _cell_lines(self, cell: _Element) -> list[Line]:
        lines: list[Line] = []
        held, self._beside = self._beside, []
        for one in list(self.flow(cell)):
            if isinstance(one, Line):
                lines.append(one)
            elif isinstance(one, Table):
                self.gathered.lost["nested"] += 1
                lines += [Line("", 0, inner) for row in one.rows for inner in row if inner]
            else:
                held.append(one)
        self._beside = held
        return lines

    def _box(self, parent: _Element) -> Box:
        """Read a box: its first line is the title where its style or its look says so."""
        held, self._beside = self._beside, []
        outer, self._boxed = self._boxed, True
        parts = [one for one in self.flow(parent) if not (isinstance(one, Line) and one.role == "spacer")]
        self._boxed = outer
        lines = [one for one in parts if isinstance(one, Line) and (self.ours or one.content)]
        held += [one for one in parts if not isinstance(one, Line | Box)]
        inner = [block for one in parts if isinstance(one, Box) for block in one.blocks]
        self._beside = held
        titled = bool(lines) and _titles(lines[0], ours=self.ours)
        title = lines[0].content if titled else ()
        if titled and not self.ours:
            title = tuple(_unbold(piece) for piece in title)
        blocks = [line.block() for line in lines[titled:]]
        return Box(title, (*blocks, *inner))

    def _drawing(self, element: _Element, marks: Marks) -> bool:
        """Keep the pictures and text boxes of a drawing, tracked as it is; false where there is neither."""
        whole = frozenset(mark for mark in marks if mark.kind in {MarkKind.INSERTED, MarkKind.DELETED})
        boxes = [found for found in element.iter(W + "txbxContent") if _outermost(found, element)]
        read = [replace(box, marks=whole) for box in map(self._box, boxes) if box.title or box.blocks]
        self._beside += read
        blips = [*element.iter(_DRAWING + "blip"), *element.iter(_LEGACY + "imagedata")]
        named = next(element.iter(_PLACED + "docPr", _LEGACY + "shape"), None)
        self._beside += [replace(self._picture(blip, named), marks=whole) for blip in blips]
        return bool(boxes or blips)

    def _picture(self, blip: _Element, named: _Element | None) -> Picture:
        key = blip.get(R + "embed") or blip.get(R + "id") or ""
        relation = self.relations.get(key)
        data = self.opened.bytes(relation.target) if relation and not relation.external else None
        image = look(data) if data else None
        asset = ""
        if data and image:
            asset = hashlib.sha256(data).hexdigest()
            self.gathered.pictures[asset] = data
        else:
            self.gathered.lost["picture"] += 1
        name, words = ("", "") if named is None else (named.get("name", ""), _alternative(named))
        kept = name if self.ours or not _NUMBERED_NAME.fullmatch(name) else ""
        return Picture(asset, name=kept, alternative=words)

    def _footnote(self, kind: str, key: str) -> tuple[Run | LineBreak, ...]:
        note = self._all_notes(kind).get(key)
        if note is None:
            return ()
        relations = self.opened.relations(f"word/{kind}.xml")
        inner = InlineReader(self.styles, relations, self.gathered, _no_footnote, self._drawing)
        return note_content([inner.content(line)[0] for line in note.iter(W + "p")])

    def _all_notes(self, kind: str) -> Mapping[str, _Element]:
        if kind not in self._notes:
            root = self.opened.xml(f"word/{kind}.xml")
            self._notes[kind] = {} if root is None else {note.get(W + "id", ""): note for note in root}
        return self._notes[kind]


_PLAIN = Style()
_LISTS = frozenset({"", "bullet", "number"})
_FORMS = frozenset({"", "heading", "quote", "bullet", "number"})
_SIGNS = ((W + "ins", ChangeKind.INSERTION), (W + "del", ChangeKind.DELETION))


def _said(said: Mapping[str, _Element], name: str) -> str:
    found = said.get(W + name)
    return "" if found is None else found.get(W + "val", "")


def _alternative(named: _Element) -> str:
    """Give the alternative text of a drawing, of old ones too, or its title."""
    return named.get("descr") or named.get("alt") or named.get("title") or ""


def _no_footnote(_kind: str, _key: str) -> tuple[Run | LineBreak, ...]:
    """Give nothing: a footnote that calls footnotes, itself perhaps, would never end."""
    return ()


def _rows(table: _Element) -> list[_Element]:
    """Give the rows of a table that holds tables of its own."""
    return [row for row in table.iter(W + "tr") if next(row.iterancestors(W + "tbl"), None) is table]


def _row_signs(row: _Element) -> list[tuple[ChangeKind, _Element]]:
    """Give how a row was tracked."""
    return [(kind, found) for tag, kind in _SIGNS if (found := _row_sign(row, tag)) is not None]


def _tracked(piece: Inline, marks: Marks) -> Inline:
    """Add the tracked changes of a row to one of its words that has none of their kind."""
    if isinstance(piece, Anchor):
        return piece
    return replace(piece, marks=piece.marks | {mark for mark in marks if not has(piece.marks, mark.kind)})


def _row_sign(row: _Element, tag: str) -> _Element | None:
    properties = row.find(W + "trPr")
    return None if properties is None else properties.find(tag)


def _loud(content: Content, paragraph: _Element, style: Style) -> bool:
    """Tell whether a paragraph is bold throughout, or set in large type."""
    runs = [piece for piece in content if isinstance(piece, Run) and piece.text.strip()]
    if runs and all(BOLD in run.marks for run in runs):
        return True
    if style.size >= LARGE or BOLD in style.marks:
        return bool(runs)
    if not runs or sum(len(run.text) for run in runs) > _SHORT:
        return False
    return min(number(value(run.find(W + "rPr"), "sz")) for run in paragraph.iter(W + "r")) >= LARGE


def _titles(line: Line, *, ours: bool) -> bool:
    return line.role == "box title" or (not ours and line.short and (line.loud or line.role == "heading"))


def _unbold(piece: Inline) -> Inline:
    return Run(piece.text, piece.marks - {BOLD}) if isinstance(piece, Run) else piece


def _outermost(found: _Element, within: _Element) -> bool:
    """Tell whether a text box stands in no other one, nor is the older twin of one."""
    for above in found.iterancestors():
        if above is within:
            return True
        if above.tag == W + "txbxContent" or str(above.tag).endswith("}Fallback"):
            return False
    return True
