"""HTML without page, style and script: the story's element alone, to be pasted into another page."""

from __future__ import annotations

from newsroom.formats import Format
from newsroom.formats.html.page import write_fragment
from newsroom.translation import N_

FORMAT = Format(
    name="html-fragment",
    title=N_("HTML fragment"),
    extensions=(".html",),
    mime="text/html",
    write=write_fragment,
    picture_width=0,
)
