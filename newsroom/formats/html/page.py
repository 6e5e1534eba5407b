"""A story as an HTML page that needs nothing else, or as its one element; the only file that knows Jinja."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from newsroom import resources
from newsroom.domain.article import AiUse
from newsroom.domain.body import Unknown
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.inline import plain
from newsroom.formats import Written
from newsroom.formats.bylines import byline_of, sign_off_of
from newsroom.formats.html.markup import Markup
from newsroom.formats.html.notices import words_for
from newsroom.formats.plain import plain_lines
from newsroom.text import dates
from newsroom.translation import N_, Message, msg, msgs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from jinja2 import Environment

    from newsroom.domain.article import Article
    from newsroom.formats import Writing
    from newsroom.settings import House


def write_page(article: Article, writing: Writing) -> Written:
    """Write a story as a page of its own."""
    return _written(article, writing, "page.html")


def write_fragment(article: Article, writing: Writing) -> Written:
    """Write a story's element alone."""
    return _written(article, writing, "story.html")


def _written(article: Article, writing: Writing, template: str) -> Written:
    text = _environment().get_template(template).render(_context(article, writing))
    return Written(text.encode(), tuple(_losses(article, writing)))


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(resources.find("templates", "html"))
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


@cache
def _style() -> tuple[str, str]:
    """Give the style and the hash by which the page's security policy allows it, and no other."""
    style = resources.find("templates", "html", "page.css").read_text(encoding="utf-8")
    digest = hashlib.sha256(style.encode()).digest()
    return style, base64.b64encode(digest).decode()


def _context(article: Article, writing: Writing) -> dict[str, Any]:
    from markupsafe import Markup as Safe

    language = article.spoken_language or writing.house.language
    opening = writing.house.dateline_pattern.replace("{place}", article.dateline) if article.dateline else ""
    markup = Markup(writing.picture, opening)
    lead = content_for_readers(article.lead)
    style, digest = _style()
    body = Safe(markup.blocks(for_readers(article.body).blocks))  # noqa: S704 - written and escaped by Markup
    return {
        "article": article,
        "house": writing.house,
        "language": language,
        "say": words_for(language),
        "lead": Safe(markup.content(lead)),  # noqa: S704 - as above
        "body": body,
        "notes": Safe(markup.notes()),  # noqa: S704 - as above
        "byline": _byline(article, writing.house, language),
        "sign_off": sign_off_of(article.sign_off, writing.house),
        "published": _time(article.publish_time, writing, language),
        "embargo": _embargo(article, writing, language),
        "ai": {AiUse.ASSISTED: "assisted", AiUse.GENERATED: "generated"}.get(article.ai_use, ""),
        "description": article.teaser or plain(lead) or next(iter(plain_lines(article.body)), "")[:300],
        "title": article.web_headline or article.headline,
        "data": _data(article, writing, language),
        "style": Safe(style),  # noqa: S704 - our own file
        "digest": digest,
    }


def _byline(article: Article, house: House, language: str) -> str:
    """Give the line of the authors, in the reader's words where the house has no form of its own."""
    line = byline_of(article.authors, house)
    return f"{words_for(language)['by']} {line}" if line and house.byline_pattern == "{name}" else line


def _time(when: datetime | None, writing: Writing, language: str) -> dict[str, str]:
    if not when:
        return {}
    zone = writing.house.zone
    return {"iso": dates.iso(when, zone), "shown": dates.show(when, zone, language, "long")}


def _embargo(article: Article, writing: Writing, language: str) -> dict[str, str]:
    """Give the embargo while it lasts; a line that could not be read lasts until someone says."""
    if article.embargo_line:
        return {"iso": "", "shown": article.embargo_line}
    return (
        _time(article.embargo, writing, language) if article.embargo and article.embargo > writing.now else {}
    )


def _data(article: Article, writing: Writing, language: str) -> dict[str, Any]:
    """Give what search engines read: a NewsArticle of schema.org."""
    lines = (plain(content_for_readers(article.lead)), *plain_lines(article.body))
    found = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.headline,
        "alternativeHeadline": article.web_headline,
        "author": [{"@type": "Person", "name": byline.name} for byline in article.authors],
        "datePublished": _iso(article.publish_time, writing),
        "dateModified": _iso(article.modified, writing),
        "dateline": article.dateline,
        "articleSection": article.section,
        "keywords": list(article.keywords),
        "wordCount": sum(len(line.split()) for line in lines),
        "inLanguage": language,
        "publisher": {"@type": "NewsMediaOrganization", "name": writing.house.name}
        if writing.house.name
        else None,
    }
    return {name: value for name, value in found.items() if value}


def _iso(when: datetime | None, writing: Writing) -> str:
    return when.astimezone(ZoneInfo(writing.house.zone)).isoformat(timespec="seconds") if when else ""


def _losses(article: Article, writing: Writing) -> Iterator[Message]:
    blocks = for_readers(article.body).blocks
    if any(isinstance(block, Unknown) for block in blocks):
        yield msg(N_("A part of the text was made by a newer program and was left out."))
    assets = [getattr(block, "asset", None) for block in blocks]
    missing = sum(asset is not None and not (asset and writing.picture(asset)) for asset in assets)
    if missing:
        yield msgs(
            "{n} picture is missing; its place is marked.",
            "{n} pictures are missing; their places are marked.",
            missing,
        )
