"""The story list as Qt wants it: pages of the library, fetched when their rows come into sight.

It only translates: which stories there are and in which order is the library's to say. Where the list can tell how
many rows it has, all of them are there from the beginning, and those that are not loaded hold nothing yet.
"""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from newsroom.domain.listing import Hit
from newsroom.gui.browser.listing import COUNTED, first, grown, placed
from newsroom.gui.browser.rows import Rows
from newsroom.gui.browser.times import short
from newsroom.gui.throttle import AfterPause
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsroom.domain.card import StoryCard
    from newsroom.domain.listing import Page
    from newsroom.gui.browser.listing import Listing, Loaded
    from newsroom.gui.tasks import Task, Tasks

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
CARD = Qt.ItemDataRole.UserRole
ITEM = Qt.ItemDataRole.UserRole + 1
"""An item that is being looked at: its page is loaded where it is not, and the next one in time."""
KNOWN = Qt.ItemDataRole.UserRole + 2
"""An item, where it is loaded."""
STORIES = "application/x-newsroom-stories"
"""What is dragged from the list: the numbers of its stories, parted by spaces."""
_MOST_REFRESHED = 1000
_MOST_DRAGGED = 1000
_MOST_WANTED = 3
_AHEAD = 30
"""So many rows before its end the page after one is asked for."""
_TOGETHER = 8
"""Milliseconds in which rows that come into sight are asked for together."""
_REST = 250
"""Milliseconds after which what a search found is counted."""


class Loading(Enum):
    """What the list is at."""

    NOTHING = auto()
    FIRST = auto()
    SHOWN = auto()
    FAILED = auto()


def card_of(item: object) -> StoryCard:
    """Give the card of a list's item, which is a card or a hit."""
    return item.card if isinstance(item, Hit) else item  # type: ignore[return-value]  # a list holds either


class StoryListModel(QAbstractTableModel):
    """Cards or hits; emits `turned` when it begins, has or could not get its first page."""

    turned = Signal()
    came = Signal(int, int)
    """The rows from one to another were loaded into a list that is shown."""
    stood = Signal()
    """The list was loaded again, and no row that is loaded moved."""
    counted = Signal()
    """It is known how many rows there are."""

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.listing: Listing | None = None
        self._rows = Rows(1)
        self._count = 0
        self._more = False
        self._placed = False
        self._task: Task | None = None
        self._page_task: Task | None = None
        self._wanted: list[int] = []
        self._coming = -1
        self._soon = QTimer(self, singleShot=True, interval=_TOGETHER)
        self._soon.timeout.connect(self._fetch)
        self._tally = AfterPause(self._ask_count, _REST, self)
        self.zone = "UTC"
        self.loading = Loading.NOTHING
        self.renewed = False
        """What is shown is the same list as before, loaded again."""
        self.error: BaseException | None = None

    @property
    def items(self) -> list[Any]:
        """Give what is loaded."""
        return self._rows.items

    @property
    def complete(self) -> bool:
        """Tell whether it is known how many rows there are."""
        return not self._more

    def item(self, row: int) -> Any:
        """Give the item of a row, None where it is not loaded."""
        return self._rows[row]

    def has(self, first: int, last: int) -> bool:
        """Tell whether all rows from one to another are loaded."""
        return self._rows.has(first, last)

    def loaded(self) -> list[int]:
        """Give the rows that are loaded."""
        return self._rows.loaded()

    # The list as a whole

    def show(self, listing: Listing) -> None:
        """Show another list, from its first page; the old one stays until that has come."""
        self.listing = listing
        self.loading = Loading.FIRST
        self._drop_pages()
        self._begin(partial(first, listing), self._took_first)
        self.turned.emit()

    def refresh(self) -> None:
        """Load anew what is looked at, keeping rows where they are if nothing moved."""
        listing = self.listing
        if listing is None or self.loading is Loading.FIRST:
            return
        self._drop_pages()
        if self._placed:
            work = partial(placed, listing, self._rows.touched(), self._count)
        else:
            work = partial(grown, listing, min(self._count, _MOST_REFRESHED))
        self._begin(work, self._took_fresh)

    def _begin(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self._tasks.glance(work, done, self._failed)

    def _drop_pages(self) -> None:
        """Ask for no rows any more of the list as it was."""
        self._tally.forget()
        self._soon.stop()
        self._wanted, self._coming = [], -1
        if self._page_task is not None:
            self._page_task.cancel()
            self._page_task = None

    def _took_first(self, loaded: Loaded) -> None:
        self._take(loaded, renewed=False)

    def _took_fresh(self, loaded: Loaded) -> None:
        if self.loading is not Loading.SHOWN or not self._stands(loaded):
            self._take(loaded, renewed=True)
            return
        self._task = None
        self._fill(loaded)
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))
        self.stood.emit()

    def _stands(self, loaded: Loaded) -> bool:
        """Tell whether every row that was loaded again holds the story it held."""
        if loaded.count != self._count:
            return False
        rows = (
            (start + at, item) for start, page in loaded.pages.items() for at, item in enumerate(page.items)
        )
        return all(
            (known := self._rows[row]) is None or card_of(known).id == card_of(item).id for row, item in rows
        )

    def _take(self, loaded: Loaded, *, renewed: bool) -> None:
        self._task = None
        self.renewed = renewed
        self.beginResetModel()
        self._fill(loaded)
        self.endResetModel()
        self.loading, self.error = Loading.SHOWN, None
        self.turned.emit()
        if self._more and self.listing is not None and self.listing.at is not None:
            self._tally.ask()

    def _fill(self, loaded: Loaded) -> None:
        assert self.listing is not None
        self._rows = Rows(self.listing.page)
        for start, page in loaded.pages.items():
            self._rows.put(start, page)
        self._count, self._placed, self._more = loaded.count, loaded.placed, loaded.more

    def _failed(self, error: BaseException) -> None:
        self._task = self._page_task = None
        self.error = error
        self.loading = Loading.FAILED
        self.turned.emit()

    # More of it

    def canFetchMore(self, parent: Index) -> bool:
        """Tell Qt whether there may be more rows."""
        return not parent.isValid() and self._more and self._task is None and not self._tally.waiting()

    def fetchMore(self, _parent: Index) -> None:
        """Get the next page on a worker, or count further."""
        if self.listing is None or self._task is not None:
            return
        if self.listing.at is not None:
            self._ask_count()
            return
        after = self._rows.cursor(self._count)
        if after is not None:
            self._begin(partial(self.listing.load, after), self._took_more)

    def _took_more(self, page: Page[Any]) -> None:
        self._task = None
        self._more = page.next is not None
        first = self._count
        self._grow(first + len(page.items), page)
        if page.items:
            self.came.emit(first, self._count - 1)

    def _grow(self, count: int, page: Page[Any] | None = None) -> None:
        """Have so many rows, the first of the new ones maybe loaded."""
        first = self._count
        if count > first:
            self.beginInsertRows(QModelIndex(), first, count - 1)
            self._count = count
            if page is not None:
                self._rows.put(first, page)
            self.endInsertRows()
        elif page is not None:
            self._rows.put(first, page)

    def _ask_count(self) -> None:
        listing = self.listing
        if listing is not None and listing.count is not None and self._task is None:
            most = (self._count // COUNTED + 1) * COUNTED
            self._begin(partial(listing.count, most), self._took_count)

    def _took_count(self, count: int) -> None:
        self._task = None
        self._placed = True
        self._more = count > self._count and count % COUNTED == 0
        self._grow(count)
        self.counted.emit()
        self._fetch()

    # Rows that come into sight

    def _look_at(self, row: int) -> None:
        """Have a row's page, and the one it borders on where that is near."""
        self._rows.touch(row)
        if self._placed:
            self._want(row)
            self._want(min(row + _AHEAD, self._count - 1))
            self._want(max(row - _AHEAD, 0))

    def _want(self, row: int) -> None:
        start = self._rows.start(row)
        if self._rows[row] is not None or start == self._coming:
            return
        if start not in self._wanted:
            self._wanted = [*self._wanted[1 - _MOST_WANTED :], start]
        if not self._soon.isActive():
            self._soon.start()

    def _fetch(self) -> None:
        """Load the page that came into sight last; those before it may be out of sight again."""
        listing = self.listing
        busy = self._page_task is not None or self._task is not None
        if listing is None or listing.at is None or busy or not self._wanted:
            return
        start = self._coming = self._wanted.pop()
        cursor = self._rows.cursor(start)
        work = partial(listing.load, cursor) if cursor is not None else partial(listing.at, start)
        self._page_task = self._tasks.glance(work, partial(self._took_page, start), self._failed)

    def _took_page(self, start: int, page: Page[Any]) -> None:
        self._page_task, self._coming = None, -1
        self._rows.put(start, page)
        self._rows.let_go(start)
        last = min(start + len(page.items), self._count) - 1
        if last >= start:
            self.dataChanged.emit(self.index(start), self.index(last))
            self.came.emit(start, last)
        self._fetch()

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give how many rows there are."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give one column; the list in columns has more."""
        return 0 if parent.isValid() else 1

    def index(self, row: int, column: int = 0, parent: Index = _NOWHERE) -> QModelIndex:
        """Give the place of a row, of its first column where none is named."""
        return super().index(row, column, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the headline, the card, or the item whole; nothing where it is not loaded."""
        item = self._rows[index.row()]
        if role == ITEM:
            self._look_at(index.row())
        if role in {ITEM, KNOWN}:
            return item
        if item is None:
            return _("Loading") if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role == CARD:
            return card_of(item)
        if role == Qt.ItemDataRole.DisplayRole:
            return card_of(item).headline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(card_of(item))
        return None

    def _spoken(self, card: StoryCard) -> str:
        like = ngettext("{n} similar", "{n} similar", card.lookalikes) if card.lookalikes else ""
        when = short(card.publish_time or card.modified, self.zone)
        parts = (card.headline or _("No headline"), _(card.state.label), card.section, when, like)
        return ", ".join(part for part in parts if part)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let stories be dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        """Give what a drag carries."""
        return [STORIES]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Give the numbers of the dragged stories, the first of very many; no text leaves the window with them."""
        data = QMimeData()
        cards = (index.data(CARD) for index in indexes[:_MOST_DRAGGED])
        data.setData(STORIES, " ".join(str(card.id) for card in cards if card).encode())
        return data

    def row_of(self, story: int) -> int:
        """Give the row of a story, or -1 where it is not loaded."""
        return next((row for row in self.loaded() if card_of(self._rows[row]).id == story), -1)
