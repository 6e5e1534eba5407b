"""How fast Word files are written and read, beside python-docx's plain use of its default template, pandoc and LibreOffice."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.domain.article import Article, Byline
from newsroom.domain.body import Crosshead, Paragraph, body
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import BOLD
from newsroom.formats import Reading, Writing
from newsroom.formats.docx import collect, read, write
from tests.benchmarks.rows import Row, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SENTENCE = "Die Haltestellen werden nach Angaben der Verwaltung in diesem Jahr barrierefrei ausgebaut. "


def story(number: int) -> Article:
    """Give a story of about 400 words."""
    words = (Run(f"{number} " + SENTENCE * 3), Run("Fett", frozenset({BOLD})), Run(" und weiter."))
    blocks = (part for _ in range(10) for part in (Crosshead(text("Zwischentitel")), Paragraph(words)))
    return Article.new(
        headline=f"Überschrift {number}", lead=text(SENTENCE), authors=(Byline("A B"),), body=body(*blocks)
    )


def plainly(article: Article) -> bytes:
    """Write the same story as python-docx's documentation shows it."""
    import docx

    made = docx.Document()
    made.add_heading(article.headline, 0)
    for block in article.body.blocks:
        line = made.add_heading("", 2) if isinstance(block, Crosshead) else made.add_paragraph()
        for piece in getattr(block, "content", ()):
            line.add_run(piece.text).bold = BOLD in piece.marks
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def read_plainly(data: bytes) -> int:
    """Read a story as python-docx's documentation shows it: each run's text and whether it is bold."""
    import docx

    return sum(
        len(run.text) + bool(run.bold)
        for line in docx.Document(io.BytesIO(data)).paragraphs
        for run in line.runs
    )


def by_pandoc(data: bytes, *arguments: str) -> bytes:
    """Let pandoc make something of bytes."""
    return subprocess.run(["pandoc", *arguments], input=data, capture_output=True, check=True).stdout


def by_libreoffice(data: bytes, folder: Path) -> None:
    """Let LibreOffice read a Word file and write it again."""
    (folder / "story.docx").write_bytes(data)
    command = [
        "soffice",
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--convert-to",
        "docx",
    ]
    subprocess.run(
        [*command, "--outdir", str(folder / "out"), str(folder / "story.docx")],
        check=True,
        capture_output=True,
    )


def foreign(data: bytes, written: float, taken: float) -> Iterator[Row]:
    """Measure the programs that are here beside us, each once and a second time."""
    if shutil.which("pandoc"):
        page = by_pandoc(data, "-f", "docx", "-t", "html")
        out = min(timed(lambda: by_pandoc(page, "-f", "html", "-t", "docx", "-o", "-")) for _ in range(2))
        into = min(timed(lambda: by_pandoc(data, "-f", "docx", "-t", "html")) for _ in range(2))
        yield Row("DOCX written", written, out, "pandoc", "100 times")
        yield Row("DOCX read", taken, into, "pandoc")
    if shutil.which("soffice"):
        with tempfile.TemporaryDirectory() as folder:
            by_libreoffice(data, Path(folder))
            whole = timed(lambda: by_libreoffice(data, Path(folder)))
        yield Row("DOCX read and written", written + taken, whole, "LibreOffice")


def fastest(work: Callable[[], object], times: int) -> float:
    """Give the milliseconds of the fastest of several runs, after one that does not count."""
    work()
    return min(map(timed, [work] * times))


def run(size: str = "10k") -> list[Row]:
    """Measure writing and reading of one story, again and again."""
    times = {"10k": 50}.get(size, 200)
    article, writing, reading = story(1), Writing(), Reading()
    data = plainly(article)
    pairs = (
        ("DOCX written", "30 times", lambda: write(article, writing), lambda: plainly(article)),
        ("DOCX read", "20 times", lambda: read(data, reading), lambda: read_plainly(data)),
    )
    rows = [
        Row(what, fastest(ours, times), fastest(theirs, max(times // 10, 3)), "python-docx", goal)
        for what, goal, ours, theirs in pairs
    ]
    many = [story(number) for number in range(1_000)]
    together = Row("1,000 stories in one DOCX", timed(lambda: collect(many, writing)), goal="5 s")
    return [*rows, *foreign(data, rows[0].ours, rows[1].ours), together]
