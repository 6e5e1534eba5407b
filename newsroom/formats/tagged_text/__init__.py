"""InDesign Tagged Text: a story as one text file that is placed on a page, in the house's own styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.formats import Audience, Format, Writing, Written
from newsroom.translation import N_

if TYPE_CHECKING:
    from newsroom.domain.article import Article


def write(article: Article, writing: Writing) -> Written:
    """Give a story as Tagged Text for the platform of the house."""
    from newsroom.formats.tagged_text.writer import write_story

    return write_story(article, writing)


FORMAT = Format(
    name="tagged-text",
    title=N_("InDesign Tagged Text"),
    extensions=(".txt",),
    mime="text/plain",
    audience=Audience.PAGE,
    write=write,
    picture_width=320,
)
