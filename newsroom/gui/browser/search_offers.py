"""What the search field offers under itself: names of fields, their values, what was searched for before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QWidget

from newsroom.gui.commands.offer_list import OfferList
from newsroom.gui.parts import down

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.gui.commands.rows import Offer
    from newsroom.gui.theme.tokens import Palette

_TALLEST = 360
_WIDEST = 420
_GAP = 3


class SearchOffers(QFrame):
    """A list under the field that never takes the focus; arrows choose in it, the field tells it of keys."""

    taken = Signal(object)

    def __init__(self, palette: Palette, field: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("searchOffers")
        self._field = field
        self.list = OfferList(palette)
        self.list.clicked.connect(self.take)
        column = down(self, 0)
        column.setContentsMargins(1, 5, 1, 5)
        column.addWidget(self.list)
        self.hide()

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show rows, none chosen; without rows show nothing."""
        self.list.show_offers(offers)
        if offers:
            self._fit()
            self.show()
            self.raise_()
        else:
            self.hide()

    def choose(self, step: int) -> None:
        """Choose the next row that can be taken, or the one before."""
        now = self.list.currentIndex()
        row = now.row() + step if now.isValid() else (0 if step > 0 else self.list.count - 1)
        if not self.list.choose(row, step) and step < 0:
            self.list.choose_none()

    def choose_first(self) -> None:
        """Choose the first row that can be taken."""
        self.list.choose_none()
        self.choose(1)

    @property
    def current(self) -> Offer | None:
        """Give the row that is chosen, if one is."""
        return self.list.current

    def take(self) -> None:
        """Take the row that is chosen."""
        offer = self.current
        if offer is not None:
            self.hide()
            self.taken.emit(offer)

    def _fit(self) -> None:
        self.list.fit(_TALLEST)
        self.setFixedWidth(min(max(self._field.width(), 240), _WIDEST))
        self.adjustSize()
        self.move(self._field.mapTo(self.window(), QPoint(0, self._field.height() + _GAP)))
