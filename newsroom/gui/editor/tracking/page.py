"""The changes in the panel: all of them or one author's, to go to and to judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from newsroom.gui.editor.tracking.card import said
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent

    from newsroom.gui.editor.tracking.roll import Row

MOST = 200
"""So many changes are listed; more are reached one by one in the text."""


class ChangesPage(QWidget):
    """A list with a choice of author and the ways to judge what is chosen or all that is listed."""

    judged = Signal(object, bool)
    chosen = Signal(object)
    seen = Signal()
    """The page is turned to; it is filled only while it can be seen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._writable = False
        self.author = Choice(_("Changes by"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Changes"))
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(360)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told = label("", "muted", wrap=True)
        self.ways = [
            button(_("Accept"), self._accept),
            button(_("Reject"), self._reject),
            button(_("Accept all shown"), self._accept_all),
            button(_("Reject all shown"), self._reject_all),
        ]
        self._lay_out()
        self.author.currentIndexChanged.connect(self._fill)
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        self.list.currentRowChanged.connect(self._enable)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the page can be seen."""
        super().showEvent(event)
        self.seen.emit()

    def _lay_out(self) -> None:
        column = down(self, 8)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.author, self.told, self.list):
            column.addWidget(part)
        row = across(gap=8)
        for way in self.ways[:2]:
            row.addWidget(way)
        column.addLayout(row)
        for way in self.ways[2:]:  # whose words are too long in some languages to stand beside each other
            column.addWidget(way)

    def show_all(
        self,
        rows: Sequence[Row],
        authors: Sequence[str],
        *,
        writable: bool,
        look: Callable[[Row], tuple[str, str]],
    ) -> None:
        """Show entries; look gives for each when it was made and its colour."""
        self._rows, self._writable, self._look = tuple(rows), writable, look
        wanted = self.author.currentData()
        self.author.blockSignals(True)
        self.author.clear()
        self.author.addItem(_("All authors"), None)
        for author in authors:
            self.author.addItem(author or _("Unknown"), author)
        self.author.setCurrentIndex(max(self.author.findData(wanted), 0))
        self.author.blockSignals(False)
        self.author.setVisible(len(authors) > 1)
        self._fill()

    def _shown(self) -> tuple[Row, ...]:
        author = self.author.currentData()
        return tuple(row for row in self._rows if author is None or row.entry.author == author)

    def _fill(self) -> None:
        place = self.list.currentRow()
        self.list.clear()
        rows = self._shown()
        for row in rows[:MOST]:
            when, colour = self._look(row)
            item = QListWidgetItem(f"{row.entry.author or _('Unknown')} {when}\n{said(row.entry)}")
            item.setData(Qt.ItemDataRole.UserRole, row)
            item.setForeground(QColor(colour))
            self.list.addItem(item)
        self.list.setCurrentRow(min(place, self.list.count() - 1))
        more = len(rows) - MOST
        self.told.setText(
            _("There are no changes.") if not rows else _("and {n} more", n=more) if more > 0 else ""
        )
        self.told.setVisible(bool(self.told.text()))
        self.list.setVisible(bool(rows))
        self._enable()

    def _enable(self) -> None:
        for way in self.ways[:2]:
            way.setEnabled(self._writable and self.list.currentRow() >= 0)
        for way in self.ways[2:]:
            way.setEnabled(self._writable and self.list.count() > 0)

    def _go(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole).entry)

    def _judge_one(self, *, accept: bool) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.judged.emit(item.data(Qt.ItemDataRole.UserRole).entry.ids, accept)

    def _judge_all(self, *, accept: bool) -> None:
        self.judged.emit(tuple(name for row in self._shown() for name in row.entry.ids), accept)

    def _accept(self) -> None:
        self._judge_one(accept=True)

    def _reject(self) -> None:
        self._judge_one(accept=False)

    def _accept_all(self) -> None:
        self._judge_all(accept=True)

    def _reject_all(self) -> None:
        self._judge_all(accept=False)
