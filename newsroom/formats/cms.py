"""The parts of a story for pasting into another system, each as HTML and as plain text."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.inline import plain
from newsroom.formats.html.markup import Markup
from newsroom.formats.plain import plain_lines

if TYPE_CHECKING:
    from newsroom.domain.article import Article
    from newsroom.formats import Writing


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a story, as HTML and as text."""

    html: str
    text: str


def pieces(article: Article, writing: Writing) -> dict[str, Piece]:
    """Give headline, kicker, lead and body as readers see them; pictures stand as their places."""
    lead = content_for_readers(article.lead)
    opening = writing.house.dateline_pattern.replace("{place}", article.dateline) if article.dateline else ""
    return {
        "headline": _line(article.headline),
        "kicker": _line(article.kicker),
        "lead": Piece(f"<p>{Markup().content(lead)}</p>" if lead else "", plain(lead)),
        "body": _body(article, opening),
    }


def _line(words: str) -> Piece:
    return Piece(escape(words, quote=False), words)


def _body(article: Article, opening: str) -> Piece:
    markup = Markup(opening=opening)
    written = markup.blocks(for_readers(article.body).blocks)
    lines = list(plain_lines(article.body))
    if opening and lines:
        lines[0] = f"{opening} {lines[0]}"
    return Piece("\n".join(filter(None, (written, markup.notes()))), "\n\n".join(lines))
