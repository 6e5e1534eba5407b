"""What happens to headlines and stories on their way through newsrooms, one edit a class."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    Edit = Callable[[str, random.Random], str]

_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
_ADDED = {
    "de": ("heute", "jetzt", "überraschend", "endgültig"),
    "en": ("today", "now", "at last", "after all"),
}
_KICKERS = {
    "de": ("Nordküste", "Eilmeldung", "Aus den Gemeinden"),
    "en": ("North coast", "Breaking", "Local news"),
}


def longest(words: Sequence[str]) -> int:
    """Give the place of the longest word."""
    return max(range(len(words)), key=lambda place: len(words[place]))


def typo(headline: str, chance: random.Random) -> str:
    """Swap, drop or double a letter inside the longest word."""
    words = headline.split()
    place = longest(words)
    word = words[place]
    at = chance.randrange(2, len(word) - 2)
    slips = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
    )
    words[place] = chance.choice(slips)
    return " ".join(words)


def order(headline: str, chance: random.Random) -> str:
    """Put the beginning behind the rest."""
    words = headline.split()
    at = chance.randint(2, len(words) - 2)
    return " ".join((*words[at:], *words[:at]))


def dropped(headline: str, chance: random.Random) -> str:
    """Leave one word out that is not the longest."""
    words = headline.split()
    spare = [place for place in range(1, len(words)) if place != longest(words)]
    del words[chance.choice(spare)]
    return " ".join(words)


def umlaut(headline: str, _chance: random.Random) -> str:
    """Write umlauts as wire machines do."""
    return "".join(_UMLAUTS.get(sign, sign) for sign in headline)


def punctuation(headline: str, chance: random.Random) -> str:
    """Set other marks: quotes around a word, a dash, an exclamation mark, capitals."""
    words = headline.split()
    at = chance.randrange(len(words))
    quoted = [f"„{word}“" if place == at else word for place, word in enumerate(words)]
    return chance.choice((" ".join(quoted), f"{headline}!", f"– {headline} –", headline.upper()))


def added(language: str) -> Edit:
    """Give what puts a small word in."""

    def edit(headline: str, chance: random.Random) -> str:
        words = headline.split()
        words.insert(chance.randint(2, len(words)), chance.choice(_ADDED[language]))
        return " ".join(words)

    return edit


def kicker(language: str) -> Edit:
    """Give what sets a kicker before."""
    return lambda headline, chance: f"{chance.choice(_KICKERS[language])}: {headline}"


def headline_edits(language: str) -> dict[str, Edit]:
    """Give the edits of headlines by class."""
    edits: dict[str, Edit] = {
        "typo": typo,
        "order": order,
        "added": added(language),
        "dropped": dropped,
        "punctuation": punctuation,
        "kicker": kicker(language),
    }
    return {**edits, "umlaut form": umlaut} if language == "de" else edits
