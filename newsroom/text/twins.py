"""Spellings of one word that are likely meant to be one: case, umlauts, hyphens and spaces, and the plural."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PLURALS = ("s", "e", "n", "en", "er", "es", "se", "nen")
"""What German and English words take in the plural, behind the word itself."""

_SHORTEST = 4
"""Letters of a word that a plural is looked for; shorter ones are too often other words."""


def twins(words: Iterable[tuple[str, str, int]]) -> tuple[tuple[str, ...], ...]:
    """Give groups of words that are likely one, the most used of each first.

    Each word comes with its folded form and how many stories use it; the most used groups come first.
    """
    by_key: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for word, folded, number in words:
        by_key[folded.replace(" ", "")].append((word, number))
    joined = _joined(by_key)
    groups: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for key, found in by_key.items():
        groups[joined.get(key, key)].extend(found)
    several = [sorted(group, key=_rank) for group in groups.values() if len(group) > 1]
    several.sort(key=lambda group: (-sum(number for _, number in group), group[0][0]))
    return tuple(tuple(word for word, _ in group) for group in several)


def _rank(one: tuple[str, int]) -> tuple[int, str]:
    return -one[1], one[0]


def _joined(by_key: Mapping[str, object]) -> dict[str, str]:
    """Give for each plural the word that it is the plural of."""
    return {
        key: word
        for word in by_key
        if len(word) >= _SHORTEST
        for ending in PLURALS
        for key in (word + ending,)
        if key in by_key
    }
