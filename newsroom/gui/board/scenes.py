"""Board and calendar, as the house's script draws them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from newsroom.gui.calendar.head import DAY, MONTH, WEEK
from newsroom.gui.desk_views import BOARD, CALENDAR, LIST, DeskViews

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.gui.application import Program

    Wait = Callable[[Callable[[], bool]], None]


class DeskScenes:
    """Goes into each view of the desk, and out again at last."""

    def __init__(self, program: Program, wait: Wait) -> None:
        assert program.wiring is not None
        self._views, self._wait = program.wiring.feature(DeskViews), wait

    def named(self) -> dict[str, Callable[[], None]]:
        """Give the views by name, each a way to get there."""
        spans = {f"calendar-{span}": partial(self._calendar, span) for span in (WEEK, DAY, MONTH)}
        return {"board": self._board, **spans, "list-again": partial(self._views.show, LIST)}

    def _board(self) -> None:
        self._views.show(BOARD)
        self._wait(lambda: self._views.board is not None and self._views.board.settled)

    def _calendar(self, span: str) -> None:
        self._views.show(CALENDAR)
        self._wait(lambda: self._views.shown == CALENDAR)
        calendar = self._views.calendar
        assert calendar is not None
        calendar.show_span(span)
        self._wait(lambda: calendar.settled)
