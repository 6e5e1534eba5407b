"""A question with a yes that names what it does, and where wanted a reason to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDTH = 440


class Question(QDialog):
    """Calls with the reason, or an empty one, when the answer is yes; needed reasons must be written."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        words: str,
        yes: str,
        *,
        reason: str = "",
        needed: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        self._call: Callable[[str], None] | None = None
        self._needed = needed
        self.reason = QPlainTextEdit(placeholderText=reason)
        self.reason.setAccessibleName(reason)
        self.reason.setTabChangesFocus(True)
        self.reason.setMaximumHeight(96)
        self.reason.setVisible(bool(reason))
        self.yes = button(yes, self.accept, "primary")
        self.yes.setDefault(True)
        self.reason.textChanged.connect(self._weigh)
        row = across(gap=8)
        row.addStretch(1)
        row.addWidget(button(_("Cancel"), self.reject))
        row.addWidget(self.yes)
        column = down(self, 12)
        column.setContentsMargins(20, 18, 20, 16)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(label(words, "muted", wrap=True))
        column.addWidget(self.reason)
        column.addLayout(row)
        self.accepted.connect(self._answer)
        self._weigh()

    def ask(self, call: Callable[[str], None]) -> None:
        """Ask without holding the window up; call hears the reason."""
        self._call = call
        self.open()
        (self.reason if self.reason.isVisible() else self.yes).setFocus()

    def _weigh(self) -> None:
        self.yes.setEnabled(not self._needed or bool(self.reason.toPlainText().strip()))

    def _answer(self) -> None:
        if self._call is not None:
            self._call(self.reason.toPlainText().strip())
