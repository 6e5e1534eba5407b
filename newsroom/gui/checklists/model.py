"""The checklists as a table: a rule a row, a way a column, how grave it is in the cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from newsroom.domain.checklist import MOMENTS, Demand
from newsroom.domain.finding import Severity
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import SMALL_SIZE
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtWidgets import QWidget

    from newsroom.desk.checklists import Asked
    from newsroom.domain.workflow import Transition
    from newsroom.gui.theme.tokens import Palette

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NEXT = {
    Severity.OFF: Severity.RECOMMENDED,
    Severity.RECOMMENDED: Severity.REQUIRED,
    Severity.REQUIRED: Severity.OFF,
}
_COLOURS = {Severity.OFF: "faint", Severity.RECOMMENDED: "warn", Severity.REQUIRED: "bad"}
_SIGNS = {Severity.OFF: "–", Severity.RECOMMENDED: "⚠", Severity.REQUIRED: "●"}


class ChecklistModel(QAbstractTableModel):
    """Emits what shall hold instead, when a cell is chosen otherwise."""

    wanted = Signal(object)

    def __init__(self, palette: Palette, parent: QWidget, *, allowed: bool) -> None:
        super().__init__(parent)
        self._palette, self._allowed = palette, allowed
        self._rules: Sequence[tuple[str, str]] = ()
        self._cells: dict[tuple[str, Transition], Asked] = {}
        self.genre = self.section = ""

    def show(self, rules: Mapping[str, str], asked: Iterable[Asked], genre: str, section: str) -> None:
        """Show what holds for stories of a genre and section; nothing in both is every story."""
        self.beginResetModel()
        self._rules = sorted(((name, _(title)) for name, title in rules.items()), key=lambda one: one[1])
        self._cells = {(one.rule, one.moment): one for one in asked}
        self.genre, self.section = genre, section
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of rules."""
        return 0 if parent.isValid() else len(self._rules)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of ways that have a checklist."""
        return 0 if parent.isValid() else len(MOMENTS)

    def headerData(
        self, place: int, along: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Give the name of a rule or a way."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if along is Qt.Orientation.Horizontal:
            return _(MOMENTS[place].label).removesuffix(" …")
        return self._rules[place][1]

    def demand(self, index: Index) -> Demand:
        """Give what holds in a cell, as the house would set it."""
        rule, moment = self._rules[index.row()][0], MOMENTS[index.column()]
        asked = self._cells.get((rule, moment))
        return Demand(rule, moment, asked.severity if asked else Severity.OFF, self.genre, self.section)

    def own(self, index: Index) -> bool:
        """Tell whether the house has set a cell."""
        asked = self._cells.get((self._rules[index.row()][0], MOMENTS[index.column()]))
        return asked is not None and asked.own

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give a cell's words, colour and weight."""
        severity = self.demand(index).severity
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{_SIGNS[severity]} {_(severity.label)}"
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(getattr(self._palette, _COLOURS[severity]))
        if role == Qt.ItemDataRole.FontRole:
            return faces.sans(SMALL_SIZE, QFont.Weight.DemiBold if self.own(index) else QFont.Weight.Normal)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._rules[index.row()][1]}, {_(MOMENTS[index.column()].label)}: {_(severity.label)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return _("Set by the house") if self.own(index) else _("As the rule comes")
        return None

    def turn(self, index: Index) -> None:
        """Let a cell ask for the next graver thing, and after required for nothing."""
        if index.isValid() and self._allowed:
            now = self.demand(index)
            moved = Demand(now.rule, now.moment, _NEXT[now.severity], now.genre, now.section)
            self.wanted.emit((moved,))
