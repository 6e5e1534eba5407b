"""The list of what is offered, under a field that keeps the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView

from newsroom.gui.commands.delegate import OFFER, OfferDelegate
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.gui.commands.rows import Offer
    from newsroom.gui.theme.tokens import Palette


class OfferList(QListView):
    """Rows of which those can be chosen that do something; it never takes the focus."""

    def __init__(self, palette: Palette) -> None:
        super().__init__()
        self.setObjectName("commandList")
        self.setAccessibleName(_("What is offered"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.delegate = OfferDelegate(palette, self)
        self.setItemDelegate(self.delegate)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show rows, none chosen."""
        self._rows.clear()
        for offer in offers:
            item = QStandardItem(offer.words)
            item.setData(offer, OFFER)
            item.setEditable(False)
            item.setSelectable(offer.run is not None)
            self._rows.appendRow(item)

    def choose(self, row: int, step: int) -> bool:
        """Choose a row, or the next one in the step's direction that can be taken, and tell whether there was one."""
        while 0 <= row < self.count and not self._rows.item(row).isSelectable():
            row += 1 if step > 0 else -1
        found = 0 <= row < self.count
        if found:
            self.setCurrentIndex(self._rows.index(row, 0))
        return found

    def choose_none(self) -> None:
        """Leave no row chosen."""
        self.setCurrentIndex(self._rows.index(-1, 0))

    @property
    def count(self) -> int:
        """Give the number of rows, headings among them."""
        return self._rows.rowCount()

    @property
    def current(self) -> Offer | None:
        """Give the row that is chosen, if one is that can be taken."""
        offer: Offer | None = self.currentIndex().data(OFFER)
        return offer if offer is not None and offer.run is not None else None

    def fit(self, most: int) -> None:
        """Be as tall as all rows, and at most so tall."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.count))
        self.setFixedHeight(max(min(rows + 4, most), 0))
