"""The pattern of file names, typed, or put together from words in a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from newsroom.gui.parts import across, button
from newsroom.translation import N_, _

FOLDERS = {"{section}/": N_("Folders by section"), "{date}/": N_("Folders by day")}
GAPS = {
    "number": N_("Place in the export"),
    "date": N_("Date"),
    "time": N_("Time"),
    "year": N_("Year"),
    "month": N_("Month"),
    "slug": N_("Slug"),
    "section": N_("Section"),
    "headline": N_("Headline"),
    "author": N_("First author"),
    "state": N_("State"),
    "version": N_("Version"),
    "language": N_("Language"),
    "id": N_("No."),
}


class PatternField(QWidget):
    """A line with a menu beside it; `edited` tells of each change by hand."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setAccessibleName(_("Names"))
        self.line.textEdited.connect(self._tell)
        self.more = button(_("Insert") + " ▾")
        self.more.setAutoDefault(False)
        self.more.setMenu(self._menu())
        row = across(self, 8)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.more)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for prefix, words in FOLDERS.items():
            menu.addAction(_(words), partial(self._put_before, prefix))
        menu.addSeparator()
        for gap, words in GAPS.items():
            menu.addAction(f"{_(words)}\t{{{gap}}}", partial(self._insert, f"{{{gap}}}"))
        return menu

    def _put_before(self, prefix: str) -> None:
        """Let names begin with a folder, in the place of another one of the menu."""
        bare = self.line.text()
        for other in FOLDERS:
            bare = bare.removeprefix(other)
        self.line.setText(prefix + bare)
        self._tell()

    def _insert(self, words: str) -> None:
        self.line.insert(words)
        self.line.setFocus()
        self._tell()

    def _tell(self) -> None:
        self.edited.emit()
