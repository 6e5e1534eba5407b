"""A web page in one file (MHTML), as browsers save it: read, never written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.formats import Format
from newsroom.translation import N_

if TYPE_CHECKING:
    from newsroom.formats import Incoming, Reading

_ENDINGS = (".mhtml", ".mht")


def read(data: bytes, reading: Reading) -> tuple[Incoming, ...]:
    """Give the story of the page."""
    from newsroom.formats.html.reading import read_archive

    return read_archive(data, reading)


def sniff(data: bytes, name: str) -> int:
    """Tell how surely this is such a file: by its first lines, then by its ending."""
    from newsroom.formats.encodings import glimpse
    from newsroom.formats.html.mhtml import looks_like_archive

    if looks_like_archive(glimpse(data[:4_000])):
        return 95
    return 60 if name.casefold().endswith(_ENDINGS) else 0


FORMAT = Format(
    name="html-archive",
    title=N_("Web page in one file"),
    extensions=_ENDINGS,
    mime="multipart/related",
    read=read,
    sniff=sniff,
)
