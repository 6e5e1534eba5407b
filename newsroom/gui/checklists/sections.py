"""Four eyes by section: where the last hand may not approve either, and where two people approve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from newsroom.gui.parts import down, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.settings import House

_STRICT, _SECOND = 1, 2


class SectionsPage(QWidget):
    """Emits which sections are strict and where two approve."""

    put = Signal(object, object)

    def __init__(self, *, allowed: bool) -> None:
        super().__init__()
        self._allowed = allowed
        self.rule = label("", "muted", wrap=True)
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(_("Four eyes by section"))
        self.table.setHorizontalHeaderLabels([_("Section"), _("Last hand may not approve"), _("Two approve")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.itemChanged.connect(self._tell)
        column = down(self, 10)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.rule)
        column.addWidget(self.table, 1)

    def show_house(self, sections: Sequence[str], house: House, rule: str) -> None:
        """Show what holds for the sections of the house; rule says whether four eyes are on at all."""
        self.rule.setText(rule)
        self.table.blockSignals(True)
        self.table.setRowCount(len(sections))
        for row, name in enumerate(sections):
            self.table.setItem(row, 0, _cell(name))
            for column, held, words in (
                (_STRICT, house.strict_sections, _("Last hand may not approve")),
                (_SECOND, house.second_sections, _("Two approve")),
            ):
                cell = _cell("")
                cell.setCheckState(Qt.CheckState.Checked if name in held else Qt.CheckState.Unchecked)
                cell.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {words}")
                if self._allowed:
                    cell.setFlags(cell.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                else:
                    cell.setFlags(cell.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
                self.table.setItem(row, column, cell)
        self.table.blockSignals(False)

    def _tell(self) -> None:
        self.put.emit(self._held(_STRICT), self._held(_SECOND))

    def _held(self, column: int) -> tuple[str, ...]:
        rows = range(self.table.rowCount())
        return tuple(self._name(row) for row in rows if self._checked(row, column))

    def _name(self, row: int) -> str:
        cell = self.table.item(row, 0)
        return cell.text() if cell else ""

    def _checked(self, row: int, column: int) -> bool:
        cell = self.table.item(row, column)
        return cell is not None and cell.checkState() is Qt.CheckState.Checked


def _cell(words: str) -> QTableWidgetItem:
    made = QTableWidgetItem(words)
    made.setToolTip(words)
    return made
