"""Who changes what: a story's tracked changes, and the pen that marks one edit in somebody's name."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from newsroom.domain.body import form_of, formed
from newsroom.domain.changes import Change, ChangeKind
from newsroom.domain.marks import NONE, TRACKED, Mark, MarkKind, Marks, has, value_of, without

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from newsroom.domain.body import TextBlock

CONTINUES = timedelta(minutes=30)
"""How long an edit beside an own one goes on with that change; later it is a new one."""
_KINDS = {
    MarkKind.INSERTED: ChangeKind.INSERTION,
    MarkKind.DELETED: ChangeKind.DELETION,
    MarkKind.FORMATTED: ChangeKind.FORMAT,
}
_LOOKS = (*TRACKED, MarkKind.NOTE)


def _now() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """Keeps the changes of a story by id, and opens new ones in the name of one author."""

    def __init__(
        self, author: str, changes: Iterable[Change] = (), now: Callable[[], datetime] = _now
    ) -> None:
        self.author = author
        self.changes = {change.id: change for change in changes}
        self._now = now

    def open(self, kind: ChangeKind, former: Marks = NONE, form: TextBlock | None = None) -> Change:
        """Open a change and keep it."""
        change = Change(os.urandom(6).hex(), kind, self.author, self._now(), former, form)
        self.changes[change.id] = change
        return change

    def own(self, marks: Marks, kind: MarkKind) -> Change | None:
        """Give the change of a kind on these marks where it is the author's."""
        change = self.changes.get(value_of(marks, kind) or "")
        return change if change is not None and change.author == self.author else None

    def continued(self, near: Iterable[Marks], kind: MarkKind) -> Change | None:
        """Give the author's change beside an edit that the edit goes on with."""
        found = (self.own(marks, kind) for marks in near)
        late = self._now() - CONTINUES
        return next((change for change in found if change is not None and change.time >= late), None)

    def standing(self, ids: Iterable[str]) -> tuple[Change, ...]:
        """Give the changes of these ids, in the order in which they were made."""
        wanted = frozenset(ids)
        return tuple(change for change in self.changes.values() if change.id in wanted)


class Pen:
    """Marks one edit: what it inserts, deletes and formats becomes one change of each kind.

    ``near`` are the marks beside the edit; a change of the same author there goes on.
    """

    def __init__(self, ledger: Ledger, near: Iterable[Marks] = ()) -> None:
        self._ledger = ledger
        self._near = tuple(near)
        self._marks: dict[MarkKind, Mark] = {}
        self._formats: dict[tuple[Marks, TextBlock | None], Mark] = {}

    def deleted(self, marks: Marks) -> Marks | None:
        """Give the marks of text that is deleted, or None where it was the author's own and vanishes."""
        if self._ledger.own(marks, MarkKind.INSERTED):
            return None
        return self.struck(marks)

    def struck(self, marks: Marks) -> Marks:
        """Give the marks of what is deleted and has to stay in any case."""
        return marks if has(marks, MarkKind.DELETED) else marks | {self._mark(MarkKind.DELETED)}

    def inserted(self, marks: Marks) -> Marks:
        """Give the marks of text that is inserted."""
        return without(marks, *TRACKED) | {self._mark(MarkKind.INSERTED)}

    def remarked(self, marks: Marks, wanted: Marks) -> Marks:
        """Give the marks of text that shall have other ones; notes are no formatting."""
        tracked = frozenset(mark for mark in marks if mark.kind in TRACKED)
        wanted = without(wanted, *TRACKED)
        now, then = without(marks, *_LOOKS), without(wanted, *_LOOKS)
        if now == then or self._ledger.own(marks, MarkKind.INSERTED):
            return wanted | tracked
        before = self._ledger.changes.get(value_of(marks, MarkKind.FORMATTED) or "")
        former = now if before is None else before.former
        others = without(tracked, MarkKind.FORMATTED)
        return wanted | others | self._format(then == former, marks, former, None)

    def reformed(self, block: TextBlock, form: TextBlock) -> TextBlock:
        """Give a text block in another form."""
        now = form_of(block)
        if now == form or self._ledger.own(block.marks, MarkKind.INSERTED):
            return formed(block, form)
        before = self._ledger.changes.get(value_of(block.marks, MarkKind.FORMATTED) or "")
        former = now if before is None or before.former_form is None else before.former_form
        others = without(block.marks, MarkKind.FORMATTED)
        marks = others | self._format(form == former, block.marks, NONE, former)
        return replace(formed(block, form), marks=marks)

    def _format(self, back: bool, marks: Marks, former: Marks, form: TextBlock | None) -> Marks:
        """Give the mark of a format change: none where the former look is back, an own one goes on."""
        if back:
            return NONE
        own = self._ledger.own(marks, MarkKind.FORMATTED)
        if own is not None and (own.former_form is None) is (form is None):
            return frozenset({Mark(MarkKind.FORMATTED, own.id)})
        if (former, form) not in self._formats:
            change = self._ledger.open(ChangeKind.FORMAT, former, form)
            self._formats[former, form] = Mark(MarkKind.FORMATTED, change.id)
        return frozenset({self._formats[former, form]})

    def _mark(self, kind: MarkKind) -> Mark:
        if kind not in self._marks:
            change = self._ledger.continued(self._near, kind) or self._ledger.open(_KINDS[kind])
            self._marks[kind] = Mark(kind, change.id)
        return self._marks[kind]
