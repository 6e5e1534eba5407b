"""The table of checklists, set by click or by the space bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from newsroom.translation import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from newsroom.domain.checklist import Demand
    from newsroom.gui.checklists.model import ChecklistModel

_PRESSED = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_RULES = 300


class ChecklistTable(QTableView):
    """Rules beside ways; a click turns a cell on: off, recommended, required."""

    def __init__(self, model: ChecklistModel) -> None:
        super().__init__()
        self._turns = model
        self.setModel(model)
        self.setAccessibleName(_("Checklists"))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rules = self.verticalHeader()
        rules.setFixedWidth(_RULES)
        rules.setDefaultSectionSize(28)
        rules.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.clicked.connect(model.turn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the cell with the space bar or Return."""
        if event.key() in _PRESSED:
            self._turns.turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def chosen(self) -> tuple[Demand, ...]:
        """Give what holds in the chosen cells that the house has set."""
        found = self.selectionModel().selectedIndexes()
        return tuple(self._turns.demand(index) for index in found if self._turns.own(index))
