"""Ways of Word and Outlook: lists that are paragraphs, headings by style, comments and tracked changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.domain.body import MAX_LEVEL, Crosshead, ListItem, Quote

if TYPE_CHECKING:
    from collections.abc import Mapping

    from selectolax.lexbor import LexborNode

    from newsroom.domain.body import TextBlock
    from newsroom.formats.html.pasted.styles import Declarations

_LEVEL = re.compile(r"\blevel(\d+)\b")
_NUMBER = re.compile(r"\W*(?:\d+|[a-z]{1,5})\s*[.)]", re.IGNORECASE)
_QUOTES = frozenset({"msoquote", "msointensequote"})
_TITLES = frozenset({"msotitle", "msotitlecxspfirst", "msotitlecxspmiddle", "msotitlecxsplast"})


def marker_of(node: LexborNode) -> LexborNode | None:
    """Give the element in which Word wrote the bullet or number of a list paragraph."""
    return node.css_first('span[style*="mso-list:Ignore"], span[style*="mso-list: Ignore"]')


def model_of(node: LexborNode, classes: frozenset[str], said: Declarations) -> TextBlock | None:
    """Give what a paragraph of Word is beside a paragraph, or None."""
    level = _LEVEL.search(said.get("mso-list", ""))
    if level:
        marker = marker_of(node)
        ordered = marker is not None and bool(_NUMBER.match(marker.text(strip=True)))
        return ListItem(ordered=ordered, level=min(max(int(level[1]) - 1, 0), MAX_LEVEL))
    if classes & _QUOTES:
        return Quote()
    outline = said.get("mso-outline-level", "")
    if classes & _TITLES or outline.isdecimal():
        return Crosshead(level=int(outline) if outline.isdecimal() else 1)
    return None


def left_out(tag: str, said: Declarations, attributes: Mapping[str, str | None]) -> str:
    """Give as what an element is counted that Word does not mean for the text, or nothing."""
    if "mso-comment-reference" in said:
        return "comment"
    if said.get("mso-element") in {"comment", "comment-list"}:
        return "aside"
    if said.get("mso-special-character") == "comment" or said.get("mso-list") == "ignore":
        return "aside"
    if tag == "del" and ("datetime" in attributes or "cite" in attributes):
        return "deletion"
    return ""


def was_inserted(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Tell whether an element is a tracked insertion, whose text is text like any other."""
    return tag == "ins" and ("datetime" in attributes or "cite" in attributes)
