"""A question that is answered with one line of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from newsroom.gui.parts import label
from newsroom.gui.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import Callable


class LineQuestion(Prompt):
    """Calls with the line when the answer is yes; a line that is needed must be written."""

    def __init__(
        self, parent: QWidget, title: str, words: str, yes: str, *, now: str = "", needed: bool = False
    ) -> None:
        super().__init__(parent, title, yes)
        self._call: Callable[[str], None] | None = None
        self._needed = needed
        self.line = QLineEdit(now)
        self.line.setAccessibleName(words)
        self.line.textChanged.connect(self._weigh)
        self.stack(title, label(words, "muted", wrap=True), self.line)
        self.accepted.connect(self._answer)
        self._weigh()

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
