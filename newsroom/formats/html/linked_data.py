"""What search engines and other machines read of a story: a NewsArticle of schema.org."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from newsroom.domain.changes import content_for_readers
from newsroom.domain.inline import plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from newsroom.domain.article import Article
    from newsroom.domain.body import Picture
    from newsroom.formats import Writing
    from newsroom.formats.html.images import Image

_SOURCE_TYPE = "https://cv.iptc.org/newscodes/digitalsourcetype/"


def linked_data(
    article: Article, words: Mapping[str, Any], writing: Writing, shown: Sequence[tuple[Picture, Image]]
) -> dict[str, Any]:
    """Give a NewsArticle; what the story does not say is left out."""
    house = writing.house.name
    publisher = {"@type": "NewsMediaOrganization", "name": house} if house else None
    found = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.headline,
        "alternativeHeadline": article.web_headline,
        "description": words["description"],
        "image": [_image(picture, image) for picture, image in shown],
        "author": [{"@type": "Person", "name": byline.name} for byline in article.authors if byline.name]
        or publisher,
        "datePublished": _iso(article.publish_time, writing),
        "dateModified": _iso(article.modified, writing),
        "dateline": article.dateline,
        "articleSection": article.section,
        "keywords": list(article.keywords),
        "wordCount": words["words"],
        "inLanguage": words["language"],
        "publisher": publisher,
        "sourceOrganization": {"@type": "Organization", "name": article.source} if article.source else None,
        "copyrightNotice": article.rights,
        "correction": article.correction_note,
        "digitalSourceType": article.ai_use.value and _SOURCE_TYPE + article.ai_use.value,
    }
    return {name: value for name, value in found.items() if value}


def _image(picture: Picture, image: Image) -> dict[str, Any]:
    """Give a picture; its bytes are not said a second time where they stand in the page."""
    found = {
        "@type": "ImageObject",
        "contentUrl": image.src if image.linked else "",
        "width": image.width,
        "height": image.height,
        "caption": plain(content_for_readers(picture.caption)),
        "creditText": picture.credit,
        "creator": {"@type": "Person", "name": picture.creator} if picture.creator else None,
    }
    return {name: value for name, value in found.items() if value}


def _iso(when: datetime | None, writing: Writing) -> str:
    return when.astimezone(ZoneInfo(writing.house.zone)).isoformat(timespec="seconds") if when else ""
