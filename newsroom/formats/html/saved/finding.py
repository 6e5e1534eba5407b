"""Where on a page the story is: the place with the most running text, and what belongs to it around."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.formats.html.saved.words import linked, named, weight, within, words

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_GOOD = frozenset(
    ["article", "body", "content", "entry", "story", "text", "post", "hentry", "main", "beitrag", "artikel"]
)
_BAD = frozenset(
    ["footer", "header", "meta", "sidebar", "comment", "caption", "legal", "imprint", "impressum", "hidden"]
)
_SHORT = 25
_REACH = (1.0, 0.5, 0.25)
_AROUND = 1.35
"""What holds the headline too is the story while it has at most so many times the text."""
_COMMAS = re.compile("[,;–]")


@dataclass(frozen=True, slots=True)
class Place:
    """The element that holds the text itself, and the one that holds headline and pictures too."""

    text: LexborNode
    whole: LexborNode


def find(body: LexborNode) -> Place:
    """Give where the story is; the whole body where nothing stands out."""
    marked = body.css("[itemprop~=articleBody]")
    text = marked[0] if len(marked) == 1 else _densest(body)
    return Place(text, _whole(text, body)) if text is not None else Place(body, body)


def _densest(body: LexborNode) -> LexborNode | None:
    """Give the element whose paragraphs weigh most, those nearest to it most of all."""
    scores: dict[int, float] = {}
    nodes: dict[int, LexborNode] = {}
    for paragraph in body.css("p, blockquote, pre, li"):
        said = words(paragraph)
        if len(said) < _SHORT:
            continue
        points = 1 + len(_COMMAS.findall(said)) * 0.5 + min(len(said) / 100, 4)
        points *= (1 - linked(paragraph)) * (0.3 if paragraph.tag == "li" else 1)
        for share, holder in zip(_REACH, within(paragraph), strict=False):
            if holder.tag in {"html", None}:
                break
            if holder.mem_id not in scores:
                scores[holder.mem_id], nodes[holder.mem_id] = _bonus(holder), holder
            scores[holder.mem_id] += points * share
    best = max(scores, key=scores.__getitem__, default=None)
    return nodes[best] if best is not None else None


def _bonus(node: LexborNode) -> float:
    said = named(node)
    return 2.0 * bool(said & _GOOD) - 2.0 * bool(said & _BAD) + 1.0 * (node.tag in {"article", "main"})


def _whole(text: LexborNode, body: LexborNode) -> LexborNode:
    """Give the nearest element that holds the headline too, unless it holds much other text."""
    most = max(weight(text), 1) * _AROUND + 200
    found = text
    for holder in (text, *within(text)):
        if holder.tag in {"html", None} or weight(holder) > most:
            break
        found = holder
        if holder.css_first("h1") is not None or holder.mem_id == body.mem_id:
            break
    else:
        return found
    return found if found.css_first("h1") is not None else _article(text, most)


def _article(text: LexborNode, most: float) -> LexborNode:
    """Give the article that the text stands in, or the text alone."""
    for holder in (text, *within(text)):
        if holder.tag in {"article", "main"} and weight(holder) <= most:
            return holder
    return text
