"""The rows of a list that are loaded, of which there may be far more that are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from newsroom.domain.listing import Cursor, Page

MOST = 6_000
"""So many rows are kept at least while others are looked at."""
_AT_HAND = 3


class Rows:
    """Items by their row; pages begin at every so manieth row, and of those far from the last one some are let go."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._items: dict[int, Any] = {}
        self._cursors: dict[int, Cursor] = {}
        self._touched: list[int] = []

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, row: int) -> Any:
        """Give the item of a row, None where it is not loaded."""
        return self._items.get(row)

    @property
    def items(self) -> list[Any]:
        """Give what is loaded, top to bottom."""
        return [self._items[row] for row in self.loaded()]

    def loaded(self) -> list[int]:
        """Give the rows that are loaded."""
        return sorted(self._items)

    def has(self, first: int, last: int) -> bool:
        """Tell whether all rows from one to another are loaded."""
        return all(row in self._items for row in range(first, last + 1))

    def put(self, first: int, page: Page[Any]) -> None:
        """Keep a page that begins at a row, and where the one after it begins."""
        self._items.update(enumerate(page.items, first))
        if page.next is not None:
            self._cursors[first + len(page.items)] = page.next

    def let_go(self, here: int) -> None:
        """Forget the rows that are far from one, where very many are loaded."""
        if len(self._items) > MOST:
            near = MOST // 2
            self._items = {row: item for row, item in self._items.items() if abs(row - here) < near}

    def cursor(self, row: int) -> Cursor | None:
        """Give after which key a row begins, where the page before it told."""
        return self._cursors.get(row)

    def start(self, row: int) -> int:
        """Give the row at which the page of a row begins."""
        return row - row % self._page

    def touch(self, row: int) -> None:
        """Remember that a row is being looked at."""
        start = self.start(row)
        if not self._touched or self._touched[-1] != start:
            others = [one for one in self._touched if one != start]
            self._touched = [*others[1 - _AT_HAND :], start]

    def touched(self) -> Iterable[int]:
        """Give where the pages begin that were looked at last."""
        return tuple(self._touched) or (0,)
