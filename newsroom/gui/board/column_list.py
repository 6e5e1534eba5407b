"""The cards of one column: chosen, lifted and pushed on by mouse and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QListView

from newsroom.gui.browser.cards import parts_of
from newsroom.gui.browser.choice import Choice
from newsroom.gui.browser.story_list_model import CARD, StoryListModel, card_of
from newsroom.gui.menu_key import asks_menu

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from newsroom.domain.card import StoryCard
    from newsroom.gui.board.card_delegate import CardDelegate
    from newsroom.gui.tasks import Tasks

_ASIDE = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ColumnList(QListView):
    """A list whose cards can be lifted with the mouse: it says where they are carried and dropped."""

    opened = Signal(int)
    lifted = Signal(QPoint)
    carried = Signal(QPoint)
    dropped = Signal(QPoint)
    let_go = Signal()
    stepped = Signal(int)
    """The focus shall go so many columns aside."""
    pushed = Signal(int)
    """The chosen cards shall go aside, to the next column that takes them."""
    entered = Signal()
    all_asked = Signal()
    """All stories of the list shall be chosen, loaded or not."""

    def __init__(self, tasks: Tasks, delegate: CardDelegate) -> None:
        super().__init__()
        self.stories = StoryListModel(tasks, self)
        self._pressed: QPoint | None = None
        self._waiting: QModelIndex | None = None
        self._lifting = False
        self._kept: tuple[int, bool, int] = (0, False, 0)
        self.setModel(self.stories)
        self.setItemDelegate(delegate)
        self.setObjectName("columnList")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.stories.modelAboutToBeReset.connect(self._remember)
        self.stories.modelReset.connect(self._recall)
        self.choice = Choice(self, self.stories, tasks)

    # What is chosen

    def chosen(self) -> tuple[StoryCard, ...]:
        """Give the chosen cards that are loaded, top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return tuple(self.stories.index(row).data(CARD) for row in rows)

    def ranges(self) -> Iterator[tuple[int, int]]:
        """Give the first and the last row of each stretch that is chosen, in no order."""
        for part in parts_of(self.selectionModel().selection()):
            yield part.top(), part.bottom()

    def choose(self, ids: Iterable[int]) -> bool:
        """Choose the cards of stories that are loaded, all in one go, and tell whether there are some."""
        wanted = set(ids)
        rows = [row for row, item in enumerate(self.stories.items) if card_of(item).id in wanted]
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.stories.index(row), self.stories.index(row))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows:
            first = self.stories.index(rows[0])
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(first)
        return bool(rows)

    def _remember(self) -> None:
        current = self.currentIndex()
        story = current.data(CARD).id if current.isValid() else 0
        alone = self.choice.number == 1 and self.selectionModel().isSelected(current)
        self._kept = (story, alone, self.verticalScrollBar().value())

    def _recall(self) -> None:
        """Stand again where one stood before the cards came anew; several that are chosen remember themselves."""
        story, alone, height = self._kept
        row = self.stories.row_of(story)
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag
            flag = flags.ClearAndSelect if alone else flags.NoUpdate
            self.selectionModel().setCurrentIndex(self.stories.index(row), flag)
        self.verticalScrollBar().setValue(height)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a card, or wait with that where one of many chosen ones may be lifted."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = at if left and index.isValid() else None
        self._waiting = None
        if left and plain and index.isValid() and self.selectionModel().isSelected(index):
            self._waiting = index
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Lift the chosen cards once the mouse went some way, then say where they are."""
        where = event.globalPosition().toPoint()
        if self._lifting:
            self.carried.emit(where)
        elif self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            way = (event.position().toPoint() - self._pressed).manhattanLength()
            if way >= QApplication.startDragDistance() and self.chosen():
                self._lifting = True
                self.lifted.emit(where)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop what was lifted, or choose the card that waited."""
        waiting, self._waiting, self._pressed = self._waiting, None, None
        if self._lifting:
            self._lifting = False
            self.dropped.emit(event.globalPosition().toPoint())
        elif waiting is not None:
            self.setCurrentIndex(waiting)
        else:
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the story."""
        index = self.indexAt(event.position().toPoint())
        self._pressed = self._waiting = None
        if index.isValid():
            self.opened.emit(index.data(CARD).id)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go aside, push cards on, open one, choose all or one again, or let go of what is lifted."""
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
            self.all_asked.emit()
        elif key == Qt.Key.Key_Escape and self._lifting:
            self._lifting, self._pressed = False, None
            self.let_go.emit()
        elif asks_menu(event, self):
            return
        elif key == Qt.Key.Key_Escape and self.choice.number > 1:
            self.setCurrentIndex(self.currentIndex())
        elif key in _ASIDE:
            pushing = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.pushed if pushing else self.stepped).emit(_ASIDE[key])
        elif key in _ENTER and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().data(CARD).id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first card where none is chosen, so that keys have something to move."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason and not self.chosen() and self.stories.items:
            current = self.currentIndex()
            self.setCurrentIndex(current if current.isValid() else self.stories.index(0))
        self.entered.emit()
