"""Blocks as WordprocessingML, each in the named style that other programs look for."""

from __future__ import annotations

from dataclasses import dataclass, field
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
    Unknown,
)
from newsroom.formats.docx.drawing import drawing
from newsroom.formats.docx.package import BULLETS, FIRST_LIST, USUAL_WIDTH
from newsroom.formats.docx.runs_out import Footnotes, Links, escaped, inline, styled
from newsroom.formats.guard.pictures import look
from newsroom.translation import N_, Message, msg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from newsroom.domain.inline import Content
    from newsroom.domain.marks import Marks
    from newsroom.formats.docx.review_out import Review

NO = ' w:val="off"'
SPACER = '<w:p><w:pPr><w:pStyle w:val="Spacer"/></w:pPr></w:p>'


def _style(block: TextBlock, plain: str, numbered: int) -> tuple[str, str]:
    """Give the name of a block's style, and its place in a list."""
    if isinstance(block, Paragraph):
        return plain, ""
    if isinstance(block, Crosshead):
        return f"Heading{block.level}", ""
    if isinstance(block, Quote):
        return "BlockText", ""
    number = numbered if block.ordered else BULLETS
    place = f'<w:numPr><w:ilvl w:val="{block.level}"/><w:numId w:val="{number}"/></w:numPr>'
    return ("ListNumber" if block.ordered else "ListBullet"), place


def _properties(style: str, place: str) -> str:
    return f'<w:pStyle w:val="{style}"/>{place}'


def paragraph(style: str, runs: str, more: str = "") -> str:
    """Give a paragraph in a style of ours."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'


@dataclass(slots=True)
class Sheet:
    """What gathers while the blocks are written: links, footnotes, lists, pictures, losses."""

    picture: Callable[[str], bytes | None]
    links: Links = field(default_factory=Links)
    footnotes: Footnotes = field(default_factory=Footnotes)
    pictures: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    drawn: int = 0
    full: int = USUAL_WIDTH
    """The width of the text, in twentieths of a point."""
    lists: int = 0
    losses: list[Message] = field(default_factory=list)
    review: Review | None = None
    """Changes and notes, where the document goes to colleagues."""
    outlined: bool = False
    """Headlines stand in Word's navigation, and the headings of each story under its own."""

    def outline(self, level: int) -> str:
        """Give the level of a heading in Word's navigation, where that is not its style's."""
        return f'<w:outlineLvl w:val="{level}"/>' if self.outlined else ""

    def runs(self, content: Content) -> str:
        """Give content as runs."""
        return inline(content, self.links, self.footnotes, self.review)

    def end(self, block: TextBlock, plain: str = "BodyText") -> str:
        """Give the tracked change of a paragraph's end, and the form that it had."""
        if not self.review or not block.marks:
            return ""
        former = self.review.former_form(
            block.marks, lambda form: _properties(*_style(form, plain, BULLETS + 1))
        )
        return self.review.end(block.marks) + former

    def blocks(self, blocks: Iterable[Block], plain: str = "BodyText") -> Iterator[str]:
        """Give each block as paragraphs or a table; a numbered list ends where another block begins."""
        numbered = 0
        before: Block | None = None
        for block in blocks:
            if not isinstance(block, ListItem):
                numbered = 0
            elif block.ordered and not numbered:
                self.lists += 1
                numbered = FIRST_LIST + self.lists - 1
            if isinstance(before, Picture) and isinstance(block, Picture) and not _captioned(before):
                yield paragraph("Caption", "")  # so that no reader takes the next caption for this picture's
            yield self._block(block, plain, numbered)
            before = block

    def _block(self, block: Block, plain: str, numbered: int) -> str:
        if isinstance(block, Picture):
            return self._picture(block)
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Box):
            return self._box(block)
        if isinstance(block, Unknown):
            self.losses.append(msg(N_("A block of a newer version cannot be written.")))
            return ""
        return self._text(block, plain, numbered)

    def _text(self, block: TextBlock, plain: str, numbered: int) -> str:
        style, place = _style(block, plain, numbered)
        place += self.outline(block.level) if isinstance(block, Crosshead) else ""
        return paragraph(style, self.runs(block.content), place + self.end(block, plain))

    def _picture(self, block: Picture) -> str:
        shown = self._drawing(block)
        credit = styled((" " if block.caption else "") + block.credit, "Credit") if block.credit else ""
        caption = paragraph("Caption", self.runs(block.caption) + credit) if _captioned(block) else ""
        if block.creator:
            self.losses.append(msg(N_("The creator of the picture “{name}” is not kept."), name=block.name))
        return shown + caption

    def _drawing(self, block: Picture) -> str:
        data = self.picture(block.asset) if block.asset else None
        image = look(data) if data else None
        if not data or image is None or image.kind == "webp":
            said = block.name or block.alternative or block.asset[:8]
            self.losses.append(msg(N_("The picture “{name}” is left out: Word cannot show it."), name=said))
            return ""
        relation, _ = self.pictures.setdefault(block.asset, (f"rPicture{len(self.pictures) + 1}", data))
        self.drawn += 1
        words = (escaped(text) for text in (block.name, block.alternative))
        style = '<w:pPr><w:pStyle w:val="BodyText"/><w:keepNext/></w:pPr>'
        run = f"<w:r>{drawing(image, relation, self.drawn, *words)}</w:r>"
        return f"<w:p>{style}{self.review.track(block.marks, run) if self.review else run}</w:p>"

    def _table(self, block: Table) -> str:
        width = self.full // len(block.rows[0])
        grid = f'<w:gridCol w:w="{width}"/>' * len(block.rows[0])
        rows = "".join(
            self._row(row, width, self._sign(block.marks, head=number < block.header_rows))
            for number, row in enumerate(block.rows)
        )
        return _table("StoryTable", grid, rows, self.full, head=bool(block.header_rows))

    def _sign(self, marks: Marks, *, head: bool = False) -> str:
        """Give the properties of a row: that it heads the table, that it was inserted or deleted."""
        signs = self.review.signs(marks) if self.review else ""
        if not (head or signs):
            return ""
        return f"<w:trPr><w:tblHeader{'' if head else NO}/>{signs}</w:trPr>"

    def _row(self, row: tuple[Content, ...], width: int, sign: str) -> str:
        cells = "".join(_cell(paragraph("TableText", self.runs(cell)), width) for cell in row)
        return f"<w:tr>{sign}{cells}</w:tr>"

    def _box(self, block: Box) -> str:
        inner = "".join(self.blocks(block.blocks, "BoxText"))
        if block.title or not inner:
            inner = paragraph("BoxTitle", self.runs(block.title)) + inner
        row = f"<w:tr>{self._sign(block.marks)}{_cell(inner, self.full)}</w:tr>"
        return _table("StoryBox", f'<w:gridCol w:w="{self.full}"/>', row, self.full)


def _captioned(block: Picture) -> bool:
    return bool(block.caption or block.credit)


def _cell(inner: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'


def _table(style: str, grid: str, rows: str, width: int, *, head: bool = False) -> str:
    """Give a table and the paragraph after it, without which Word joins it to the next table."""
    look = '<w:tblLook w:val="0020" w:firstRow="1"/>' if head else '<w:tblLook w:val="0000" w:firstRow="0"/>'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{width}" w:type="dxa"/>{look}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{SPACER}"
    )
