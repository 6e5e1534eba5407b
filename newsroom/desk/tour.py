"""The tour: the whole road on the sample stories, from their import to every format and a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.desk.reports import ExportReport
from newsroom.domain.errors import Known, NotFound

if TYPE_CHECKING:
    from newsroom.desk import Desk
    from newsroom.desk.reports import ImportReport, Progress
    from newsroom.domain.article import Article
    from newsroom.domain.finding import Finding
    from newsroom.domain.lookalike import Lookalike
    from newsroom.translation import Message

Draw = Callable[[str, Path], list[Path]]
"""Draws the window on a library into a folder and gives the pictures."""


@dataclass(frozen=True, slots=True)
class Tour:
    """What a tour did."""

    intake: ImportReport
    findings: tuple[tuple[Article, tuple[Finding, ...]], ...]
    alike: tuple[tuple[Article, Lookalike], ...]
    exported: Article
    output: ExportReport
    pictures: tuple[Path, ...]
    undrawn: Message | None = None
    """Why there are no pictures."""


def take(desk: Desk, out: Path, draw: Draw | None = None, progress: Progress | None = None) -> Tour:
    """Go the whole road in a library, and leave the files of one story and the pictures in a folder."""
    intake = desk.samples.fill(progress)
    ids = [*(one.id for one in intake.imported), *(one.id for one in intake.known)]
    stories = [desk.writing.open(id_) for id_ in ids]
    shown = _showpiece(desk, stories)
    output = _exported(desk, shown, out)
    pictures, undrawn = _drawn(desk, out, draw)
    findings = tuple((story, desk.proofing.findings(story)) for story in stories)
    return Tour(intake, findings, _alike(desk, stories), shown, output, pictures, undrawn)


def _drawn(desk: Desk, out: Path, draw: Draw | None) -> tuple[tuple[Path, ...], Message | None]:
    if draw is None:
        return (), None
    try:
        return tuple(draw(desk.library.location, out)), None
    except Known as error:
        return (), error.message


def _showpiece(desk: Desk, stories: list[Article]) -> Article:
    """Give the story with most kinds of blocks, then words, that readers may see already."""
    from newsroom.translation import N_, msg

    free = [
        one for one in stories if not one.embargo_line and (not one.embargo or one.embargo <= desk.clock())
    ]
    if not free:
        raise NotFound(msg(N_("The sample stories are missing; install the program again.")))
    return max(free, key=lambda one: (len({*map(type, one.body.blocks)}), desk.proofing.length(one).words))


def _exported(desk: Desk, story: Article, out: Path) -> ExportReport:
    """Write a story in every format, each into a file of its own name, which a later tour replaces."""
    from newsroom.desk.targets import endings
    from newsroom.formats import writable

    report = ExportReport()
    for form in writable():
        name = f"story-{form.name}{endings(form)[0]}"
        report += desk.output.export([story.id], form.name, out / name)
    return report


def _alike(desk: Desk, stories: list[Article]) -> tuple[tuple[Article, Lookalike], ...]:
    """Give each pair of stories that resemble each other once."""
    return tuple(
        (story, other) for story in stories for other in desk.proofing.alike(story) if other.id > story.id
    )
