"""What the window does with two like stories: decide, take back, merge, compare; each with its undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from newsroom.domain.changeset import Touched
from newsroom.domain.lookalike import Verdict
from newsroom.gui.doubles.words import kept
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.desk.doubles import Twins
    from newsroom.desk.joining import Joining
    from newsroom.domain.changeset import Changes
    from newsroom.domain.lookalike import Decision
    from newsroom.gui.room import Room


class Done(NamedTuple):
    """What a decision changed, and what takes it back."""

    changes: tuple[Changes, ...]
    back: Callable[[], tuple[Changes, ...]]


class Deciding(QObject):
    """Writes decisions; emits `done` when something was decided, merged or taken back."""

    done = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__(room.window)
        self._room = room
        self._desk = room.desk

    def decide(self, uid: str, other: str, verdict: Verdict) -> None:
        """Keep a decision on two stories by uid; for an update the first is the newer one."""
        doubles = self._desk.doubles

        def work() -> Done:
            changes = doubles.decide(uid, other, verdict)
            return Done((changes,), lambda: (doubles.forget(uid, other),))

        self._write(work, kept(verdict))

    def take_back(self, decision: Decision) -> None:
        """Take a decision back."""
        doubles, pair = self._desk.doubles, (decision.uid, decision.other)

        def work() -> Done:
            changes = doubles.forget(*pair)
            return Done((changes,), lambda: (doubles.decide(*pair, decision.verdict),))

        self._write(work, _("The decision is taken back."))

    def part_all(self, group: Twins) -> None:
        """Keep that no two stories of a group are duplicates."""
        doubles = self._desk.doubles
        uids = {card.id: card.uid for card in group.stories}

        def back() -> tuple[Changes, ...]:
            return tuple(doubles.forget(uids[pair.first], uids[pair.second]) for pair in group.pairs)

        self._write(lambda: Done(doubles.decide_all(group), back), kept(Verdict.NOT_A_DUPLICATE))

    def _write(self, work: Callable[[], Done], words: str) -> None:
        self._room.tasks.write(work, partial(self._written, words), self._room.fail)

    def _written(self, words: str, done: Done) -> None:
        self._show(done.changes)
        self._room.window.notice.say("calm", words, ((_("Undo"), partial(self._undo, done)),))

    def _undo(self, done: Done) -> None:
        """Take back what was done; an open story that was merged is shown as it is then."""
        again = self._left(done.changes)
        self._room.window.notice.dismiss()
        self._room.tasks.write(done.back, partial(self._undone, again), self._room.fail)

    def _left(self, changes: tuple[Changes, ...]) -> int:
        """Leave the open story where it was merged, and give its number."""
        story = self._room.session.article
        merged = {story for one in changes if one.concerns(Touched.TRASH) for story in one.stories}
        if story is None or story.id not in merged:
            return 0
        self._room.session.close()
        return story.id

    def _undone(self, again: int, changes: tuple[Changes, ...]) -> None:
        self._show(changes)
        if again:
            self._room.session.open(again)

    def _show(self, changes: tuple[Changes, ...]) -> None:
        for one in changes:
            self._room.apply(one)
        if self._room.session.article is not None:
            self._room.proofs.renew()
        self.done.emit()

    # Two become one

    def ask_merge(self, first: int, second: int) -> None:
        """Show what merging two stories would do either way, and merge them where that is wanted."""
        doubles = self._desk.doubles

        def ways() -> tuple[Joining, Joining]:
            return doubles.joining(first, second), doubles.joining(second, first)

        def ask() -> None:
            self._room.tasks.read(ways, self._offer, self._room.fail)

        self._room.session.save_then(ask)

    def _offer(self, ways: tuple[Joining, Joining]) -> None:
        from newsroom.gui.doubles.merge_dialog import MergeDialog

        dialog = MergeDialog(ways, self._desk.zone, self._room.window)
        dialog.merged.connect(self._merge)
        dialog.open()

    def _merge(self, master: int, other: int) -> None:
        story = self._room.session.article
        again = story is not None and story.id in {master, other}
        if again:
            self._room.session.close()
        desk = self._desk

        def work() -> Done:
            changes = desk.doubles.merge(master, other)
            return Done((changes,), lambda: (desk.writing.undo(changes),))

        self._room.tasks.write(work, partial(self._merged, master if again else 0), self._room.fail)

    def _merged(self, master: int, done: Done) -> None:
        self._written(_("The two stories are one; the other lies in the trash."), done)
        if master:
            self._room.session.open(master)
