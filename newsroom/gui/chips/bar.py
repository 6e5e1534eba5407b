"""The chips above the list: each names a field of the search and takes it out again; one more adds another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QLayout, QLayoutItem, QPushButton, QWidget

from newsroom.gui.parts import button, named
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.text.query.chips import Chip

_GAP = 6


class Flow(QLayout):
    """Lays parts in rows, as words lie on a page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(14, 6, 8, 6)

    def addItem(self, item: QLayoutItem) -> None:
        """Take another part."""
        self._items.append(item)

    def count(self) -> int:
        """Give how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give a part."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let a part go."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Give the height of all rows."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Give one row's size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Give the size of the widest part."""
        widest = max((item.sizeHint().width() for item in self._items), default=0)
        tallest = max((item.sizeHint().height() for item in self._items), default=0)
        edges = self.contentsMargins()
        return QSize(widest + edges.left() + edges.right(), tallest + edges.top() + edges.bottom())

    def setGeometry(self, area: QRect) -> None:
        """Lay the parts out."""
        super().setGeometry(area)
        self._lay(area, move=True)

    def _lay(self, area: QRect, *, move: bool) -> int:
        inner = area.marginsRemoved(self.contentsMargins())
        left, top, tallest = inner.left(), inner.top(), 0
        for item in self._items:
            size = item.sizeHint()
            if left + size.width() > inner.right() and left > inner.left():
                left, top, tallest = inner.left(), top + tallest + _GAP, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + _GAP
            tallest = max(tallest, size.height())
        return top + tallest - area.top() + self.contentsMargins().bottom()


class ChipsBar(QWidget):
    """Emits the chip that shall go, or where more are to be offered."""

    removed = Signal(object)
    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "chipsBar").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._flow = Flow(self)
        self.chips: tuple[Chip, ...] = ()
        self.buttons: list[QPushButton] = []
        self.more = button(_("Filter ▾"), self.more_asked.emit, "link")
        self._flow.addWidget(self.more)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these chips before the way to more."""
        if tuple(chips) == self.chips:
            return
        self.chips = tuple(chips)
        for made in self.buttons:
            self._flow.removeWidget(made)
            made.deleteLater()
        self.buttons = []
        self._flow.removeWidget(self.more)
        for chip in self.chips:
            made = button(f"{words_of(chip)}  ×", partial(self._remove, chip), "chip")
            made.setAccessibleName(_("Remove the filter {filter}", filter=words_of(chip)))
            made.setToolTip(made.accessibleName())
            self.buttons.append(made)
            self._flow.addWidget(made)
        self._flow.addWidget(self.more)
        self.updateGeometry()

    def _remove(self, chip: Chip, _checked: bool = False) -> None:
        self.removed.emit(chip)


def words_of(chip: Chip) -> str:
    """Give a chip as it is read."""
    words = f"{chip.title}: {chip.value}"
    return _("without {filter}", filter=words) if chip.absent else words
