"""One line of a benchmark's table, and the tools every benchmark measures with."""

from __future__ import annotations

import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, ours, what it stands beside, their ratio, and the goal in words.

    Times are milliseconds; `beside` is 0 where nothing stands beside.
    """

    what: str
    ours: float
    beside: float = 0.0
    beside_what: str = ""
    goal: str = ""
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Give ours in parts of the other."""
        return self.ours / self.beside if self.beside else 0.0


def timed(work: Callable[[], object]) -> float:
    """Give the milliseconds of one run."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def middle(work: Callable[[], object], times: int = 7) -> float:
    """Give the median milliseconds of several runs."""
    return median(timed(work) for _ in range(times))


def spread(works: Iterable[Callable[[], object]]) -> tuple[float, float]:
    """Give median and 95th percentile of many different runs, in milliseconds."""
    taken = sorted(timed(work) for work in works)
    return median(taken), taken[int(len(taken) * 0.95)]
