"""Makes a seeded newsroom of any size: German and English stories of an invented, Zipf-like vocabulary."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from typing import TYPE_CHECKING

from newsroom.domain.article import Article, Byline
from newsroom.domain.body import Crosshead, Paragraph, body
from newsroom.domain.inline import text
from newsroom.domain.workflow import State

if TYPE_CHECKING:
    from collections.abc import Iterator

SIZES = {"10k": 10_000, "100k": 100_000, "1M": 1_000_000}
SECTIONS = ("Welt", "Politik", "Wirtschaft", "Lokales", "Sport", "Kultur", "Wissen", "Panorama")
VOCABULARY = 60_000
_START = datetime(2015, 1, 1, 6, tzinfo=UTC)
_ONSETS = {
    "de": [
        "b",
        "br",
        "d",
        "dr",
        "f",
        "fl",
        "g",
        "gr",
        "h",
        "k",
        "kl",
        "kr",
        "l",
        "m",
        "n",
        "p",
        "pf",
        "r",
        "s",
        "sch",
        "schl",
        "schw",
        "st",
        "str",
        "t",
        "tr",
        "v",
        "w",
        "z",
    ],
    "en": [
        "b",
        "bl",
        "c",
        "cl",
        "cr",
        "d",
        "f",
        "fr",
        "g",
        "h",
        "j",
        "k",
        "l",
        "m",
        "n",
        "p",
        "pl",
        "pr",
        "qu",
        "r",
        "s",
        "sh",
        "sl",
        "sp",
        "st",
        "t",
        "th",
        "tr",
        "v",
        "w",
        "y",
    ],
}
_NUCLEI = {
    "de": ["a", "e", "i", "o", "u", "ä", "ö", "ü", "ei", "au", "ie", "eu"],
    "en": ["a", "e", "i", "o", "u", "ea", "ou", "ai", "oo", "ee", "y"],
}
_CODAS = {
    "de": ["_", "n", "r", "l", "s", "t", "ng", "cht", "st", "ck", "rt", "nd", "lz", "ß"],
    "en": ["_", "n", "r", "l", "s", "t", "ng", "ck", "st", "nd", "sh", "rd", "ght"],
}
_ENDINGS = {
    "de": ["_", "_", "en", "er", "e", "ung", "heit", "lich", "es"],
    "en": ["_", "_", "s", "ed", "ing", "er", "ly", "ness"],
}
_COMMON = {
    "de": [
        "der",
        "die",
        "und",
        "in",
        "zu",
        "den",
        "das",
        "nicht",
        "von",
        "sie",
        "ist",
        "des",
        "sich",
        "mit",
        "dem",
        "dass",
        "er",
        "es",
        "ein",
        "ich",
        "auf",
        "so",
        "eine",
        "auch",
        "als",
        "an",
        "nach",
        "wie",
        "im",
        "für",
    ],
    "en": [
        "the",
        "of",
        "and",
        "to",
        "in",
        "a",
        "is",
        "that",
        "for",
        "it",
        "was",
        "on",
        "are",
        "as",
        "with",
        "his",
        "they",
        "at",
        "be",
        "this",
        "from",
        "have",
        "or",
        "by",
        "one",
        "had",
        "not",
        "but",
        "what",
        "all",
    ],
}


class Corpus:
    """A seeded source of stories; the same seed gives the same newsroom."""

    def __init__(self, seed: int = 20) -> None:
        self._chance = random.Random(seed)
        self.words = {language: self._vocabulary(language) for language in ("de", "en")}
        self._weights = list(accumulate(1 / (rank + 8) for rank in range(VOCABULARY)))
        self._names = [f"{self._name()} {self._name()}" for _ in range(60)]

    def _vocabulary(self, language: str) -> list[str]:
        found = dict.fromkeys(_COMMON[language])
        while len(found) < VOCABULARY:
            syllables = (self._syllable(language) for _ in range(self._chance.choice((1, 2, 2, 3, 3))))
            word = "".join(syllables) + self._chance.choice(_ENDINGS[language]).replace("_", "")
            noun = language == "de" and self._chance.random() < 0.45
            found[word.capitalize() if noun else word] = None
        return list(found)

    def _syllable(self, language: str) -> str:
        parts = (self._chance.choice(kind[language]) for kind in (_ONSETS, _NUCLEI, _CODAS))
        return "".join(parts).replace("_", "")

    def _name(self) -> str:
        return (self._syllable("de") + self._syllable("de")).capitalize()

    def _draw(self, language: str, number: int) -> list[str]:
        return self._chance.choices(self.words[language], cum_weights=self._weights, k=number)

    def sentence(self, language: str) -> str:
        """Make a sentence of 6 to 16 words."""
        drawn = " ".join(self._draw(language, self._chance.randint(6, 16)))
        return drawn[0].upper() + drawn[1:] + "."

    def headline(self, language: str) -> str:
        """Make a headline of 4 to 9 words, of which half tell something."""
        count = self._chance.randint(4, 9)
        rare = self._chance.choices(self.words[language][200:], k=(count + 1) // 2)
        drawn = [*self._draw(language, count // 2), *rare]
        self._chance.shuffle(drawn)
        joined = " ".join(drawn)
        return joined[0].upper() + joined[1:]

    def story(self, number: int) -> Article:
        """Make one story of about 1.4 kB."""
        chance = self._chance
        language = "de" if chance.random() < 0.8 else "en"
        blocks: list[Paragraph | Crosshead] = [
            Paragraph(text(" ".join(self.sentence(language) for _ in range(chance.randint(2, 3)))))
            for _ in range(chance.randint(3, 4))
        ]
        if chance.random() < 0.3:
            blocks.insert(1, Crosshead(text(self.headline(language))))
        time = _START + timedelta(minutes=number * 5 + chance.randint(0, 600))
        states = (State.PUBLISHED, State.DRAFT, State.FOR_REVIEW, State.APPROVED)
        return Article.new(
            genre=chance.choice(("news", "report", "feature")),
            headline=self.headline(language),
            kicker=self.sentence(language)[:24] if chance.random() < 0.4 else "",
            lead=text(self.sentence(language)),
            body=body(*blocks),
            authors=(Byline(chance.choice(self._names)),),
            section=chance.choices(SECTIONS, (8, 5, 4, 9, 7, 3, 2, 3))[0],
            keywords=tuple(self._draw(language, 2)),
            publish_time=time,
            created=time - timedelta(hours=2),
            detected_language=language,
            state=chance.choices(states, (94, 3, 1, 2))[0],
        )

    def stories(self, number: int) -> Iterator[Article]:
        """Make stories, oldest first."""
        return (self.story(place) for place in range(number))

    def slip(self, article: Article) -> Article:
        """Give a story again under a headline with a slip of the keyboard in its longest word."""
        words = article.headline.split()
        place = max(range(len(words)), key=lambda at: len(words[at]))
        word = words[place]
        words[place] = word[:-3] + word[-2] + word[-3] + word[-1] if len(word) > 4 else word
        return replace(Article.new(), headline=" ".join(words), detected_language=article.detected_language)
