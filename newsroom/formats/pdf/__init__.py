"""The galley proof (Fahne): one hyphenated column with numbered lines, for reading with a pencil."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.formats import Audience, Format, Writing, Written
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.domain.article import Article


def write(article: Article, writing: Writing) -> Written:
    """Give the galley proof of a story."""
    return collect((article,), writing)


def collect(articles: Sequence[Article], writing: Writing) -> Written:
    """Give the galley proofs of several stories, after a list of them."""
    from newsroom.formats.pdf.forms import Form
    from newsroom.formats.pdf.proofs import proof

    return proof(articles, writing, Form.GALLEY)


FORMAT = Format(
    name="pdf",
    title=N_("Galley proof (PDF)"),
    extensions=(".pdf",),
    mime="application/pdf",
    audience=Audience.PROOF,
    write=write,
    collect=collect,
    picture_width=104,
)
