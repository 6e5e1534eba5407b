"""HTML from a clipboard, of whatever program: its structure is kept, and what is not is counted.

Nothing of it is written as HTML again: only words, marks and safe addresses go into the body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.body import Body, block_text, normal_body
from newsroom.domain.errors import Refused
from newsroom.formats.html.pasted import footnotes
from newsroom.formats.html.pasted.gathering import Gatherer, Shared
from newsroom.formats.html.pasted.looks import PLAIN
from newsroom.formats.html.pasted.mending import ranked
from newsroom.formats.html.tree import check_depth, check_text, depths
from newsroom.formats.pasted.words import read as read_words
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from newsroom.translation import Message


_LINE_OF_A_PDF = 'br[role="presentation"]'
"""With these a browser ends the lines of a PDF it shows."""

QUICK = 50_000
"""Tags by their depth: no tree of so few is large, even where elements are opened and never closed."""

FEW_CELLS = 200
"""A table of so many cells is read in a hundredth of a second."""


def is_quick(text: str) -> bool:
    """Tell whether a paste is surely read in a moment, so that it needs no process of its own."""
    if text.count("<td") + text.count("<TD") > FEW_CELLS:
        return False
    found = list(depths(_without_comments(text)))
    return len(found) * max(found, default=0) <= QUICK


def read(text: str) -> tuple[Body, tuple[Message, ...]]:
    """Give the body of pasted HTML and what was left out; raises Refused past a limit."""
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    check_text(_without_comments(text))
    try:
        tree = LexborHTMLParser(_without_header(text))
    except SelectolaxError as fault:  # the tree needs more memory than a reading process has
        raise Refused(msg(N_("The page is too large to be read."))) from fault
    root = tree.body
    if tree.root is None or root is None:
        return Body(), ()
    check_depth(tree.root)
    shared = _shared(tree, root)
    gatherer = Gatherer(shared)
    gatherer.take(root, shared.wardrobe.worn(PLAIN, "body", root.attributes))
    gatherer.flush()
    if len(root.css(_LINE_OF_A_PDF)) > 1:
        return read_words("\n".join(block_text(block) for block in gatherer.blocks))[0], ()
    return normal_body(Body(tuple(ranked(gatherer.blocks)))), shared.lost.messages()


def _without_header(text: str) -> str:
    """Give the HTML after the lines of numbers that Windows puts before it."""
    if not text.startswith("Version:"):
        return text
    start = text.find("<")
    return text[start:] if start >= 0 else ""


def _without_comments(text: str) -> str:
    """Give the markup that counts for a first look: Word puts hundreds of empty elements into comments."""
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0:
        kept.append(text[at:start])
        end = text.find("-->", start)
        at = end + 3 if end >= 0 else start + 4
        if end < 0:
            break
    return "".join((*kept, text[at:]))


def _shared(tree: LexborHTMLParser, root: LexborNode) -> Shared:
    """Read what the whole paste has in common, and take the footnotes out of the tree."""
    shared = Shared(counts_remarks=_generator(tree).startswith("LibreOffice"))
    for style in tree.css("style"):
        shared.wardrobe.sheet.read(style.text())
    for name, node in list(footnotes.places(root)):
        shared.footnotes[name] = Gatherer(shared).inside(node, PLAIN, dressed=False)
        node.decompose()
    return shared


def _generator(tree: LexborHTMLParser) -> str:
    node = tree.css_first('meta[name="generator"]')
    return (node.attributes.get("content") or "") if node else ""
