"""Runs every benchmark beside this file: ``python -m tests.benchmarks [10k|100k|1M] [name...]``;
``python -m tests.benchmarks growth`` plots how cost grows with the library.

A benchmark is a module ``bench_*.py`` with ``run(size: str) -> list[Row]``. Tables are printed and kept as
JSON in ``results/``.
"""

from __future__ import annotations

import argparse
import importlib
import json
import platform
import sqlite3
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.corpus import SIZES
from tests.benchmarks.growth import plot

if TYPE_CHECKING:
    from tests.benchmarks.rows import Row

HERE = Path(__file__).parent


def main(arguments: list[str]) -> int:
    """Run the benchmarks named, or all, and give 0."""
    names = [found.stem.removeprefix("bench_") for found in sorted(HERE.glob("bench_*.py"))]
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("size", nargs="?", default="10k", choices=[*SIZES, "growth"])
    parser.add_argument("name", nargs="*", help=", ".join(names))
    asked = parser.parse_args(arguments)
    if asked.size == "growth":
        plot(HERE / "results")
        return 0
    for name in asked.name or names:
        rows = importlib.import_module(f"tests.benchmarks.bench_{name}").run(asked.size)
        show(name, asked.size, rows)
        keep(name, asked.size, rows)
    return 0


def show(name: str, size: str, rows: list[Row]) -> None:
    """Print a benchmark's table."""
    sys.stdout.write(f"\n{name}, {size}\n")
    width = max(len(row.what) for row in rows)
    for row in rows:
        beside = f"{row.ratio:8.2f} x {row.beside_what} ({row.beside:.2f})" if row.beside else ""
        sys.stdout.write(f"  {row.what:{width}} {row.ours:10.2f} {row.unit:5} {beside:60} {row.goal}\n")


def keep(name: str, size: str, rows: list[Row]) -> None:
    """Keep a benchmark's table as JSON."""
    folder = HERE / "results"
    folder.mkdir(exist_ok=True)
    machine = {
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "cpu": platform.machine(),
    }
    data = {"size": size, "machine": machine, "rows": [asdict(row) | {"ratio": row.ratio} for row in rows]}
    (folder / f"{name}-{size}.json").write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
