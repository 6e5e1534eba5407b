"""The stamp on every page of a Word proof while an embargo holds its story back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.formats.docx.blocks_out import paragraph
from newsroom.formats.docx.package import OFFICE, WORD
from newsroom.formats.docx.runs_out import escaped
from newsroom.formats.page_marks import embargo_of

if TYPE_CHECKING:
    from newsroom.domain.article import Article
    from newsroom.formats import Writing

_KINDS = ("default", "first", "even")
_OTHERS = re.compile(r"<w:headerReference\b[^>]*/>")
_OPENING = re.compile(r"<w:sectPr\b[^>]*?(/?)>")
_LOOK = '<w:rPr><w:b/><w:color w:val="B3261E"/></w:rPr>'


def stamp(article: Article, writing: Writing) -> str:
    """Give the stamp as a run of text, or nothing where no embargo holds the story back."""
    words = embargo_of(article, writing)
    return f'<w:r>{_LOOK}<w:t xml:space="preserve">{escaped(words)}</w:t></w:r>' if words else ""


def header(article: Article, writing: Writing) -> str:
    """Give the head of each page with the stamp, or nothing where none is due."""
    run = stamp(article, writing)
    spaces = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
    return f"<w:hdr {spaces}>{paragraph('Normal', run)}</w:hdr>" if run else ""


def on_every_page(page: str) -> str:
    """Give the properties of a page that has our header on the first, the even and all other pages, and no other."""
    bare = _OTHERS.sub("", page)
    ours = "".join(f'<w:headerReference w:type="{kind}" r:id="rHeader"/>' for kind in _KINDS)
    found = _OPENING.search(bare)
    assert found is not None
    if found[1]:
        return f"<w:sectPr>{ours}</w:sectPr>"
    return bare[: found.end()] + ours + bare[found.end() :]
