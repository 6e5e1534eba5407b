"""Where words may be divided at the end of a line, by the language of the text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

_LETTERS = re.compile(r"[^\W\d_]{4,}")
_FEWEST_BEFORE, _FEWEST_AFTER = 2, 3


def places(word: str, language: str) -> tuple[int, ...]:
    """Give the offsets in a word before which it may be divided with a hyphen, in order."""
    known = _patterns(language)
    if known is None:
        return ()
    return tuple(
        part.start() + place for part in _LETTERS.finditer(word) for place in known.positions(part[0])
    )


@lru_cache(maxsize=8)
def _patterns(language: str) -> Pyphen | None:
    """Give the patterns of a language, or of one that is as near, or none."""
    import pyphen

    found = pyphen.language_fallback(language.replace("-", "_")) or pyphen.language_fallback(
        language.partition("-")[0]
    )
    return pyphen.Pyphen(lang=found, left=_FEWEST_BEFORE, right=_FEWEST_AFTER) if found else None
