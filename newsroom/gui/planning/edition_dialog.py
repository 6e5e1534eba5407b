"""What an edition is called, of which day it is, and when it appears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.domain.edition import Edition

_WIDTH = 420


class EditionDialog(QDialog):
    """Three lines; emits them as they were typed. It stays open until `close_with` says that they were taken."""

    decided = Signal(str, str, str)

    def __init__(self, edition: Edition | None, day: str, hour: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Edition"))
        self.setMinimumWidth(_WIDTH)
        self.name = QLineEdit(edition.name if edition else "")
        self.day, self.hour = QLineEdit(day), QLineEdit(hour)
        self.day.setPlaceholderText(_("such as tomorrow or 27.03.2027"))
        self.hour.setPlaceholderText(_("such as 22:00, or nothing"))
        self.told = label("", "bad", wrap=True)
        self.told.hide()
        self.yes = button(_("Keep") if edition else _("Make"), self._decide, "primary")
        self.yes.setDefault(True)
        column = down(self, 8)
        column.setContentsMargins(20, 18, 20, 16)
        title = _("Change the edition") if edition else _("New edition")
        column.addWidget(label(title, "title"))
        for words, field in (
            (_("Name"), self.name),
            (_("Day"), self.day),
            (_("Appears"), self.hour),
        ):
            field.setAccessibleName(words)
            column.addWidget(label(words, "muted"))
            column.addWidget(field)
        words = _("Pages of stories under embargo may be made where the edition appears at or after it.")
        column.addWidget(label(words, "tiny", wrap=True))
        column.addWidget(self.told)
        row = across(gap=8)
        row.addStretch(1)
        row.addWidget(button(_("Cancel"), self.reject))
        row.addWidget(self.yes)
        column.addSpacing(4)
        column.addLayout(row)
        self.name.textChanged.connect(self._weigh)
        self._weigh()

    def _weigh(self) -> None:
        self.yes.setEnabled(bool(self.name.text().strip()))

    def _decide(self) -> None:
        self.decided.emit(self.name.text(), self.day.text(), self.hour.text())

    def refuse(self, words: str) -> None:
        """Say why this cannot be kept; what was typed stays to be mended."""
        self.told.setText(words)
        self.told.show()
