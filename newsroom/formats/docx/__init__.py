"""Word documents: what a freelancer sends, and what goes to print desks and colleagues."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from newsroom.formats import Audience, Format, Incoming, Reading, Writing, Written
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.domain.article import Article


def read(data: bytes, reading: Reading) -> tuple[Incoming, ...]:
    """Give the one story of a Word file; raises Refused."""
    from newsroom.formats.docx.reader import read_story

    return (read_story(data, reading),)


def write(article: Article, writing: Writing) -> Written:
    """Give a story as a Word file."""
    from newsroom.formats.docx.writer import write_story

    return write_story(article, writing)


def collect(articles: Sequence[Article], writing: Writing) -> Written:
    """Give several stories as one Word file."""
    from newsroom.formats.docx.writer import write_stories

    return write_stories(articles, writing)


def check_template(data: bytes) -> None:
    """Refuse bytes that are no Word file whose styles could be used."""
    from newsroom.formats.docx.house_template import check

    check(data)


def sniff(data: bytes, _name: str) -> int:
    """Tell how surely bytes are a Word file: by what the archive holds, never by the name."""
    if not data.startswith(b"PK\x03\x04") or b"word/" not in data:
        return 0
    from newsroom.formats.guard.archive import FAULTS

    try:
        names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    except FAULTS:
        return 40  # damaged: our reader tells it better than anyone
    main = any(name.startswith("word/document") and name.endswith(".xml") for name in names)
    return 95 if main and "[Content_Types].xml" in names else 0


FORMAT = Format(
    name="docx",
    title=N_("Word document"),
    extensions=(".docx",),
    mime="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    audience=Audience.READER,
    read=read,
    write=write,
    collect=collect,
    picture_width=160,
    check_template=check_template,
    sample_template=("templates", "docx", "story.docx"),
    sniff=sniff,
)
