"""The house's rules as rows of a table, narrowed by what is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from newsroom.translation import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.domain.house_rule import HouseRule

    Index = QModelIndex | QPersistentModelIndex

COLUMNS = (N_("Word or phrase"), N_("Wanted"), N_("Reason"), N_("In quotations"))
_NOWHERE = QModelIndex()


class RuleModel(QAbstractTableModel):
    """Rows of rules; all are held, those that match are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[HouseRule, ...] = ()
        self._sought = ""
        self.shown: list[HouseRule] = []

    def show_all(self, rules: Sequence[HouseRule]) -> None:
        """Show these rules, as far as they match."""
        self._all = tuple(rules)
        self._narrow()

    def seek(self, typed: str) -> None:
        """Show the rules that hold all words typed."""
        self._sought = typed
        self._narrow()

    def _narrow(self) -> None:
        parts = self._sought.casefold().split()
        self.beginResetModel()
        self.shown = [rule for rule in self._all if _holds(rule, parts)]
        self.endResetModel()

    def row_of(self, word: str) -> int:
        """Give the row of a word's rule, -1 where it is not shown."""
        return next((row for row, rule in enumerate(self.shown) if rule.word == word), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Give the number of rows."""
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, _parent: Index = _NOWHERE) -> int:
        """Give the number of columns."""
        return len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the words of a cell, which are its tool tip too."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        rule = self.shown[index.row()]
        return (rule.word, rule.wanted, rule.reason, _("yes") if rule.in_quotes else "")[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Give the head of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(COLUMNS[section])
        return None


def _holds(rule: HouseRule, parts: list[str]) -> bool:
    words = f"{rule.word}\n{rule.wanted}\n{rule.reason}".casefold()
    return all(part in words for part in parts)
