"""Asking how large a table shall be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QSpinBox, QWidget

from newsroom.gui.editor.blocks.tables import LARGEST
from newsroom.gui.panels.form import add_beside, lay_out
from newsroom.gui.parts import across, button, down, label, number
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable


class TableDialog(QDialog):
    """Calls with rows, columns and whether the first row is a head."""

    def __init__(self, parent: QWidget, call: Callable[[int, int, bool], None]) -> None:
        super().__init__(parent)
        self._call = call
        self.setWindowTitle(_("Table"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.rows = _number(3, LARGEST[0], _("Rows"))
        self.columns = _number(3, LARGEST[1], _("Columns"))
        self.head = QCheckBox(_("The first row is a head"))
        self.head.setChecked(True)
        fields = QWidget()
        add_beside(lay_out(fields), ((_("Rows"), self.rows), (_("Columns"), self.columns)))
        self.yes = button(_("Insert"), self.accept, "primary")
        self.yes.setDefault(True)
        row = across(gap=8)
        row.addStretch(1)
        row.addWidget(button(_("Cancel"), self.reject))
        row.addWidget(self.yes)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(_("Table"), "title"))
        column.addWidget(fields)
        column.addWidget(self.head)
        column.addLayout(row)
        self.accepted.connect(self._answer)

    def _answer(self) -> None:
        self._call(self.rows.value(), self.columns.value(), self.head.isChecked())


def _number(value: int, most: int, name: str) -> QSpinBox:
    made = number()
    made.setRange(1, most)
    made.setValue(value)
    made.setAccessibleName(name)
    return made
