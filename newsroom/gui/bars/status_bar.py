"""The status bar: how long the story is, what is being done, when it was saved, where it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from newsroom.gui.bars.length_line import LengthLine, thin_bar
from newsroom.gui.parts import across, button, label
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import SMALL_SIZE
from newsroom.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable


class StatusBar(QWidget):
    """One quiet line at the foot of the window."""

    def __init__(self, cancel: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(30)
        self.length = LengthLine()
        self.work, self.saved, self.library = label(""), label(""), label("")
        self.saved.setFont(faces.tabular(faces.sans(SMALL_SIZE)))
        self.progress = thin_bar(_("Progress"), 140)
        self.cancel: QPushButton = button(_("Cancel"), cancel)
        row = across(self, 20)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self.length)
        self._figures = QWidget()
        self._more = across(self._figures, 20)
        self._more.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._figures)
        row.addStretch(1)
        for end in (self.work, self.progress, self.cancel, self.saved, self.library):
            row.addWidget(end)
        self.rest()
        self.no_story()

    def add(self, part: QWidget) -> None:
        """Add a figure behind those of the length."""
        self._more.addWidget(part)

    def show_story(self, shown: bool) -> None:
        """Show what is said of the open story, or not while a view of many stories hides it."""
        for part in (self.length, self._figures, self.saved):
            part.setVisible(shown)

    def no_story(self) -> None:
        """Show no counts."""
        self.length.clear()
        self.saved.clear()

    def busy(self, words: str, done: int, total: int) -> None:
        """Show work that goes on, with a way to cancel it."""
        self.work.setText(words)
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        for part in (self.work, self.progress, self.cancel):
            part.show()

    def rest(self) -> None:
        """Show that no work goes on."""
        for part in (self.work, self.progress, self.cancel):
            part.hide()
