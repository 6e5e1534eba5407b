"""InCopy's stories (ICML): what a page is made from in InDesign, and what comes back from there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.formats import Audience, Format, Incoming, Reading, Writing, Written
from newsroom.translation import N_

if TYPE_CHECKING:
    from newsroom.domain.article import Article


def read(data: bytes, reading: Reading) -> tuple[Incoming, ...]:
    """Give the stories of an ICML file, of which there is one as a rule; raises Refused."""
    from newsroom.formats.icml.reader import read_stories

    return read_stories(data, reading)


def write(article: Article, writing: Writing) -> Written:
    """Give a story as an ICML file with its pictures beside it."""
    from newsroom.formats.icml.writer import write_story

    return write_story(article, writing)


def sniff(data: bytes, name: str) -> int:
    """Tell how surely bytes are ICML: by Adobe's instruction at the beginning, then by the ending."""
    start = data[:2_000].replace(b"\0", b"")
    if b"<?aid" in start and b"<Document" in data[:20_000].replace(b"\0", b""):
        return 95
    return 60 if name.casefold().endswith(".icml") and b"<" in start else 0


FORMAT = Format(
    name="icml",
    title=N_("InCopy story (ICML)"),
    extensions=(".icml",),
    mime="application/x-incopy",
    audience=Audience.PAGE,
    read=read,
    write=write,
    sniff=sniff,
    picture_width=320,
)
