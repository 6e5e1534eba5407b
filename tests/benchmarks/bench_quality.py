"""How well like headlines and texts are told apart: precision and recall of each class of edit.

The labelled pairs are cut in two by chance; a threshold is chosen on one half and reported on the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.library.bodies import ALIKE, CONTAINED, judged
from newsroom.text.likeness import compare
from newsroom.text.shingles import Overlap, long_rows, overlap
from tests.benchmarks.rows import Row
from tests.quality.labelled import by_class, halves, headlines, texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tests.quality.labelled import Labelled

THRESHOLDS = [share / 100 for share in range(10, 96, 5)]


def run(_size: str) -> list[Row]:
    """Judge every pair, whatever the size of a library."""
    rows = list(
        _table("headlines", halves(headlines())[1], lambda pair: bool(compare(pair.first, pair.second).kind))
    )
    chosen, reported = halves(texts())
    rows += _table("texts", reported, lambda pair: judged(_shared(pair)) is not None)
    best = max(THRESHOLDS, key=lambda least: _f1(chosen, least))
    rows.append(
        Row(
            "texts: best share of both, on the other half",
            best * 100,
            ALIKE * 100,
            "the share in use",
            unit="%",
        )
    )
    best = max(THRESHOLDS, key=lambda least: _contained(chosen, least))
    rows.append(
        Row(
            "texts: best share of the shorter, on the other half",
            best * 100,
            CONTAINED * 100,
            "the share in use",
            unit="%",
        )
    )
    return rows


def _table(what: str, pairs: Sequence[Labelled], found: Callable[[Labelled], bool]) -> Iterator[Row]:
    """Give recall for each class that is alike, false hints for each that is not, and precision over all."""
    hits = {id(pair): found(pair) for pair in pairs}
    for kind, listed in by_class(pairs).items():
        share = 100 * sum(hits[id(pair)] for pair in listed) / len(listed)
        alike = listed[0].alike
        name = f"{what}, {kind}: {'recall' if alike else 'false hints'} of {len(listed)}"
        yield Row(name, share, unit="%", goal=_goal(what, kind, alike=alike))
    told = [pair for pair in pairs if hits[id(pair)]]
    right = sum(pair.alike for pair in told)
    yield Row(
        f"{what}: precision of {len(told)} hints", 100 * right / max(len(told), 1), unit="%", goal=">= 98 %"
    )


def _goal(what: str, kind: str, *, alike: bool) -> str:
    if not alike:
        return "<= 1 %"
    measured = {"headlines": "typo order added dropped punctuation", "texts": "30"}[what].split()
    if kind.split(maxsplit=1)[0] in measured or kind == "umlaut form":
        return ">= 98 %" if what == "headlines" else ">= 95 %"
    return ""


def _shared(pair: Labelled) -> Overlap:
    return overlap(long_rows(pair.first), long_rows(pair.second))


def _f1(pairs: Iterable[Labelled], least: float) -> float:
    """Give the F1 of telling by the share of both texts, among pairs of like length."""
    return _harmonic((pair.alike, min(shared.mine, shared.theirs) >= least) for pair, shared in _even(pairs))


def _even(pairs: Iterable[Labelled]) -> Iterator[tuple[Labelled, Overlap]]:
    for pair in pairs:
        if max(len(pair.first), len(pair.second)) < 1.4 * min(len(pair.first), len(pair.second)):
            yield pair, _shared(pair)


def _contained(pairs: Iterable[Labelled], least: float) -> float:
    """Give the F1 of telling by the share of the shorter text, among pairs that were cut or joined and near misses."""
    wanted = [pair for pair in pairs if pair.kind in {"shortened", "merged"} or not pair.alike]
    shares = ((pair, _shared(pair)) for pair in wanted)
    return _harmonic((pair.alike, max(shared.mine, shared.theirs) >= least) for pair, shared in shares)


def _harmonic(judged_pairs: Iterable[tuple[bool, bool]]) -> float:
    listed = list(judged_pairs)
    hits = sum(alike and told for alike, told in listed)
    wrong = sum(alike is not told for alike, told in listed)
    return 2 * hits / (2 * hits + wrong) if hits else 0.0
