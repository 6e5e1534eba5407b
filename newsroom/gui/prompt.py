"""A dialog that asks for one thing: a title, what it is about, and at its foot cancel and the button that says yes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLayout

from newsroom.gui.parts import across, button, down, label
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

_WIDTH = 440
_MARGINS = (20, 18, 20, 16)


class Prompt(QDialog):
    """Return says yes, Escape cancels; once answered it is gone."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        yes: str,
        *,
        width: int = _WIDTH,
        answer: Callable[[], None] | None = None,
    ) -> None:
        """Answer is called instead of closing the dialog with a yes."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(width)
        self.yes = button(yes, answer or self.accept, "primary")
        self.yes.setDefault(True)

    def stack(
        self, title: str, *parts: QWidget | QLayout, gap: int = 12, foot: QWidget | None = None
    ) -> None:
        """Put the parts under the title and the answers under them, with what shall stand at the left of those."""
        column = down(self, gap)
        column.setContentsMargins(*_MARGINS)
        column.addWidget(label(title, "title", wrap=True))
        for part in (*parts, self._answers(foot)):
            if isinstance(part, QLayout):
                column.addLayout(part)
            else:
                column.addWidget(part)

    def _answers(self, foot: QWidget | None) -> QLayout:
        row = across(gap=8)
        if foot is None:
            row.addStretch(1)
        else:
            row.addWidget(foot, 1)
        row.addWidget(button(_("Cancel"), self.reject))
        row.addWidget(self.yes)
        return row
