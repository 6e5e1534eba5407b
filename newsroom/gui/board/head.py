"""The head of the board: whose stories these are, and what keys do or how many stories are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from newsroom.gui.actions.actions import key_text
from newsroom.gui.bulk.bar import said
from newsroom.gui.parts import across, label, named
from newsroom.gui.theme.tokens import HEAD_HEIGHT
from newsroom.translation import _

if TYPE_CHECKING:
    from newsroom.gui.browser.choice import Choice


class BoardHead(QWidget):
    """A title to the left, a quiet line to the right."""

    def __init__(self) -> None:
        super().__init__()
        named(self, "listHead").setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEAD_HEIGHT)
        self.title, self.hint = label(""), label("")
        row = across(self, 12)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self.title, 1)
        row.addWidget(self.hint)
        self.tell(None)

    def tell(self, choice: Choice | None) -> None:
        """Say how many stories are chosen, where it is more than one, or what keys do."""
        if choice is not None and choice.number > 1:
            self.hint.setText(said(choice, column=True))
            return
        right, left = key_text("Ctrl+Right"), key_text("Ctrl+Left")
        self.hint.setText(
            _("{left} and {right} move chosen stories, Enter opens one", left=left, right=right)
        )
