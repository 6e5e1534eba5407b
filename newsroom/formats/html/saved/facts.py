"""What a page says of its story to machines: JSON-LD, Open Graph, Dublin Core and the like."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newsroom.formats.addresses import safe_address
from newsroom.formats.html.saved.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selectolax.lexbor import LexborHTMLParser

_STORY = re.compile(r"(?:\w*Article|BlogPosting|Report)")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_MOST = 1 << 20
_SAVED_FROM = re.compile(r"<!--\s*Page saved with SingleFile\s+url:\s*(\S+)")
_BY = re.compile(r"(?:von|by)\s+", re.IGNORECASE)
_DEEPEST = 6
_TIMES = ("article:published_time", "date", "dc.date", "dc.date.issued", "dcterms.date", "publish-date")

Entry = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page's head says; what it does not say is empty."""

    headline: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    section: str = ""
    keywords: tuple[str, ...] = ()
    language: str = ""
    site: str = ""
    description: str = ""
    address: str = ""


def facts_of(tree: LexborHTMLParser, text: str) -> Facts:
    """Read a page's head, JSON-LD before all else."""
    metas = _metas(tree)
    story = _story(tree)
    site = metas.get("og:site_name") or _name(story.get("publisher"))
    said = _authors(story) or tuple(
        name
        for key in ("author", "article:author", "dc.creator", "parsely-author")
        for name in [metas.get(key, "")]
        if name and not name.startswith("http") and name != site
    )
    return Facts(
        headline=_text(story.get("headline")) or _title(tree, metas, site),
        authors=tuple(
            dict.fromkeys(_BY.sub("", name, count=1) if _BY.match(name) else name for name in said)
        ),
        published=next(filter(None, (_text(story.get("datePublished")), *map(metas.get, _TIMES))), "") or "",
        section=_first(story.get("articleSection")) or metas.get("article:section", ""),
        keywords=_keywords(story, metas, tree),
        language=_language(story, metas, tree),
        site=site,
        description=metas.get("og:description")
        or metas.get("description", "")
        or _text(story.get("description")),
        address=_address(tree, metas, text),
    )


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta[content]"):
        said = node.attributes
        name = (said.get("property") or said.get("name") or said.get("itemprop") or "").lower()
        content = " ".join((said.get("content") or "").split())
        if name and content:
            found.setdefault(name, content)
    return found


def _story(tree: LexborHTMLParser) -> Entry:
    """Give the story among what the page says in JSON-LD."""
    for node in tree.css('script[type="application/ld+json"]'):
        text = node.text() or ""
        try:
            said = json.loads(text, strict=False) if len(text) <= _MOST else None
        except (ValueError, RecursionError):
            continue
        for entry in _entries(said, 0):
            kind = entry.get("@type")
            if any(
                _STORY.fullmatch(one)
                for one in (kind if isinstance(kind, list) else [kind])
                if isinstance(one, str)
            ):
                return entry
    return {}


def _entries(said: object, depth: int) -> Iterator[Entry]:
    if isinstance(said, list) and depth < _DEEPEST:
        for one in said:
            yield from _entries(one, depth + 1)
    elif isinstance(said, dict):
        yield said
        yield from _entries(said.get("@graph"), depth + 1)
        yield from _entries(said.get("mainEntity"), depth + 1) if depth < _DEEPEST else ()


def _text(said: object) -> str:
    return " ".join(said.split()) if isinstance(said, str) else ""


def _first(said: object) -> str:
    return next((_text(one) for one in said if _text(one)), "") if isinstance(said, list) else _text(said)


def _name(said: object) -> str:
    return _text(said.get("name")) if isinstance(said, dict) else _text(said)


def _authors(story: Entry) -> tuple[str, ...]:
    said = story.get("author") or story.get("creator")
    people = said if isinstance(said, list) else [said]
    return tuple(
        name
        for one in people
        if not (isinstance(one, dict) and "Organization" in str(one.get("@type")))
        for name in [_name(one)]
        if name and not name.startswith("http")
    )


def _keywords(story: Entry, metas: Mapping[str, str], tree: LexborHTMLParser) -> tuple[str, ...]:
    said = story.get("keywords")
    if isinstance(said, list):
        listed = [_text(one) for one in said]
    else:
        tags = [node.attributes.get("content") or "" for node in tree.css('meta[property="article:tag"]')]
        listed = tags or (_text(said) or metas.get("news_keywords") or metas.get("keywords", "")).split(",")
    return tuple(dict.fromkeys(word.strip() for word in listed if word.strip()))


def _language(story: Entry, metas: Mapping[str, str], tree: LexborHTMLParser) -> str:
    node = tree.css_first("html[lang]")
    lang = (node.attributes.get("lang") or "") if node else ""
    for said in (lang, _text(story.get("inLanguage")), metas.get("og:locale", "")):
        if _LANGUAGE.fullmatch(said):
            return said.replace("_", "-")
    return ""


def _title(tree: LexborHTMLParser, metas: Mapping[str, str], site: str) -> str:
    node = tree.css_first("head > title")
    title = metas.get("og:title") or (words(node) if node else "")
    for mark in (" - ", " – ", " — ", " | ", " :: "):
        if site and title.endswith(mark + site):
            return title.removesuffix(mark + site)
    return title


def _address(tree: LexborHTMLParser, metas: Mapping[str, str], text: str) -> str:
    """Give where the page was saved from."""
    found = _SAVED_FROM.search(text[:4_000])
    link = tree.css_first('link[rel="canonical"]')
    said = (
        found[1] if found else "",
        (link.attributes.get("href") or "") if link else "",
        metas.get("og:url", ""),
    )
    return next((one for one in map(safe_address, said) if one.startswith("http")), "")
