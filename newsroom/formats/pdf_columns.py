"""Columns of the newspaper: the story on the house's page, the headline across."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.formats import Audience, Format, Writing, Written
from newsroom.translation import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.domain.article import Article


def write(article: Article, writing: Writing) -> Written:
    """Give a story in the columns of the newspaper."""
    return collect((article,), writing)


def collect(articles: Sequence[Article], writing: Writing) -> Written:
    """Give several stories in columns, after a list of them."""
    from newsroom.formats.pdf.forms import Form
    from newsroom.formats.pdf.proofs import proof

    return proof(articles, writing, Form.COLUMNS)


FORMAT = Format(
    name="pdf-columns",
    title=N_("Newspaper columns (PDF)"),
    extensions=(".pdf",),
    mime="application/pdf",
    audience=Audience.PROOF,
    write=write,
    collect=collect,
    picture_width=200,
)
