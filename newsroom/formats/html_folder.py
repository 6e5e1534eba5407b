"""Several stories as pages in folders, with an index and their pictures: to be looked at without a network."""

from __future__ import annotations

from newsroom.formats import Format
from newsroom.formats.html.folder import write_folder, write_story
from newsroom.formats.html.images import STEPS
from newsroom.translation import N_

FORMAT = Format(
    name="html-folder",
    title=N_("HTML pages with an index"),
    extensions=(".html",),
    mime="text/html",
    write=write_story,
    collect=write_folder,
    picture_width=0,
    picture_steps=STEPS,
)
