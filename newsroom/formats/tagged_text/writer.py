"""Writes a story as Tagged Text: its final text, with names of styles alone, so that those of the page hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.body import Paragraph
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.style_map import StyleKind, style_map
from newsroom.formats import Written
from newsroom.formats.bylines import byline_of, sign_off_of
from newsroom.formats.icml.facts import dateline_of
from newsroom.formats.icml.figures import Figures
from newsroom.formats.icml.ids import Ids
from newsroom.formats.page_marks import embargo_of, losses
from newsroom.formats.tagged_text.blocks import TaggedBlocks
from newsroom.formats.tagged_text.signs import Platform
from newsroom.translation import N_, msg, msgs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.article import Article
    from newsroom.formats import Writing
    from newsroom.translation import Message

_FACES = {"bold": "Bold", "italic": "Italic", "bold-italic": "Bold Italic"}


def write_story(article: Article, writing: Writing) -> Written:
    """Give a story as the bytes of a Tagged Text file, its pictures beside it, and what it cannot hold."""
    platform = Platform(writing.house.tagged_text)
    names = style_map(writing.house.indesign_styles, writing.house.language)
    figures = Figures(writing, Ids(article.uid), framed=False)
    blocks = TaggedBlocks(platform, names, figures)
    lines = list(_lines(article, writing, blocks))
    data = platform.file(("<Version:8><FeatureSet:InDesign-Roman>" + _defined(blocks), *lines))
    return Written(data, tuple(_losses(article, blocks)), figures.beside)


def _defined(blocks: TaggedBlocks) -> str:
    """Give the styles in use; one that the page has is the page's."""
    return "".join(
        f"<DefineParaStyle:{blocks.platform.style(name)}=>"
        if kind is StyleKind.PARAGRAPH
        else f"<DefineCharStyle:{blocks.platform.style(name)}={_face(key)}>"
        for (kind, name), key in sorted(blocks.used.items())
        if kind is not StyleKind.TABLE
    )


def _face(key: str) -> str:
    return f"<cTypeface:{_FACES[key]}>" if key in _FACES else ""


def _lines(article: Article, writing: Writing, blocks: TaggedBlocks) -> Iterator[str]:
    """Give the paragraphs of a story in the order of the page; one that is held back says so first."""
    words, house = blocks.platform.words, writing.house
    mark = embargo_of(article, writing)
    if mark:
        yield f"<pstyle:>{words(mark)}"
    for key, line in (
        ("kicker", article.kicker),
        ("headline", article.headline),
        ("subheadline", article.subheadline),
        ("byline", byline_of(article.authors, house)),
    ):
        if line.strip():
            yield blocks.line(key, words(" ".join(line.split("\n"))))
    lead = content_for_readers(article.lead)
    if lead:
        yield blocks.line("lead", blocks.content(lead))
    yield from _text(article, writing, blocks)
    sign_off = sign_off_of(article.sign_off, house)
    for key, line in (("sign-off", sign_off), ("correction", article.correction_note)):
        if line.strip():
            yield blocks.line(key, words(line))


def _text(article: Article, writing: Writing, blocks: TaggedBlocks) -> Iterator[str]:
    body = for_readers(article.body).blocks
    dateline = dateline_of(article, writing.house)
    opening = blocks.styled(dateline, "dateline") if dateline else ""
    first = body[0] if body else None
    if isinstance(first, Paragraph) and (first.content or not opening):
        yield blocks.line("first", opening + (" " if opening else "") + blocks.content(first.content))
        body = body[1:]
    elif opening:
        yield blocks.line("first", opening)
    yield from blocks.lines(body)


def _losses(article: Article, blocks: TaggedBlocks) -> Iterator[Message]:
    if blocks.links:
        yield msgs(
            "One link is left out: Tagged Text has none. Its text stays.",
            "{n} links are left out: Tagged Text has none. Their text stays.",
            blocks.links,
        )
    if blocks.levels:
        yield msgs(
            "One indented list item stands at the first level.",
            "{n} indented list items stand at the first level.",
            blocks.levels,
        )
    if blocks.figures.told:
        yield msg(N_("Pictures are not in the text: a line names each one’s file."))
    if blocks.unknown:
        yield msg(N_("A block of a newer version cannot be written."))
    yield from losses(article, 0)
