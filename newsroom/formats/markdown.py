"""Markdown: an optional head of ``key: value`` lines between ``---``, then the text in CommonMark.

Also read are tables and ``~~struck~~`` text. HTML in it is text. A picture ``![alternative](file.png "caption | credit")``
becomes a place whose ``name`` is the plain name of a file beside the text and whose ``asset`` is empty: the
desk looks for that file in the same folder, for a reader opens no files.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.domain.article import Article
from newsroom.domain.body import Block, Body, Crosshead, block_text, normal_body
from newsroom.formats import Format, Incoming, Writing, Written
from newsroom.formats.encodings import decode, glimpse
from newsroom.formats.front_matter import read_fields
from newsroom.formats.headlines import take_repeated, words_of
from newsroom.formats.markdown_blocks import blocks_of
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.domain.article import ImportNote
    from newsroom.formats import Reading

_HEAD = re.compile(r"\A\s*---[ \t]*\n(?P<head>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_SIGNS = re.compile(r"^(?:#{1,6} |[*+-] |> |!\[)|\*\*\S|\]\(\S+\)|^\|.+\|$", re.MULTILINE)
_ENDINGS = (".md", ".markdown", ".mdown")


def read(data: bytes, reading: Reading) -> tuple[Incoming, ...]:
    """Give the one story of a Markdown text."""
    decoded = decode(data, reading.encoding)
    found = _HEAD.match(decoded.text)
    head = read_fields(found["head"] if found else "", reading)
    text = decoded.text[found.end() :] if found else decoded.text
    blocks, losses = blocks_of(text)
    headline, blocks, notes = _headline(str(head.values.get("headline", "")), blocks)
    article = Article.new(
        **{**head.values, "headline": headline},
        body=normal_body(Body(blocks)),
        imported=True,
        import_notes=(*decoded.notes, *head.notes, *notes),
    )
    told = (*head.losses, *losses)
    return (Incoming(article, losses=told, encoding=decoded.encoding, address=head.address),)


def _headline(
    headline: str, blocks: tuple[Block, ...]
) -> tuple[str, tuple[Block, ...], tuple[ImportNote, ...]]:
    """Take the headline from a heading that opens the text, unless the head named one already."""
    if not headline and blocks and isinstance(blocks[0], Crosshead):
        headline, blocks = block_text(blocks[0]), blocks[1:]
    return headline, *take_repeated(headline, blocks, words_of)


def write(article: Article, writing: Writing) -> Written:
    """Give a story as Markdown with its pictures beside it."""
    from newsroom.formats import markdown_out

    return markdown_out.write(article, writing)


def collect(articles: Sequence[Article], writing: Writing) -> Written:
    """Give several stories in one Markdown text, which is read as one."""
    from newsroom.formats import markdown_out

    return markdown_out.collect(articles, writing)


def sniff(data: bytes, name: str) -> int:
    """Tell how surely this is Markdown: by its ending, its head, or several of its signs."""
    text = glimpse(data[:4_000])
    if _HEAD.match(text):
        return 96  # a key of the head may look like the first line of wire text
    if name.casefold().endswith(_ENDINGS):
        return 85
    return 25 if len(_SIGNS.findall(text)) > 2 else 0  # noqa: PLR2004 - one or two may be chance


FORMAT = Format(
    name="markdown",
    title=N_("Markdown"),
    extensions=(".md", ".markdown"),
    mime="text/markdown",
    read=read,
    write=write,
    collect=collect,
    sniff=sniff,
    picture_width=0,
)
