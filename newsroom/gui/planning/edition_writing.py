"""What is written into an edition: lines moved, added, renamed and taken out, each of it on what was kept last."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsroom.domain.edition import Part
from newsroom.domain.edition_order import moved, removed, stepped
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.domain.edition import Edition
    from newsroom.gui.planning.edition_view import EditionView
    from newsroom.gui.room import Room


class EditionWriting:
    """Changes the edition that a view shows, by what its table and its questions ask for."""

    def __init__(self, view: EditionView, room: Room) -> None:
        self._view, self._desk = view, room.desk.editions
        view.model.titled.connect(self._retitle)
        view.model.ordered.connect(self._reorder)
        view.model.dropped.connect(self._drop)

    # Order

    def step(self, step: int) -> None:
        """Move the chosen lines up or down."""
        edition, rows = self._view.edition, self._view.table.rows()
        if edition is None or not rows:
            return
        parts, first = stepped(edition.parts, rows, step)
        if parts != edition.parts:
            self._view.change(lambda now: replace(now, parts=stepped(now.parts, rows, step)[0]), [first])

    def _drop(self, rows: list[int], before: int) -> None:
        if self._view.edition is not None:
            first = moved(self._view.edition.parts, rows, before)[1]
            self._view.change(lambda now: replace(now, parts=moved(now.parts, rows, before)[0]), [first])

    # Lines

    def remove(self) -> None:
        """Take the chosen lines out; their stories stay in the library."""
        view, rows = self._view, self._view.table.rows()
        if rows:
            view.change(lambda now: replace(now, parts=removed(now.parts, rows)), [rows[0]])
            view.line.say(_("Taken out of the edition."), ((_("Undo"), view.undo),))

    def _retitle(self, row: int, words: str) -> None:
        self._view.change(lambda now: self._desk.titled(now, row, words), [row])

    def _reorder(self, row: int, words: str) -> None:
        self._view.change(lambda now: self._desk.ordered(now, row, words), [row])

    def add_topics(self) -> None:
        """Add the topics of the day's story list."""
        self._view.change(self._desk.with_topics)

    def add_page(self, title: str) -> None:
        """Add a page at the end."""

        def work(now: Edition) -> Edition:
            wider = replace(now, parts=(*now.parts, Part("?", page=True)))
            return self._desk.titled(wider, len(now.parts), title)

        self._view.change(work, [len(self._view.model.lines)])

    def add_stories(self, ids: tuple[int, ...]) -> None:
        """Add stories behind the line at hand."""
        lines, row = self._view.model.lines, self._view.table.currentIndex().row()
        at = row + 1 if row >= 0 and lines else None
        chosen = [len(lines) if at is None else at]
        self._view.change(lambda now: self._desk.with_stories(now, ids, at=at), chosen)
