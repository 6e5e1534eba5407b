"""Keys that put stories in order: by time, and by words as a German reader looks them up."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.domain.article import Article

SHIFT = 24
"""Bits of a sort key that hold the story's number; a library holds 16 million."""

LONGEST_KEY = 400

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MINUTE = timedelta(minutes=1)


def minute_key(time: datetime) -> int:
    """Give the least sort key of a minute."""
    return ((time - _EPOCH) // _MINUTE) << SHIFT


def sort_key(article: Article) -> int:
    """Give a story's place by time: greater is newer; it is also its row in the indexes."""
    time = article.publish_time or article.created
    assert time is not None
    return minute_key(time) + article.id


def word_key(text: str) -> str:
    """Give the key that sorts words as DIN 5007-1 does: ä as a, ß as ss, signs and case aside.

    It ends after 400 characters, for a server's index takes no longer ones.
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(char if char.isalnum() else " " for char in parts if not unicodedata.combining(char))
    return " ".join(kept.split())[:LONGEST_KEY]
