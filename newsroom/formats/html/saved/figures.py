"""Pictures of a saved page as plain figures: those in the page itself, in the archive, or in the folder beside it."""

from __future__ import annotations

from collections import Counter
from html import escape
from itertools import islice
from typing import TYPE_CHECKING

from newsroom.formats.html.carried import carry
from newsroom.formats.html.saved.words import named, within, words

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from newsroom.formats.html.carried import Found

_TINY = 8
_SMALL = 64
_HOLDERS_WORDS = (
    "figure image img media photo picture bild foto thumb thumbinner caption gallery illustration grafik"
)
_HOLDERS = frozenset(_HOLDERS_WORDS.split())
_CAPTIONS = frozenset(
    ["caption", "captions", "bildunterschrift", "bu", "bildtext", "legend", "thumbcaption", "figcaption"]
)
_CREDITS_WORDS = "credit credits copyright photographer fotograf fotografin urheber source quelle byline"
_CREDITS = frozenset(_CREDITS_WORDS.split())
_MOST_CAPTION = 800
_NEAR = 4
"""A caption stands at most so many elements away from its picture."""


def dress(root: LexborNode, found: Found) -> None:
    """Turn whatever shows a picture into img and figure with a caption; what is no picture goes."""
    for node in list(root.css("amp-img, amp-anim")):
        _replace(node, _element(node))
    for outer in list(root.css("figure")):
        if outer.css_first("figure figure, figure") is not None and len(outer.css("figure")) > 1:
            outer.unwrap()
    carry(root, found)
    images = list(root.css("img"))
    around = Counter(holder.mem_id for node in images for holder in islice(within(node), _NEAR))
    for node in images:
        _dress_one(node, around)
    for caption in root.css("figcaption"):
        _mark_credit(caption)


def _element(node: LexborNode) -> str:
    said = node.attributes
    kept = (
        f'{name}="{escape(value)}"'
        for name in ("src", "alt", "width", "height", "srcset")
        if (value := said.get(name))
    )
    return f"<img {' '.join(kept)}>"


def _replace(node: LexborNode, markup: str) -> None:
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(markup).body
    made = body.child if body is not None else None
    if made is not None:
        node.insert_before(made)
    node.decompose()


def _dress_one(node: LexborNode, around: Counter[int]) -> None:
    if _is_tiny(node):
        node.decompose()
        return
    holder = _holder(node, around)
    if holder is not None:
        _replace(holder, _figure(holder, node))
    elif (below := _below(node)) is not None:
        _replace(below, f"<figure>{_element(node)}<figcaption>{below.inner_html or ''}</figcaption></figure>")
        node.decompose()


def _is_tiny(node: LexborNode) -> bool:
    """Tell whether an image is a pixel that counts, an icon or a face beside a name."""
    sides = [
        side for name in ("width", "height") for side in [node.attributes.get(name) or ""] if side.isdecimal()
    ]
    if sides and max(map(int, sides)) <= _TINY:
        return True
    small = bool(sides) and max(map(int, sides)) <= _SMALL
    return small and bool(
        named(node) & {"avatar", "icon", "emoji", "logo", "smiley"} or not node.attributes.get("alt")
    )


def _holder(node: LexborNode, around: Counter[int]) -> LexborNode | None:
    """Give the element that holds a picture with its caption and is not a figure itself."""
    best = None
    for holder in islice(within(node), _NEAR):
        if holder.tag == "figure":
            return None
        if holder.tag in {"body", "article", "main", "table"} or around[holder.mem_id] > 1:
            break
        if len(words(holder)) > _MOST_CAPTION or holder.css_first("h1") is not None:
            break
        best = holder if named(holder) & _HOLDERS else best
    return best


def _below(node: LexborNode) -> LexborNode | None:
    """Give the caption that follows a picture without an element around both."""
    inner = (
        node.parent
        if node.parent is not None and node.parent.tag in {"p", "a"} and not words(node.parent)
        else node
    )
    after = inner.next
    while after is not None and not after.is_element_node:
        after = after.next
    return (
        after
        if after is not None and named(after) & _CAPTIONS and len(words(after)) <= _MOST_CAPTION
        else None
    )


def _figure(holder: LexborNode, node: LexborNode) -> str:
    """Give a figure of what a holder shows and says."""
    caption = next(
        (
            one
            for one in holder.traverse()
            if named(one) & _CAPTIONS and one.mem_id != holder.mem_id and words(one)
        ),
        None,
    )
    image = _element(node)
    if caption is None:
        node.decompose()
        caption = holder
    inner = (caption.inner_html or "") if words(caption) else ""
    return f"<figure>{image}<figcaption>{inner}</figcaption></figure>"


def _mark_credit(caption: LexborNode) -> None:
    """Mark who is named in a caption as having made the picture."""
    for node in caption.css("span, small, cite, em, i, p, div"):
        if node.tag in {"small", "cite"} or named(node) & _CREDITS:
            _replace(node, f'<span class="credit">{escape(words(node))}</span>')
            return
