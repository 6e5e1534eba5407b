"""What a person types into the search field, as terms: any input is words.

A query is words, ``"phrases"`` and ``-without``. A word is found in every form of it (by its stem, in the
house's languages), a phrase as it is written, the last word already while it is being typed. At most 32 words
are asked for. Each kind of database says the terms in its own way, in its module `matching`.
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

    def forms(self) -> tuple[str, ...]:
        """Give the first word and its stems in the house's languages, as the index of stems may hold them."""
        word = self.words[0]
        return tuple(dict.fromkeys((word, *(stem(word, language) for language in LANGUAGES))))


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
