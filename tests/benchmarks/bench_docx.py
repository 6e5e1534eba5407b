"""How fast Word files are written and read, beside python-docx's plain use of its default template."""

from __future__ import annotations

import io
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsroom.domain.article import Article, Byline
from newsroom.domain.body import Crosshead, Paragraph, body
from newsroom.domain.inline import Run, text
from newsroom.domain.marks import BOLD
from newsroom.formats import Reading, Writing
from newsroom.formats.docx import read, write

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCE = "Die Haltestellen werden nach Angaben der Verwaltung in diesem Jahr barrierefrei ausgebaut. "


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, ours, what it stands beside, their ratio, and the goal in words."""

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


def fastest(work: Callable[[], object], times: int) -> float:
    """Give the milliseconds of the fastest of several runs, after one that does not count."""
    work()
    return min(map(_timed, [work] * times))


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def run(size: str = "small") -> list[Row]:
    """Measure writing and reading of one story, again and again."""
    times = {"small": 20}.get(size, 200)
    article, writing, reading = story(1), Writing(), Reading()
    data = plainly(article)
    pairs = (
        ("DOCX written", "30 times", lambda: write(article, writing), lambda: plainly(article)),
        ("DOCX read", "20 times", lambda: read(data, reading), lambda: read_plainly(data)),
    )
    return [
        Row(what, fastest(ours, times), fastest(theirs, max(times // 10, 3)), "python-docx", goal)
        for what, goal, ours, theirs in pairs
    ]


if __name__ == "__main__":
    for row in run():
        print(f"{row.what}: {row.ours:.2f} ms, python-docx {row.beside:.1f} ms, {1 / row.ratio:.1f} times")  # noqa: T201
