"""Words written twice in a row."""

from __future__ import annotations

import re

_TWICE = re.compile(r"(?<![\w’'-])([^\W\d_]+)\s+\1(?![\w’'-])")
# "die Leute, die die Stadt kennt", "das Haus, in dem dem Gast nichts fehlt"
_AFTER_A_COMMA = re.compile(r",\s+(?:[^\W\d_]+\s+)?$")
_MEANT_AFTER_A_COMMA = {"de": frozenset({"der", "die", "das", "den", "dem", "sie", "ihr"})}
_MEANT = {"de": frozenset({"als"}), "en": frozenset({"had", "that"})}


def doubled_words(text: str, language: str) -> list[tuple[int, int, str]]:
    """Give each small-letter word that stands twice with only white space between.

    Start and end enclose the second word and the space before it: taking them out mends the text.
    Doublings that the language's grammar wants are left out.
    """
    return [
        (found.end(1), found.end(), found[1])
        for found in _TWICE.finditer(text)
        if found[1].islower() and not _meant(found[1], text[: found.start()], language[:2].lower())
    ]


def _meant(word: str, before: str, language: str) -> bool:
    if word in _MEANT.get(language, ()):
        return True
    listed = word in _MEANT_AFTER_A_COMMA.get(language, ())
    return listed and _AFTER_A_COMMA.search(before[-60:]) is not None
