"""The page of the rules: looking for one, adding, changing, deleting, bringing a table in and sending it out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeView, QWidget

from newsroom.domain.house_rule import HouseRule
from newsroom.gui.house_rules.rule_form import RuleForm
from newsroom.gui.house_rules.rule_model import RuleModel
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTHS = (200, 200, 240)


class RulesPage(QWidget):
    """Emits `put` with rules to keep and words whose rules go, and what else is asked for."""

    put = Signal(object, object)
    import_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget, *, allowed: bool) -> None:
        super().__init__(parent)
        self._allowed = allowed
        self.model = RuleModel(self)
        self.sought = QLineEdit(placeholderText=_("Find a rule …"))
        self.sought.setAccessibleName(_("Find a rule"))
        self.sought.setClearButtonEnabled(True)
        self.view = self._make_view()
        self.none = label("", "muted", wrap=True)
        self.count = label("", "muted")
        self.add = button(_("Add …"), self._add)
        self.edit = button(_("Edit …"), self._edit)
        self.delete = button(_("Delete"), self._delete)
        self.bring = button(_("Import …"), self.import_asked.emit)
        self.send = button(_("Export …"), self.export_asked.emit)
        for way in (self.add, self.edit, self.delete, self.bring, self.send):
            way.setAutoDefault(False)
        self._lay_out()
        self._connect()

    def _make_view(self) -> QTreeView:
        view = QTreeView()
        view.setModel(self.model)
        view.setAccessibleName(_("House rules"))
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        head = view.header()
        for column, width in enumerate(_WIDTHS):
            head.resizeSection(column, width)
        head.setStretchLastSection(False)
        head.setSectionResizeMode(len(_WIDTHS) - 1, QHeaderView.ResizeMode.Stretch)
        return view

    def _lay_out(self) -> None:
        ways = across(gap=8)
        for way in (self.add, self.edit, self.delete):
            ways.addWidget(way)
        ways.addStretch(1)
        ways.addWidget(self.count)
        ways.addSpacing(8)
        ways.addWidget(self.bring)
        ways.addWidget(self.send)
        column = down(self, 8)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.sought)
        column.addWidget(self.none)
        column.addWidget(self.view, 1)
        column.addLayout(ways)

    def _connect(self) -> None:
        self.sought.textChanged.connect(self._seek)
        self.view.activated.connect(self._edit)
        self.view.selectionModel().selectionChanged.connect(self._weigh)
        gone = QShortcut(QKeySequence.StandardKey.Delete, self.view)
        gone.setContext(Qt.ShortcutContext.WidgetShortcut)
        gone.activated.connect(self._delete)
        self._weigh()

    def show_all(self, rules: Sequence[HouseRule]) -> None:
        """Show these rules; the one that was chosen stays chosen."""
        chosen = self.chosen()
        self.model.show_all(rules)
        self._tell_count()
        row = self.model.row_of(chosen[0].word) if chosen else -1
        if row >= 0:
            self.view.setCurrentIndex(self.model.index(row, 0))
        self._weigh()

    def _seek(self, typed: str) -> None:
        self.model.seek(typed)
        self._tell_count()
        self._weigh()

    def _tell_count(self) -> None:
        count = len(self.model.shown)
        self.count.setText(ngettext("{n} rule", "{n} rules", count))
        if self.sought.text().strip():
            self.none.setText(_("No rule has these words."))
        else:
            self.none.setText(_("No rule yet. Add one, or import a table: word, wanted, reason, quotations."))
        self.none.setVisible(not count)

    def chosen(self) -> list[HouseRule]:
        """Give the rules that are chosen."""
        return [self.model.shown[index.row()] for index in self.view.selectionModel().selectedRows()]

    def _weigh(self, *_why: object) -> None:
        chosen = len(self.view.selectionModel().selectedRows())
        self.add.setEnabled(self._allowed)
        self.bring.setEnabled(self._allowed)
        self.edit.setEnabled(self._allowed and chosen == 1)
        self.delete.setEnabled(self._allowed and chosen > 0)

    def _add(self) -> None:
        RuleForm(self, HouseRule(self.sought.text().strip()), partial(self._keep, "")).open()

    def _edit(self, _index: QModelIndex | None = None) -> None:
        chosen = self.chosen()
        if self._allowed and len(chosen) == 1:
            RuleForm(self, chosen[0], partial(self._keep, chosen[0].word)).open()

    def _keep(self, before: str, rule: HouseRule) -> None:
        self.put.emit((rule,), (before,) if before and before != rule.word else ())

    def _delete(self) -> None:
        words = tuple(rule.word for rule in self.chosen())
        if words and self._allowed:
            self.put.emit((), words)
