"""The parsed tree before anything is trusted: how deep it is, and what in it will not come along."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from newsroom.domain.errors import Refused
from newsroom.formats.addresses import picture_name, safe_address
from newsroom.translation import N_, Message, Ns_, msg, msgs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selectolax.lexbor import LexborNode

MOST_BYTES = 20 << 20
DEEPEST = 100
DEEPEST_TABLES = 6
DEEPEST_LISTS = 20
_LOOSE = 400
"""A first look at the text alone counts unclosed elements too, so it is more patient."""

_UNNESTED_WORDS = (
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th"
    " option tbody thead tfoot a"
)
_UNNESTED = frozenset(_UNNESTED_WORDS.split())
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_URL = re.compile(r"url\s*\(|expression|@import", re.IGNORECASE)
_SENTENCES = {
    "script": Ns_("{n} script was removed.", "{n} scripts were removed."),
    "handler": Ns_("{n} hidden action was removed.", "{n} hidden actions were removed."),
    "link": Ns_(
        "{n} unsafe link was removed; its text is kept.",
        "{n} unsafe links were removed; their text is kept.",
    ),
    "picture": Ns_(
        "{n} picture was left out; its place is kept.",
        "{n} pictures were left out; their places are kept.",
    ),
    "style": Ns_(
        "{n} style with an address was removed.",
        "{n} styles with addresses were removed.",
    ),
    "object": Ns_(
        "{n} embedded object was removed.",
        "{n} embedded objects were removed.",
    ),
}
_KINDS = {"script": "script"} | dict.fromkeys(
    ["iframe", "object", "embed", "video", "audio", "canvas", "svg", "math", "form", "applet", "frame"],
    "object",
)


def check_size(text: str) -> None:
    """Refuse HTML that is too large."""
    if len(text) > MOST_BYTES or len(text.encode()) > MOST_BYTES:
        raise Refused(msg(N_("The page is too large: at most {most} MB are read."), most=MOST_BYTES >> 20))


def check_text(text: str) -> None:
    """Refuse HTML that is too large, or so deep that a parser would choke on it."""
    check_size(text)
    if any(depth > _LOOSE for depth in depths(text)):
        raise Refused(_too_deep())


def depths(text: str) -> Iterator[int]:
    """Give for each tag of a text how many elements seem open after it, as far as a first look can tell."""
    depth = 0
    for closing, name in _TAG.findall(text):
        if name.lower() not in _UNNESTED:
            depth = max(depth - 1, 0) if closing else depth + 1
        yield depth


def _too_deep() -> Message:
    return msg(N_("The page is nested too deeply. Copy its text and paste it, or import it as plain text."))


def check_tree(root: LexborNode) -> tuple[Message, ...]:
    """Refuse a tree past the limits; say what of it will be left out."""
    return loss_messages(count_losses(root))


def count_losses(root: LexborNode) -> Counter[str]:
    """Count what of a tree will be left out, by kind; refuse a tree past the limits."""
    lost: Counter[str] = Counter()
    for node in _shallow(root):
        lost.update(_lost(node.tag or "", node.attributes))
    return lost


def loss_messages(lost: Counter[str]) -> tuple[Message, ...]:
    """Give a sentence for each kind of what was left out."""
    return tuple(msgs(*_SENTENCES[kind], count) for kind, count in sorted(lost.items()) if count)


def check_depth(root: LexborNode) -> None:
    """Refuse a tree past the limits."""
    for _ in _shallow(root):
        pass


def _shallow(root: LexborNode) -> Iterator[LexborNode]:
    for node, tables, lists in _walk(root):
        if tables > DEEPEST_TABLES or lists > DEEPEST_LISTS:
            raise Refused(_too_deep())
        yield node


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, int, int]]:
    """Give each element with how many tables and lists it stands in; deep trees raise Refused."""
    waiting = [(root, 0, 0, 0)]
    while waiting:
        node, depth, tables, lists = waiting.pop()
        if depth > DEEPEST:
            raise Refused(_too_deep())
        tables += node.tag == "table"
        lists += node.tag in {"ul", "ol"}
        yield node, tables, lists
        child = node.child
        while child is not None:
            if child.is_element_node:
                waiting.append((child, depth + 1, tables, lists))
            child = child.next


def _lost(tag: str, attributes: Mapping[str, str | None]) -> Iterator[str]:
    data_block = tag == "script" and "json" in (attributes.get("type") or "")
    if tag in _KINDS and not data_block:
        yield _KINDS[tag]
    yield from ("handler" for name in attributes if name.startswith("on"))
    address = attributes.get("href")
    if tag in {"a", "area"} and address and not safe_address(address):
        yield "link"
    if tag in {"img", "image"} and not picture_name(attributes.get("src") or ""):
        yield "picture"
    if _URL.search(attributes.get("style") or ""):
        yield "style"
