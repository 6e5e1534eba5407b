"""What the search index holds of a story beside its texts: words of its fields, and facts, each with a label.

A label is a sign that no word folds to. It stands before a word, so that ``headline:hafen`` is one token of
the index and as quick as a word, however common the word is elsewhere; phrases and beginnings of words work
as everywhere. A fact is a token of its own: that there is a picture, which language is spoken.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsroom.domain.body import Picture, Table, contents
from newsroom.domain.inline import Footnote
from newsroom.domain.query import Field, Thing
from newsroom.text.terms import folded_words, stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsroom.domain.article import Article

PART = "\ue000"
"""A token between fields: phrases do not reach across it."""

LABELS = {
    Field.HEADLINE: "\ue001",
    Field.KICKER: "\ue002",
    Field.AUTHOR: "\ue003",
    Field.KEYWORD: "\ue004",
    Field.SOURCE: "\ue005",
}
INFLECTED = frozenset({Field.HEADLINE, Field.KICKER})
"""Fields whose words are found in every form; names and keywords stand as they are."""

_FACT = "\ue006"
STORY = f"{_FACT}story"
"""A fact that is true of each story, so that what is asked for may be only what is not wanted."""

IMPORTED = f"{_FACT}imported"

_LANGUAGE = f"{_FACT}language"
_HYPHENED = re.compile(r"\w+(?:[-‐‑]\w+)+")


def has(thing: Thing) -> str:
    """Give the token that says what a story has."""
    return _FACT + thing.value


def spoken(code: str) -> str:
    """Give the token of a language, by its bare code."""
    return _LANGUAGE + code


def labelled(article: Article) -> tuple[list[str], list[str]]:
    """Give the labelled words of a story's fields and the facts, folded and as stems, one string a field."""
    words = [" ".join((STORY, *_facts(article)))]
    stems = []
    language = article.spoken_language
    for field, text in _fields(article):
        label = LABELS[field]
        found = folded_words(text)
        words.append(" ".join(label + word for word in found))
        if field in INFLECTED:
            stems.append(" ".join(label + stem(word, language) for word in found))
    return words, stems


def joined(texts: Iterable[str]) -> list[str]:
    """Give the words that are written with hyphens as if they were written without, folded."""
    found = (
        match.group() for text in texts if "-" in text or "‑" in text for match in _HYPHENED.finditer(text)
    )
    return ["".join(folded_words(word)) for word in dict.fromkeys(found) if not word[0].isdigit()]


def _fields(article: Article) -> Iterator[tuple[Field, str]]:
    yield Field.HEADLINE, article.headline
    if article.kicker:
        yield Field.KICKER, article.kicker
    for name in dict.fromkeys((*(byline.name for byline in article.authors), article.created_by)):
        if name:
            yield Field.AUTHOR, name
    for word in article.keywords:
        yield Field.KEYWORD, word
    if article.source:
        yield Field.SOURCE, article.source


def _facts(article: Article) -> Iterator[str]:
    code = article.spoken_language.replace("_", "-").partition("-")[0].lower()
    if code:
        yield spoken(code)
    if article.imported:
        yield IMPORTED
    if article.changes:
        yield has(Thing.CHANGES)
    if any(not note.resolved for note in article.notes):
        yield has(Thing.NOTE)
    blocks = article.body.blocks
    if any(isinstance(block, Picture) for block in blocks):
        yield has(Thing.PICTURE)
    if any(isinstance(block, Table) for block in blocks):
        yield has(Thing.TABLE)
    texts = (article.lead, *(content for block in blocks for content in contents(block)))
    if any(isinstance(piece, Footnote) for content in texts for piece in content):
        yield has(Thing.FOOTNOTE)
