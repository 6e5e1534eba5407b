"""The words of a text that a dictionary is asked about, with their places.

Addresses, handles, hash tags, file names, numbers and anything with a digit in it are no words. The parts of
a hyphenated word are asked about one by one; ``Bürger:innen`` is one word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.text.terms import spans

if TYPE_CHECKING:
    from collections.abc import Iterator

_HYPHENS = "-‐‑"
_SIGNS = re.compile(
    r"(?:https?://|ftp://|www\.)\S+"
    r"|[^\s@]{1,80}@[\w.-]{1,80}"
    r"|(?<!\w)[@#/~\\][\w./\\-]+"
    r"|(?<!\w)[\w-]{1,60}(?:\.[\w-]{1,60}){0,5}\.(?:com|org|net|de|at|ch|eu|uk|io|info|tv|fm|gov|edu)\b(?:/\S*)?"
    r"|(?<!\w)\w{1,60}\.(?:docx?|pdf|html?|txt|jpe?g|png|xlsx?|csv|zip|py|exe)\b"
)
_ENDS_A_SENTENCE = re.compile(r"[.!?:…][\"“”«»’)\]]*\s+[„“”«»‚‘\"(]?$|[–—]\s+$|[„“”«»‚‘\"(]$")
_BEFORE = 8


@dataclass(frozen=True, slots=True)
class Token:
    """A word at its place in a text, in code points; what stands beside it tells more about it."""

    text: str
    start: int
    end: int
    opens: bool = False
    """It begins a sentence, so that a capital says nothing."""
    dotted: bool = False
    """A full stop follows."""
    hyphened: bool = False
    """A hyphen follows."""
    tied: bool = False
    """A hyphen stands before it."""
    spaced: bool = False
    """Nothing but a space parts it from the word before it."""


def tokens(text: str) -> Iterator[Token]:
    """Give the words of a text that can be right or wrong."""
    last = -1
    for start, end, word in spans(_masked(text)):
        if any(map(str.isdigit, word)):
            continue
        following = text[end : end + 1]
        yield Token(
            word,
            start,
            end,
            opens=start == 0 or _ENDS_A_SENTENCE.search(text[max(start - _BEFORE, 0) : start]) is not None,
            dotted=following == ".",
            hyphened=following != "" and following in _HYPHENS,
            tied=start > 0 and text[start - 1] in _HYPHENS,
            spaced=start == last + 1 and text[last].isspace(),
        )
        last = end


def _masked(text: str) -> str:
    """Give the text with blanks in the place of what is no language; places stay."""
    return _SIGNS.sub(lambda found: " " * len(found[0]), text)
