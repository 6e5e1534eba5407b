"""What goes onto the clipboard and what comes from it: our own form, safe HTML, or plain text."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from newsroom.domain.body import Body, contents, paragraphs, plain_text
from newsroom.domain.changes import for_readers
from newsroom.domain.codec import dumps, loads
from newsroom.domain.errors import Known
from newsroom.domain.inline import NOT_TEXT, normal

if TYPE_CHECKING:
    from newsroom.domain.inline import Content, Inline

MIME = "application/x-newsroom-body"
_WHITE = re.compile(r"[ \t\r\n\v\f\u2028\u2029]+")
HtmlReader = Callable[[bytes], Body]


def to_mime(body: Body) -> QMimeData:
    """Give a body for the clipboard: whole for ourselves, its final text for everyone else."""
    data = QMimeData()
    data.setData(MIME, dumps(body).encode())
    data.setText(plain_text(for_readers(body)))
    return data


def can_paste(data: QMimeData) -> bool:
    """Tell whether there is something to paste."""
    return data.hasFormat(MIME) or data.hasHtml() or data.hasText()


def from_mime(data: QMimeData, read_html: HtmlReader | None) -> Body:
    """Give what the clipboard holds as a body, from the form that keeps most; pictures of others are left.

    Raises Refused where the HTML is not read.
    """
    if data.hasFormat(MIME):
        try:
            return loads(bytes(data.data(MIME).data()).decode())
        except (Known, UnicodeDecodeError):
            return plain(data)
    if data.hasHtml() and read_html is not None:
        return read_html(data.html().encode("utf-8", "replace"))
    return plain(data)


def plain(data: QMimeData) -> Body:
    """Give the clipboard's text alone: an empty line parts paragraphs, or each line is one."""
    text = data.text().replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    parts = text.split("\n\n") if "\n\n" in text else text.split("\n")
    return paragraphs(part.strip("\n") for part in parts if part.strip() or len(parts) == 1)


def one_line(text: str) -> str:
    """Give text as one line without controls; no-break spaces, which Python would split at, stay."""
    return " ".join(NOT_TEXT.sub("", part) for part in _WHITE.split(text.strip(" \t\r\n")))


def flat(body: Body, between: Inline) -> Content:
    """Give a body as content of one paragraph, with something between its blocks."""
    pieces: list[Inline] = []
    for content in (content for block in body.blocks for content in contents(block)):
        pieces += [between, *content] if pieces else content
    return normal(pieces)
