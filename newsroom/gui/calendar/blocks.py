"""Where stories stand in a grid of hours: side by side where they would cover each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from newsroom.domain.card import StoryCard

HEIGHT, TALL = 24, 40
"""A story has an hour and no length: so many pixels stand for it, more where nothing follows soon."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A story in the column of a day, so many pixels below its top."""

    card: StoryCard
    day: int
    top: int


@dataclass(frozen=True, slots=True)
class Block:
    """A story with its lane, of so many beside each other; crowded where others found no room there."""

    spot: Spot
    lane: int
    lanes: int
    crowded: bool = False
    height: int = HEIGHT


@dataclass(frozen=True, slots=True)
class More:
    """Stories of an hour that found no room beside the others."""

    day: int
    top: int
    cards: tuple[StoryCard, ...] = ()
    missing: int = 0
    """So many more were not loaded."""

    @property
    def count(self) -> int:
        """Give how many there are."""
        return len(self.cards) + self.missing


def arranged(spots: Iterable[Spot], most: int, hour: int) -> tuple[tuple[Block, ...], tuple[More, ...]]:
    """Give stories their lanes, at most so many; what finds none is gathered by the hour, so many pixels each."""
    blocks: list[Block] = []
    more: list[More] = []
    clusters = list(_clusters(sorted(spots, key=lambda spot: (spot.day, spot.top))))
    for cluster, after in zip_longest(clusters, clusters[1:]):
        lanes = list(_lanes(cluster))
        crowded, height = max(lanes) >= most, _height(cluster, after)
        shown = max(1, most - 1) if crowded else max(lanes) + 1
        pairs = list(zip(cluster, lanes, strict=True))
        blocks += [Block(spot, lane, shown, crowded, height) for spot, lane in pairs if lane < shown]
        more += _gathered([spot for spot, lane in pairs if lane >= shown], hour)
    return tuple(blocks), tuple(more)


def with_missing(
    more: Iterable[More], missing: Iterable[tuple[int, int, int]], hour: int
) -> tuple[More, ...]:
    """Add stories that were not loaded: the day and the top of their hour, and how many."""
    found = {(one.day, one.top // hour): one for one in more}
    for day, top, count in missing:
        here = found.get((day, top // hour), More(day, top))
        found[day, top // hour] = replace(here, missing=here.missing + count)
    return tuple(found.values())


def _height(cluster: Sequence[Spot], after: Sequence[Spot] | None) -> int:
    """Give how high a story stands: it may be tall where it is alone for a while."""
    alone = len(cluster) == 1
    follows = after is not None and after[0].day == cluster[0].day and after[0].top < cluster[0].top + TALL
    return TALL if alone and not follows else HEIGHT


def _clusters(spots: Sequence[Spot]) -> Iterator[list[Spot]]:
    """Give the runs of stories in which each touches another."""
    run: list[Spot] = []
    for spot in spots:
        if run and (spot.day != run[-1].day or spot.top >= run[-1].top + HEIGHT):
            yield run
            run = []
        run.append(spot)
    if run:
        yield run


def _lanes(cluster: Sequence[Spot]) -> Iterator[int]:
    """Give each story the first lane that is free at its hour."""
    ends: list[int] = []
    for spot in cluster:
        lane = next((number for number, end in enumerate(ends) if end <= spot.top), len(ends))
        ends[lane:] = [spot.top + HEIGHT, *ends[lane + 1 :]]
        yield lane


def _gathered(spots: Sequence[Spot], hour: int) -> list[More]:
    found: dict[int, list[Spot]] = {}
    for spot in spots:
        found.setdefault(spot.top // hour, []).append(spot)
    return [More(group[0].day, group[0].top, tuple(spot.card for spot in group)) for group in found.values()]
