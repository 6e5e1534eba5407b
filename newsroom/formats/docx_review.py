"""Word documents for colleagues: with tracked changes, and notes as comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.formats import Audience, Format, Writing, Written
from newsroom.formats.docx import FORMAT as WORD
from newsroom.translation import N_

if TYPE_CHECKING:
    from newsroom.domain.article import Article


def write(article: Article, writing: Writing) -> Written:
    """Give a story as a Word file with its changes and notes."""
    from newsroom.formats.docx.writer import write_story

    return write_story(article, writing, reviewed=True)


FORMAT = Format(
    name="docx-review",
    title=N_("Word document with changes and notes"),
    extensions=WORD.extensions,
    mime=WORD.mime,
    audience=Audience.PROOF,
    write=write,
    picture_width=WORD.picture_width,
)
