"""Reading one country's dictionary for another country's spelling, where that country's own is missing."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BRITISH = (
    ("our", "or"),
    ("ise", "ize"),
    ("isa", "iza"),
    ("isi", "izi"),
    ("yse", "yze"),
    ("ysi", "yzi"),
    ("tre", "ter"),
    ("bre", "ber"),
    ("ogue", "og"),
    ("lled", "led"),
    ("lling", "ling"),
    ("ller", "ler"),
    ("ence", "ense"),
    ("mme", "m"),
    ("ae", "e"),
    ("oe", "e"),
    ("lfil", "lfill"),
    ("grey", "gray"),
    ("plough", "plow"),
    ("cheque", "check"),
    ("tyre", "tire"),
)
_MOST_SIGNS = 4


class Variant(Enum):
    """How a dictionary is read."""

    OWN = "own"
    SWISS = "swiss"
    BRITISH = "british"

    @classmethod
    def of(cls, language: str, region: str) -> Self:
        """Give how the usual dictionary of a language is read for a region; English without one is either."""
        if (language, region) in {("de", "CH"), ("de", "LI")}:
            return cls("swiss")
        return cls("british" if language == "en" and region != "US" else "own")


def accepted(word: str, variant: Variant, check: Callable[[str], bool]) -> bool:
    """Tell whether a dictionary accepts a word, or for another country's spelling its counterpart."""
    if variant is Variant.SWISS:
        return "ß" not in word and any(map(check, _sharp(word)))
    if check(word):
        return True
    return variant is Variant.BRITISH and any(map(check, _american(word)))


def _sharp(word: str) -> Iterator[str]:
    """Give the word as it stands and with each choice of its ss written ß."""
    places = [found.start() for found in re.finditer("ss", word)][:_MOST_SIGNS]
    for choice in range(1 << len(places)):
        parts = list(word)
        for number, at in enumerate(places):
            if choice >> number & 1:
                parts[at : at + 2] = ["ß", ""]
        yield "".join(parts)


def _american(word: str) -> Iterator[str]:
    for british, american in _BRITISH:
        if british in word:
            yield word.replace(british, american)
