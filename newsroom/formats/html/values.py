"""What a template is given of a story: plain words, numbers, lists and dictionaries, nothing that can act.

`resources/templates/html/house-sample.html` documents each for those who make a template of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsroom.domain.article import AiUse
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.inline import plain
from newsroom.formats.bylines import byline_of, sign_off_of
from newsroom.formats.html.linked_data import linked_data
from newsroom.formats.html.markup import SIZES, Html, Markup
from newsroom.formats.html.notices import words_for
from newsroom.formats.plain import block_lines
from newsroom.text import dates

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from newsroom.domain.article import Article
    from newsroom.domain.body import Body, Picture
    from newsroom.formats import Writing
    from newsroom.formats.html.images import Image
    from newsroom.settings import House

_LONGEST_DESCRIPTION = 300
_AI = {AiUse.ASSISTED: "assisted", AiUse.GENERATED: "generated"}


@dataclass(frozen=True, slots=True)
class Told:
    """The values of one story, and the picture that stands for it, the first that it has."""

    values: dict[str, Any]
    body: Body
    picture: Picture | None = None
    image: Image | None = None


def values_of(article: Article, writing: Writing, image: Callable[[Picture], Image | None]) -> Told:
    """Give what a template says of a story, its pictures from where the page has them."""
    house, language = writing.house, language_of(article, writing)
    say = words_for(language)
    opening = house.dateline_pattern.replace("{place}", article.dateline) if article.dateline else ""
    markup = Markup(image, opening, say["back"])
    lead = content_for_readers(article.lead)
    shown = for_readers(article.body)
    lead_html, body = markup.content(lead), markup.blocks(shown.blocks)
    lines = [plain(lead), *filter(None, (line for block in shown.blocks for line in block_lines(block)))]
    words = {
        **_fields(article, house),
        "language": language,
        "locale": language.replace("-", "_") if "-" in language else "",
        "lead_text": plain(lead),
        "lead": Html(lead_html),
        "body": Html(body),
        "notes": Html(markup.notes()),
        "byline": _byline(article, house, language),
        "published": moment(article.publish_time, writing, language),
        "modified": moment(article.modified, writing, language),
        "embargo": _embargo(article, writing, language),
        "ai": say[_AI[article.ai_use]] if article.ai_use in _AI else "",
        "description": " ".join((article.teaser or next(filter(None, lines), "")).split())[
            :_LONGEST_DESCRIPTION
        ],
        "words": sum(len(line.split()) for line in lines),
        "pictures": [_told(picture, found) for picture, found in markup.shown],
        "genre": writing.genres.get(article.genre, article.genre),
    }
    words["data"] = linked_data(article, words, writing, markup.shown)
    return Told(words, shown, *(markup.shown[0] if markup.shown else ()))


def language_of(article: Article, writing: Writing) -> str:
    """Give the language a story is read in."""
    return article.spoken_language or writing.house.language


def _fields(article: Article, house: House) -> dict[str, Any]:
    """Give what stands in the story's fields, as it is."""
    return {
        "headline": article.headline,
        "title": article.web_headline or article.headline,
        "kicker": article.kicker,
        "deck": article.subheadline,
        "authors": [{"name": one.name, "role": one.role} for one in article.authors],
        "sign_off": sign_off_of(article.sign_off, house),
        "dateline": article.dateline,
        "section": article.section,
        "keywords": list(article.keywords),
        "teaser": article.teaser,
        "correction": article.correction_note,
        "source": article.source,
        "rights": article.rights,
    }


def _byline(article: Article, house: House, language: str) -> str:
    """Give the line of the authors, in the reader's words where the house has no form of its own."""
    line = byline_of(article.authors, house)
    return f"{words_for(language)['by']} {line}" if line and house.byline_pattern == "{name}" else line


def moment(when: datetime | None, writing: Writing, language: str) -> dict[str, str]:
    """Give a time for machines and for readers, or nothing."""
    if not when:
        return {}
    zone = writing.house.zone
    return {
        "iso": dates.iso(when, zone),
        "shown": dates.show(when, zone, language, "long"),
        "day": dates.show(when, zone, language, "day"),
    }


def _embargo(article: Article, writing: Writing, language: str) -> dict[str, str]:
    """Give the embargo while it lasts; a line that could not be read lasts until someone says."""
    if article.embargo_line:
        return {"iso": "", "shown": article.embargo_line, "day": ""}
    lasts = article.embargo and article.embargo > writing.now
    return moment(article.embargo, writing, language) if lasts else {}


def _told(picture: Picture, image: Image) -> dict[str, Any]:
    return {
        "src": image.src,
        "srcset": image.srcset,
        "sizes": SIZES,
        "width": image.width,
        "height": image.height,
        "alt": picture.alternative,
        "caption": plain(content_for_readers(picture.caption)),
        "credit": picture.credit,
        "linked": image.linked,
    }
