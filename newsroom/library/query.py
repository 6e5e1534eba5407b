"""What a person types into the search field, as terms: any input is words.

A query is words, ``"phrases"`` and ``-without``. A word is found in every form of it (by its stem, in the
house's languages), a phrase as it is written, the last word already while it is being typed. Tokens reach
the database quoted, at most 32, so that nothing a person types is syntax.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from newsroom.text.terms import folded_words, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_TOKENS = 32
LANGUAGES = ("de", "en")
_PIECE = re.compile(
    r'(?P<without>(?<!\S)-(?=["“„»\w]))?(?:["“„»](?P<phrase>[^"“”„«»]*)(?P<closed>["“”«»]?)|(?P<word>[^\s"“„»]+))'
)


class Term(NamedTuple):
    """One thing asked for: words in a row, whether the last is only begun, whether it must be absent."""

    words: tuple[str, ...]
    phrase: bool = False
    begun: bool = False
    absent: bool = False

    def match(self) -> str:
        """Give the term as the index understands it."""
        row = f'{{words}} : "{" ".join(self.words)}"' + (" *" if self.begun else "")
        if self.phrase:
            return row
        forms = " OR ".join(f'"{form}"' for form in _forms(self.words[0]))
        found = f"{{stems}} : ({forms})"
        return f"({row} OR {found})" if self.begun else found


def terms(query: str) -> tuple[Term, ...]:
    """Read a query; what is left after 32 words is left out."""
    pieces = list(_PIECE.finditer(query.replace("\0", " ")))
    found: list[Term] = []
    room = MOST_TOKENS
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1 and not piece["closed"]
        for term in _read(piece, last=last):
            words = term.words[:room]
            room -= len(words)
            if words:
                found.append(term._replace(words=words))
    if all(term.absent for term in found):
        return tuple(term._replace(absent=False) for term in found)
    return tuple(found)


def _read(piece: re.Match[str], *, last: bool) -> Iterator[Term]:
    words = tuple(folded_words(piece["phrase"] if piece["word"] is None else piece["word"]))
    absent = piece["without"] is not None
    if piece["word"] is None or (absent and len(words) > 1):
        yield Term(words, phrase=True, begun=last and not absent, absent=absent)
        return
    for place, word in enumerate(words):
        yield Term((word,), begun=last and not absent and place == len(words) - 1, absent=absent)


def _forms(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((word, *(stem(word, language) for language in LANGUAGES))))


def match(asked: tuple[Term, ...]) -> str:
    """Give a query as the index understands it; it holds one term at least that is not absent."""
    present = " AND ".join(term.match() for term in asked if not term.absent)
    absent = "".join(f" NOT ({term.match()})" for term in asked if term.absent)
    return f"({present}){absent}"
