"""All there is to know of the length, of the story and of the selection, over the counts in the status bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from newsroom.gui.bars.length_line import number
from newsroom.gui.parts import label
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import SMALL_SIZE
from newsroom.translation import N_, _

if TYPE_CHECKING:
    from newsroom.text.length import Length

_PRINT = 4
_ROWS = (
    N_("Words"),
    N_("Characters with spaces"),
    N_("Characters without spaces"),
    N_("Lines"),
    N_("Printed lines"),
    N_("Standard pages"),
    N_("Reading time"),
)


class LengthCard(QFrame):
    """A small table that goes away at the next click or key."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("lengthCard")
        self.setAccessibleName(_("Length of the story"))
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        self._heads = [label(_("Story"), "head"), label(_("Selection"), "head")]
        for column, head in enumerate(self._heads, 1):
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignRight)
        self.story, self.selection = self._column(grid, 1), self._column(grid, 2)
        for row, name in enumerate(_ROWS, 1):
            grid.addWidget(label(_(name), "muted"), row, 0)
        self.select(None)
        self.forget_print()

    def _column(self, grid: QGridLayout, place: int) -> list[QLabel]:
        made = [label("") for _name in _ROWS]
        for row, part in enumerate(made, 1):
            part.setFont(faces.tabular(faces.sans(SMALL_SIZE)))
            grid.addWidget(part, row, place, Qt.AlignmentFlag.AlignRight)
        return made

    def measure(self, length: Length) -> None:
        """Show a story's length; its printed lines are not known yet."""
        _fill(self.story, length, lines=number(length.lines))
        self.forget_print()

    def select(self, length: Length | None) -> None:
        """Show how long the selection is; no column where nothing is selected."""
        for part in (self._heads[1], *self.selection):
            part.setVisible(length is not None)
        if length is not None:
            _fill(self.selection, length, lines="–")
            self.selection[_PRINT].setText("–")
        self.adjustSize()

    def show_print(self, lines: int) -> None:
        """Show how many lines the story has in print."""
        self.story[_PRINT].setText(number(lines))

    def forget_print(self) -> None:
        """Show that the printed lines are not known yet."""
        self.story[_PRINT].setText(_("being counted …"))

    def show_over(self, part: QWidget) -> None:
        """Show the card over a part of the window's foot."""
        self.adjustSize()
        self.move(part.mapToGlobal(QPoint(0, -self.sizeHint().height() - 8)))
        self.show()


def _fill(column: list[QLabel], length: Length, lines: str) -> None:
    minutes, seconds = divmod(length.reading_seconds, 60)
    values = (
        number(length.words),
        number(length.characters),
        number(length.characters_without_spaces),
        lines,
        column[_PRINT].text(),
        QLocale().toString(length.standard_pages, "f", 1) if lines != "–" else "–",
        _("{minutes}:{seconds} min", minutes=minutes, seconds=f"{seconds:02}"),
    )
    for part, value in zip(column, values, strict=True):
        part.setText(value)
