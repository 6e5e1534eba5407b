"""How fast proofs are set, beside WeasyPrint and LibreOffice where they are installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.print_profile import PrintProfile, named, write_profiles
from newsroom.formats import Writing, html
from newsroom.formats.pdf import collect, write
from newsroom.formats.pdf.proofs import measured
from newsroom.settings import House
from newsroom.text.extent import measured as counted
from newsroom.text.type_lines import line_of
from tests.benchmarks.bench_docx import fastest, story
from tests.benchmarks.rows import Row, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SEVERAL = {"10k": 50}


def run(size: str = "10k") -> list[Row]:
    """Measure a galley, several stories in one PDF, and lines counted from the type."""
    house = House(print_profiles=write_profiles([measured(PrintProfile(name="P", column=50))]))
    writing, article = Writing(house=house), story(1)
    fresh = count(1000)  # what was set once is remembered, so each run sets another story
    galley = fastest(lambda: write(story(next(fresh)), writing), 10)
    rows = [
        Row("Galley as PDF", galley, beside, name, "one page, 500 ms")
        for name, beside in _others(html.FORMAT.write(article, writing).data)  # type: ignore[misc]  # it writes
    ] or [Row("Galley as PDF", galley, goal="one page, 500 ms")]
    many = [story(number) for number in range(_SEVERAL.get(size, 1000))]
    together = timed(lambda: collect(many, writing))
    rows.append(Row(f"{len(many)} galleys in one PDF", together, goal=f"{len(many) * 60} ms"))
    line = line_of(named(house, ""), "de-DE")
    rows.append(Row("Lines from the type", fastest(lambda: counted(article, line, 220), 20), goal="a few ms"))
    return rows


def _others(page: bytes) -> Iterator[tuple[str, float]]:
    """Give the programs that are here, each with the milliseconds it takes for the story's HTML page."""
    for name, work in _programs():
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "story.html").write_bytes(page)
            yield name, fastest(partial(work, folder), 2)


def _programs() -> Iterator[tuple[str, Callable[[str], object]]]:
    weasyprint, office = shutil.which("weasyprint"), shutil.which("soffice")
    if weasyprint:
        yield "WeasyPrint", lambda folder: _call(folder, weasyprint, "story.html", "story.pdf")
    if office:
        yield (
            "LibreOffice",
            lambda folder: _call(
                folder,
                office,
                "--headless",
                f"-env:UserInstallation=file://{folder}/o",
                "--convert-to",
                "pdf",
                "story.html",
            ),
        )


def _call(folder: str, *command: str) -> None:
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
