"""What is done with many stories: a page at a time, each in one transaction, told of together and taken back at once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from newsroom.domain.changeset import Changes, Redecide, Restore, Touched
from newsroom.domain.errors import Known, LibraryUnusable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsroom.desk.reports import Cancelled, Progress, Unwritten

    One = TypeVar("One")

PAGE = 100
"""So many stories are kept in one transaction."""


@dataclass(frozen=True, slots=True)
class MoveReport:
    """What a move did: the stories that moved, those that may not and why; changes take all back at once."""

    moved: tuple[int, ...] = ()
    refused: tuple[Unwritten, ...] = ()
    changes: Changes = field(default_factory=Changes)
    cancelled: bool = False
    stopped: Known | None = None
    """What ended it early: the library could not take more."""
    left: Changes = field(default_factory=Changes)
    """What of an undo was not come to, and can be taken back later."""


class _Pages:
    """What pages did, put together once at the end: a million stories are not copied page after page."""

    def __init__(self) -> None:
        self._moved: list[int] = []
        self._refused: list[Unwritten] = []
        self._touched: set[Touched] = set()
        self._stories: set[int] = set()
        self._inverse: list[Restore] = []
        self._decided: list[Redecide] = []
        self._seq = 0

    def add(self, page: MoveReport) -> None:
        """Take what one page did."""
        self._moved += page.moved
        self._refused += page.refused
        changes = page.changes
        self._touched |= changes.touched
        self._stories |= changes.stories
        self._inverse += reversed(changes.inverse)
        self._decided += reversed(changes.decided)
        self._seq = max(self._seq, changes.seq)

    def report(self, *, cancelled: bool = False, stopped: Known | None = None) -> MoveReport:
        """Give it all; the inverse of the latest comes first."""
        changes = Changes(
            frozenset(self._touched),
            frozenset(self._stories),
            self._seq,
            tuple(reversed(self._inverse)),
            tuple(reversed(self._decided)),
        )
        return MoveReport(tuple(self._moved), tuple(self._refused), changes, cancelled, stopped)


def paged(
    wanted: Sequence[One],
    work: Callable[[Sequence[One]], MoveReport],
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> tuple[MoveReport, int]:
    """Do a work page by page; give what it did, and how many were come to before it ended."""
    pages = _Pages()
    for start in range(0, len(wanted), PAGE):
        if cancelled and cancelled():
            return pages.report(cancelled=True), start
        if progress:
            progress(start, len(wanted), "")
        try:
            pages.add(work(wanted[start : start + PAGE]))
        except LibraryUnusable as error:
            return pages.report(stopped=error), start
    return pages.report(), len(wanted)
