"""Characters nobody sees and words that look like others: harmless in a poem, a trap in a headline or link."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from newsroom.text.terms import spans

if TYPE_CHECKING:
    from collections.abc import Iterator


class Unseen(StrEnum):
    """What was found."""

    BIDI = "bidi"
    ZERO_WIDTH = "zero-width"
    MIXED_SCRIPT = "mixed-script"


@dataclass(frozen=True, slots=True)
class Suspect:
    """A place in a text that is not what it looks like, in code points."""

    start: int
    end: int
    kind: Unseen


_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_ZERO_WIDTH = re.compile("[\u180e\u200b-\u200d\u2060-\u2064\ufeff]+")
_JOINERS = "\u200c\u200d"
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
_AFTER_LATIN = "\u0250"  # all letters before are Latin
_SYMBOLS = frozenset("μµΩΔπβγλ")  # written inside Latin words by right: μg, kΩ, Δt


def invisible(text: str) -> list[Suspect]:
    """Give the direction marks, the zero-width characters and the words of mixed scripts of a text.

    Joiners inside an emoji or a word of a script that needs them are left out, soft hyphens too.
    """
    found = [Suspect(mark.start(), mark.end(), Unseen.BIDI) for mark in _BIDI.finditer(text)]
    found += [
        Suspect(mark.start(), mark.end(), Unseen.ZERO_WIDTH)
        for mark in _ZERO_WIDTH.finditer(text)
        if not _is_needed(text, mark)
    ]
    return sorted([*found, *_mixed(text)], key=lambda suspect: (suspect.start, suspect.kind))


def _is_needed(text: str, mark: re.Match[str]) -> bool:
    before, after = text[: mark.start()][-1:], text[mark.end() :][:1]
    return mark[0] in _JOINERS and bool(before and after) and not (_is_plain(before) or _is_plain(after))


def _is_plain(char: str) -> bool:
    return char.isspace() or char.isascii() or _script(char) in _SCRIPTS


def _mixed(text: str) -> Iterator[Suspect]:
    if max(text, default="") < _AFTER_LATIN:
        return
    for start, end, word in spans(text):
        scripts = {_script(char) for char in word if char.isalpha() and char not in _SYMBOLS}
        if not word.isascii() and len(scripts.intersection(_SCRIPTS)) > 1:
            yield Suspect(start, end, Unseen.MIXED_SCRIPT)


@lru_cache(maxsize=1024)
def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ")[0]
