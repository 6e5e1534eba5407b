"""The rows of the list, as many as there are: a table of one column, for a table knows where a row is unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from newsroom.gui.browser.story_list_model import CARD, STORIES
from newsroom.gui.menu_key import asks_menu
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import CARD_HEIGHT, RADIUS, TEXT_SIZE
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QItemSelection, QItemSelectionRange
    from PySide6.QtWidgets import QWidget

    from newsroom.gui.browser.story_list_model import StoryListModel

Move = QAbstractItemView.CursorAction


def parts_of(selection: QItemSelection) -> list[QItemSelectionRange]:
    """Give the stretches that a selection is made of."""
    return [selection.at(place) for place in range(selection.count())]


class ManyRows(QTableView):
    """Many rows, most of which are not loaded: nothing in it goes through all of them."""

    all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Stories"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.carried = 0
        """How many stories a drag carries."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose all rows with the key for that, loaded or not; Escape chooses one again."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
            self.all_asked.emit()
        elif event.key() == Qt.Key.Key_Escape and self.several():
            self.setCurrentIndex(self.currentIndex())
        elif not asks_menu(event, self):
            super().keyPressEvent(event)

    def several(self) -> bool:
        """Tell whether more than one row is chosen."""
        return sum(last - first + 1 for first, last in self.ranges()) > 1

    def ranges(self) -> Iterator[tuple[int, int]]:
        """Give the first and the last row of each stretch that is chosen, in no order."""
        for part in parts_of(self.selectionModel().selection()):
            if part.left() == 0:
                yield part.top(), part.bottom()

    def moveCursor(self, action: Move, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go to the first and the last row with Home and End, as in a list."""
        rows = self.model().rowCount()
        if action in {Move.MoveHome, Move.MoveEnd} and rows:
            column = max(self.currentIndex().column(), 0)
            return self.model().index(0 if action is Move.MoveHome else rows - 1, column)
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Look for what is typed nowhere: the search field looks through all stories."""

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag what is chosen, however much, as one small picture that says how much."""
        drag = QDrag(self)
        data = QMimeData()
        card = self.currentIndex().data(CARD)
        data.setData(STORIES, str(card.id).encode() if card else b"")
        drag.setMimeData(data)
        picture = self._picture()
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(-12, -8))
        drag.exec(Qt.DropAction.CopyAction)

    def _picture(self) -> QPixmap:
        words = ngettext("{n} story", "{n} stories", max(self.carried, 1))
        face = faces.sans(TEXT_SIZE)
        ratio = self.devicePixelRatioF()
        size = QFontMetrics(face).boundingRect(words).size()
        picture = QPixmap(int((size.width() + 24) * ratio), int((size.height() + 12) * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        area = QRect(0, 0, size.width() + 24, size.height() + 12)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.palette().highlight().color()))
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        painter.setFont(face)
        painter.setPen(self.palette().highlightedText().color())
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return picture


class Cards(ManyRows):
    """The list of cards; Return goes on to the story."""

    entered = Signal()

    def __init__(self, model: StoryListModel) -> None:
        super().__init__()
        self.setObjectName("storyList")
        self.setModel(model)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().setDefaultSectionSize(CARD_HEIGHT)
        self._grown: set[int] = set()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the story with Return or Right."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right}:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    # Where it stands

    def top(self) -> tuple[int, int]:
        """Give the row at the top, and how much of it is out of sight above."""
        row = self.rowAt(0)
        return (row, -self.rowViewportPosition(row)) if row >= 0 else (-1, 0)

    def put_top(self, row: int, hidden: int) -> None:
        """Stand so that a row is at the top."""
        if 0 <= row < self.model().rowCount():
            bar = self.verticalScrollBar()
            self.updateGeometries()
            bar.setValue(self.verticalHeader().sectionPosition(row) + hidden)

    def even(self, height: int) -> None:
        """Make all rows equally high."""
        self.verticalHeader().setDefaultSectionSize(height)
        for row in self._grown:
            self.setRowHeight(row, height)
        self._grown.clear()

    def grow(self, heights: dict[int, int]) -> None:
        """Give rows other heights; what is looked at stays where it is."""
        row, hidden = self.top()
        changed = {one: high for one, high in heights.items() if self.rowHeight(one) != high}
        for one, high in changed.items():
            self.setRowHeight(one, high)
        self._grown.update(changed)
        if changed and row >= 0:
            self.put_top(row, hidden)
