"""The house's own Word template: what it must hold."""

from __future__ import annotations

from newsroom.domain.errors import Refused
from newsroom.formats.docx.opened import Opened, W
from newsroom.formats.guard import archive
from newsroom.translation import N_, msg


def check(data: bytes) -> None:
    """Refuse bytes that are no Word file whose styles could be used."""
    opened = Opened(data)
    archive.check(data)
    styles = opened.xml("word/styles.xml")
    if opened.xml("word/document.xml") is None or styles is None or styles.find(W + "style") is None:
        raise Refused(msg(N_("This is no Word template: it holds no styles. Choose a .docx.")))
