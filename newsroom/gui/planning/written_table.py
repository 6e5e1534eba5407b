"""A table whose lines are written in and moved under keys of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QKeyEvent

_ROW = 34
_CTRL, _NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
Keys = dict[tuple[Qt.Key, Qt.KeyboardModifier], str]
MOVING: Keys = {
    (Qt.Key.Key_Z, _CTRL): "undo",
    (Qt.Key.Key_Up, _CTRL): "up",
    (Qt.Key.Key_Down, _CTRL): "down",
    (Qt.Key.Key_Delete, _NONE): "remove",
    (Qt.Key.Key_PageUp, _NONE): "earlier",
    (Qt.Key.Key_PageDown, _NONE): "later",
    (Qt.Key.Key_Escape, _NONE): "leave",
}
"""Keys that all such tables know, by what they ask for."""


class WrittenTable(QTableView):
    """Lines that are written in and moved; emits the name of what a key asks for."""

    asked = Signal(str)
    rested = Signal()
    """Nothing is being written any more."""

    def __init__(
        self,
        model: QAbstractItemModel,
        widths: Sequence[int],
        keys: Mapping[tuple[Qt.Key, Qt.KeyboardModifier], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._keys = {**MOVING, **keys}
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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
        self._spread(widths)

    def _spread(self, widths: Sequence[int]) -> None:
        """Give columns their widths; one of 0 takes what is left."""
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(widths):
            if width:
                self.setColumnWidth(column, width)
            else:
                head.setSectionResizeMode(column, head.ResizeMode.Stretch)

    @property
    def writing(self) -> bool:
        """Tell whether a cell is being written."""
        return self.state() == QAbstractItemView.State.EditingState

    def rows(self) -> list[int]:
        """Give the chosen rows, top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def choose_rows(self, rows: Sequence[int], column: int) -> None:
        """Choose rows, the first of them as the one at hand, in a column."""
        chosen, model = self.selectionModel(), self.model()
        flags = chosen.SelectionFlag
        chosen.setCurrentIndex(model.index(rows[0], column), flags.ClearAndSelect | flags.Rows)
        for more in rows[1:]:
            chosen.select(model.index(more, 0), flags.Select | flags.Rows)

    def event(self, event: QEvent) -> bool:
        """Keep the table's own keys from the window's actions."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.writing:
            pressed: QKeyEvent = event  # type: ignore[assignment]  # Qt's type says so
            if (Qt.Key(pressed.key()), pressed.modifiers()) in self._keys:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for."""
        if self.writing:  # what the line that is written in has no use for is not meant for the list
            event.ignore()
            return
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        asked = self._keys.get((Qt.Key(event.key()), plain))
        if asked:
            self.asked.emit(asked)
        elif not self.write_by(Qt.Key(event.key()), plain):
            super().keyPressEvent(event)

    def write_by(self, _key: Qt.Key, _held: Qt.KeyboardModifier) -> bool:
        """Begin to write by a key that has no name, and tell whether it did."""
        return False
