"""Asking how large a table shall be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QSpinBox, QWidget

from newsroom.gui.editor.blocks.tables import LARGEST
from newsroom.gui.panels.form import add_beside, lay_out
from newsroom.gui.parts import number
from newsroom.gui.prompt import Prompt
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable


class TableDialog(Prompt):
    """Calls with rows, columns and whether the first row is a head."""

    def __init__(self, parent: QWidget, call: Callable[[int, int, bool], None]) -> None:
        super().__init__(parent, _("Table"), _("Insert"), width=0)
        self._call = call
        self.rows = _number(3, LARGEST[0], _("Rows"))
        self.columns = _number(3, LARGEST[1], _("Columns"))
        self.head = QCheckBox(_("The first row is a head"))
        self.head.setChecked(True)
        fields = QWidget()
        add_beside(lay_out(fields), ((_("Rows"), self.rows), (_("Columns"), self.columns)))
        self.stack(_("Table"), fields, self.head)
        self.accepted.connect(self._answer)

    def _answer(self) -> None:
        self._call(self.rows.value(), self.columns.value(), self.head.isChecked())


def _number(value: int, most: int, name: str) -> QSpinBox:
    made = number()
    made.setRange(1, most)
    made.setValue(value)
    made.setAccessibleName(name)
    return made
