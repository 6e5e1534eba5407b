"""Wire text: a line with time and section, the headline, then paragraphs, parted by empty lines."""

from __future__ import annotations

from newsroom.formats import Format
from newsroom.formats.wire.header import starts_next_story, starts_story
from newsroom.formats.wire.reading import read
from newsroom.formats.wire.writing import collect, write
from newsroom.translation import N_

_LINES = 6
_BYTES = 2_000


def sniff(data: bytes, name: str) -> int:
    """Tell how surely this is wire text: whether one of the first lines is its header line."""
    del name
    from newsroom.formats.encodings import glimpse

    lines = [line for line in glimpse(data[:_BYTES]).splitlines() if line.strip()][:_LINES]
    return 95 if any(map(starts_next_story, lines)) or any(map(starts_story, lines[:1])) else 0


FORMAT = Format(
    name="wire",
    title=N_("Wire text"),
    extensions=(".txt",),
    mime="text/plain",
    read=read,
    write=write,
    collect=collect,
    sniff=sniff,
    certain=True,
)
