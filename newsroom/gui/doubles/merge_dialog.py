"""The question which of two stories goes on, with what it gains from the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QRadioButton, QWidget

from newsroom.gui.parts import across, button, down, emptied, label
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.desk.doubles import Merger

_WIDTH = 520


class MergeDialog(QDialog):
    """Shows what merging does either way; emits the numbers of the master and of the other."""

    merged = Signal(int, int)

    def __init__(self, ways: tuple[Merger, Merger], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Merge two stories"))
        self.setMinimumWidth(_WIDTH)
        self._ways = ways
        self.choices = QButtonGroup(self)
        column = down(self, 10)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(_("Which text goes on?"), "title", wrap=True))
        for number, way in enumerate(ways):
            made = QRadioButton(way.master.headline or _("No headline"))
            self.choices.addButton(made, number)
            column.addWidget(made)
        self._gained = down(gap=2)
        column.addLayout(self._gained)
        words = _("The other goes into the trash with a link to this one. One undo takes both back.")
        column.addWidget(label(words, "muted", wrap=True))
        row = across(gap=8)
        row.addStretch(1)
        row.addWidget(button(_("Cancel"), self.reject))
        self.yes = button(_("Merge"), self.accept, "primary")
        self.yes.setDefault(True)
        row.addWidget(self.yes)
        column.addLayout(row)
        self.choices.button(0).setChecked(True)
        self.choices.idToggled.connect(self._show)
        self.accepted.connect(self._tell)
        self._show()

    @property
    def way(self) -> Merger:
        """Give the way that is chosen."""
        return self._ways[max(self.choices.checkedId(), 0)]

    def _show(self) -> None:
        emptied(self._gained)
        gained = self.way.gained
        head = _("It gains from the other:") if gained else _("It gains nothing from the other.")
        self._gained.addWidget(label(head, "muted"))
        for title, words in gained:
            self._gained.addWidget(label(f"{_(title)}: {words}", wrap=True))

    def _tell(self) -> None:
        self.merged.emit(self.way.master.id, self.way.other.id)
