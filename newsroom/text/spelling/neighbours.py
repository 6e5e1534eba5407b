"""Whether an unknown word is one slip of the hand away from a known one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LETTERS = {"de": "etnrsialhdugcomfbkzwpvüäößjyxq", "en": "etaoinsrhldcumfpgwybvkxjqz"}
_ROWS = ("qwertzuiopü", "asdfghjklöä", "yxcvbnm"), ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALIKE = ("aeiouyäöü", "sßz", "bp", "dt", "gk", "ck", "fvw", "mn", "ij")
_LONG = 8
_FIRST_FEW = 3
_TWO = 2
_MOST = 32
"""Longer words are not varied: it would take too long, and they hardly occur."""


def is_slip(word: str, language: str, knows: Callable[[str], bool]) -> bool:
    """Tell whether two letters changed places, or one too many, too few or wrong, make a known word of it."""
    return len(word) <= _MOST and (is_swapped(word, knows) or any(map(knows, _variants(word, language))))


def is_swapped(word: str, knows: Callable[[str], bool]) -> bool:
    """Tell whether two letters that changed places make a known word of it: no name looks so by chance."""
    places = (at for at in range(1, min(len(word), _MOST) - 1) if word[at] != word[at + 1])
    return any(knows(word[:at] + word[at + 1] + word[at] + word[at + 2 :]) for at in places)


def is_doubled(word: str, knows: Callable[[str], bool]) -> bool:
    """Tell whether a letter inside is written once too often; names double letters at their end: Wolff."""
    places = (at for at in range(1, min(len(word), _MOST) - 1) if word[at] == word[at - 1].lower())
    return any(knows(word[:at] + word[at + 1 :]) for at in places)


def _variants(word: str, language: str) -> Iterator[str]:
    """Give the words with one letter less, more or other; the capital stays."""
    size = len(word)
    letters = _LETTERS.get(language, _LETTERS["en"])
    for sharp, plain in (("ß", "ss"), ("ss", "ß")):
        if sharp in word:
            yield word.replace(sharp, plain)
    for at in range(1, size):
        yield word[:at] + word[at + 1 :]
    for at in range(1, size + 1):
        for letter in letters:
            yield word[:at] + letter + word[at:]
    for at in range(1, size):
        for letter in letters if size >= _LONG else _BESIDE.get(word[at], ""):
            if word[at] != letter:
                yield word[:at] + letter + word[at + 1 :]


def _beside() -> dict[str, str]:
    """Give for each letter those beside it on a German or English keyboard, and those that sound like it."""
    found: dict[str, set[str]] = {}
    for rows in _ROWS:
        for number, row in enumerate(rows):
            for at, letter in enumerate(row):
                near = row[max(at - 1, 0) : at + 2]
                for other in rows[max(number - 1, 0) : number + 2]:
                    near += other[max(at - 1, 0) : at + 2]
                found.setdefault(letter, set()).update(near)
    for group in _ALIKE:
        for letter in group:
            found.setdefault(letter, set()).update(group)
    return {letter: "".join(sorted(near - {letter})) for letter, near in found.items()}


_BESIDE = _beside()


def is_two_slips(word: str, suggest: Callable[[str], tuple[str, ...]]) -> bool:
    """Tell whether one of the first suggestions is two slips away; right for long words only."""
    from newsroom.text.likeness import slips

    return any(one.isalpha() and slips(word, one) <= _TWO for one in suggest(word)[:_FIRST_FEW])
