"""The window on a library of a size beside the same on one of 10,000 stories: memory, and work until its list is seen."""

from __future__ import annotations

from statistics import median

from tests.benchmarks.bench_start import opened
from tests.benchmarks.libraries import filled
from tests.benchmarks.rows import Row

TIMES = 3


def run(size: str) -> list[Row]:
    """Open the window on both libraries, in turn."""
    runs = [(opened("ours", filled("10k")), opened("ours", filled(size))) for _ in range(TIMES)]
    small, large = (
        {name: median(run[place][name] for run in runs) for name in runs[0][0]} for place in (0, 1)
    )
    return [
        Row("memory with the list", large["held"], small["held"], "at 10k", "<= 300 MB", "MB"),
        Row("first list page after first paint", large["page"], small["page"], "at 10k", "<= 1.3 x"),
        Row("its work", large["work"], small["work"], "at 10k", "<= 1.3 x"),
    ]
