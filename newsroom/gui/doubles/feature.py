"""What is done about like stories: from the panel beside the open story, and from the view over all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from newsroom.domain.lookalike import Verdict
from newsroom.gui.doubles.view import PAGE, DoublesView
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from newsroom.desk.doubles import Merger
    from newsroom.domain.article import Article
    from newsroom.domain.card import StoryCard
    from newsroom.domain.changeset import Changes
    from newsroom.domain.lookalike import Decision, Group, Lookalike
    from newsroom.gui.room import Room
    from newsroom.gui.tasks import Task
    from newsroom.gui.views.beside import Beside

    Found = tuple[tuple[Group, ...], Mapping[int, StoryCard]]


class DoublesFeature(QObject):
    """Compares, decides, merges; the view is opened once and filled while it is open."""

    def __init__(self, room: Room, beside: Beside) -> None:
        super().__init__(room.window)
        self._room, self._beside = room, beside
        self._task: Task | None = None
        self.view: DoublesView | None = None
        panel = room.window.panel.lookalikes
        panel.beside.connect(beside.open)
        panel.compared.connect(self._compare_open)
        panel.decided.connect(self._decide_open)
        panel.taken_back.connect(self._take_back)
        room.proofs.judged.connect(self._read_decided)

    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """Give what the actions do."""
        return {"doubles": self.show_view}

    # The open story

    def _read_decided(self) -> None:
        story = self._room.session.article
        if story is not None:
            self._room.tasks.read(partial(self._decided, story), self._show_decided)

    def _decided(self, story: Article) -> tuple[tuple[Decision, str], ...]:
        found = self._room.desk.doubles.decisions(story.uid)
        if not found:
            return ()
        uids = {(one.other if one.uid == story.uid else one.uid): one for one in found}
        others = {card.uid: card.headline for card in self._room.desk.library.lists.cards_by_uid(tuple(uids))}
        return tuple((one, others[uid]) for uid, one in uids.items() if uid in others)

    def _show_decided(self, decided: Sequence[tuple[Decision, str]]) -> None:
        room = self._room
        writable = not room.desk.library.read_only
        room.window.panel.lookalikes.show_decided(decided, room.desk.house.zone, writable=writable)

    def _decide_open(self, like: Lookalike, verdict: Verdict) -> None:
        story = self._room.session.article
        if story is not None:
            self._decide(story.uid, like.uid, verdict)

    def _decide(self, uid: str, other: str, verdict: Verdict) -> None:
        doubles = self._room.desk.doubles
        back = partial(self._write, partial(doubles.forget, uid, other))
        words = {
            Verdict.NOT_A_DUPLICATE: _("Kept: not a duplicate."),
            Verdict.UPDATE_OF: _("Kept: an update."),
        }[verdict]
        self._write(partial(doubles.decide, uid, other, verdict), words, back)

    def _take_back(self, decision: Decision) -> None:
        self._write(partial(self._room.desk.doubles.forget, decision.uid, decision.other))

    def _write(
        self, work: Callable[[], Changes], words: str = "", back: Callable[[], None] | None = None
    ) -> None:
        self._room.tasks.write(work, partial(self._written, words, back), self._room.fail)

    def _written(self, words: str, back: Callable[[], None] | None, changes: Changes) -> None:
        self._room.apply(changes)
        self._room.proofs.renew()
        self._fill()
        if words:
            self._room.window.notice.say("calm", words, ((_("Undo"), back),) if back else ())

    # Beside each other

    def _compare_open(self, like: Lookalike) -> None:
        story = self._room.session.current()
        self._room.tasks.read(
            partial(self._room.desk.writing.open, like.id),
            partial(self._show_compared, story),
            self._room.fail,
        )

    def _compare(self, first: int, second: int) -> None:
        stories = self._room.desk.library.stories
        self._room.tasks.read(
            partial(stories.articles, (second, first)),
            lambda two: self._show_compared(two[1], two[0]),
            self._room.fail,
        )

    def _show_compared(self, story: Article, other: Article) -> None:
        from newsroom.gui.comparing.dialog import CompareDialog

        room = self._room
        words = _("What is only in one of the two is marked.")
        parent = self.view or room.window
        dialog = CompareDialog(
            room.tasks, room.window.wardrobe.palette, parent, _("Two similar stories"), words
        )
        dialog.name(other.headline or _("No headline"), story.headline or _("No headline"))
        dialog.compare(other, story)
        ways: list[tuple[str, Callable[[], None]]] = [(_("Close"), _nothing)]
        if not room.desk.library.read_only:
            ways += [
                (_("Update of it"), partial(self._decide, story.uid, other.uid, Verdict.UPDATE_OF)),
                (_("Not a duplicate"), partial(self._decide, story.uid, other.uid, Verdict.NOT_A_DUPLICATE)),
            ]
        dialog.offer(ways)
        dialog.open()

    # The whole library

    def show_view(self) -> None:
        """Open the view over the whole library, and compare what changed since the last time."""
        if self.view is None:
            room = self._room
            view = self.view = DoublesView(
                room.desk.house.zone, room.window, writable=not room.desk.library.read_only
            )
            view.opened.connect(room.session.open)
            view.compared.connect(self._compare)
            view.parted.connect(partial(self._decide_two, Verdict.NOT_A_DUPLICATE))
            view.updated.connect(partial(self._decide_two, Verdict.UPDATE_OF))
            view.merge_asked.connect(self._ask_merge)
            view.more_asked.connect(self._read_more)
            view.stopped.connect(self._stop)
            view.finished.connect(self._closed)
            view.show()
            self._search()
        self.view.raise_()

    def _closed(self, _result: int) -> None:
        self.view = None
        self._stop()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _search(self) -> None:
        doubles = self._room.desk.doubles
        if self._room.desk.library.read_only:
            self._fill()
            return
        self._fill()
        self._task = self._room.tasks.long(
            lambda task: doubles.search(task.progress, task.cancelled), self._searched, self._failed
        )
        self._task.progressed.connect(self._progress)

    def _progress(self, done: int, total: int, _name: str) -> None:
        if self.view is not None and total:
            self.view.show_progress(done, total)

    def _searched(self, _whole: bool) -> None:
        self._task = None
        self._fill()

    def _failed(self, error: BaseException) -> None:
        self._task = None
        self._room.fail(error)

    def _fill(self) -> None:
        if self.view is not None:
            self._room.tasks.read(self._read, self._show, self._room.fail)

    def _read(self) -> Found:
        groups = self._room.desk.doubles.groups()
        return groups, self._cards(groups[:PAGE])

    def _cards(self, groups: Sequence[Group]) -> Mapping[int, StoryCard]:
        stories = [story for group in groups for story in group.stories]
        return {card.id: card for card in self._room.desk.library.lists.cards_of(stories)}

    def _show(self, found: Found) -> None:
        if self.view is not None:
            self.view.show_groups(*found)

    def _read_more(self, first: int) -> None:
        if self.view is not None:
            page = tuple(self.view.wanted[first : first + PAGE])
            self._room.tasks.read(partial(self._cards, page), self._add, self._room.fail)

    def _add(self, cards: Mapping[int, StoryCard]) -> None:
        if self.view is not None:
            self.view.add_cards(cards)

    def _decide_two(self, verdict: Verdict, first: int, second: int) -> None:
        stories = self._room.desk.library.stories

        def decide() -> Changes:
            one, other = stories.articles((first, second))
            return self._room.desk.doubles.decide(one.uid, other.uid, verdict)

        self._write(decide)

    def _ask_merge(self, first: int, second: int) -> None:
        doubles = self._room.desk.doubles
        self._room.tasks.read(
            lambda: (doubles.merger(first, second), doubles.merger(second, first)),
            self._offer_merge,
            self._refuse,
        )

    def _refuse(self, error: BaseException) -> None:
        from newsroom.gui.faults import words_of

        if self.view is not None:
            self.view.told.setText(words_of(error))

    def _offer_merge(self, ways: tuple[Merger, Merger]) -> None:
        from newsroom.gui.doubles.merge_dialog import MergeDialog

        dialog = MergeDialog(ways, self.view or self._room.window)
        dialog.merged.connect(self._merge)
        dialog.open()

    def _merge(self, master: int, other: int) -> None:
        story = self._room.session.article
        if story is not None and story.id in {master, other}:
            self._room.session.close()
        undo = self._room.window.actions_["undo-library"].trigger
        self._write(
            partial(self._room.desk.doubles.merge, master, other), _("The stories were merged."), undo
        )


def _nothing() -> None:
    """Do nothing but close."""
