"""A story on standard pages: 30 lines of 60 characters of one width, lines numbered, length and page in the head."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from newsroom.domain.body import Body, Paragraph, Picture
from newsroom.domain.changes import for_readers
from newsroom.domain.inline import Run, normal, text
from newsroom.formats import Written
from newsroom.formats.bylines import byline_of
from newsroom.formats.docx.blocks_out import Sheet, paragraph
from newsroom.formats.docx.package import OFFICE, WORD, Base, made, ours
from newsroom.formats.docx.properties import core, custom
from newsroom.formats.docx.runs_out import plain
from newsroom.formats.docx.stamped import stamp
from newsroom.formats.docx.writer import Properties, losses, pack, proofing_language, story
from newsroom.text.extent import measured
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.domain.article import Article
    from newsroom.domain.body import Block
    from newsroom.formats import Writing

LINES, CHARACTERS = 30, 60
_WIDE, _HIGH = 11_906, 16_838
"""A4 in twentieths of a point, in which Word counts."""
_LETTER, _LINE = 144, 470
"""A letter of twelve points that are all 7.2 points wide, and the way from line to line."""
_LEFT, _TOP = 1_900, 1_500
_RIGHT = _WIDE - _LEFT - CHARACTERS * _LETTER - 20
_BOTTOM = _HIGH - _TOP - LINES * _LINE - 60
_PAGE = (
    f'<w:sectPr><w:headerReference w:type="default" r:id="rHeader"/><w:pgSz w:w="{_WIDE}" w:h="{_HIGH}"/>'
    f'<w:pgMar w:top="{_TOP}" w:right="{_RIGHT}" w:bottom="{_BOTTOM}" w:left="{_LEFT}" w:header="700" w:footer="400"'
    ' w:gutter="0"/><w:lnNumType w:countBy="1" w:distance="280" w:restart="continuous"/></w:sectPr>'
)
_COURIER = (
    '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:eastAsia="Courier New" w:cs="Courier New"/>'
)
_UNNUMBERED = r"\1<w:suppressLineNumbers/>\2"
_LOOKS = (
    (re.compile(r"<w:rFonts [^>]*/>"), _COURIER),
    (re.compile(r'<w:(sz|szCs) w:val="\d+"/>'), r'<w:\1 w:val="24"/>'),
    (re.compile(r"<w:color [^>]*/>"), ""),
    (re.compile(r"<w:widowControl/>|<w:keepNext/>|<w:keepLines/>"), ""),
    (re.compile(r'(w:styleId="(?:Spacer|FootnoteText)"(?:(?!</w:style>).)*?)(<w:spacing )'), _UNNUMBERED),
    (
        re.compile(r"<w:spacing [^>]*/>"),
        f'<w:spacing w:before="0" w:after="0" w:line="{_LINE}" w:lineRule="exact"/>',
    ),
)


@cache
def _base() -> Base:
    """Give the program's template with every style set in one type, line by line."""
    members = dict(ours().members)
    styles = members["word/styles.xml"].decode()
    for before, after in _LOOKS:
        styles = before.sub(after, styles)
    members["word/styles.xml"] = styles.encode()
    members["word/settings.xml"] = members["word/settings.xml"].replace(b"<w:autoHyphenation/>", b"")
    return made(members, _PAGE)


def write_manuscript(article: Article, writing: Writing) -> Written:
    """Give a story as a manuscript; a picture is its caption in brackets."""
    body = Body(tuple(map(_in_words, for_readers(article.body).blocks)))
    shown = replace(article, body=body)
    sheet = Sheet(writing.picture, full=CHARACTERS * _LETTER)
    inner = "".join(story(shown, writing, sheet)) + _PAGE
    language = proofing_language(article.spoken_language, writing.house.language)
    properties = Properties(core(article, article.spoken_language), custom(article))
    header = _header(article, writing)
    return Written(pack(_base(), sheet, inner, language, properties, header), tuple(losses(shown, sheet)))


def _in_words(block: Block) -> Block:
    if not isinstance(block, Picture):
        return block
    credit = text(f" {block.credit}" if block.credit else "")
    words = block.caption or text(block.alternative or block.name)
    return Paragraph(normal((Run(f"[{_('Picture')}: "), *words, *credit, Run("]"))))


def _header(article: Article, writing: Writing) -> str:
    """Give the head of each page: who wrote what, how long it is, and which page of how many this is."""
    length = measured(article, CHARACTERS, writing.house.words_per_minute).length
    pages = f"{length.standard_pages:.1f}"
    who = (byline_of(article.authors, writing.house), article.slug or article.headline[:_SHORT])
    long = (
        _("{n} characters", n=length.characters),
        _("{n} standard pages", n=pages.replace(".", ",") if writing.language == "de" else pages),
    )
    page = f"{plain(_('Page') + ' ')}{_field('PAGE')}{plain('/')}{_field('NUMPAGES')}"
    first = plain(" · ".join(one for one in who if one)) + "<w:r><w:tab/></w:r>" + page
    second = f"<w:r><w:br/></w:r>{plain(' · '.join(long))}"
    if held := stamp(article, writing):
        second += plain(" · ") + held
    look = (
        f'<w:suppressLineNumbers/><w:tabs><w:tab w:val="right" w:pos="{CHARACTERS * _LETTER}"/></w:tabs>'
        '<w:spacing w:before="0" w:after="0" w:line="280" w:lineRule="exact"/>'
    )
    spaces = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
    return f"<w:hdr {spaces}>{paragraph('Normal', first + second, look)}</w:hdr>"


_SHORT = 40


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
