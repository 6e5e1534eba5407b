"""The question which keywords many stories get, and which they lose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from newsroom.gui.panels.keyword_field import KeywordField
from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDTH = 440


class KeywordsDialog(QDialog):
    """Two lines of keywords; emits what to add and what to remove."""

    decided = Signal(object, object)

    def __init__(self, number: int, known: Iterable[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keywords"))
        self.setMinimumWidth(_WIDTH)
        self.add, self.remove = KeywordField(), KeywordField()
        self.yes = button(_("Change"), self.accept, "primary")
        self.yes.setDefault(True)
        column = down(self, 8)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(
            label(ngettext("Keywords of {n} story", "Keywords of {n} stories", number), "title", wrap=True)
        )
        for field, words in ((self.add, _("Add")), (self.remove, _("Remove"))):
            field.offer(tuple(known))
            field.setAccessibleName(words)
            field.setPlaceholderText(_("Parted by commas"))
            field.textChanged.connect(self._weigh)
            column.addWidget(label(words, "muted"))
            column.addWidget(field)
        row = across(gap=8)
        row.addStretch(1)
        row.addWidget(button(_("Cancel"), self.reject))
        row.addWidget(self.yes)
        column.addSpacing(8)
        column.addLayout(row)
        self.accepted.connect(self._tell)
        self._weigh()

    def _weigh(self) -> None:
        self.yes.setEnabled(bool(self.add.words() or self.remove.words()))

    def _tell(self) -> None:
        self.decided.emit(self.add.words(), self.remove.words())
