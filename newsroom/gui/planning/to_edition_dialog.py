"""The question into which edition, and on which page, stories shall go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from newsroom.gui.browser.times import date_words
from newsroom.gui.panels.choice import Choice
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsroom.domain.edition import EditionLine

_WIDTH = 420


class ToEditionDialog(QDialog):
    """An edition, or the name of a new one, and a page; emits its number, the name and the page."""

    decided = Signal(int, str, str)

    def __init__(self, count: int, editions: Sequence[EditionLine], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Add to edition"))
        self.setMinimumWidth(_WIDTH)
        self.edition = Choice(_("Edition"))
        for one in editions:
            self.edition.addItem(f"{one.name} · {date_words(one.day)}", one.id)
        self.edition.addItem(_("New edition for today"), 0)
        self.name, self.page = QLineEdit(), QLineEdit()
        self.name.setAccessibleName(_("Name of the new edition"))
        self.name.setPlaceholderText(_("Name of the new edition"))
        self.page.setAccessibleName(_("Page or section"))
        self.page.setPlaceholderText(_("at the end where it is empty"))
        self.yes = button(_("Add"), self.accept, "primary")
        self.yes.setDefault(True)
        self._lay_out(count)
        self.edition.currentIndexChanged.connect(self._weigh)
        self.name.textChanged.connect(self._weigh)
        self.accepted.connect(self._tell)
        self._weigh()

    def _lay_out(self, count: int) -> None:
        column = down(self, 8)
        column.setContentsMargins(20, 18, 20, 16)
        words = ngettext("Add {n} story to an edition", "Add {n} stories to an edition", count)
        column.addWidget(label(words, "title", wrap=True))
        column.addWidget(label(_("Edition"), "muted"))
        column.addWidget(self.edition)
        column.addWidget(self.name)
        column.addWidget(label(_("Page or section"), "muted"))
        column.addWidget(self.page)
        row = across(gap=8)
        row.addStretch(1)
        row.addWidget(button(_("Cancel"), self.reject))
        row.addWidget(self.yes)
        column.addSpacing(4)
        column.addLayout(row)

    def _weigh(self) -> None:
        new = not self.edition.currentData()
        self.name.setVisible(new)
        self.yes.setEnabled(not new or bool(self.name.text().strip()))

    def _tell(self) -> None:
        self.decided.emit(self.edition.currentData(), self.name.text(), self.page.text())
