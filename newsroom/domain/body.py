"""The only rich text in the house: frozen blocks of runs.

A block's *plain text* is what offsets count in: the text of a paragraph; the caption of a picture; the
cells of a table, parted by tabs and line feeds; the title and the blocks of a box, parted by line feeds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsroom.domain.crop import WHOLE, Crop
from newsroom.domain.crop import settled as settled_crop
from newsroom.domain.inline import Content, normal, plain
from newsroom.domain.marks import NONE, TRACKED, MarkKind, Marks, settled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_LEVEL = 8


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; marks of a text block are those of its end: a tracked split, join or format."""

    content: Content = ()
    marks: Marks = NONE


@dataclass(frozen=True, slots=True)
class Crosshead:
    """A heading inside the text, level 1 (the usual) to 3."""

    content: Content = ()
    level: int = 1
    marks: Marks = NONE


@dataclass(frozen=True, slots=True)
class Quote:
    """A paragraph that is set apart as a quotation."""

    content: Content = ()
    marks: Marks = NONE


@dataclass(frozen=True, slots=True)
class ListItem:
    """One entry of a list, numbered or not, level 0 to 8."""

    content: Content = ()
    ordered: bool = False
    level: int = 0
    marks: Marks = NONE


TextBlock = Paragraph | Crosshead | Quote | ListItem
TEXT_BLOCKS = (Paragraph, Crosshead, Quote, ListItem)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in the text; asset is the SHA-256 of its bytes in hexadecimal, or empty where it is lost.

    Source type is the last word of IPTC's digital source type, as ``trainedAlgorithmicMedia``, or empty.
    Marks of a picture, a table and a box tell that the whole of it was inserted or deleted.
    """

    asset: str
    caption: Content = ()
    credit: str = ""
    creator: str = ""
    alternative: str = ""
    name: str = ""
    source_type: str = ""
    crop: Crop = WHOLE
    marks: Marks = NONE


@dataclass(frozen=True, slots=True)
class Table:
    """A table of rows of cells, all rows equally wide; the first ``header_rows`` rows head it."""

    rows: tuple[tuple[Content, ...], ...]
    header_rows: int = 0
    marks: Marks = NONE


@dataclass(frozen=True, slots=True)
class Box:
    """A box (Infokasten): a title and text blocks of its own."""

    title: Content = ()
    blocks: tuple[TextBlock, ...] = ()
    marks: Marks = NONE


@dataclass(frozen=True, slots=True)
class Unknown:
    """A block of a newer version, kept as its JSON; a body that holds one opens read-only."""

    data: str


Block = Paragraph | Crosshead | Quote | ListItem | Picture | Table | Box | Unknown


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a story."""

    blocks: tuple[Block, ...] = ()

    @property
    def read_only(self) -> bool:
        """Tell whether a block of a newer version forbids editing."""
        return any(isinstance(block, Unknown) for block in self.blocks)

    @property
    def empty(self) -> bool:
        """Tell whether nothing can be read here."""
        return not any(isinstance(block, Picture) or block_text(block).strip() for block in self.blocks)


def body(*blocks: Block) -> Body:
    """Make a body in normal form."""
    return normal_body(Body(blocks))


def normal_body(source: Body) -> Body:
    """Give a body in normal form, in which ``==`` means the same text."""
    blocks = (_normal_block(block) for block in source.blocks)
    return Body(tuple(block for block in blocks if not (isinstance(block, Table) and not block.rows)))


def _normal_block(block: Block) -> Block:
    if isinstance(block, TEXT_BLOCKS):
        return _normal_text_block(block)
    if isinstance(block, Picture):
        crop = settled_crop(block.crop)
        return replace(block, caption=normal(block.caption), crop=crop, marks=_whole(block.marks))
    if isinstance(block, Table):
        return _normal_table(block)
    if isinstance(block, Box):
        inner = tuple(_normal_text_block(part) for part in block.blocks)
        return Box(normal(block.title), inner, _whole(block.marks))
    return block


def _whole(marks: Marks) -> Marks:
    """Give the marks that a block of another kind than text can carry."""
    kinds = (MarkKind.INSERTED, MarkKind.DELETED)
    return settled(frozenset(mark for mark in marks if mark.kind in kinds)) if marks else NONE


def _normal_text_block(block: TextBlock) -> TextBlock:
    tracked = (
        settled(frozenset(mark for mark in block.marks if mark.kind in TRACKED)) if block.marks else NONE
    )
    content = normal(block.content)
    same = content == block.content and tracked == block.marks
    clean = block if same else replace(block, content=content, marks=tracked)
    if isinstance(clean, Crosshead):
        return replace(clean, level=min(max(clean.level, 1), 3))
    if isinstance(clean, ListItem):
        return replace(clean, level=min(max(clean.level, 0), MAX_LEVEL))
    return clean


def _normal_table(table: Table) -> Table:
    width = max((len(row) for row in table.rows), default=0)
    if not width:
        return Table(())
    rows = tuple(tuple(normal(cell) for cell in row) + ((),) * (width - len(row)) for row in table.rows)
    return Table(rows, min(max(table.header_rows, 0), len(rows)), _whole(table.marks))


def block_text(block: Block) -> str:
    """Give the plain text of any block."""
    if isinstance(block, TEXT_BLOCKS):
        return plain(block.content)
    if isinstance(block, Picture):
        return plain(block.caption)
    if isinstance(block, Table):
        return "\n".join("\t".join(plain(cell) for cell in row) for row in block.rows)
    if isinstance(block, Box):
        return "\n".join([plain(block.title), *(plain(inner.content) for inner in block.blocks)])
    return ""


def form_of(block: TextBlock) -> TextBlock:
    """Give the form of a text block, which is a block of its kind without text and marks."""
    return replace(block, content=(), marks=NONE)


def formed(block: TextBlock, form: TextBlock) -> TextBlock:
    """Give a text block in another form, its text and marks as they were."""
    return replace(form, content=block.content, marks=block.marks)


def contents(block: Block) -> Iterator[Content]:
    """Give each piece of rich text that a block holds, in reading order."""
    if isinstance(block, TEXT_BLOCKS):
        yield block.content
    elif isinstance(block, Picture):
        yield block.caption
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row
    elif isinstance(block, Box):
        yield block.title
        for inner in block.blocks:
            yield inner.content


def with_contents(block: Block, new: Iterable[Content]) -> Block:
    """Give a block with other pieces of rich text, as many as it has, in reading order."""
    pieces = iter(new)
    if isinstance(block, TEXT_BLOCKS):
        return replace(block, content=next(pieces))
    if isinstance(block, Picture):
        return replace(block, caption=next(pieces))
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(next(pieces) for _cell in row) for row in block.rows))
    if isinstance(block, Box):
        title = next(pieces)
        inner = tuple(replace(item, content=next(pieces)) for item in block.blocks)
        return replace(block, title=title, blocks=inner)
    return block


def plain_text(source: Body) -> str:
    """Give the whole text, blocks parted by an empty line."""
    return "\n\n".join(filter(None, (block_text(block) for block in source.blocks)))


def assets(source: Body) -> tuple[str, ...]:
    """Give the pictures a body shows, each once, in order."""
    return tuple(dict.fromkeys(b.asset for b in source.blocks if isinstance(b, Picture) and b.asset))


def paragraphs(texts: Iterable[str]) -> Body:
    """Make a body of plain paragraphs."""
    from newsroom.domain.inline import text

    return body(*(Paragraph(text(words)) for words in texts))


EMPTY = Body()
"""The body of a story that has no text yet."""
