"""Putting the typography of a whole story right, on demand: what is tidied is never a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.domain.body import TEXT_BLOCKS, block_text
from newsroom.domain.finding import HEADER, Field, Place, Replacement
from newsroom.domain.inline import plain
from newsroom.text.typography import rules_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsroom.domain.article import Article
    from newsroom.settings import House

_RULES = frozenset({"de", "de-CH", "en"})
"""The languages whose typography is known; others are left as they are."""


def tidying(article: Article, house: House) -> tuple[Replacement, ...]:
    """Give what puts right spaces, quotation marks, apostrophes and dashes of headlines, lead and text."""
    from newsroom.text.tidying import tidy

    language = article.spoken_language or house.language
    rules = rules_for(language)
    if rules not in _RULES:
        return ()
    style = house.quotes if rules == "de" else ""
    return tuple(
        Replacement(Place(field, block, change.start, change.end), change.new)
        for field, block, words in _texts(article)
        for change in tidy(words, language, style).changes
    )


def _texts(article: Article) -> Iterator[tuple[Field, int, str]]:
    yield Field.KICKER, HEADER, article.kicker
    yield Field.HEADLINE, HEADER, article.headline
    yield Field.SUBHEADLINE, HEADER, article.subheadline
    yield Field.LEAD, HEADER, plain(article.lead)
    for number, block in enumerate(article.body.blocks):
        if isinstance(block, TEXT_BLOCKS):
            yield Field.BODY, number, block_text(block)
