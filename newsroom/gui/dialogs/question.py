"""A question with a yes that names what it does, and where wanted a reason to write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from newsroom.gui.parts import label
from newsroom.gui.prompt import Prompt

if TYPE_CHECKING:
    from collections.abc import Callable


class Question(Prompt):
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
        super().__init__(parent, title, yes)
        self._call: Callable[[str], None] | None = None
        self._needed = needed
        self.reason = QPlainTextEdit(placeholderText=reason)
        self.reason.setAccessibleName(reason)
        self.reason.setTabChangesFocus(True)
        self.reason.setMaximumHeight(96)
        self.reason.setVisible(bool(reason))
        self.reason.textChanged.connect(self._weigh)
        self.stack(title, label(words, "muted", wrap=True), self.reason)
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
