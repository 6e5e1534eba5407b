"""Plots how cost grows with the library, from the tables kept in ``results/``: one picture a benchmark."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

SIZES = {"10k": 10_000, "100k": 100_000, "1M": 1_000_000}
MOST_LINES = 12


def plot(results: Path) -> list[Path]:
    """Write a picture for each benchmark that was run at two sizes or more; give their paths."""
    names = sorted({found.stem.rsplit("-", 1)[0] for found in results.glob("*.json")})
    return [made for name in names if (made := _plotted(results, name))]


def _plotted(results: Path, name: str) -> Path | None:
    lines = _lines(results, name)
    if not lines:
        return None
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 6), layout="constrained")
    axes = figure.subplots()
    for what, points in list(lines.items())[:MOST_LINES]:
        axes.plot(list(points), list(points.values()), marker="o", linewidth=1.2, label=what)
    axes.set(
        xscale="log", yscale="log", xlabel="stories", ylabel="milliseconds", title=f"{name}: cost and size"
    )
    axes.grid(visible=True, which="major", alpha=0.3)
    figure.legend(loc="outside right upper", fontsize="small", frameon=False)
    path = results / f"growth-{name}.svg"
    figure.savefig(path, metadata={"Date": None})
    return path


def _lines(results: Path, name: str) -> dict[str, dict[int, float]]:
    """Give, for what was measured in milliseconds at two sizes or more, the figure by number of stories."""
    found: dict[str, dict[int, float]] = {}
    for size, number in SIZES.items():
        path = results / f"{name}-{size}.json"
        rows: list[dict[str, Any]] = json.loads(path.read_text())["rows"] if path.exists() else []
        for row in rows:
            if row["unit"] == "ms" and row["ours"] > 0:
                found.setdefault(row["what"], {})[number] = row["ours"]
    return {what: points for what, points in found.items() if len(points) > 1}
