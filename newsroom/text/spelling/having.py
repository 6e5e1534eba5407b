"""Having a judge of a language's spelling, or the sentence that says what is missing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from newsroom.domain.words import language_name
from newsroom.text.spelling.dictionaries import can_ask, dictionary, packages
from newsroom.text.spelling.speller import Speller
from newsroom.translation import N_, msg

if TYPE_CHECKING:
    from newsroom.text.spelling.dictionaries import Words
    from newsroom.translation import Message

_COMMONEST = {"de": ("und", "nicht", "Jahr"), "en": ("and", "not", "year")}
_BESIDE = {"de": "en-US", "en": "de-DE"}


@lru_cache(maxsize=8)
def speller(tag: str) -> Speller | None:
    """Give the judge of a BCP 47 language, or None where the machine has no dictionary that works."""
    words = dictionary(tag)
    language = _primary(tag)
    if words is None or not _works(words, language):
        return None
    return Speller(tag, words, dictionary(_BESIDE.get(language, "en-US")))


def _works(words: Words, language: str) -> bool:
    """Tell whether a dictionary knows the commonest words; a spoilt one knows none and would mark all."""
    return all(map(words.knows, _COMMONEST.get(language, ())))


def lacking(tag: str) -> Message | None:
    """Give the sentence that says why a language cannot be judged and what brings it; None where it can."""
    if speller(tag) is not None:
        return None
    if dictionary(tag) is not None:
        text = N_(
            "The dictionary of this language is damaged: {language}. Spelling is not checked. "
            "To put it right: sudo apt install --reinstall {packages}"
        )
    elif can_ask() or not _binding_is_missing():
        text = N_(
            "There is no dictionary for this language: {language}. Spelling is not checked. "
            "To have it: sudo apt install {packages}"
        )
    else:
        text = N_(
            "Spelling is not checked: the package pyenchant is missing. "
            "To have it: pip install pyenchant; sudo apt install {packages}"
        )
    return msg(text, language=msg(language_name(tag)), packages=" ".join(packages(tag)))


def _binding_is_missing() -> bool:
    from importlib.util import find_spec

    return find_spec("enchant") is None


def _primary(tag: str) -> str:
    return tag.replace("_", "-").partition("-")[0].lower()
