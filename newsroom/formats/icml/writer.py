"""Writes a story as an ICML document that stands alone: final text, the house's styles, pictures linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.body import Paragraph
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.inline import Run, normal, plain
from newsroom.domain.style_map import style_map
from newsroom.formats import Written
from newsroom.formats.bylines import byline_of, sign_off_of
from newsroom.formats.icml.blocks_out import BlockWriter, Line, line
from newsroom.formats.icml.facts import dateline_of, facts_of
from newsroom.formats.icml.figures import Figures
from newsroom.formats.icml.ids import DOCUMENT, STORY, ids_of
from newsroom.formats.icml.origin import label, packet
from newsroom.formats.icml.runs_out import RunWriter
from newsroom.formats.icml.sheet import Sheet, valued
from newsroom.formats.page_marks import losses, title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.article import Article
    from newsroom.formats import Writing

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<?aid style="50" type="snippet" readerVersion="6.0" featureSet="513" product="8.0(370)" ?>\n'
    '<?aid SnippetType="InCopyInterchange"?>\n'
)
_PREFERENCE = (
    '<StoryPreference OpticalMarginAlignment="false" OpticalMarginSize="12" FrameType="TextFrameType"'
    ' StoryOrientation="Horizontal" StoryDirection="LeftToRightDirection"/>'
)
_OPTION = '<InCopyExportOption IncludeGraphicProxies="true" IncludeAllResources="false"/>'


def write_story(article: Article, writing: Writing) -> Written:
    """Give a story as the bytes of an ICML file, its pictures beside it, and what it cannot hold."""
    names = style_map(writing.house.indesign_styles, writing.house.language)
    ids = ids_of(article.uid, writing.former)
    figures = Figures(writing, ids, framed=writing.house.indesign_pictures)
    blocks = BlockWriter(RunWriter(Sheet(names), ids), figures)
    text = blocks.flow(_lines(article, writing, blocks))
    facts = facts_of(article, writing.house, figures.told)
    facts |= {"hyphens": "\u00ad" in text, "shared": blocks.shared}
    facts |= {"styles": dict(names.chosen), "house": names.language}
    story = (
        f'<Story Self="{valued(ids.one(STORY, f"story-{article.uid}"))}" AppliedTOCStyle="n" UserText="true"'
        f' TrackChanges="false" StoryTitle="{valued(title_of(article, writing))}" AppliedNamedGrid="n">\n'
        f"{label(article, facts)}\n{_PREFERENCE}\n{packet(article)}\n{_OPTION}\n{text}\n</Story>\n"
    )
    opened = f'<Document DOMVersion="8.0" Self="{valued(ids.one(DOCUMENT, f"newsroom-{article.uid}"))}">\n'
    whole = f"{_HEAD}{opened}{blocks.runs.sheet.declared()}{story}{blocks.runs.links()}</Document>\n"
    lost = (*blocks.losses, *losses(article, blocks.runs.lost_links))
    return Written(whole.encode(), lost, figures.beside)


def _lines(article: Article, writing: Writing, blocks: BlockWriter) -> Iterator[Line]:
    """Give the paragraphs of a story in the order of the page."""
    styled, house = blocks.runs.styled, writing.house
    for key, words in (
        ("kicker", article.kicker),
        ("headline", article.headline),
        ("subheadline", article.subheadline),
        ("byline", byline_of(article.authors, house)),
    ):
        yield from line(key, styled(" ".join(words.split("\n")) if words.strip() else ""), words)
    lead = content_for_readers(article.lead)
    yield from line("lead", blocks.runs.ranges(lead), plain(lead))
    yield from _text(article, writing, blocks)
    sign_off = sign_off_of(article.sign_off, house)
    for key, words in (("sign-off", sign_off), ("correction", article.correction_note)):
        yield from line(key, styled(words if words.strip() else ""), words)


def _text(article: Article, writing: Writing, blocks: BlockWriter) -> Iterator[Line]:
    """Give the body; the dateline opens its first paragraph, or stands alone before anything else."""
    body = for_readers(article.body).blocks
    dateline = dateline_of(article, writing.house)
    opening = blocks.runs.styled(dateline, "dateline")
    first = body[0] if body else None
    if isinstance(first, Paragraph) and (first.content or not opening):
        gap = (Run(" "),) if opening else ()
        yield Line("first", [*opening, *blocks.runs.ranges(normal((*gap, *first.content)))])
        body = body[1:]
    elif opening:
        yield Line("first", opening)
    yield from blocks.lines(body)
