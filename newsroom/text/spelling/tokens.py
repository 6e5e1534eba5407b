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
_GIANT = re.compile(r"\S{200,}")
_BEFORE = 8
_PIECE = 4000


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
    """Give the words of a text that can be right or wrong.

    A long text is read in pieces, so that no single search of a pattern holds up other threads.
    """
    last = -1
    for piece, offset in _pieces(text):
        for inner, end_inner, word in spans(_masked(piece)):
            if not any(map(str.isdigit, word)):
                yield _token(text, word, offset + inner, last)
                last = offset + end_inner


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    """Give a text in pieces that end with a space, each with where it begins."""
    start = 0
    while start < len(text):
        end = start + _PIECE
        if end < len(text):
            end = max(text.rfind(" ", start, end), text.rfind("\n", start, end)) + 1 or end
        yield text[start:end], start
        start = end


def _token(text: str, word: str, start: int, last: int) -> Token:
    end = start + len(word)
    following = text[end : end + 1]
    opens = start == 0 or _ENDS_A_SENTENCE.search(text[max(start - _BEFORE, 0) : start])
    return Token(
        word,
        start,
        end,
        opens=bool(opens),
        dotted=following == ".",
        hyphened=following != "" and following in _HYPHENS,
        tied=start > 0 and text[start - 1] in _HYPHENS,
        spaced=start == last + 1 and text[last].isspace(),
    )


def _masked(text: str) -> str:
    """Give the text with blanks in the place of what is no language; places stay."""
    return _SIGNS.sub(_blank, _GIANT.sub(_blank, text))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
