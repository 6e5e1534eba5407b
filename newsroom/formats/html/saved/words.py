"""What the classes and ids of a page's elements say, whatever system wrote them."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

_PARTS = re.compile(r"[^A-Za-z0-9]+|(?<=[a-z])(?=[A-Z])")
_SPACE = re.compile(r"[\s\u200b\ufeff]+")


def named(node: LexborNode) -> frozenset[str]:
    """Give the words of which an element's class, id and role are made: ``Story_subLine__a1`` has story, sub, line."""
    attributes = node.attributes
    said = " ".join(attributes.get(name) or "" for name in ("class", "id", "itemprop", "rel"))
    return frozenset(_PARTS.sub(" ", said).lower().split()) if said.strip() else frozenset()


def words(node: LexborNode) -> str:
    """Give an element's text as one line."""
    return _SPACE.sub(" ", node.text(separator="")).strip()


def spaced(node: LexborNode) -> str:
    """Give an element's text as one line, what stands in elements of its own parted by spaces."""
    return _SPACE.sub(" ", node.text(separator=" ")).replace(" ,", ",").strip()


def rename(node: LexborNode, tag: str) -> None:
    """Put an element of another tag, with the same inside, in an element's place."""
    from selectolax.lexbor import LexborHTMLParser

    said = escape(node.attributes.get("class") or "")
    made = LexborHTMLParser(f'<{tag} class="{said}">{node.inner_html or ""}</{tag}>').css_first(tag)
    if made is not None:
        node.insert_before(made)
        node.decompose()


def within(node: LexborNode) -> Iterator[LexborNode]:
    """Give what an element stands in, from near to far."""
    parent = node.parent
    while parent is not None:
        yield parent
        parent = parent.parent


def weight(node: LexborNode) -> int:
    """Give how many characters of running text stand in an element: paragraphs, and what is as long as one."""
    return sum(len(words(one)) for one in node.css("p, blockquote > :not(p), li"))


def linked(node: LexborNode) -> float:
    """Give which part of an element's text is links."""
    whole = len(words(node))
    return sum(len(words(one)) for one in node.css("a")) / whole if whole else 0.0
