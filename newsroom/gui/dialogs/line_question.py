"""A question that is answered with one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDTH = 440


class LineQuestion(QDialog):
    """Calls with the line when the answer is yes; a line that is needed must be written."""

    def __init__(
        self, parent: QWidget, title: str, words: str, yes: str, *, now: str = "", needed: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self._call: Callable[[str], None] | None = None
        self._needed = needed
        self.line = QLineEdit(now)
        self.line.setAccessibleName(words)
        self.line.textChanged.connect(self._weigh)
        self.yes = button(yes, self.accept, "primary")
        self.yes.setDefault(True)
        self._lay_out(title, words)
        self.accepted.connect(self._answer)
        self._weigh()

    def _lay_out(self, title: str, words: str) -> None:
        row = across(gap=8)
        row.addStretch(1)
        row.addWidget(button(_("Cancel"), self.reject))
        row.addWidget(self.yes)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self.line)
        column.addLayout(row)

    def ask(self, call: Callable[[str], None]) -> None:
        """Ask without holding the window up; call hears the line."""
        self._call = call
        self.open()
        self.line.selectAll()
        self.line.setFocus()

    def _weigh(self) -> None:
        self.yes.setEnabled(not self._needed or bool(self.line.text().strip()))

    def _answer(self) -> None:
        if self._call is not None:
            self._call(self.line.text().strip())
