"""How much two headlines are alike, and the terms by which an index finds a headline's likes.

Words are compared, not letters alone: the words of both headlines are paired, equal ones first, then
those a slip of the keyboard apart. What stays over decides. Words on one side only were added or
dropped, which makes a like; words on both sides were exchanged, which makes another story unless nearly
all else agrees. When only a date or the number of an instalment was exchanged, the headline is a
standing one (``Das Wetter am Montag``, ``Teil 3``) and nothing is said.

Long words weigh more than short ones. Spellings of umlauts (ä, ae, a) are no difference.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from newsroom.text.terms import fold, folded_words, same_headline_key, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Chosen on invented German and English pairs; tests/text/test_likeness.py holds the classes.
_WORTH_COMPARING = 60.0
_JUDGED_BY_LETTERS = 16
_WORTH_A_LOOK = 50.0
_VERY_LIKE = 90.0
_LIKE_BY_WORDS_MORE = 68.0
_LIKE_BY_WORDS_CHANGED = 80.0
_MOST_LACKING = 0.25
_MOST_SLIPS = 2
_HEAVIEST = 8
_SHORT = 3
_PREFIX = 4
_TWO_SHARED, _THREE_SHARED = 2, 3

_UMLAUT_KEY = re.compile("([aou])e")
_DAYS = "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"
_ENGLISH_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "januar februar maerz april mai juni juli august september oktober november dezember"
_ENGLISH_MONTHS = "january february march may june july october december"
_SERIES = "teil folge kw nr nummer woche spieltag runde ausgabe part episode week round day issue"


def _keys(listed: str) -> frozenset[str]:
    return frozenset(transcribed(word) for word in listed.split())


class Kind(StrEnum):
    """How alike two headlines are."""

    EQUAL = "equal"
    VERY_LIKE = "very-like"
    LIKE = "like"


@dataclass(frozen=True, slots=True)
class Likeness:
    """What comparing two headlines found: a score of 0 to 100, the kind, the words they share."""

    score: float
    kind: Kind | None = None
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pairing:
    """Words of one headline with their partners in the other, and what stayed over on each side."""

    equal: tuple[str, ...]
    near: tuple[tuple[str, str, float], ...]
    over: tuple[str, ...]
    other_over: tuple[str, ...]

    def score(self) -> float:
        """Give the weight of the paired words in all words, 0 to 100."""
        same = 2 * sum(map(_weight, self.equal))
        nearly = sum((_weight(a) + _weight(b)) * alike for a, b, alike in self.near)
        whole = same + sum(_weight(a) + _weight(b) for a, b, _ in self.near)
        whole += sum(map(_weight, self.over + self.other_over))
        return 100.0 * (same + nearly) / whole if whole else 0.0

    def telling(self) -> int:
        """Give the number of different paired words that say something."""
        return len(set(filter(_tells, self.equal))) + sum(_tells(a) or _tells(b) for a, b, _ in self.near)

    def shared(self) -> frozenset[str]:
        """Give the first headline's words that have a partner."""
        return frozenset(self.equal) | {word for word, _, _ in self.near}


def transcribed(folded: str) -> str:
    """Give the key under which ä, ae and a are one: the folded word without the e of an umlaut."""
    return _UMLAUT_KEY.sub(r"\1", folded)


def index_terms(headline: str) -> tuple[str, ...]:
    """Give the terms under which an index keeps and finds a headline, each once, letters and digits only.

    They are the transcribed words, so that Müller, Mueller and Muller meet, and for each word of five
    letters or more a key of ``0`` and its first four, by which a word with a slip further on is found.
    """
    keys = _transcribed_words(headline)
    prefixes = (f"0{key[:_PREFIX]}" for key in keys if len(key) > _PREFIX and key.isalpha())
    return tuple(dict.fromkeys((*keys, *prefixes)))


def worth_comparing(headline: str, others: Sequence[str]) -> list[int]:
    """Give the places of the headlines that might be like one, judged quickly by their letters.

    All are where the headline is so short that the spelling of an umlaut is much of it.
    """
    if len(headline) < _JUDGED_BY_LETTERS:
        return list(range(len(others)))
    from rapidfuzz import process
    from rapidfuzz.fuzz import token_sort_ratio
    from rapidfuzz.utils import default_process

    found = process.extract(
        headline,
        others,
        scorer=token_sort_ratio,
        processor=default_process,
        limit=None,
        score_cutoff=_WORTH_COMPARING,
    )
    return [place for _, _, place in found]


def compare(a: str, b: str) -> Likeness:
    """Compare two headlines; the shared words are given as ``a`` writes them."""
    if same_headline_key(a) == same_headline_key(b):
        return Likeness(100.0, Kind.EQUAL, _shown(a, frozenset(_transcribed_words(a))))
    mine, other = _transcribed_words(a), _transcribed_words(b)
    rough = _token_sort(mine, other)
    if rough < _WORTH_A_LOOK:
        return Likeness(round(rough, 1))
    pairing = _pair(mine, other)
    kind = _kind(pairing)
    return Likeness(round(pairing.score(), 1), kind, _shown(a, pairing.shared()) if kind else ())


@lru_cache(maxsize=4096)
def _transcribed_words(headline: str) -> tuple[str, ...]:
    return tuple(transcribed(" ".join(folded_words(headline))).split())


def _token_sort(mine: tuple[str, ...], other: tuple[str, ...]) -> float:
    from rapidfuzz.fuzz import ratio

    return ratio(" ".join(sorted(mine)), " ".join(sorted(other)), score_cutoff=_WORTH_A_LOOK)


def _pair(mine: tuple[str, ...], other: tuple[str, ...]) -> _Pairing:
    left, right = Counter(mine), Counter(other)
    equal = tuple((left & right).elements())
    over, other_over = list((left - right).elements()), list((right - left).elements())
    near = []
    for lack, word, partner in sorted(_slips(over, other_over), key=_slip_order):
        if word in over and partner in other_over:
            near.append((word, partner, 1.0 - lack))
            over.remove(word)
            other_over.remove(partner)
    return _Pairing(equal, tuple(near), tuple(over), tuple(other_over))


def slips(word: str, other: str) -> int:
    """Count the letters added, left out, exchanged or swapped between two words."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(word, other))


def _slips(mine: list[str], other: list[str]) -> Iterator[tuple[float, str, str]]:
    """Give the pairs that are a slip apart, with what they lack to be equal: numbers have no slips."""
    from rapidfuzz.distance import OSA

    for word, partner in product(mine, other):
        slips = OSA.distance(word, partner, score_cutoff=_MOST_SLIPS)
        lack = slips / max(len(word), len(partner))
        if slips <= _MOST_SLIPS and lack <= _MOST_LACKING and word.isalpha() and partner.isalpha():
            yield lack, word, partner


def _slip_order(slip: tuple[float, str, str]) -> tuple[float, str, str]:
    """Order slips by what they lack, and alike from whichever headline one looks."""
    lack, word, partner = slip
    return lack, min(word, partner), max(word, partner)


def _kind(pairing: _Pairing) -> Kind | None:
    score, exchanged = pairing.score(), bool(pairing.over and pairing.other_over)
    telling = pairing.telling()
    if exchanged and (_standing(pairing) or telling < _THREE_SHARED):
        return None
    if not (pairing.over or pairing.other_over):
        return Kind.VERY_LIKE
    if telling < _TWO_SHARED or score < (_LIKE_BY_WORDS_CHANGED if exchanged else _LIKE_BY_WORDS_MORE):
        return None
    return Kind.VERY_LIKE if score >= _VERY_LIKE and not _says_other(pairing) else Kind.LIKE


def _says_other(pairing: _Pairing) -> bool:
    """Tell whether words that say something were exchanged, and not small ones such as zu den for zur."""
    return any(map(_tells, pairing.over)) and any(map(_tells, pairing.other_over))


def _standing(pairing: _Pairing) -> bool:
    """Tell whether only dates or numbers of a series were exchanged."""
    shared, changed = set(pairing.equal), {*pairing.over, *pairing.other_over}
    dated = bool((shared | changed) & (_CALENDAR | _SERIAL))
    return all(word in _CALENDAR or (dated and word.isdigit()) for word in changed)


def _weight(word: str) -> int:
    return min(len(word), _HEAVIEST) if _tells(word) else 1


def _tells(word: str) -> bool:
    return len(word) > _SHORT or word.isdigit()


def _shown(headline: str, keys: frozenset[str]) -> tuple[str, ...]:
    """Give the words of the headline whose keys are named: those that tell, or all if none does."""
    found = {word: transcribed(fold(word)) for word in words(headline)}
    kept = [word for word, key in found.items() if key in keys]
    return tuple([word for word in kept if _tells(found[word]) or word.isupper()] or kept)


_CALENDAR = _keys(f"{_DAYS} {_ENGLISH_DAYS} {_MONTHS} {_ENGLISH_MONTHS}")
_SERIAL = _keys(_SERIES)
