"""The dictionaries of the machine: which there are, which one a language wants, and asking it.

Enchant is asked in this file alone. One thread asks at a time: the library beneath is not made for two.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from threading import RLock
from typing import TYPE_CHECKING, Protocol

from newsroom.text.spelling.variants import Variant, accepted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from enchant import Broker, Dict

LONGEST_WORD = 64
"""No dictionary is asked about a longer word."""

_USUAL = {"de": "de_DE", "en": "en_US", "fr": "fr_FR", "it": "it_IT", "es": "es_ES", "pt": "pt_PT"}
_PACKAGES = {
    "de": "hunspell-de-de",
    "de-at": "hunspell-de-at",
    "de-ch": "hunspell-de-ch",
    "en": "hunspell-en-us",
    "en-gb": "hunspell-en-gb",
    "pt": "hunspell-pt-pt",
    "pt-br": "hunspell-pt-br",
}

_ASKING = RLock()


class Words(Protocol):
    """A list of words that can be asked."""

    def knows(self, word: str) -> bool:
        """Tell whether a word is written so."""
        ...

    def suggest(self, word: str) -> tuple[str, ...]:
        """Give words that may have been meant, the likeliest first."""
        ...


@dataclass(frozen=True, slots=True)
class Chosen:
    """A dictionary by its name, and how it is read where it stands in for the language's own."""

    name: str
    variant: Variant = Variant.OWN


def choose(tag: str, installed: Iterable[str]) -> Chosen | None:
    """Give the dictionary for a BCP 47 tag, a neighbour's where its own is missing, or None."""
    names = {name.replace("-", "_"): name for name in installed}
    language, _, rest = tag.replace("_", "-").partition("-")
    language, region = language.lower(), rest.rpartition("-")[2].upper()
    own = f"{language}_{region}" if region else _USUAL.get(language, language)
    neighbours = sorted(one for one in names if one.startswith(f"{language}_"))
    for name in (own, _USUAL.get(language, language), language, *neighbours):
        if language and name in names:
            return Chosen(
                names[name], Variant.OWN if name == own and region else Variant.of(language, region)
            )
    return None


def packages(tag: str) -> tuple[str, ...]:
    """Give the Debian packages that bring what a language needs."""
    language = tag.lower().replace("_", "-").partition("-")[0]
    name = _PACKAGES.get(tag.lower()) or _PACKAGES.get(language) or f"hunspell-{language}"
    return ("libenchant-2-2", name)


def can_ask() -> bool:
    """Tell whether the library that asks dictionaries is there."""
    try:
        import enchant  # noqa: F401 - only whether it can be had
    except (ImportError, OSError):
        return False
    return True


def installed() -> tuple[str, ...]:
    """Give the names of the machine's dictionaries."""
    if not can_ask():
        return ()
    with _ASKING:
        return tuple(sorted(_broker().list_languages()))


def dictionary(tag: str) -> Words | None:
    """Give the dictionary for a language, or None where the machine has none that works."""
    with _ASKING:  # else two that ask at once would each make one, and the one let go takes the other down
        return _dictionary(tag)


@lru_cache(maxsize=8)
def _dictionary(tag: str) -> Words | None:
    chosen = choose(tag, installed())
    if chosen is None:
        return None
    from enchant.errors import Error

    try:
        return _Dictionary(_broker().request_dict(chosen.name), chosen.variant)
    except Error:
        return None


@lru_cache(maxsize=1)
def _broker() -> Broker:
    """Give what knows the machine's dictionaries."""
    from enchant import Broker

    return Broker()


class _Dictionary:
    """One of Enchant's dictionaries."""

    def __init__(self, asked: Dict, variant: Variant) -> None:
        self._asked, self._variant = asked, variant

    def knows(self, word: str) -> bool:
        """Tell whether a word is written so."""
        return bool(word) and len(word) <= LONGEST_WORD and accepted(word, self._variant, self._check)

    def _check(self, word: str) -> bool:
        with _ASKING:
            return bool(self._asked.check(word))

    def suggest(self, word: str) -> tuple[str, ...]:
        """Give words that may have been meant, the likeliest first."""
        if not word or len(word) > LONGEST_WORD:
            return ()
        with _ASKING:
            words = self._asked.suggest(word)
        found = (one.replace("ß", "ss") if self._variant is Variant.SWISS else one for one in words)
        return tuple(dict.fromkeys(found))
