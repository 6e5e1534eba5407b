"""The table of the story list under the keys: Return makes a new line, Tab goes on to the next cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from newsroom.desk.plan import Planned
from newsroom.gui.parts import named
from newsroom.gui.planning.plan_model import PICTURE, STATE, TOPIC, PlanModel
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_ROW = 34
_WIDTHS = (0, 140, 120, 112, 112, 72, 124)
_CTRL = Qt.KeyboardModifier.ControlModifier
_OWN = {
    (Qt.Key.Key_D, _CTRL): "draft",
    (Qt.Key.Key_O, _CTRL): "open",
    (Qt.Key.Key_Z, _CTRL): "undo",
    (Qt.Key.Key_Home, _CTRL): "today",
    (Qt.Key.Key_Up, _CTRL): "up",
    (Qt.Key.Key_Down, _CTRL): "down",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "remove",
    (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier): "earlier",
    (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier): "later",
    (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier): "leave",
}
_Hint = QAbstractItemDelegate.EndEditHint


class PlanTable(QTableView):
    """Cells that are written in; emits the name of what a key asks for."""

    asked = Signal(str)
    rested = Signal()
    """Nothing is being written any more."""

    def __init__(self, model: PlanModel, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "planTable")
        self._lines = model
        self.setModel(model)
        self.setAccessibleName(_("Story list"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setFixedWidth(40)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self._head()

    def _head(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(_WIDTHS):
            if width:
                self.setColumnWidth(column, width)
            else:
                head.setSectionResizeMode(column, head.ResizeMode.Stretch)

    @property
    def writing(self) -> bool:
        """Tell whether a cell is being written."""
        return self.state() == QAbstractItemView.State.EditingState

    def chosen(self) -> list[Planned]:
        """Give the topics of the chosen rows, top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = [self._lines.lines[row] for row in rows]
        return [line for line in lines if isinstance(line, Planned)]

    def choose(self, numbers: Sequence[int], row: int, column: int) -> None:
        """Choose topics by their numbers, or a row where none of them is there any more."""
        rows = [found for number in numbers if (found := self._lines.row_of(number)) >= 0]
        first = rows[0] if rows else min(row, self._lines.rowCount() - 1)
        chosen = self.selectionModel()
        flags = chosen.SelectionFlag
        chosen.setCurrentIndex(self._lines.index(first, column), flags.ClearAndSelect | flags.Rows)
        for more in rows[1:]:
            chosen.select(self._lines.index(more, TOPIC), flags.Select | flags.Rows)

    def write(self, row: int, column: int = TOPIC) -> None:
        """Begin to write in a cell."""
        index = self._lines.index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self.edit(index)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on after a cell was written: with Return to a new line, with Tab to the next cell."""
        here = self.currentIndex()
        super().closeEditor(editor, _Hint.NoHint)
        if hint == _Hint.SubmitModelCache:
            self._go_on(here)
        elif hint in {_Hint.EditNextItem, _Hint.EditPreviousItem}:
            self._go_beside(here, 1 if hint == _Hint.EditNextItem else -1)
        elif hint == _Hint.RevertModelCache:
            self._lines.drop_empty(here.row())
        self.rested.emit()

    def _go_on(self, here: QModelIndex) -> None:
        """Write on in a new line; an empty one that was left empty ends the writing."""
        if here.isValid() and self._lines.index(here.row(), TOPIC).data():
            self.write(self._lines.add_below(here.row()))

    def _go_beside(self, here: QModelIndex, step: int) -> None:
        row, column = here.row(), here.column() + step
        if column >= STATE:
            row, column = row + 1, TOPIC
        elif column < TOPIC:
            row, column = row - 1, PICTURE
        if 0 <= row < self._lines.rowCount():
            self.write(row, column)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the list from the window's actions."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.writing:
            pressed: QKeyEvent = event  # type: ignore[assignment]  # Qt's type says so
            if (Qt.Key(pressed.key()), pressed.modifiers()) in _OWN:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for; any letter begins to write."""
        key = Qt.Key(event.key())
        if self.writing:  # what the line that is written in has no use for is not meant for the list
            event.ignore()
            return
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        asked = _OWN.get((key, plain))
        if asked:
            self.asked.emit(asked)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not plain:
            self._begin_below()
        elif key == Qt.Key.Key_Space and self.currentIndex().column() == PICTURE:
            self._turn_picture()
        else:
            super().keyPressEvent(event)

    def _begin_below(self) -> None:
        here = self.currentIndex()
        row = here.row() if here.isValid() else self._lines.rowCount() - 1
        if not self._lines.keeping:
            return
        if self._lines.index(row, TOPIC).data():
            row = self._lines.add_below(row)
        self.write(row)

    def _turn_picture(self) -> None:
        here = self.currentIndex()
        self._lines.setData(here, "" if here.data() else "x")
