"""What an edition is called, of which day it is, and when it appears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from newsroom.gui.parts import down, label
from newsroom.gui.prompt import Prompt
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.domain.edition import Edition

_WIDTH = 420


class EditionDialog(Prompt):
    """Three lines; emits them as they were typed. It stays open until `close_with` says that they were taken."""

    decided = Signal(str, str, str)

    def __init__(self, edition: Edition | None, day: str, hour: str, parent: QWidget) -> None:
        yes = _("Keep") if edition else _("Make")
        super().__init__(parent, _("Edition"), yes, width=_WIDTH, answer=self._decide)
        self.name = QLineEdit(edition.name if edition else "")
        self.day, self.hour = QLineEdit(day), QLineEdit(hour)
        self.day.setPlaceholderText(_("such as tomorrow or 27.03.2027"))
        self.hour.setPlaceholderText(_("such as 22:00, or nothing"))
        self.told = label("", "bad", wrap=True)
        self.told.hide()
        fields = down(gap=8)
        for words, field in (
            (_("Name"), self.name),
            (_("Day"), self.day),
            (_("Appears"), self.hour),
        ):
            field.setAccessibleName(words)
            fields.addWidget(label(words, "muted"))
            fields.addWidget(field)
        words = _("Pages of stories under embargo may be made where the edition appears at or after it.")
        title = _("Change the edition") if edition else _("New edition")
        self.stack(title, fields, label(words, "tiny", wrap=True), self.told)
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
