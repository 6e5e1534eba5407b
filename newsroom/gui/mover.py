"""Moves stories by the desk's rules, on a worker, says in one line what came of it, and takes it back."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from newsroom.desk.moved import PAGE, MoveReport
from newsroom.domain.workflow import State, Transition
from newsroom.gui.dialogs.question import Question
from newsroom.gui.faults import words_of
from newsroom.gui.steps import QUESTIONS, REASONS
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from newsroom.desk.reports import Cancelled, Progress
    from newsroom.domain.changeset import Changes
    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task

    Work = Callable[[Progress | None, Cancelled | None], MoveReport]
    Said = Callable[[int], str]

_ASKED = {
    State.RETURNED: Transition.RETURN,
    State.PUBLISHED: Transition.PUBLISH,
    State.WITHDRAWN: Transition.WITHDRAW,
}
"""The states into which no story goes without a question."""
_REMEMBERED = 30
"""So many moves can be taken back."""


class Mover(QObject):
    """Moves stories for a board and a calendar, which share what can be taken back."""

    ended = Signal(object)
    """A move came to its end; brings the report."""
    said = Signal(str, str, bool)
    """One line and its tone, calm or warn, and whether a move can be taken back."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.session)
        self._room, self._moving = room, room.desk.moving
        self._done: list[Changes] = []
        self._task: Task | None = None
        self.question: Question | None = None
        room.window.cancel_asked.connect(self._stop)

    # Moving

    def to_state(self, ids: Sequence[int], target: State) -> None:
        """Take stories to a state, after a question where one is due."""
        way = _ASKED.get(target)
        if way is None:
            self._to_state(ids, target)
            return
        title = _(way.label).removesuffix(" …")
        words = _(QUESTIONS[way]) if len(ids) == 1 else ngettext("{n} story", "{n} stories", len(ids))
        reason = _(REASONS[way]) if way in REASONS else ""
        needed = way is Transition.RETURN
        self.question = Question(self._room.window, title, words, title, reason=reason, needed=needed)
        self.question.finished.connect(self._answered)
        self.question.ask(partial(self._to_state, ids, target))

    def _answered(self, _result: int) -> None:
        self.question = None

    def _to_state(self, ids: Sequence[int], target: State, note: str = "") -> None:
        self._start(partial(self._moving.to_state, ids, target, note), len(ids), partial(_arrived, target))

    def to_section(self, ids: Sequence[int], section: str) -> None:
        """Put stories into a section."""
        self._start(partial(self._moving.to_section, ids, section), len(ids), partial(_filed, section))

    def to_hours(self, hours: Mapping[int, datetime | None], said: Said) -> None:
        """Give stories publish times; said gives the line for so many that moved."""
        self._start(partial(self._moving.to_hours, hours), len(hours), said)

    def _start(self, work: Work, count: int, said: Said) -> None:
        self._begin(work, count, partial(self._ended, said))

    def _begin(self, work: Work, count: int, done: Callable[[MoveReport], None]) -> None:
        """Move a few in their order among other writes, many with progress and a way to stop."""
        if count <= PAGE:
            self._room.tasks.write(partial(work, None, None), done, self._failed)
            return
        self._task = self._room.tasks.long(
            lambda task: work(task.progress, task.cancelled), done, self._failed
        )
        self._task.progressed.connect(self._advance)

    def _advance(self, done: int, total: int, _name: str) -> None:
        self._room.window.status.busy(_("Moving {n} of {all}", n=done, all=total), done, total)

    def _stop(self) -> None:
        """Stop after the page that is being kept."""
        if self._task is not None:
            self._task.stop()

    def _ended(self, said: Said, report: MoveReport) -> None:
        self._rest()
        if report.changes:
            self._done = [*self._done[1 - _REMEMBERED :], report.changes]
        self._room.apply(report.changes)
        told = [said(len(report.moved))] if report.moved else []
        told += _refusals(report)
        tone = "warn" if report.refused or report.stopped else "calm"
        if told:
            self.said.emit(" ".join(told), tone, bool(report.moved))
        self.ended.emit(report)

    def _failed(self, error: BaseException) -> None:
        self._rest()
        self.said.emit(words_of(error), "warn", False)
        self.ended.emit(MoveReport())

    def _rest(self) -> None:
        if self._task is not None:
            self._task = None
            self._room.window.status.rest()

    # The way back

    @property
    def undoable(self) -> bool:
        """Tell whether there is a move to take back."""
        return bool(self._done)

    def undo(self) -> None:
        """Take the last move back."""
        if self._done:
            changes = self._done.pop()
            self._begin(partial(self._room.desk.moving.undo, changes), len(changes.inverse), self._undone)

    def _undone(self, report: MoveReport) -> None:
        self._rest()
        changes = report.changes
        self._done = [earlier.after_undo(changes) for earlier in self._done]
        if report.left:
            self._done.append(report.left)
        self._room.apply(changes)
        words = ngettext(
            "{n} story is where it was.", "{n} stories are where they were.", len(changes.stories)
        )
        told = [words, *_refusals(report)] if changes.stories or not report.refused else _refusals(report)
        tone = "warn" if report.refused or report.stopped else "calm"
        self.said.emit(" ".join(told), tone, bool(report.left))
        self.ended.emit(replace(report, moved=tuple(changes.stories)))


def _arrived(target: State, count: int) -> str:
    state = _(target.label)
    return ngettext("{n} story is now: {state}.", "{n} stories are now: {state}.", count, state=state)


def _filed(section: str, count: int) -> str:
    return ngettext(
        "{n} story is now in {section}.", "{n} stories are now in {section}.", count, section=section
    )


def _refusals(report: MoveReport) -> list[str]:
    """Say why stories stay: the reason of one, or how many there are and the first reason."""
    told = []
    if report.refused:
        reason = tell(report.refused[0].message)
        stay = ngettext("{n} stays: {reason}", "{n} stay: {reason}", len(report.refused), reason=reason)
        told.append(reason if len(report.refused) == 1 and not report.moved else stay)
    if report.stopped:
        told.append(tell(report.stopped.message))
    if report.cancelled:
        told.append(_("The rest was left as it was."))
    return told
