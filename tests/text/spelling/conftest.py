"""A short list of words for the rules, and the machine's dictionaries where they are installed."""

from __future__ import annotations

import pytest

from newsroom.text.spelling import Speller, speller

WORDS = """der die das und ein eine im in am ist war hat sagte nicht über Haus Hafen Stadt Rat Rates Schiff Jahr Jahre
    Präsident Regierung Bürger Bürgerinnen Kollege Kolleginnen jeder Arbeit Recht bricht gekaut stellen ruhig Woche
    gesperrt winken nah nahen schreibt Brief geht Mittwoch Gemeinde Straße heiß Mrd. legt ab nach elf froh gute Hafenstadt Regierungsrat Hafens"""
OTHERS = "the and be to not or a of letter we never saw this on question that is stay home"
GERMAN, ENGLISH = WORDS.split(), OTHERS.split()


class Listed:
    """A list of words as a dictionary."""

    def __init__(self, words):
        self.words = frozenset(words)
        self.asked = []

    def knows(self, word):
        self.asked.append(word)
        return word in self.words

    def suggest(self, word):
        return tuple(sorted(one for one in self.words if one[:2] == word[:2]))


@pytest.fixture
def listed():
    return Listed(GERMAN)


@pytest.fixture
def judge(listed):
    """A judge of German with a short list, and English beside it."""
    return Speller("de-DE", listed, Listed(ENGLISH))


@pytest.fixture(scope="session")
def german():
    found = speller("de-DE")
    if found is None:
        pytest.skip("no German dictionary is installed (hunspell-de-de)")
    return found


@pytest.fixture(scope="session")
def english():
    found = speller("en-US")
    if found is None:
        pytest.skip("no English dictionary is installed (hunspell-en-us)")
    return found
