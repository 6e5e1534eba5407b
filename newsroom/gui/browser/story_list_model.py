"""The story list as Qt wants it: pages of the library, fetched as they are scrolled to.

It only translates: which stories there are and in which order is the library's to say.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from newsroom.domain.listing import Hit
from newsroom.gui.browser.times import short
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from newsroom.domain.card import StoryCard
    from newsroom.domain.listing import Cursor, Page
    from newsroom.gui.tasks import Task, Tasks

    Load = Callable[[Cursor | None], Page[Any]]

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
CARD = Qt.ItemDataRole.UserRole
ITEM = Qt.ItemDataRole.UserRole + 1
STORIES = "application/x-newsroom-stories"
"""What is dragged from the list: the numbers of its stories, parted by spaces."""
_MOST_REFRESHED = 1000


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

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._load: Load | None = None
        self._next: Cursor | None = None
        self._task: Task | None = None
        self._items: list[Any] = []
        self.zone = "UTC"
        self.loading = Loading.NOTHING
        self.error: BaseException | None = None

    @property
    def items(self) -> list[Any]:
        """Give what is loaded."""
        return self._items

    @property
    def complete(self) -> bool:
        """Tell whether the last page is loaded."""
        return self._next is None

    def show(self, load: Load) -> None:
        """Show another list, from its first page; the old one stays until that has come."""
        self._load = load
        self.loading = Loading.FIRST
        self._begin(lambda: load(None), self._took_first)
        self.turned.emit()

    def refresh(self) -> None:
        """Load anew what is shown, keeping rows where they are if nothing moved."""
        load = self._load
        if load is None or self.loading is Loading.FIRST:
            return
        wanted = min(len(self._items), _MOST_REFRESHED)
        self._begin(lambda: _pages(load, wanted), self._took_fresh)

    def _begin(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        if self._task is not None:
            self._task.cancel()
        self._task = self._tasks.read(work, done, self._failed)

    def _took_first(self, page: Page[Any]) -> None:
        self._task = None
        self.beginResetModel()
        self._items, self._next = list(page.items), page.next
        self.endResetModel()
        self.loading, self.error = Loading.SHOWN, None
        self.turned.emit()

    def _took_fresh(self, page: Page[Any]) -> None:
        if [card_of(item).id for item in page.items] != [card_of(item).id for item in self._items]:
            self._took_first(page)
            return
        self._task = None
        self._items, self._next = list(page.items), page.next
        if self._items:
            self.dataChanged.emit(self.index(0), self.index(len(self._items) - 1))

    def _took_more(self, page: Page[Any]) -> None:
        self._task = None
        self._next = page.next
        if page.items:
            first = len(self._items)
            self.beginInsertRows(QModelIndex(), first, first + len(page.items) - 1)
            self._items.extend(page.items)
            self.endInsertRows()

    def _failed(self, error: BaseException) -> None:
        self._task = None
        self.error = error
        self.loading = Loading.FAILED
        self.turned.emit()

    def canFetchMore(self, parent: Index) -> bool:
        """Tell Qt whether another page can be had."""
        return not parent.isValid() and self._next is not None and self._task is None

    def fetchMore(self, _parent: Index) -> None:
        """Get the next page on a worker."""
        load, after = self._load, self._next
        if load is not None and after is not None and self._task is None:
            self._begin(lambda: load(after), self._took_more)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give how many rows are loaded."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give one column; the list in columns has more."""
        return 0 if parent.isValid() else 1

    def index(self, row: int, column: int = 0, parent: Index = _NOWHERE) -> QModelIndex:
        """Give the place of a row, of its first column where none is named."""
        return super().index(row, column, parent)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the headline, the card, or the item whole."""
        item = self._items[index.row()]
        if role == CARD:
            return card_of(item)
        if role == ITEM:
            return item
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
        """Give the numbers of the dragged stories; no text leaves the window with them."""
        data = QMimeData()
        data.setData(STORIES, " ".join(str(index.data(CARD).id) for index in indexes).encode())
        return data

    def row_of(self, story: int) -> int:
        """Give the row of a story, or -1 where it is not loaded."""
        return next((row for row, item in enumerate(self._items) if card_of(item).id == story), -1)


def _pages(load: Load, wanted: int) -> Page[Any]:
    """Load pages until as many items are there as wanted."""
    from newsroom.domain.listing import Page

    page = load(None)
    items = list(page.items)
    while page.next is not None and len(items) < wanted:
        page = load(page.next)
        items.extend(page.items)
    return Page(tuple(items), page.next)
