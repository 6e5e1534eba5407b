"""The cards of changes in the margin, for those that are seen or soon will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.gui.editor.tracking.card import ChangeCard
from newsroom.gui.throttle import AfterPause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsroom.domain.change_list import Entry
    from newsroom.gui.editor.pane import EditorPane
    from newsroom.gui.editor.tracking.roll import Row

    Look = Callable[[Row], tuple[str, str]]

SOURCE = "changes"
_AROUND = 800
_PAUSE = 120
_MOST = 40


class Beside:
    """Shows cards where the page is wide enough for them."""

    def __init__(
        self,
        editor: EditorPane,
        judge: Callable[[tuple[str, ...], bool], None],
        go_to: Callable[[Entry], None],
    ) -> None:
        self._editor, self._judge, self._go_to = editor, judge, go_to
        self._rows: Sequence[Row] = ()
        self._look: Look | None = None
        self._writable = False
        self._cards: dict[tuple[object, ...], ChangeCard] = {}
        self._scrolled = AfterPause(self._show, _PAUSE, editor)
        editor.verticalScrollBar().valueChanged.connect(self._scrolled.ask)

    def show_all(self, rows: Sequence[Row], look: Look, *, writable: bool) -> None:
        """Show entries beside their words; look gives when each was made, and its colour."""
        self._rows, self._look, self._writable = rows, look, writable
        self._show()

    def _show(self) -> None:
        cards: dict[tuple[object, ...], ChangeCard] = {}
        shown = []
        for row, position in self._near():
            card = self._card(row, cards)
            shown.append((card, row.edit, position))
        self._cards = cards
        self._editor.page.margin.show_cards(SOURCE, shown)

    def _card(self, row: Row, cards: dict[tuple[object, ...], ChangeCard]) -> ChangeCard:
        assert self._look is not None
        when, colour = self._look(row)
        key = (row.entry, when, colour, self._writable)
        card = self._cards.get(key)
        if card is None:
            card = ChangeCard(row.entry, when, colour, writable=self._writable)
            card.judged.connect(self._judge)
            card.chosen.connect(self._go_to)
        cards[key] = card
        return card

    def _near(self) -> Iterator[tuple[Row, int]]:
        """Give the entries whose words are seen, or soon will be; their places grow, so the first are found by half."""
        if not self._rows:
            return
        editor = self._editor
        top = editor.verticalScrollBar().value() - _AROUND
        bottom = top + editor.viewport().height() + 2 * _AROUND
        for row in self._rows[self._first_below(top) :][:_MOST]:
            position = row.cursor().selectionStart()
            if editor.page.height_of(row.edit, position) > bottom:
                return
            yield row, position

    def _first_below(self, top: int) -> int:
        low, high = 0, len(self._rows)
        while low < high:
            middle = (low + high) // 2
            row = self._rows[middle]
            if self._editor.page.height_of(row.edit, row.cursor().selectionStart()) < top:
                low = middle + 1
            else:
                high = middle
        return low
