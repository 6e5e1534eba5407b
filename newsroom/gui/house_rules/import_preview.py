"""What a table of rules would bring, and which of its rows are none, before anything is taken in."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from newsroom.gui.prompt import Prompt
from newsroom.translation import _, ngettext, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from newsroom.domain.house_rule import HouseRule
    from newsroom.formats.rule_table import RulesRead

_SIZE = (720, 480)
_MOST = 300
"""So many rows of a kind are shown; more nobody reads, and their number is said."""


class ImportPreview(Prompt):
    """Calls with the rules when they are wanted."""

    def __init__(
        self,
        read: RulesRead,
        held: Mapping[str, HouseRule],
        parent: QWidget,
        call: Callable[[tuple[HouseRule, ...]], None],
    ) -> None:
        wanted = tuple(rule for rule in read.rules if held.get(rule.word) != rule)
        yes = ngettext("Import {n} rule", "Import {n} rules", len(wanted))
        super().__init__(parent, _("Import house rules"), yes)
        self.wanted = wanted
        self.resize(*_SIZE)
        self._call = call
        self.tree = QTreeWidget(columnCount=3)
        self.tree.setAccessibleName(_("Rules of the table"))
        self.tree.setHeaderLabels([_("Word or phrase"), _("Wanted"), _("Reason")])
        for column, width in enumerate((240, 200)):
            self.tree.setColumnWidth(column, width)
        self._fill(read, held)
        self.yes.setEnabled(bool(self.wanted))
        self.stack(self._told(read), self.tree)
        self.accepted.connect(self._answer)

    def _fill(self, read: RulesRead, held: Mapping[str, HouseRule]) -> None:
        bad = [(_("Line {n}: {text}", n=row.line, text=row.text), "", tell(row.reason)) for row in read.bad]
        self._group(_("Not a rule"), bad)
        self._group(_("New"), _cells(rule for rule in self.wanted if rule.word not in held))
        self._group(
            _("Instead of the rule that is kept"), _cells(rule for rule in self.wanted if rule.word in held)
        )

    def _group(self, title: str, rows: list[tuple[str, str, str]]) -> None:
        if not rows:
            return
        group = QTreeWidgetItem([f"{title} ({len(rows)})"])
        self.tree.addTopLevelItem(group)
        for cells in islice(rows, _MOST):
            line = QTreeWidgetItem(group, list(cells))
            for column, words in enumerate(cells):
                line.setToolTip(column, words)
        if len(rows) > _MOST:
            QTreeWidgetItem(group, [_("and {n} more", n=len(rows) - _MOST)])
        group.setExpanded(True)

    def _told(self, read: RulesRead) -> str:
        parts = [ngettext("{n} rule in the table", "{n} rules in the table", len(read.rules))]
        if read.bad:
            parts.append(ngettext("{n} row is no rule", "{n} rows are no rules", len(read.bad)))
        same = len(read.rules) - len(self.wanted)
        if same:
            parts.append(ngettext("{n} is kept already", "{n} are kept already", same))
        return ", ".join(parts) + "."

    def _answer(self) -> None:
        self._call(self.wanted)


def _cells(rules: Iterable[HouseRule]) -> list[tuple[str, str, str]]:
    return [(rule.word, rule.wanted, rule.reason) for rule in rules]
