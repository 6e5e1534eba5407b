"""Import of a thousand files: read through the guard, detect, check, insert, index; beside its parts alone."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.desk import open_desk
from newsroom.formats import Reading, Writing, by_name
from tests.benchmarks.corpus import Corpus
from tests.benchmarks.rows import Row

if TYPE_CHECKING:
    from newsroom.domain.article import Article

COUNT = 1000
WARMING = 128


def run(size: str) -> list[Row]:
    """Measure the import of 1,000 wire and DOCX files; the size named plays no part."""
    assert size
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        corpus = Corpus()
        made = [corpus.story(number) for number in range(COUNT)]
        _write(folder, made)
        reading = _spent(lambda: _read_alone(folder))
        with open_desk(folder / "library.newsroom") as desk:
            desk.intake.read([_first(folder)], None, None)
            taken = _spent(lambda: desk.intake.read([folder / "in"], None, None))
    return [
        Row("import of 1,000 mixed files", taken, reading, "parsing alone, in one process"),
        Row("files a second", COUNT / taken * 1000, 0, "", ">= 500/s", "/s"),
    ]


def _write(folder: Path, made: list[Article]) -> None:
    (folder / "in").mkdir()
    for number, story in enumerate(made):
        form = by_name("docx" if number % 10 == 0 else "wire")
        assert form.write is not None
        target = folder / "in" / f"{number:04}{form.extensions[0]}"
        target.write_bytes(form.write(story, Writing()).data)


def _first(folder: Path) -> Path:
    """Give files beside the thousand, so many that all workers and their language profiles are loaded."""
    first = folder / "first"
    first.mkdir()
    for number in range(WARMING):
        words = f"Erste Meldung {number}\n\nDas ist ein Absatz, der lang genug ist, um seine Sprache zu verraten.\n"
        (first / f"{number}.txt").write_text(words, encoding="utf-8")
    return first


def _read_alone(folder: Path) -> None:
    for path in sorted((folder / "in").iterdir()):
        form = by_name("docx" if path.suffix == ".docx" else "wire")
        assert form.read is not None
        form.read(path.read_bytes(), Reading(name=path.name))


def _spent(work: object) -> float:
    begin = time.perf_counter()
    assert callable(work)
    work()
    return (time.perf_counter() - begin) * 1000
