"""Words that are right in one story: the names in its fields, and what its writer has let stand."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from newsroom.text.terms import words

if TYPE_CHECKING:
    from newsroom.domain.article import Article

_PREFIX = "spelling:"


@lru_cache(maxsize=4096)
def key(word: str) -> str:
    """Give what a story remembers of a word that is to stand: a digest, never the word."""
    return _PREFIX + hashlib.sha256(word.encode()).hexdigest()[:16]


def let_stand(article: Article, word: str) -> Article:
    """Give a story in which a word is not marked any more."""
    return replace(article, dismissed=article.dismissed | {key(word)})


def names_in(article: Article) -> frozenset[str]:
    """Give the words of a story's bylines, keywords and places: they are names rather than slips."""
    fields = (
        *(byline.name for byline in article.authors),
        *article.keywords,
        article.dateline,
        article.source,
        article.section,
        article.sign_off,
    )
    return frozenset(word for field in fields for word in words(field))
