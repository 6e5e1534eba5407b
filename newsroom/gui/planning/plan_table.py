"""The table of the story list under the keys: Return makes a new line, Tab goes on to the next cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QWidget

from newsroom.desk.plan import Planned
from newsroom.gui.parts import named
from newsroom.gui.planning.plan_model import PICTURE, STATE, TOPIC, PlanModel
from newsroom.gui.planning.written_table import Keys, WrittenTable
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTHS = (0, 140, 120, 112, 112, 72, 124)
_CTRL = Qt.KeyboardModifier.ControlModifier
_OWN: Keys = {
    (Qt.Key.Key_D, _CTRL): "draft",
    (Qt.Key.Key_O, _CTRL): "open",
    (Qt.Key.Key_Home, _CTRL): "today",
}
_Hint = QAbstractItemDelegate.EndEditHint


class PlanTable(WrittenTable):
    """Cells that are written in one after the other."""

    def __init__(self, model: PlanModel, parent: QWidget) -> None:
        super().__init__(model, _WIDTHS, _OWN, parent)
        named(self, "planTable")
        self._lines = model
        self.setAccessibleName(_("Story list"))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )

    def chosen(self) -> list[Planned]:
        """Give the topics of the chosen rows, top to bottom."""
        lines = [self._lines.lines[row] for row in self.rows()]
        return [line for line in lines if isinstance(line, Planned)]

    def choose(self, numbers: Sequence[int], row: int, column: int) -> None:
        """Choose topics by their numbers, or a row where none of them is there any more."""
        rows = [found for number in numbers if (found := self._lines.row_of(number)) >= 0]
        self.choose_rows(rows or [min(row, self._lines.rowCount() - 1)], column)

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

    def write_by(self, key: Qt.Key, held: Qt.KeyboardModifier) -> bool:
        """Write in a new line by Return, and say by the space bar whether a picture is wanted."""
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not held:
            self._begin_below()
        elif key == Qt.Key.Key_Space and self.currentIndex().column() == PICTURE:
            self._turn_picture()
        else:
            return False
        return True

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
