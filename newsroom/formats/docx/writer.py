"""Writes a story as a Word document: for readers as its final text, for colleagues with changes and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.body import Body, Paragraph
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.formats import Written
from newsroom.formats.bylines import sign_off_of
from newsroom.formats.docx.blocks_out import Sheet, paragraph
from newsroom.formats.docx.package import (
    OFFICE,
    WORD,
    Part,
    archive,
    numbering,
    part,
    standing,
    styles,
    template,
    types,
)
from newsroom.formats.docx.properties import HEAD, core, custom
from newsroom.formats.docx.review_out import review
from newsroom.formats.docx.runs_out import Links, escaped, plain, styled
from newsroom.formats.guard.pictures import look
from newsroom.text import dates
from newsroom.translation import N_, Message, fill, msg, msgs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.article import Article, Byline
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
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1134" w:left="1417"'
    ' w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
)


def write_story(article: Article, writing: Writing, *, reviewed: bool = False) -> Written:
    """Give a story as the bytes of a Word file, with what Word cannot hold; reviewed keeps changes and notes."""
    sheet = Sheet(writing.picture, review=review(article, writing.now) if reviewed else None)
    language = proofing_language(article.spoken_language, writing.house.language)
    document = _document(article, writing, sheet)
    parts = (
        types(_TYPES if sheet.review else ()),
        *standing(),
        styles(language),
        numbering(sheet.lists),
        part("docProps/core.xml", core(article, article.spoken_language)),
        part("docProps/custom.xml", custom(article)),
        *_notes(sheet),
        *_comments(sheet),
        part("word/_rels/document.xml.rels", _relations(sheet)),
        part("word/document.xml", document),
        *_media(sheet),
    )
    return Written(archive(parts), tuple(_losses(article, sheet)))


def proofing_language(spoken: str, house: str) -> str:
    """Give the full code that Word proofs by: a bare one takes the house's region, or the usual one."""
    if not spoken:
        return house
    if "-" in spoken:
        return spoken
    return house if house.split("-", maxsplit=1)[0] == spoken else _REGIONS.get(spoken, spoken)


def _document(article: Article, writing: Writing, sheet: Sheet) -> bytes:
    spaces = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
    inner = "".join(
        (*_head(article, writing, sheet), *_text(article, writing, sheet), *_foot(article, writing))
    )
    return f"{HEAD}<w:document {spaces}><w:body>{inner}{_PAGE}</w:body></w:document>".encode()


def _head(article: Article, writing: Writing, sheet: Sheet) -> Iterator[str]:
    lines = (("Kicker", article.kicker), ("Title", article.headline), ("Subtitle", article.subheadline))
    yield from (paragraph(style, plain(_one_line(line))) for style, line in lines if line.strip())
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


def _notes(sheet: Sheet) -> Iterator[Part]:
    entries = "".join(sheet.footnotes.entries).encode()
    source = template()["word/footnotes.xml"]
    yield part("word/footnotes.xml", source.replace(b"</w:footnotes>", entries + b"</w:footnotes>"))
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


def _comments(sheet: Sheet) -> Iterator[Part]:
    """Give the notes and their answers; which is which stands in a part that Word added in 2012."""
    if sheet.review is None:
        return
    said, threads = sheet.review.comments()
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
_RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'


def _relations(sheet: Sheet) -> bytes:
    more = _link_lines(sheet.links) + "".join(
        f'<Relationship Id="{relation}" Type="{OFFICE}/image" Target="{_place(relation, data)}"/>'
        for relation, data in sheet.pictures.values()
    )
    more += _COMMENTED if sheet.review else ""
    source = template()["word/_rels/document.xml.rels"]
    return source.replace(b"</Relationships>", more.encode() + b"</Relationships>")


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


def _losses(article: Article, sheet: Sheet) -> Iterator[Message]:
    yield from sheet.losses
    gone = sheet.links.lost + sheet.footnotes.links.lost
    if gone:
        yield msgs(
            "One link is left out, because its address is not safe or not whole.",
            "{n} links are left out, because their addresses are not safe or not whole.",
            gone,
        )
    if article.teaser:
        yield msg(N_("The teaser is not in the document."))
    if article.web_headline:
        yield msg(N_("The web headline is not in the document."))
