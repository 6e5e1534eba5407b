"""Which language a text is written in.

langdetect judges, but with the profiles of the newsroom's languages and their likely neighbours only,
on the first 600 characters, and with letter groups cut whole texts at a time: several times its own
speed. A neighbour that wins means "unknown", and so does a text whose letter groups the winner hardly
knows: that is how a language nobody loaded is noticed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Callable

    from langdetect.detector_factory import DetectorFactory

_NEIGHBOURS = (
    "af", "ca", "cs", "cy", "da", "es", "et", "fi", "fr", "hu", "id", "it",
    "nl", "no", "pl", "pt", "ro", "sv", "tl", "tr",
)  # fmt: skip
_FEWEST_LETTERS = 50
_LONGEST = 600
_TRIALS = 3
_LEAST_KNOWN = 0.55
_LEAST_CERTAIN = 0.6
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+")


@dataclass(frozen=True, slots=True)
class Detected:
    """A language's code, "" where it is unknown, and how certain that is: 0 to 1."""

    code: str = ""
    certainty: float = 0.0


UNKNOWN = Detected()


def detect(text: str, candidates: tuple[str, ...] = ("de", "en")) -> Detected:
    """Tell which of the candidates (ISO 639-1 codes) a text is written in.

    Fewer than 50 letters are too few to tell. The answer is remembered by the text's first 600 characters.
    """
    return _detect(text[:_LONGEST], candidates)


def same_language(a: str, b: str) -> bool:
    """Tell whether two BCP 47 tags name one language, whatever their regions: de-AT and de do."""
    return _primary(a) == _primary(b) != ""


def _primary(tag: str) -> str:
    return tag.replace("_", "-").split("-")[0].lower()


@lru_cache(maxsize=2048)
def _detect(text: str, candidates: tuple[str, ...]) -> Detected:
    if sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        return UNKNOWN
    found = _judge(candidates)(text)
    return found if found.code in candidates else UNKNOWN


@lru_cache(maxsize=8)
def _judge(candidates: tuple[str, ...]) -> Callable[[str], Detected]:
    """Give a function that judges a text: each call draws from the same seed, so threads agree."""
    from langdetect.detector import Detector
    from langdetect.lang_detect_exception import LangDetectException

    factory, letters = _factory(candidates), _letters()

    class Judge(Detector):
        """langdetect's judge, with a quicker way to its letter groups."""

        def _extract_ngrams(self) -> list[str]:
            known = self.word_lang_prob_map
            return [group for group in _threes(self.text) if group in known]

    def judge(text: str) -> Detected:
        detector = Judge(factory)
        detector.n_trial = _TRIALS
        detector.text = _prepared(text, letters)
        try:
            best = detector.get_probabilities()[0]
        except (LangDetectException, IndexError):
            return UNKNOWN
        place = factory.langlist.index(best.lang)
        known = _share_known(detector.text, factory.word_lang_prob_map, place)
        sure = known >= _LEAST_KNOWN and best.prob >= _LEAST_CERTAIN
        return Detected(best.lang, round(min(1.0, best.prob), 4)) if sure else UNKNOWN

    return judge


def _factory(candidates: tuple[str, ...]) -> DetectorFactory:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    profiles = [Path(PROFILES_DIRECTORY, name) for name in sorted({*candidates, *_NEIGHBOURS})]
    factory = DetectorFactory()
    factory.load_json_profile([path.read_text(encoding="utf-8") for path in profiles if path.is_file()])
    factory.set_seed(0)
    return factory


def _letters() -> dict[int, str]:
    """Give a table to langdetect's letters: other characters become spaces or a common form."""
    from langdetect.utils.ngram import NGram

    class Letters(dict[int, str]):
        def __missing__(self, code: int) -> str:
            self[code] = NGram.normalize(chr(code))
            return self[code]

    return Letters()


def _prepared(text: str, letters: dict[int, str]) -> str:
    """Give the words in langdetect's letters, without addresses and capitals that stand for a name."""
    text = normalize("NFC", _ADDRESS.sub(" ", text)).translate(letters)
    kept = [word for word in text.split() if len(word) == 1 or not word.isupper()]
    return f" {' '.join(kept)} "


def _threes(text: str) -> list[str]:
    """Give all groups of three; a space stands for a word's edge. Smaller ones tell little and cost much."""
    groups = zip(text, text[1:], text[2:], strict=False)
    return ["".join(group) for group in groups if group[1] != " "]


def _share_known(text: str, known: dict[str, list[float]], place: int) -> float:
    groups = _threes(text)
    nothing = (0.0,) * (place + 1)
    return sum(1 for group in groups if known.get(group, nothing)[place]) / max(1, len(groups))
