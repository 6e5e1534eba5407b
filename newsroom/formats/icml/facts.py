"""What a story knows beside its text, as it travels in a file's label, and as it is believed when it comes back."""

from __future__ import annotations

import re
from dataclasses import astuple, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from newsroom.domain.article import Byline
from newsroom.domain.crop import WHOLE, Crop, settled
from newsroom.domain.inline import NOT_TEXT
from newsroom.domain.style_map import BY_KEY, StyleMap
from newsroom.formats.bylines import byline_of, sign_off_of
from newsroom.translation import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from newsroom.domain.article import Article
    from newsroom.domain.body import Picture
    from newsroom.settings import House

ANCHORED = "\ufeff"
"""InDesign writes it where something is anchored in the text."""
_ASSET = re.compile(r"[0-9a-f]{64}")
_PICTURE = ("asset", "name", "alternative", "creator", "credit", "source_type")


def facts_of(article: Article, house: House, pictures: Mapping[str, list[Picture]]) -> dict[str, Any]:
    """Give the facts of a story, the lines that were made of some, and its pictures by their files."""
    lines = {
        "byline": byline_of(article.authors, house),
        "dateline": dateline_of(article, house),
        "sign-off": sign_off_of(article.sign_off, house),
    }
    return {
        "section": article.section,
        "keywords": list(article.keywords),
        "language": article.language,
        "publish": article.publish_time.isoformat() if article.publish_time else "",
        "embargo": article.embargo.isoformat() if article.embargo else "",
        "authors": [[one.name, one.role] for one in article.authors],
        "place": article.dateline,
        "initials": article.sign_off,
        **{name: seen(words) for name, words in lines.items()},
        "pictures": {name: [_picture(one) for one in many] for name, many in pictures.items()},
    }


def dateline_of(article: Article, house: House) -> str:
    """Give the place as the house opens a text with it, or nothing."""
    return fill(house.dateline_pattern, {"place": article.dateline}) if article.dateline else ""


def seen(words: str) -> str:
    """Give words as they come back from a page: without what is no text, and without InDesign's own sign."""
    return NOT_TEXT.sub("", words).replace(ANCHORED, "")


def _picture(block: Picture) -> dict[str, Any]:
    told: dict[str, Any] = {name: getattr(block, name) for name in _PICTURE if getattr(block, name)}
    return told | ({"crop": list(astuple(block.crop))} if block.crop != WHOLE else {})


def _clean(found: object) -> str:
    """Give text that somebody may have written into the label, or nothing where it is none."""
    return NOT_TEXT.sub("", found) if isinstance(found, str) else ""


def text(facts: Mapping[str, Any], name: str) -> str:
    """Give a fact that is text, or nothing."""
    return _clean(facts.get(name, ""))


def moment(facts: Mapping[str, Any], name: str) -> datetime | None:
    """Give a fact that is a time with its zone, or None."""
    try:
        when = datetime.fromisoformat(text(facts, name))
    except ValueError:
        return None
    return when if when.tzinfo else None


def words(facts: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Give a fact that is a list of words."""
    found = facts.get(name)
    return tuple(_clean(one) for one in found if isinstance(one, str)) if isinstance(found, list) else ()


def authors(facts: Mapping[str, Any]) -> tuple[Byline, ...]:
    """Give the people who made a story."""
    found = facts.get("authors")
    pairs = found if isinstance(found, list) else []
    return tuple(
        Byline(*map(_clean, pair))
        for pair in pairs
        if isinstance(pair, list) and len(pair) == 2 and all(isinstance(one, str) for one in pair)  # noqa: PLR2004 - name and role
    )


def styles(facts: Mapping[str, Any]) -> StyleMap | None:
    """Give the names of styles that a file was written with, or None where it does not tell."""
    found = facts.get("styles")
    if not isinstance(found, dict):
        return None
    chosen = {key: _clean(name) for key, name in found.items() if key in BY_KEY}
    return StyleMap(chosen, text(facts, "house"))


def named(facts: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give what is known of pictures, by the names of their files."""
    known = facts.get("pictures")
    return known if isinstance(known, dict) else {}


def pictured(facts: Mapping[str, Any], name: str, turn: int, block: Picture) -> Picture:
    """Give a picture as the story had it, found by its file's name and which one of that name it is."""
    many = named(facts).get(name)
    if not isinstance(many, list) or not many:
        return block
    one = many[min(turn, len(many) - 1)]
    if not isinstance(one, dict):
        return block
    said: dict[str, Any] = {key: _clean(one.get(key, "")) for key in _PICTURE}
    asset = said["asset"] if _ASSET.fullmatch(said["asset"]) else ""
    return replace(block, **{**said, "asset": asset}, crop=_crop(one.get("crop")))


def _crop(found: object) -> Crop:
    if not isinstance(found, list) or len(found) != len(astuple(WHOLE)):
        return WHOLE
    return settled(Crop(*found)) if all(type(side) is int for side in found) else WHOLE
