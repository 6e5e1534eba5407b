"""The galley proof (Fahne): one hyphenated column with numbered lines, for reading with a pencil."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.formats import Audience, Format, Writing, Written
from newsroom.translation import N_

if TYPE_CHECKING:
    from newsroom.domain.article import Article


def write(article: Article, writing: Writing) -> Written:
    """Give the galley proof of a story."""
    from newsroom.formats.pdf.press import proof

    return proof(article, writing)


FORMAT = Format(
    name="pdf",
    title=N_("Galley proof (PDF)"),
    extensions=(".pdf",),
    mime="application/pdf",
    audience=Audience.PROOF,
    write=write,
    picture_width=104,
)
