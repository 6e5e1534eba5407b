"""A strict judge of HTML that shares no code with what it judges: html5lib's tree, and a list of what may stand."""

from __future__ import annotations

import re

import html5lib

ELEMENTS_WORDS = (
    "html head body meta title style script article header footer section main aside div p h1 h2"
    " h3 h4 h5 h6 blockquote ul ol li table thead tbody tfoot tr th td caption colgroup figure"
    " figcaption img a strong em b i u s sup sub br hr span time pre code q cite ins del strike"
    " nav dl dt dd address"
)
ELEMENTS = frozenset(ELEMENTS_WORDS.split())
ATTRIBUTES_WORDS = (
    "lang class id href src alt width height datetime charset http-equiv content name property type colspan"
    " aria-label aria-labelledby loading srcset sizes rel"
)
ATTRIBUTES = frozenset(ATTRIBUTES_WORDS.split())
SRCSET = re.compile(r"[\w./-]+\.(?:png|jpg|gif|webp) \d+w(?:, [\w./-]+\.(?:png|jpg|gif|webp) \d+w)*")
SAFE = re.compile(
    r"(?:https?:|mailto:|#)[^\s\x00-\x20]*|(?!/)(?!.*\.\.)[^:\\?#\s]+\.(?:png|jpe?g|gif|webp)", re.IGNORECASE
)
DATA = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*")


def faults(markup: str) -> list[str]:
    """Give all that could act, load or lead astray in a page or fragment."""
    root = html5lib.parse(markup, treebuilder="etree", namespaceHTMLElements=False)
    return [fault for node in root.iter() for fault in _faults(node)]


def _faults(node) -> list[str]:
    if not isinstance(node.tag, str):
        return []  # a comment
    found = [] if node.tag in ELEMENTS else [f"<{node.tag}>"]
    if node.tag == "script" and node.get("type") != "application/ld+json":
        found.append("a script")
    if node.tag == "style" and re.search(r"url\s*\(|@import|expression|javascript", node.text or ""):
        found.append("a style that loads")
    if node.tag == "meta" and (node.get("http-equiv") or "").lower() not in {"", "content-security-policy"}:
        found.append("a meta that acts")
    for name, value in node.attrib.items():
        if str(name) not in ATTRIBUTES:
            found.append(f"{node.tag}@{name}")
        if name == "href" and not SAFE.fullmatch(value):
            found.append(f"href {value!r}")
        if name == "srcset" and not SRCSET.fullmatch(value):
            found.append(f"srcset {value!r}")
        if name == "src" and not (DATA.fullmatch(value) or SAFE.fullmatch(value)):
            found.append(f"src {value!r}")
    return found
