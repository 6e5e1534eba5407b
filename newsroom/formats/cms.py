"""The parts of a story for pasting into another system, each as HTML and as plain text.

The HTML is what the editors of WordPress, Drupal (CKEditor) and TinyMCE keep: paragraphs, headings, lists, tables,
quotations, links and figures, without classes, ids and styles. Pictures go as data, which those editors upload;
beyond a size that a clipboard bears they stand as their names.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from newsroom.domain.body import Box, Picture
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.inline import Footnote, plain
from newsroom.formats.html.images import Inlined
from newsroom.formats.html.markup import Markup
from newsroom.formats.html.notices import words_for
from newsroom.formats.html.values import language_of
from newsroom.formats.plain import plain_lines

if TYPE_CHECKING:
    from newsroom.domain.article import Article
    from newsroom.domain.body import Block
    from newsroom.domain.inline import Inline
    from newsroom.formats import Writing

MOST_BYTES = 12 << 20
"""So many bytes of pictures are put on a clipboard."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a story, as HTML and as text."""

    html: str
    text: str


@dataclass(slots=True)
class _Plain(Markup):
    """Writes blocks without any attribute that another system would not know."""

    label: str = ""

    def notes(self) -> str:
        """Give the footnotes that were met as a list, or nothing."""
        items = "".join(f"<li>{self.content(note.content)}</li>\n" for note in self.footnotes)
        return f"<ol>\n{items}</ol>" if items else ""

    def _dateline(self) -> str:
        return escape(self.opening, quote=False)

    def _inline(self, piece: Inline) -> str:
        if isinstance(piece, Footnote):
            self.footnotes.append(piece)
            return f"<sup>{len(self.footnotes)}</sup>"
        return Markup._inline(self, piece)  # noqa: SLF001 - its own parent's; slots forbid super() here

    def _block(self, block: Block) -> str:
        if isinstance(block, Box):
            title = f"<h3>{self.content(block.title)}</h3>\n" if block.title else ""
            return f"{title}{self.blocks(block.blocks)}"
        if isinstance(block, Picture):
            return self._shown(block)
        return Markup._block(self, block)  # noqa: SLF001 - as above

    def _shown(self, picture: Picture) -> str:
        """Give a picture with its caption; where it cannot go along, its name for whoever puts it in."""
        words = " ".join(filter(None, (self.content(picture.caption), escape(picture.credit, quote=False))))
        image = self.image(picture)
        if image is None:
            name = " – ".join(filter(None, (picture.name, picture.alternative))) or "…"
            return f"<p>[{self.label}: {escape(name, quote=False)}]{words and '<br>'}{words}</p>"
        caption = f"<figcaption>{words}</figcaption>" if words else ""
        size = f'width="{image.width}" height="{image.height}"'
        return f'<figure><img src="{image.src}" alt="{escape(picture.alternative)}" {size}>{caption}</figure>'


def pieces(article: Article, writing: Writing) -> dict[str, Piece]:
    """Give headline, kicker, lead and body as readers see them."""
    lead = content_for_readers(article.lead)
    return {
        "headline": _line(article.headline),
        "kicker": _line(article.kicker),
        "lead": Piece(f"<p>{_Plain().content(lead)}</p>" if lead else "", plain(lead)),
        "body": _body(article, writing),
    }


def _line(words: str) -> Piece:
    return Piece(escape(words, quote=False), words)


def _body(article: Article, writing: Writing) -> Piece:
    place = writing.house.dateline_pattern.replace("{place}", article.dateline) if article.dateline else ""
    say = words_for(language_of(article, writing))
    shown = for_readers(article.body)
    image = Inlined(
        replace(writing, picture=lambda _asset: None)
        if _weight(shown.blocks, writing) > MOST_BYTES
        else writing
    )
    markup = _Plain(image, opening=place, label=say["picture"])
    written = "\n".join(filter(None, (markup.blocks(shown.blocks), markup.notes())))
    lines = list(plain_lines(article.body))
    if place and lines:
        lines[0] = f"{place} {lines[0]}"
    return Piece(written, "\n\n".join(lines))


def _weight(blocks: tuple[Block, ...], writing: Writing) -> int:
    """Give how many bytes the pictures of a story have."""
    assets = {block.asset for block in blocks if isinstance(block, Picture) and block.asset}
    return sum(len(writing.picture(asset) or b"") for asset in assets)
