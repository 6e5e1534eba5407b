"""The stories that were published alone, with the time left until second eyes must have looked at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QTableWidget, QTableWidgetItem

from newsroom.gui.parts import across, button, down, label
from newsroom.gui.review.marked import left_words
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from newsroom.domain.approved import SecondLook

_SIZE = (640, 360)
_STORY = Qt.ItemDataRole.UserRole


class EyesDialog(QDialog):
    """A list; emits the story that shall be looked at."""

    asked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Second eyes due"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.table = QTableWidget(0, 3)
        self.table.setHorizontalHeaderLabels([_("Story"), _("Published by"), _("Time left")])
        self.table.setAccessibleName(_("Second eyes due"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.none = label(_("No second eyes are due."), "muted")
        self.look = button(_("Look at it"), self._ask, "primary")
        self.look.setDefault(True)
        self.table.doubleClicked.connect(self._ask)
        self._lay_out()

    def _lay_out(self) -> None:
        words = _(
            "A duty editor published these alone. A colleague who is no author looks at each and keeps that it was done."
        )
        self.words = label(words, "muted", wrap=True)
        row = across(gap=8)
        row.addStretch(1)
        row.addWidget(button(_("Close"), self.reject))
        row.addWidget(self.look)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(_("Second eyes due"), "title"))
        column.addWidget(self.words)
        column.addWidget(self.none)
        column.addWidget(self.table, 1)
        column.addLayout(row)

    def show_due(self, looks: Sequence[SecondLook], now: datetime) -> None:
        """Show these, the soonest due first; the chosen one stays chosen."""
        chosen = self._chosen()
        self.table.setRowCount(len(looks))
        for row, look in enumerate(looks):
            left = left_words(look.due, now).partition(": ")[2]
            for column, words in enumerate((look.card.headline or _("No headline"), look.by, left)):
                cell = QTableWidgetItem(words)
                cell.setData(_STORY, look.card.id)
                cell.setToolTip(words)
                self.table.setItem(row, column, cell)
            if look.card.id == chosen or row == 0:
                self.table.selectRow(row)
        self.none.setVisible(not looks)
        for part in (self.words, self.table):
            part.setVisible(bool(looks))
        self.resize(_SIZE[0], _SIZE[1] if looks else self.minimumSizeHint().height())
        self.look.setEnabled(bool(looks))

    def _chosen(self) -> int:
        cell = self.table.item(self.table.currentRow(), 0)
        return int(cell.data(_STORY)) if cell else 0

    def _ask(self) -> None:
        story = self._chosen()
        if story:
            self.accept()
            self.asked.emit(story)
