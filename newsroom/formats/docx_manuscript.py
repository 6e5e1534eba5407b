"""Word manuscripts: standard pages of 30 lines of 60 characters, for whoever reads and counts on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.formats import Audience, Format, Writing, Written
from newsroom.formats.docx import FORMAT as WORD
from newsroom.translation import N_

if TYPE_CHECKING:
    from newsroom.domain.article import Article


def write(article: Article, writing: Writing) -> Written:
    """Give a story as a manuscript."""
    from newsroom.formats.docx.manuscript import write_manuscript

    return write_manuscript(article, writing)


FORMAT = Format(
    name="docx-manuscript",
    title=N_("Word manuscript in standard pages"),
    extensions=WORD.extensions,
    mime=WORD.mime,
    audience=Audience.PROOF,
    write=write,
)
