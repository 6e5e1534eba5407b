"""Writes a story as a Word document: for readers as its final text, for colleagues with changes and notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.article import Article
from newsroom.domain.body import Body, Paragraph
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.formats import Written
from newsroom.formats.bylines import sign_off_of
from newsroom.formats.docx.blocks_out import Sheet, paragraph
from newsroom.formats.docx.house_template import of_house
from newsroom.formats.docx.package import (
    OFFICE,
    OWN_HEADER,
    WORD,
    Base,
    Part,
    archive,
    extended,
    numbering,
    ours,
    part,
    styles,
    types,
)
from newsroom.formats.docx.properties import HEAD, core, custom
from newsroom.formats.docx.review_out import review
from newsroom.formats.docx.runs_out import Links, escaped, plain, styled
from newsroom.formats.docx.settings_out import settings
from newsroom.formats.docx.stamped import header, on_every_page
from newsroom.formats.guard.pictures import look
from newsroom.text import dates
from newsroom.translation import N_, Message, fill, msg, msgs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom.domain.article import Byline
    from newsroom.formats import Writing

_REGIONS = {
    "de": "de-DE",
    "en": "en-GB",
    "fr": "fr-FR",
    "it": "it-IT",
    "es": "es-ES",
    "nl": "nl-NL",
    "pl": "pl-PL",
}


def write_story(article: Article, writing: Writing, *, reviewed: bool = False) -> Written:
    """Give a story as the bytes of a Word file, with what Word cannot hold; reviewed keeps changes and notes."""
    base = base_of(writing)
    sheet = Sheet(writing.picture, full=base.width, review=review(article, writing.now) if reviewed else None)
    language = proofing_language(article.spoken_language, writing.house.language)
    head = header(article, writing) if reviewed else ""
    page = on_every_page(base.page) if head else base.page
    inner = "".join(story(article, writing, sheet)) + page
    properties = Properties(core(article, article.spoken_language), custom(article))
    return Written(pack(base, sheet, inner, language, properties, head), tuple(losses(article, sheet)))


def write_stories(articles: Sequence[Article], writing: Writing) -> Written:
    """Give several stories as one Word file, each on a page of its own and under a heading for the navigation."""
    base = base_of(writing)
    sheet = Sheet(writing.picture, full=base.width, outlined=True)
    spoken = {article.spoken_language for article in articles}
    language = proofing_language(spoken.pop() if len(spoken) == 1 else "", writing.house.language)
    stories = ("".join(story(article, writing, sheet)) for article in articles)
    inner = "".join(_on_new_page(one) if at else one for at, one in enumerate(stories)) + base.page
    properties = Properties(core(Article.new(headline=writing.house.name), language), custom(None))
    gone = (loss for article in articles for loss in _of_article(article))
    lost = dict.fromkeys((*_of_sheet(sheet), *gone))
    return Written(pack(base, sheet, inner, language, properties), tuple(lost))


def base_of(writing: Writing) -> Base:
    """Give the template of the house, or the program's own where it has none or lost it."""
    name = writing.house.docx_template
    data = writing.picture(name) if name else None
    return of_house(data) if data else ours()


def _on_new_page(story: str) -> str:
    """Give a story whose first line begins a page; before a table or a picture that is an empty line."""
    first = _FIRST.match(story)
    if first:
        return f"{first[0]}<w:pageBreakBefore/>{story[first.end() :]}"
    return f'<w:p><w:pPr><w:pStyle w:val="Spacer"/><w:pageBreakBefore/></w:pPr></w:p>{story}'


_FIRST = re.compile(r'<w:p><w:pPr><w:pStyle w:val="(?!BodyText)[^"]*"/>')


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file tells about itself beside the text."""

    core: bytes
    custom: bytes


def pack(
    base: Base,
    sheet: Sheet,
    inner: str,
    language: str,
    properties: Properties,
    header: str = "",
) -> bytes:
    """Give the archive around the text of a document, with a header where there is one."""
    spaces = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
    document = base.fitted(f"{HEAD}<w:document {spaces}><w:body>{inner}</w:body></w:document>")
    kinds = (*(_TYPES if sheet.review else ()), *(_HEADED if header else ()))
    more = _COMMENTED if sheet.review else ""
    more += _HEADER if header else ""
    parts = (
        types(base, kinds),
        *base.standing,
        styles(base, language),
        numbering(base, sheet.lists),
        settings(base.members["word/settings.xml"], tracked=sheet.review is not None),
        part("docProps/core.xml", properties.core),
        part("docProps/custom.xml", properties.custom),
        *_notes(base, sheet),
        *_comments(base, sheet),
        extended(base, "word/_rels/document.xml.rels", "</Relationships>", _relations(sheet) + more),
        *((part(f"word/{OWN_HEADER}", f"{HEAD}{header}".encode()),) if header else ()),
        part("word/document.xml", document.encode()),
        *_media(sheet),
    )
    return archive(parts)


def proofing_language(spoken: str, house: str) -> str:
    """Give the full code that Word proofs by: a bare one takes the house's region, or the usual one."""
    if not spoken:
        return house
    if "-" in spoken:
        return spoken
    return house if house.split("-", maxsplit=1)[0] == spoken else _REGIONS.get(spoken, spoken)


def story(article: Article, writing: Writing, sheet: Sheet) -> Iterator[str]:
    """Give the paragraphs, tables and pictures of a story."""
    yield from _head(article, writing, sheet)
    yield from _text(article, writing, sheet)
    yield from _foot(article, writing)


def _head(article: Article, writing: Writing, sheet: Sheet) -> Iterator[str]:
    lines = (("Kicker", article.kicker), ("Title", article.headline), ("Subtitle", article.subheadline))
    top = {"Title": sheet.outline(0)}
    yield from (
        paragraph(style, plain(_one_line(line)), top.get(style, "")) for style, line in lines if line.strip()
    )
    yield from (paragraph("Author", _author(byline, writing)) for byline in article.authors)
    if article.publish_time:
        speech = article.spoken_language or writing.house.language
        shown = dates.show(article.publish_time, writing.house.zone, speech, "long")
        yield paragraph("Date", plain(shown))
    lead = article.lead if sheet.review else content_for_readers(article.lead)
    if lead:
        yield paragraph("Abstract", sheet.runs(lead))


def _one_line(line: str) -> str:
    return " ".join(line.split("\n")).replace("\r", "")


def _author(byline: Byline, writing: Writing) -> str:
    role = styled(f" ({byline.role})", "AuthorRole") if byline.role else ""
    before, _, after = writing.house.byline_pattern.partition("{name}")
    return plain(before + byline.name) + role + (plain(after) if after else "")


def _text(article: Article, writing: Writing, sheet: Sheet) -> Iterator[str]:
    """Give the body; the dateline opens its first paragraph, or stands alone before anything else."""
    body: Body = article.body if sheet.review else for_readers(article.body)
    blocks = body.blocks
    opening = _dateline(article, writing)
    first = blocks[0] if blocks else None
    if isinstance(first, Paragraph) and (first.content or not opening):
        yield paragraph("FirstParagraph", opening + sheet.runs(first.content), sheet.end(first))
        blocks = blocks[1:]
    elif opening:
        yield paragraph("FirstParagraph", opening)
    yield from sheet.blocks(blocks)


def _dateline(article: Article, writing: Writing) -> str:
    if not article.dateline:
        return ""
    return styled(fill(writing.house.dateline_pattern, {"place": article.dateline}) + " ", "Dateline")


def _foot(article: Article, writing: Writing) -> Iterator[str]:
    lines = (
        ("SignOff", sign_off_of(article.sign_off, writing.house)),
        ("CorrectionNote", article.correction_note),
    )
    yield from (paragraph(style, plain(line)) for style, line in lines if line.strip())


def _notes(base: Base, sheet: Sheet) -> Iterator[Part]:
    entries = base.fitted("".join(sheet.footnotes.entries))
    yield extended(base, "word/footnotes.xml", "</w:footnotes>", entries)
    if sheet.footnotes.links.ids:
        lines = _link_lines(sheet.footnotes.links)
        yield part("word/_rels/footnotes.xml.rels", f"{HEAD}{_RELATIONS}{lines}</Relationships>".encode())


_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_MIXED = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WORDML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = (
    ("word/comments.xml", f"{_WORDML}.comments+xml"),
    ("word/commentsExtended.xml", f"{_WORDML}.commentsExtended+xml"),
)


def _comments(base: Base, sheet: Sheet) -> Iterator[Part]:
    """Give the notes and their answers; which is which stands in a part that Word added in 2012."""
    if sheet.review is None:
        return
    said, threads = sheet.review.comments()
    said = base.fitted(said)
    spaces = f'xmlns:w="{WORD}" xmlns:w14="{_W14}" xmlns:mc="{_MIXED}" mc:Ignorable="w14"'
    yield part("word/comments.xml", f"{HEAD}<w:comments {spaces}>{said}</w:comments>".encode())
    spaces = f'xmlns:w15="{_W15}"'
    yield part(
        "word/commentsExtended.xml", f"{HEAD}<w15:commentsEx {spaces}>{threads}</w15:commentsEx>".encode()
    )


_COMMENTED = (
    f'<Relationship Id="rComments" Type="{OFFICE}/comments" Target="comments.xml"/>'
    '<Relationship Id="rThreads" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended"'
    ' Target="commentsExtended.xml"/>'
)
_HEADED = ((f"word/{OWN_HEADER}", f"{_WORDML}.header+xml"),)
_HEADER = f'<Relationship Id="rHeader" Type="{OFFICE}/header" Target="{OWN_HEADER}"/>'
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'


def _relations(sheet: Sheet) -> str:
    return _link_lines(sheet.links) + "".join(
        f'<Relationship Id="{relation}" Type="{OFFICE}/image" Target="{_place(relation, data)}"/>'
        for relation, data in sheet.pictures.values()
    )


def _link_lines(links: Links) -> str:
    return "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/hyperlink" Target="{escaped(target)}" TargetMode="External"/>'
        for target, key in links.ids.items()
    )


def _place(relation: str, data: bytes) -> str:
    image = look(data)
    assert image is not None  # only what was drawn is kept
    return f"media/{relation.removeprefix('r').lower()}.{image.kind}"


def _media(sheet: Sheet) -> Iterator[Part]:
    yield from (part(f"word/{_place(relation, data)}", data) for relation, data in sheet.pictures.values())


def losses(article: Article, sheet: Sheet) -> Iterator[Message]:
    """Give what a document does not hold of a story."""
    yield from _of_sheet(sheet)
    yield from _of_article(article)


def _of_sheet(sheet: Sheet) -> Iterator[Message]:
    yield from sheet.losses
    gone = sheet.links.lost + sheet.footnotes.links.lost
    if gone:
        yield msgs(
            "One link is left out, because its address is not safe or not whole.",
            "{n} links are left out, because their addresses are not safe or not whole.",
            gone,
        )


def _of_article(article: Article) -> Iterator[Message]:
    if article.teaser:
        yield msg(N_("The teaser is not in the document."))
    if article.web_headline:
        yield msg(N_("The web headline is not in the document."))
