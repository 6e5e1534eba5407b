"""The normal form of words, the same for search, highlights and likeness.

A word is a run of letters and digits. Apostrophes, soft hyphens, zero-width characters and accents
inside it join (``geht's``, ``Donau\u00addampf``); so does the sign of a gendered form (``Bürger:innen``,
``Bürger*innen``, ``Bürger_innen``, ``jede*r``). A hyphen or a slash parts two words.

Folded, a word has one spelling: small letters, ä as ae, ö and ø as oe, ü as ue, ß as ss, other accents
gone, joining signs gone. ``Müller``, ``Mueller`` and ``MÜLLER`` are all ``mueller``; ``Muller`` is not.
Stems are made from folded words, so both spellings of an umlaut have the same stem.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from Stemmer import Stemmer

VERSION = 1
"""Number of the normal form; an index built with another one is to be rebuilt."""

_GENDER = re.compile(
    r"[*:_](?<=[^\W\d_].|[\u0300-\u036f].)(?=innen(?![\u0300-\u036f])|(?:in|r|rn|e|n|m|s|en)(?![\w\u0300-\u036f]))",
    re.IGNORECASE,
)
_APOSTROPHES = "'’‘ʼ＇"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_SPELLINGS = {
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "æ": "ae", "œ": "oe",
    "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
}  # fmt: skip
_WORD = re.compile("w(?:m|[jm]*w)*")
_ALGORITHMS = {"de": "german", "en": "english"}


def _spelling(char: str) -> str:
    """Give the folded form of a letter or digit: never empty, and its own folded form."""
    if known := _SPELLINGS.get(char.lower()):
        return known
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    plain = "".join(_SPELLINGS.get(part, part) for part in folded if part.isalnum())
    return plain or char


class _Folding(dict[int, str]):
    """Folds character by character, learning each when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char.isalnum():
            self[code] = _spelling(char)
        else:
            self[code] = "" if _joins(char) else " "
        return self[code]


class _Kinds(dict[int, str]):
    """Tells for each character: w of a word, m a mark on one, j joining two parts, or a space."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char.isalnum():
            self[code] = "w"
        elif unicodedata.category(char) in {"Mn", "Mc"}:
            self[code] = "m"
        else:
            self[code] = "j" if _joins(char) else " "
        return self[code]


def _joins(char: str) -> bool:
    return char in _APOSTROPHES or char in _INVISIBLE or unicodedata.category(char) in {"Mn", "Mc"}


_FOLDING = _Folding()
_KINDS = _Kinds()


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Give each word as it is written, with its start and end in code points."""
    kinds = text.translate(_KINDS)
    for sign in _GENDER.finditer(text):
        kinds = f"{kinds[: sign.start()]}j{kinds[sign.end() :]}"
    for found in _WORD.finditer(kinds):
        yield found.start(), found.end(), text[found.start() : found.end()]


def words(text: str) -> list[str]:
    """Give the words of a text as they are written."""
    return [word for _, _, word in spans(text)]


def folded_words(text: str) -> list[str]:
    """Give the folded words of a text."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return _GENDER.sub("", text).translate(_FOLDING).split()


def folded(text: str) -> str:
    """Give the folded words of a text with one space between, as the search index keeps them."""
    return " ".join(folded_words(text))


def fold(word: str) -> str:
    """Give the folded form of one word; signs and spaces in it vanish."""
    return "".join(folded_words(word))


def stem(word: str, language: str) -> str:
    """Give the stem of a word, folded or not; of a language without rules its folded form."""
    stemmer = _stemmer_of(language)
    return stemmer.stemWord(fold(word)) if stemmer else fold(word)


def stems(text: str, language: str) -> str:
    """Give the stems of a text's words with one space between, as the search index keeps them."""
    stemmer = _stemmer_of(language)
    return " ".join(stemmer.stemWords(folded_words(text))) if stemmer else folded(text)


def same_headline_key(text: str) -> str:
    """Give what two headlines share when they differ in case, quotes, dashes and spaces only."""
    return folded(text) or " ".join(text.split())


def is_standing(words: str, listed: Iterable[str]) -> bool:
    """Tell whether words are among those that come back every day, however they are written."""
    wanted = folded(words)
    return bool(wanted) and any(folded(one) == wanted for one in listed)


def form() -> str:
    """Give the version of everything that decides the normal form: our rules, Unicode's tables, the stemmer."""
    from Stemmer import version

    return f"{VERSION}/{unicodedata.unidata_version}/{version()}"


def _stemmer_of(language: str) -> Stemmer | None:
    algorithm = _ALGORITHMS.get(language.replace("_", "-").split("-")[0].lower())
    return _stemmer(algorithm, threading.get_ident()) if algorithm else None


@lru_cache(maxsize=32)
def _stemmer(algorithm: str, _thread: int) -> Stemmer:
    """Give a thread its own stemmer, for one must not be shared between threads."""
    from Stemmer import Stemmer

    return Stemmer(algorithm)
