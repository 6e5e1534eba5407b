"""The reader's text: one serialisation of what readers see, whose hash an approval is bound to.

Renaming a person, a section or a note never changes it; a byline is in it as the text that is printed.
The first line names the form, so that a later form never matches an earlier hash.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from newsroom.domain.body import plain_text
from newsroom.domain.changes import content_for_readers, for_readers
from newsroom.domain.codec import dumps, dumps_content
from newsroom.domain.inline import plain

if TYPE_CHECKING:
    from newsroom.domain.article import Article

FORM = "newsroom reader's text 1"


_FIELDS = (
    "kicker", "headline", "subheadline", "web_headline", "teaser", "lead", "dateline", "authors", "sign_off", "body",
    "correction_note",
)  # fmt: skip
"""All that the reader's text is made of."""


def reader_text(article: Article) -> str:
    """Give everything readers see, as one text; equal texts read the same."""
    fields = (
        article.kicker,
        article.headline,
        article.subheadline,
        article.web_headline,
        article.teaser,
        dumps_content(content_for_readers(article.lead)),
        article.dateline,
        "; ".join(f"{byline.role} {byline.name}".strip() for byline in article.authors),
        article.sign_off,
        dumps(for_readers(article.body)),
        article.correction_note,
    )
    return "\x1e".join((FORM, *fields))


def reader_words(article: Article) -> str:
    """Give lead and body as readers get them, or the headline where there are none: to know a language by."""
    words = f"{plain(content_for_readers(article.lead))}\n{plain_text(for_readers(article.body))}"
    return words.strip() or article.headline


def reader_hash(article: Article) -> str:
    """Give the SHA-256 of the reader's text, in hexadecimal."""
    return hashlib.sha256(reader_text(article).encode()).hexdigest()


def reads_same(one: Article, other: Article) -> bool:
    """Tell whether readers see the same text of two stories; what is equal at a glance is not serialised."""
    glance = all(getattr(one, name) == getattr(other, name) for name in _FIELDS)
    return glance or reader_text(one) == reader_text(other)


def is_approved(article: Article) -> bool:
    """Tell whether an approval stands that fits exactly the text as it is now."""
    return bool(article.approved_hash) and article.approved_hash == reader_hash(article)
