"""What the search field offers under itself: names of fields, their values, what was searched for before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QListView, QWidget

from newsroom.gui.commands.delegate import OFFER, OfferDelegate
from newsroom.gui.parts import down
from newsroom.translation import _

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
        self.list = QListView()
        self.list.setObjectName("commandList")
        self.list.setAccessibleName(_("What is offered"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.delegate = OfferDelegate(palette, self.list)
        self.list.setItemDelegate(self.delegate)
        self._model = QStandardItemModel(self.list)
        self.list.setModel(self._model)
        self.list.clicked.connect(self.take)
        column = down(self, 0)
        column.setContentsMargins(1, 5, 1, 5)
        column.addWidget(self.list)
        self.hide()

    def offer(self, offers: Sequence[Offer]) -> None:
        """Show rows, none chosen; without rows show nothing."""
        self._model.clear()
        for offer in offers:
            item = QStandardItem(offer.words)
            item.setData(offer, OFFER)
            item.setEditable(False)
            item.setSelectable(offer.run is not None)
            self._model.appendRow(item)
        if offers:
            self._fit()
            self.show()
            self.raise_()
        else:
            self.hide()

    def choose(self, step: int) -> None:
        """Choose the next row that can be taken, or the one before."""
        count = self._model.rowCount()
        row = (
            self.list.currentIndex().row() + step
            if self.list.currentIndex().isValid()
            else (0 if step > 0 else count - 1)
        )
        while 0 <= row < count and not self._model.item(row).isSelectable():
            row += step
        if 0 <= row < count:
            self.list.setCurrentIndex(self._model.index(row, 0))
        elif step < 0:
            self.list.setCurrentIndex(self._model.index(-1, 0))

    def choose_first(self) -> None:
        """Choose the first row that can be taken."""
        self.list.setCurrentIndex(self._model.index(-1, 0))
        self.choose(1)

    @property
    def current(self) -> Offer | None:
        """Give the row that is chosen, if one is."""
        offer: Offer | None = self.list.currentIndex().data(OFFER)
        return offer

    def take(self) -> None:
        """Take the row that is chosen."""
        offer = self.current
        if offer is not None and offer.run is not None:
            self.hide()
            self.taken.emit(offer)

    def _fit(self) -> None:
        rows = sum(self.list.sizeHintForRow(row) for row in range(self._model.rowCount()))
        self.list.setFixedHeight(min(rows + 4, _TALLEST))
        self.setFixedWidth(min(max(self._field.width(), 240), _WIDEST))
        self.adjustSize()
        self.move(self._field.mapTo(self.window(), QPoint(0, self._field.height() + _GAP)))
