"""The table of an edition under the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from newsroom.gui.parts import named
from newsroom.gui.planning.edition_model import LENGTH, TITLE, EditionModel
from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ROW = 34
_WIDTHS = (0, 110, 118, 216, 204)
_CTRL = Qt.KeyboardModifier.ControlModifier
_OWN = {
    (Qt.Key.Key_Z, _CTRL): "undo",
    (Qt.Key.Key_Up, _CTRL): "up",
    (Qt.Key.Key_Down, _CTRL): "down",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "remove",
    (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier): "earlier",
    (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier): "later",
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): "open",
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier): "open",
    (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier): "leave",
}


class EditionTable(QTableView):
    """Lines that are moved and opened; emits the name of what a key asks for."""

    asked = Signal(str)
    rested = Signal()

    def __init__(self, model: EditionModel, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "editionTable")
        self._lines = model
        self.setModel(model)
        self.setAccessibleName(_("Edition"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
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
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setFixedWidth(40)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(_WIDTHS):
            if width:
                self.setColumnWidth(column, width)
            else:
                head.setSectionResizeMode(column, head.ResizeMode.Stretch)
        self.doubleClicked.connect(
            lambda index: self.asked.emit("write" if index.column() == LENGTH else "open")
        )

    @property
    def writing(self) -> bool:
        """Tell whether a cell is being written."""
        return self.state() == QAbstractItemView.State.EditingState

    def rows(self) -> list[int]:
        """Give the chosen rows, top to bottom."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def choose(self, rows: list[int], column: int = TITLE) -> None:
        """Choose rows, the first of them as the one at hand."""
        model = self.selectionModel()
        kept = [row for row in rows if 0 <= row < self._lines.rowCount()]
        if not kept:
            return
        flags = model.SelectionFlag
        model.setCurrentIndex(self._lines.index(kept[0], column), flags.ClearAndSelect | flags.Rows)
        for row in kept[1:]:
            model.select(self._lines.index(row, TITLE), flags.Select | flags.Rows)

    def write(self, row: int, column: int = TITLE) -> None:
        """Begin to write in a cell that may be written."""
        index = self._lines.index(row, column)
        if index.isValid() and self._lines.may_write(index):
            self.setCurrentIndex(index)
            self.edit(index)

    def closeEditor(self, editor: QWidget, hint: object) -> None:
        """Tell that nothing is being written any more."""
        super().closeEditor(editor, hint)  # type: ignore[arg-type]  # Qt's own hint
        self.rested.emit()

    def event(self, event: QEvent) -> bool:
        """Keep the keys of the edition from the window's actions."""
        if event.type() == QEvent.Type.ShortcutOverride and not self.writing:
            pressed: QKeyEvent = event  # type: ignore[assignment]  # Qt's type says so
            if (Qt.Key(pressed.key()), pressed.modifiers()) in _OWN:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks for."""
        if self.writing:  # what the line that is written in has no use for is not meant for the list
            event.ignore()
            return
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        asked = _OWN.get((Qt.Key(event.key()), plain))
        if asked:
            self.asked.emit(asked)
        else:
            super().keyPressEvent(event)
