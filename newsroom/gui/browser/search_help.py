"""How to search, on one small sheet under the field; a click on an example puts it into the field."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from newsroom.gui.parts import button, label
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_WIDTH = 620
_GAP = 3
_LINES = (
    (N_("harbour elbe"), N_("All words, each in any of its forms; the last may still be begun.")),
    (N_("“the harbour is”"), N_("These words, in this order.")),
    (N_("harbour or port"), N_("One of the two is enough.")),
    (N_("harbour -weather"), N_("Without this word. A field can be left out too: -section:Sport")),
    (N_("headline:harbour"), N_("Only in the headline; kicker: in the kicker.")),
    (N_("section:Sport author:berg"), N_("A section, an author; keyword: and source: likewise.")),
    (N_("state:published genre:report"), N_("A state, a genre; language: too.")),
    (
        N_("after:yesterday"),
        N_("From a day on; before: and until: end it. Words or dates: 27.3.2025, last-week"),
    ),
    (N_("on:march-2025"), N_("In a month, a year or on a day.")),
    (N_("has:picture is:mine"), N_("What it has (note, table, changes …), what it is (embargoed, trash …).")),
)


class SearchHelp(QFrame):
    """The sheet; Escape and a press elsewhere close it."""

    wanted = Signal(str)

    def __init__(self, field: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("searchOffers")
        self._field = field
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(10, 8, 14, 10)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for row, (example, meaning) in enumerate(_LINES):
            grid.addWidget(self._example(_(example)), row, 0, Qt.AlignmentFlag.AlignTop)
            said = label(_(meaning), "muted", wrap=True)
            said.setContentsMargins(0, 6, 0, 4)
            grid.addWidget(said, row, 1)
        ending = label(
            _("Two values of one field mean either. What is no field is searched for as words."),
            "tiny",
            wrap=True,
        )
        ending.setContentsMargins(10, 10, 0, 4)
        grid.addWidget(ending, len(_LINES), 0, 1, 2)
        self.hide()

    def _example(self, words: str) -> QPushButton:
        made = button(words, partial(self._take, words), "quiet")
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus in the field
        made.setProperty("example", True)
        return made

    def _take(self, words: str) -> None:
        self.hide()
        self.wanted.emit(words)

    def turn(self) -> None:
        """Show the sheet under the field, or hide it."""
        if self.isVisible():
            self.hide()
            return
        room = self.window().width()
        self.setFixedWidth(min(_WIDTH, room - 24))
        self.setFixedHeight(self._grid.heightForWidth(self.width()))
        at = self._field.mapTo(self.window(), QPoint(0, self._field.height() + _GAP))
        at.setX(max(12, min(at.x(), room - self.width() - 12)))
        self.move(at)
        self.show()
        self.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self._field.setFocus()
        else:
            super().keyPressEvent(event)
