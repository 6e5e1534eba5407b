"""HTML: a page that stands on its own, and the reader of any page or fragment."""

from __future__ import annotations

import re

from newsroom.formats import Format
from newsroom.formats.html.page import write_page
from newsroom.formats.html.reading import read
from newsroom.translation import N_

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_PIECE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:article|section|div|p|h[1-6]|ul|ol|table|blockquote|figure|main|span|meta|b|i|strong|em|a)\b",
    re.IGNORECASE | re.DOTALL,
)
_ENDINGS = (".html", ".htm", ".xhtml")


def sniff(data: bytes, name: str) -> int:
    """Tell how surely this is HTML: by how it begins, then by its ending."""
    from newsroom.formats.encodings import glimpse

    start = glimpse(data[:2_000]).lstrip("\ufeff")
    if _PAGE.match(start):
        return 90
    if _PIECE.match(start):
        return 70
    return 60 if name.casefold().endswith(_ENDINGS) and "<" in start else 0


def check_template(data: bytes) -> None:
    """Refuse bytes that are no template of a page."""
    from newsroom.formats.html.house_template import check

    check(data)


FORMAT = Format(
    name="html",
    title=N_("HTML page"),
    extensions=(".html", ".htm"),
    mime="text/html",
    read=read,
    write=write_page,
    picture_width=0,
    check_template=check_template,
    sample_template=("templates", "html", "house-sample.html"),
    sniff=sniff,
)
