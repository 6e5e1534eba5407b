"""Gemtext: one line is one paragraph, and its first signs say what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.article import Article
from newsroom.domain.body import Body, Crosshead, ListItem, Paragraph, Picture, Quote, block_text, normal_body
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.inline import Run, plain, text
from newsroom.domain.marks import link
from newsroom.formats import Audience, Format, Incoming, Written
from newsroom.formats.encodings import decode
from newsroom.translation import msgs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from newsroom.domain.body import Block
    from newsroom.formats import Reading, Writing

_LINK = "=>"


def read(data: bytes, reading: Reading) -> tuple[Incoming, ...]:
    """Give the one story of a page; its first heading is the headline."""
    decoded = decode(data, reading.encoding)
    lines = [line.strip() for line in decoded.text.split("\n") if line.strip()]
    headline = lines.pop(0)[2:] if lines and lines[0].startswith("# ") else ""
    body = normal_body(Body(tuple(map(_block, lines))))
    return (Incoming(Article.new(headline=headline, body=body, imported=True), encoding=decoded.encoding),)


def _block(line: str) -> Block:
    sign, _, words = line.partition(" ")
    if sign in {"#", "##", "###"}:
        return Crosshead(text(words), len(sign))
    if sign == ">":
        return Quote(text(words))
    if sign == "*":
        return ListItem(text(words))
    if sign == _LINK:
        address, _, label = words.strip().partition(" ")
        return Paragraph((Run(label.strip() or address, frozenset({link(address)})),))
    return Paragraph(text(line))


def write(article: Article, writing: Writing) -> Written:
    """Give a story as a page."""
    return collect((article,), writing)


def collect(articles: Sequence[Article], _writing: Writing) -> Written:
    """Give several stories as one page, each under its headline."""
    pages = ("\n".join(_lines(article)) for article in articles)
    pictures = sum(isinstance(block, Picture) for article in articles for block in article.body.blocks)
    losses = (msgs("{n} picture was left out.", "{n} pictures were left out.", pictures),) if pictures else ()
    return Written(("\n\n".join(pages) + "\n").encode(), losses)


def _lines(article: Article) -> Iterator[str]:
    yield f"# {article.headline}"
    lead = plain(content_for_readers(article.lead))
    if lead:
        yield lead
    for block in for_readers(article.body).blocks:
        words = " ".join(block_text(block).split("\n"))
        if isinstance(block, Crosshead):
            yield f"{'#' * max(block.level, 2)} {words}"
        elif isinstance(block, Quote):
            yield f"> {words}"
        elif isinstance(block, ListItem):
            yield f"* {words}"
        elif not isinstance(block, Picture):
            yield words


def sniff(_data: bytes, name: str) -> int:
    """Tell how surely this is a page: by its ending."""
    return 99 if name.casefold().endswith(".gmi") else 0


FORMAT = Format(
    name="gemtext",
    title="Gemtext",
    extensions=(".gmi", ".gemini"),
    mime="text/gemini",
    audience=Audience.READER,
    read=read,
    write=write,
    collect=collect,
    sniff=sniff,
)
