"""What happens to headlines on their way through newsrooms, one edit a class, and what makes another story of one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from types import ModuleType

    Words = list[str]
    Edit = Callable[[random.Random, Words, ModuleType], Words]


NUMBER = re.compile(r"\d+")
_PLACES = (
    "Altenried",
    "Sonnberg",
    "Bergheim",
    "Lindenau",
    "Moorfelde",
    "Seedorf",
    "Harrowby",
    "Milton",
    "Eastport",
)


def _typo(chance: random.Random, words: Words, _: ModuleType) -> Words:
    place = chance.choice([at for at, word in enumerate(words) if len(word) >= 5 and word.isalpha()])
    word = words[place]
    at = chance.randrange(len(word) - 1)
    slips = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + chance.choice("aeinst") + word[at + 1 :],
        word[: at + 1] + word[at:],
    )
    return [*words[:place], chance.choice(slips), *words[place + 1 :]]


def _order(chance: random.Random, words: Words, _: ModuleType) -> Words:
    cut = chance.randrange(1, len(words))
    return words[cut:] + words[:cut]


def _added(chance: random.Random, words: Words, language: ModuleType) -> Words:
    place = chance.randrange(len(words) + 1)
    return [*words[:place], chance.choice(language.FILLERS), *words[place:]]


def _dropped(chance: random.Random, words: Words, _: ModuleType) -> Words:
    place = chance.randrange(len(words))
    return words[:place] + words[place + 1 :]


def _umlaut(chance: random.Random, words: Words, _: ModuleType) -> Words:
    spelt: tuple[dict[str, str], ...] = (
        {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"},
        {"ä": "a", "ö": "o", "ü": "u"},
    )
    form = str.maketrans(chance.choice(spelt))
    return [word.translate(form) for word in words]


def _punctuation(chance: random.Random, words: Words, _: ModuleType) -> Words:
    place = chance.randrange(len(words))
    sign = chance.choice(["", ",", ":", " –", "!"])
    return [*words[:place], f"„{words[place]}“{sign}", *words[place + 1 :]]


def _kicker(chance: random.Random, words: Words, language: ModuleType) -> Words:
    return [chance.choice(language.KICKERS) + ":", *words]


def _synonym(_: random.Random, words: Words, language: ModuleType) -> Words:
    whole = " ".join(words)
    for word, other in language.SYNONYMS.items():
        if f" {word} " in f" {whole} ":
            return f" {whole} ".replace(f" {word} ", f" {other} ").split()
    return words


def _shortened(_: random.Random, words: Words, __: ModuleType) -> Words:
    return words[: max(3, round(len(words) * 0.7))]


def _two_slips(chance: random.Random, words: Words, language: ModuleType) -> Words:
    return _typo(chance, _dropped(chance, words, language), language)


EDITS: dict[str, Edit] = {
    "typo": _typo,
    "order": _order,
    "added": _added,
    "dropped": _dropped,
    "umlaut form": _umlaut,
    "punctuation": _punctuation,
    "kicker": _kicker,
    "synonym": _synonym,
    "shortened": _shortened,
    "typo and dropped": _two_slips,
}
STRICT = ("typo", "order", "added", "dropped", "umlaut form", "punctuation")
"""The classes whose recall and precision are a goal."""


def _other_number(chance: random.Random, headline: str) -> str:
    return NUMBER.sub(lambda found: str(int(found[0]) + chance.randint(2, 9)), headline, count=1)


def _other_place(chance: random.Random, headline: str) -> str:
    for place in _PLACES:
        if place in headline:
            return headline.replace(place, chance.choice([one for one in _PLACES if one != place]))
    return headline


def _negated(_: random.Random, headline: str) -> str:
    for word, other in (
        (" bleibt ", " bleibt nicht "),
        (" will ", " will nicht "),
        (" to ", " not to "),
        (" darf ", " darf nicht "),
    ):
        if word in headline:
            return headline.replace(word, other)
    return headline


NEAR = {"other number": _other_number, "other place": _other_place, "negation": _negated}
