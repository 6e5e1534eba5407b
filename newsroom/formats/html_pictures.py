"""HTML page with its pictures in a folder beside it, each in several sizes: to be put on a website as it is."""

from __future__ import annotations

from newsroom.formats import Format
from newsroom.formats.html.images import STEPS
from newsroom.formats.html.page import write_beside
from newsroom.translation import N_

FORMAT = Format(
    name="html-pictures",
    title=N_("HTML page, pictures beside it"),
    extensions=(".html",),
    mime="text/html",
    write=write_beside,
    picture_width=0,
    picture_steps=STEPS,
)
