"""Telling names from slips: what stands beside a word, and whether it comes again."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from newsroom.resources import find
from newsroom.text.spelling.doubt import Doubt, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from newsroom.text.spelling.tokens import Token

_LISTED = (
    "der die das den dem des ein eine einen einem einer eines kein keine keinen im am zum zur vom beim ins ans "
    "the a an"
)
_ARTICLES = frozenset(_LISTED.split())
_LISTED_PARTICLES = "al el ad as ibn bin bint ben abu les la le du de del della dello di da dos do das den der des van von ter y e et of the and"
_PARTICLES = frozenset(_LISTED_PARTICLES.split())
AGENCIES = frozenset({"afp", "apa", "dapd", "dpa", "epd", "kna", "ots", "rtr", "sid"})
"""Signs of agencies, which are written small."""
_LIST_GAPS = (2, 3)
"""A comma, or a dash between spaces."""
_GENITIVES = ("’s", "'s", "’", "'", "s")
_LEAST_NAME = 3


def stands_as_name(row: Sequence[Token], at: int) -> bool:
    """Tell whether a capitalised word stands right beside another one, as the parts of a name do."""
    before = row[at - 1] if at and row[at].spaced else None
    if before and before.text[0].isupper() and not before.opens:
        return True
    after = row[at + 1] if at + 1 < len(row) else None
    if not (after and after.spaced and after.text[0].isupper()):
        return False
    return not (before and before.text.lower() in _ARTICLES)


def is_surely_name(row: Sequence[Token], unknown: Sequence[bool], at: int) -> bool:
    """Tell whether a capitalised word stands behind a given name, or beside another unknown one, as in a list."""
    if at and row[at].spaced and row[at - 1].text in given_names():
        return True
    return any(
        0 <= beside < len(row)
        and unknown[beside]
        and row[beside].text[0].isupper()
        and _gap(row, min(at, beside)) in _LIST_GAPS
        for beside in (at - 1, at + 1)
    )


def _gap(row: Sequence[Token], at: int) -> int:
    return row[at + 1].start - row[at].end


def is_particle(row: Sequence[Token], at: int) -> bool:
    """Tell whether a short small word belongs to a name beside it: Ahmed al Sayed, Évian-les-Bains."""
    if row[at].text not in _PARTICLES:
        return False
    return any(
        0 <= beside < len(row) and row[beside].text[0].isupper() and _gap(row, min(at, beside)) == 1
        for beside in (at - 1, at + 1)
    )


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Give usual given names."""
    lines = find("words", "given-names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))


def nominative(name: str) -> str:
    """Give a name without the ending of its genitive."""
    for ending in _GENITIVES:
        if name.endswith(ending) and len(name) >= len(ending) + _LEAST_NAME:
            return name[: -len(ending)]
    return name


def tally(row: Iterable[Doubt]) -> Counter[str]:
    """Count how often each capitalised word of a paragraph is unknown."""
    return Counter(nominative(doubt.word) for doubt in row if doubt.kind is not Kind.WRONG)


def is_mistake(doubt: Doubt, seen: Mapping[str, int]) -> bool:
    """Tell whether a doubt is a mistake, by how often capitalised words are unknown in the whole story."""
    return doubt.kind is Kind.WRONG or (doubt.kind is Kind.UNSURE and seen[nominative(doubt.word)] <= 1)


def settled(paragraphs: Iterable[Sequence[Doubt]]) -> list[tuple[Doubt, ...]]:
    """Give those doubts of a story's paragraphs that are mistakes."""
    rows = list(paragraphs)
    seen = sum(map(tally, rows), Counter[str]())
    return [tuple(doubt for doubt in row if is_mistake(doubt, seen)) for row in rows]
