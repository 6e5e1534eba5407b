"""What is chosen in a list, of which most rows may not be loaded: how many, and, once asked for, which stories."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

from newsroom.gui.browser.cards import parts_of
from newsroom.gui.browser.story_list_model import Loading, card_of
from newsroom.gui.throttle import AfterPause

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsroom.gui.board.column_list import ColumnList
    from newsroom.gui.browser.cards import ManyRows
    from newsroom.gui.browser.listing import Listing
    from newsroom.gui.browser.story_list_model import StoryListModel
    from newsroom.gui.tasks import Task, Tasks

    Ranges = tuple[tuple[int, int], ...]

_PAUSE = 80
_AT_ONCE = 2_000
"""So many rows are looked through at once."""
Flag = QItemSelectionModel.SelectionFlag


class Choice(QObject):
    """Knows the stories that are chosen; those of rows that are not loaded are asked for on a worker.

    What was chosen stays chosen while the same list is loaded anew, wherever its rows have gone, and no longer
    than it is listed.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, view: ManyRows | ColumnList, model: StoryListModel, tasks: Tasks) -> None:
        super().__init__(view)
        self._view, self._model, self._tasks = view, model, tasks
        self.whole = False
        """All stories of the list were asked for."""
        self._asked: Sequence[int] | None = None
        self._sorted = array("q")
        self._before: Sequence[int] = ()
        self._task: Task | None = None
        self._waiting: Callable[[], None] | None = None
        self._soon = AfterPause(self._ask, _PAUSE, self)
        view.all_asked.connect(self._choose_all)
        view.selectionModel().selectionChanged.connect(self._weigh)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._again)
        model.stood.connect(self._look_again)
        model.came.connect(self._mark)
        model.turned.connect(self._turned)

    @property
    def asking(self) -> bool:
        """Tell whether the stories are being asked for."""
        return self._task is not None or self._soon.waiting()

    @property
    def number(self) -> int:
        """Give how many stories are chosen."""
        if self._asked is not None:
            return len(self._asked)
        return sum(last - first + 1 for first, last in self._view.ranges())

    @property
    def ids(self) -> Sequence[int]:
        """Give the stories that are chosen, top to bottom; nothing while they are asked for."""
        if self._asked is not None:
            return () if self.asking else self._asked
        return self._loaded() if not self.asking and self._at_hand() else ()

    def then(self, act: Callable[[], None]) -> None:
        """Do something with what is chosen, as soon as it is known."""
        if self.asking:
            self._waiting = act
        else:
            act()

    def take(self, ids: Sequence[int]) -> None:
        """Choose those of some stories that are listed, loaded or not."""
        listing = self._model.listing
        if listing is not None and listing.numbers is not None:
            self._forget()
            self._asked, self._sorted = ids, array("q", sorted(ids))
            self._read(partial(_still, listing, self._sorted))
            self.changed.emit()

    def _ranges(self) -> Ranges:
        return tuple(sorted(self._view.ranges()))

    def _at_hand(self) -> bool:
        """Tell whether all that is chosen is loaded."""
        return self.number <= _AT_ONCE and all(self._model.has(*part) for part in self._view.ranges())

    def _loaded(self) -> tuple[int, ...]:
        rows = (row for first, last in self._ranges() for row in range(first, last + 1))
        return tuple(card_of(self._model.item(row)).id for row in rows)

    # What was chosen by hand

    def _weigh(self, chosen: QItemSelection, left: QItemSelection) -> None:
        """Ask for the stories of what is chosen where they are not loaded."""
        if not self._turn_one(chosen, left):
            self._forget()
            if not self._at_hand():
                self._soon.ask()
        self.changed.emit()

    def _turn_one(self, chosen: QItemSelection, left: QItemSelection) -> bool:
        """Choose one story more or less where many are, of which not all are loaded."""
        turned = [(part, more) for more, parts in ((True, chosen), (False, left)) for part in parts_of(parts)]
        if self._asked is None or self.asking or sum(part.height() for part, _more in turned) != 1:
            return False
        (part, more), *_others = turned
        item = self._model.item(part.top())
        if item is None:
            return False
        ids, ordered, story = array("q", self._asked), self._sorted, card_of(item).id
        if more:
            ids.append(story)
            ordered.insert(bisect_left(ordered, story), story)
        elif _holds(ordered, story):
            ids.remove(story)
            ordered.remove(story)
        self._asked, self.whole = ids, False
        return True

    def _choose_all(self) -> None:
        self._forget()
        self.whole = True
        listing = self._model.listing
        loaded = self._model.complete and self._at_hand()
        if not loaded and listing is not None and listing.numbers is not None:
            self._read(partial(listing.numbers, 0, None))
        self.changed.emit()

    def clear(self) -> None:
        """Choose nothing."""
        self._forget()
        self._view.clearSelection()
        self.changed.emit()

    # What is asked for

    def _forget(self) -> None:
        self._soon.forget()
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._asked, self.whole, self._waiting = None, False, None

    def _ask(self) -> None:
        listing = self._model.listing
        if listing is not None and listing.numbers is not None:
            self._read(partial(_numbers, listing, self._ranges()))

    def _read(self, work: Callable[[], Sequence[int]]) -> None:
        self._task = self._tasks.read(partial(_both, work), self._took, self._failed)

    def _took(self, both: tuple[Sequence[int], array[int]]) -> None:
        self._task = None
        self._asked, self._sorted = both
        self.changed.emit()
        act, self._waiting = self._waiting, None
        if act is not None:
            act()

    def _failed(self, error: BaseException) -> None:
        self.clear()
        self.failed.emit(error)

    # While the list is loaded anew

    def _turned(self) -> None:
        """Choose nothing of a list that was left, where several were chosen: it is never changed from another."""
        if self._model.loading is Loading.FIRST and (self.number > 1 or self.asking):
            self.clear()

    def _remember(self) -> None:
        same = self._model.loading is Loading.SHOWN
        self._before = self.ids if same and self.number > 1 else ()
        if not self._before:
            self._forget()

    def _again(self) -> None:
        """Choose what was chosen and is still listed."""
        ids, self._before = self._before, ()
        if not ids:
            return
        asked, whole = self._asked is not None, self.whole
        if not asked:
            self._asked, self._sorted = ids, array("q", sorted(ids))
        if whole:
            self._silently(self._view.selectAll)
        for row in self._model.loaded():
            self._mark(row, row)
        if asked:
            self._look_again()
        else:
            self._asked = None
            self.changed.emit()

    def _look_again(self) -> None:
        """Ask which of the chosen stories are still listed, where not all of them are loaded."""
        listing = self._model.listing
        if (
            self._asked is not None
            and not self.asking
            and listing is not None
            and listing.numbers is not None
        ):
            self._read(partial(_still, listing, self._sorted))
            self.changed.emit()

    def _mark(self, first: int, last: int) -> None:
        """Show of rows that came whether they are chosen."""
        if self._asked is None:
            return
        chosen, left = QItemSelection(), QItemSelection()
        for row in range(first, last + 1):
            here = self._model.index(row)
            (chosen if _holds(self._sorted, card_of(self._model.item(row)).id) else left).select(here, here)
        marks = self._view.selectionModel()

        def turn() -> None:
            marks.select(chosen, Flag.Select | Flag.Rows)
            marks.select(left, Flag.Deselect | Flag.Rows)

        self._silently(turn)

    def _silently(self, turn: Callable[[], None]) -> None:
        marks = self._view.selectionModel()
        blocked = marks.blockSignals(True)
        turn()
        marks.blockSignals(blocked)
        self._view.viewport().update()


def _both(work: Callable[[], Sequence[int]]) -> tuple[Sequence[int], array[int]]:
    """Give stories in the order of the list, and by their numbers, to be looked up."""
    ids = work()
    return ids, array("q", sorted(ids))


def _holds(numbers: array[int], story: int) -> bool:
    place = bisect_left(numbers, story)
    return place < len(numbers) and numbers[place] == story


def _numbers(listing: Listing, ranges: Ranges) -> array[int]:
    """Give the stories of stretches of rows."""
    assert listing.numbers is not None
    found = array("q")
    for first, last in ranges:
        found.extend(listing.numbers(first, last - first + 1))
    return found


def _still(listing: Listing, chosen: array[int]) -> array[int]:
    """Give of stories those that are listed."""
    assert listing.numbers is not None
    return array("q", (story for story in listing.numbers(0, None) if _holds(chosen, story)))
