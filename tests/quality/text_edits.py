"""What newsrooms make of a story, one edit a class, sentence by sentence; all text is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.quality.stories import SYNONYMS

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    Edit = Callable[[random.Random, list[str], list[str]], list[str]]

_TEAMS = ("Altenried", "Lindenau", "Sonnberg", "Bergheim", "Grünberg", "Moorfelde", "Talheim", "Rebheim")
_NAMES = ("Kern", "Vogt", "Brandt", "Moll", "Wiesner", "Kröger", "Hellmann", "Mertens", "Lindner", "Ahlers")


def _with_others(share: float) -> Edit:
    """Give an edit that puts sentences of another story in the place of some."""

    def edit(chance: random.Random, sentences: list[str], others: list[str]) -> list[str]:
        number = int(len(sentences) * share + chance.random())
        gone = set(chance.sample(range(len(sentences)), number))
        spare = iter(chance.sample(others, number))
        return [next(spare) if place in gone else one for place, one in enumerate(sentences)]

    return edit


def _shortened(_: random.Random, sentences: list[str], __: list[str]) -> list[str]:
    return sentences[: max(2, len(sentences) // 3)]


def _picked(chance: random.Random, sentences: list[str], _: list[str]) -> list[str]:
    """Shorten from anywhere, as a desk does."""
    kept = sorted(chance.sample(range(len(sentences)), max(3, len(sentences) // 2)))
    return [sentences[place] for place in kept]


def _rewritten_lead(_: random.Random, sentences: list[str], others: list[str]) -> list[str]:
    return [others[0], *sentences[1:]]


def _merged(_: random.Random, sentences: list[str], others: list[str]) -> list[str]:
    return [*sentences, *others]


def _typos(chance: random.Random, sentences: list[str], _: list[str]) -> list[str]:
    """Put a slip into one word in twelve."""
    changed = []
    for sentence in sentences:
        words = sentence.split()
        for place, word in enumerate(words):
            if len(word) > 4 and chance.random() < 1 / 12:
                words[place] = word[:2] + word[3] + word[2] + word[4:]
        changed.append(" ".join(words))
    return changed


def _umlauts(_: random.Random, sentences: list[str], __: list[str]) -> list[str]:
    form = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
    return [sentence.translate(form) for sentence in sentences]


def _order(chance: random.Random, sentences: list[str], _: list[str]) -> list[str]:
    return chance.sample(sentences, len(sentences))


def _added(_: random.Random, sentences: list[str], others: list[str]) -> list[str]:
    return [*sentences, *others[:3]]


def _dropped(_: random.Random, sentences: list[str], __: list[str]) -> list[str]:
    return [one for place, one in enumerate(sentences) if place % 4 != 2]


def _synonyms(_: random.Random, sentences: list[str], __: list[str]) -> list[str]:
    return [" ".join(SYNONYMS.get(word, word) for word in sentence.split()) for sentence in sentences]


def _punctuation(_: random.Random, sentences: list[str], __: list[str]) -> list[str]:
    return [sentence.replace(".", " –").replace(",", "") for sentence in sentences]


def _kicker(_: random.Random, sentences: list[str], __: list[str]) -> list[str]:
    return ["Nordküste / Lokales.", *sentences]


EDITS: dict[str, Edit] = {
    "typo": _typos,
    "order": _order,
    "added": _added,
    "dropped": _dropped,
    "synonym": _synonyms,
    "umlaut form": _umlauts,
    "punctuation": _punctuation,
    "kicker": _kicker,
    "shortened": _shortened,
    "half picked": _picked,
    "rewritten lead": _rewritten_lead,
    "merged": _merged,
    "10 % exchanged": _with_others(0.125),
    "30 % exchanged": _with_others(0.3),
    "50 % exchanged": _with_others(0.5),
}


def filled(chance: random.Random, lines: Sequence[Sequence[str]]) -> list[str]:
    """Write a report as a person does: each sentence in one of some ways, with its own names and numbers."""
    home, away = chance.sample(_TEAMS, 2)
    one, two, three = chance.sample(_NAMES, 3)
    numbers = {f"n{place}": chance.randint(2, 89) for place in range(6)}
    known = {"home": home, "away": away, "one": one, "two": two, "three": three, **numbers}
    return [chance.choice(ways).format(**known) for ways in lines]
