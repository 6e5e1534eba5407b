"""How fast a selection of 1,000 stories goes out, each alone and all in one file, and what memory that takes.

PDFs are measured with and without processes of their own; other formats never start any, as they are quicker
than the start.
"""

from __future__ import annotations

import resource
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.desk import open_desk, presses
from newsroom.domain.export_profile import ExportProfile, Layout
from newsroom.formats import writable
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.rows import Row, timed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.desk import Desk

MANY = 1_000
SETS = 400
"""So many PDFs are enough to see whether processes win."""
GOALS = {"docx": "5 s", "pdf": "60 s"}


def run(size: str = "10k") -> list[Row]:
    """Measure each layout of the formats that newsrooms send by the thousand."""
    del size
    with tempfile.TemporaryDirectory() as place, open_desk(Path(place, "library.newsroom")) as desk:
        desk.library.stories.add_many(((story, "") for story in Corpus().stories(MANY)), desk.person)
        ids = desk.lists.ids()
        rows = [_each(desk, ids, name, Path(place)) for name in ("docx", "html", "text")]
        rows.append(_presses(desk, ids[:SETS], Path(place)))
        rows += [_one(desk, ids, form.name, Path(place)) for form in writable() if form.collect]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return [*rows, Row("memory at most", peak, goal="500 MB", unit="MB")]


def _each(desk: Desk, ids: Sequence[int], name: str, place: Path) -> Row:
    spent = timed(lambda: _send(desk, ids, ExportProfile(format=name), place / f"each-{name}"))
    return Row(f"{len(ids)} stories, a {name} each", spent)


def _presses(desk: Desk, ids: Sequence[int], place: Path) -> Row:
    ours = timed(lambda: _send(desk, ids, ExportProfile(format="pdf"), place / "pressed"))
    worth, presses.WORTH = presses.WORTH, float("inf")
    try:
        beside = timed(lambda: _send(desk, ids, ExportProfile(format="pdf"), place / "alone"))
    finally:
        presses.WORTH = worth
    return Row(f"{len(ids)} stories, a pdf each", ours, beside, "one process", "less than 1")


def _one(desk: Desk, ids: Sequence[int], name: str, place: Path) -> Row:
    profile = ExportProfile(format=name, layout=Layout.ONE)
    spent = timed(lambda: _send(desk, ids, profile, place / f"one-{name}"))
    return Row(f"{len(ids)} stories, one {name}", spent, goal=GOALS.get(name, ""))


def _send(desk: Desk, ids: Sequence[int], profile: ExportProfile, out: Path) -> None:
    report = desk.output.export(ids, profile, out)
    assert report.stories == len(ids), report.refused[:3]
