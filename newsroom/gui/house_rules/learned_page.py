"""The page of the words that spelling was taught, for one person or for the house."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable


class LearnedPage(QWidget):
    """Emits `learned` with words to teach and `forgotten` with words to take back."""

    learned = Signal(object)
    forgotten = Signal(object)

    def __init__(self, name: str, words: str, parent: QWidget, *, allowed: bool) -> None:
        super().__init__(parent)
        self._allowed = allowed
        self._words: tuple[str, ...] = ()
        self.word = QLineEdit(placeholderText=_("Find or add a word …"))
        self.word.setAccessibleName(_("Find or add a word"))
        self.word.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.setUniformItemSizes(True)
        self.count = label("", "muted")
        self.add = button(_("Add"), self._add)
        self.delete = button(_("Delete"), self._delete)
        for way in (self.add, self.delete):
            way.setAutoDefault(False)
        self._lay_out(words)
        self._connect()

    def _lay_out(self, words: str) -> None:
        head = across(gap=8)
        head.addWidget(self.word, 1)
        head.addWidget(self.add)
        foot = across(gap=8)
        foot.addWidget(self.delete)
        foot.addStretch(1)
        foot.addWidget(self.count)
        column = down(self, 8)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(label(words, "muted", wrap=True))
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.word.textChanged.connect(self._narrow)
        self.word.returnPressed.connect(self._add)
        self.list.itemSelectionChanged.connect(self._weigh)
        gone = QShortcut(QKeySequence.StandardKey.Delete, self.list)
        gone.setContext(Qt.ShortcutContext.WidgetShortcut)
        gone.activated.connect(self._delete)
        self._weigh()

    def show_all(self, words: Iterable[str]) -> None:
        """Show these words, as far as they match what is looked for."""
        self._words = tuple(words)
        self._narrow()

    def _narrow(self, _typed: str = "") -> None:
        sought = self.word.text().strip().casefold()
        shown = [word for word in self._words if sought in word.casefold()]
        self.list.clear()
        self.list.addItems(shown)
        self.count.setText(ngettext("{n} word", "{n} words", len(shown)))
        self._weigh()

    def _weigh(self) -> None:
        typed = self.word.text().split()
        self.add.setEnabled(self._allowed and len(typed) == 1 and typed[0] not in self._words)
        self.delete.setEnabled(self._allowed and bool(self.list.selectedItems()))

    def _add(self) -> None:
        if self.add.isEnabled():
            word = self.word.text().strip()
            self.word.clear()
            self.learned.emit((word,))

    def _delete(self) -> None:
        words = tuple(item.text() for item in self.list.selectedItems())
        if words and self._allowed:
            self.forgotten.emit(words)
