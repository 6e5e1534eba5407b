"""A story's slug, and names for its files."""

from __future__ import annotations

from newsroom.text.terms import folded_words

LONGEST = 60


def slug(headline: str, longest: int = LONGEST) -> str:
    """Give the folded ASCII words of a headline joined by hyphens: whole words, at most so long.

    A first word that alone is too long is cut. A headline without one ASCII letter gives "".
    """
    parts = [part for part in map(_ascii, folded_words(headline)) if part]
    taken = parts[0][:longest] if parts else ""
    for part in parts[1:]:
        if len(taken) + 1 + len(part) > longest:
            break
        taken = f"{taken}-{part}"
    return taken


def _ascii(word: str) -> str:
    return word.encode("ascii", "ignore").decode("ascii")
