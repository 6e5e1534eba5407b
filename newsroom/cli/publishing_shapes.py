"""What the commands of publishing answer in JSON; these shapes are a promise to other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.cli import failures
from newsroom.cli.failures import code_of, kind_of, sentence
from newsroom.cli.shapes import Shape, time

if TYPE_CHECKING:
    from newsroom.desk.publishing import Sendings
    from newsroom.desk.schedule import DueReport
    from newsroom.domain.publishing import ChannelPlan, Release


def plan(one: ChannelPlan) -> Shape:
    """Give how stories go out by a channel."""
    return {
        "channel": one.channel.value,
        "folder": one.folder,
        "pattern": one.pattern,
        "formats": list(one.formats),
        "preset": one.preset,
    }


def release(one: Release, zone: str) -> Shape:
    """Give what went out of a story at once."""
    return {
        "number": one.number,
        "time": time(one.time, zone),
        "channel": one.channel.value,
        "kind": one.kind.value,
        "version": one.version,
        "person": one.person,
        "folder": one.folder,
        "written": one.written is not None,
        "files": [
            {"format": file.format, "path": file.path, "sha256": file.sha256, "bytes": file.size}
            for file in one.files
        ],
    }


def sendings(done: Sendings) -> Shape:
    """Give what was written, and what waits and why."""
    return {
        "written": [str(path) for sent in done.sent for path in sent.paths],
        "waiting": [
            {"id": one.story, "kind": kind_of(one.error), "reason": sentence(one.error.message)}
            for one in done.unsent
        ],
    }


def due_report(report: DueReport, zone: str) -> Shape:
    """Give what a look at the schedule did."""
    shape: Shape = {
        "published": [
            {"id": one.story, "headline": one.headline, "hour": time(one.hour, zone), "late": one.late}
            for one in report.out
        ],
        "refused": [
            {"id": one.id, "kind": kind_of(one.error), "reason": sentence(one.message)}
            for one in report.refused
        ],
        **sendings(report.sendings),
    }
    if report.stopped:
        shape |= failures.shape(
            kind_of(report.stopped), sentence(report.stopped.message), code_of(report.stopped)
        )
    return shape
