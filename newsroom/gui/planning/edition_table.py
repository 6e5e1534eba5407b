"""The table of an edition under the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from newsroom.gui.parts import named
from newsroom.gui.planning.edition_model import LENGTH, TITLE, EditionModel
from newsroom.gui.planning.written_table import Keys, WrittenTable
from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_WIDTHS = (0, 110, 118, 190, 204)
_OWN: Keys = {
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): "open",
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.NoModifier): "open",
}


class EditionTable(WrittenTable):
    """The lines of an edition, which are moved and opened."""

    def __init__(self, model: EditionModel, parent: QWidget) -> None:
        super().__init__(model, _WIDTHS, _OWN, parent)
        named(self, "editionTable")
        self._lines = model
        self.setAccessibleName(_("Edition"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(
            lambda index: self.asked.emit("write" if index.column() == LENGTH else "open")
        )

    def choose(self, rows: list[int], column: int = TITLE) -> None:
        """Choose rows, the first of them as the one at hand."""
        kept = [row for row in rows if 0 <= row < self._lines.rowCount()]
        if kept:
            self.choose_rows(kept, column)

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
