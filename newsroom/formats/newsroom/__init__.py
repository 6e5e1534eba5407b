"""The hand-over file: stories with all that belongs to them, for another library of this program.

A zip with one JSON document, the former versions of each story and the pictures by their SHA-256; the form is
described in ``docs/hand-over-file.md``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.formats import Audience, Format, Writing, Written
from newsroom.formats.newsroom.package import MIME, read
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.domain.article import Article

_PLACE = 30
"""Where the name of a zip's first member begins."""


def write(article: Article, writing: Writing) -> Written:
    """Give the hand-over file of one story."""
    return collect((article,), writing)


def collect(articles: Sequence[Article], writing: Writing) -> Written:
    """Give the hand-over file of several stories; raises NotWritten where no library could read it."""
    from newsroom.formats.newsroom.package import write_stories

    return write_stories(articles, writing)


def sniff(data: bytes, _name: str) -> int:
    """Tell how surely this is a hand-over file: its first member names its kind."""
    return 99 if data.startswith(b"PK\x03\x04") and data[_PLACE:].startswith(b"mimetype" + MIME) else 0


FORMAT = Format(
    name="newsroom",
    title=N_("Hand-over file for another newsroom"),
    extensions=(".handover",),
    mime=MIME.decode(),
    audience=Audience.ARCHIVE,
    read=read,
    write=write,
    collect=collect,
    sniff=sniff,
    hands_over=True,
)
