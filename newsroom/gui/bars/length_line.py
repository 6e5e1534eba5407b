"""The counts in the status bar, and how much of the ordered length they fill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from newsroom.domain.article import Unit
from newsroom.gui.parts import across, label, restyle
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import SMALL_SIZE
from newsroom.text.ordered import Reach
from newsroom.translation import N_, _, ngettext

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from newsroom.text.length import Length
    from newsroom.text.ordered import Filled

_FULL = 100
_SAID = {
    Reach.SHORT: N_("Shorter than ordered"),
    Reach.FITS: N_("As long as ordered"),
    Reach.OVER: N_("Longer than ordered"),
}


class LengthLine(QWidget):
    """Selection, words, characters, lines; emits `asked` when it is clicked."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.selection, self.words, self.characters, self.lines = (label("") for _n in range(4))
        self.bar = thin_bar(_("How much of the ordered length is filled"), 120)
        self._counts = {Unit.WORDS: self.words, Unit.CHARACTERS: self.characters, Unit.LINES: self.lines}
        row = across(self, 20)
        row.setContentsMargins(0, 0, 0, 0)
        figures = faces.tabular(faces.sans(SMALL_SIZE))
        for part in (self.selection, self.words, self.characters, self.lines):
            part.setFont(figures)
            row.addWidget(part)
        row.addWidget(self.bar)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clear()

    def clear(self) -> None:
        """Show no counts."""
        for part in (self.selection, self.words, self.characters, self.lines):
            part.clear()
        self.selection.hide()
        self.bar.hide()

    def measure(self, length: Length, filled: Filled | None, unit: Unit) -> None:
        """Show how long the story is; the ordered unit shows how much of the order that fills."""
        said = {
            Unit.WORDS: words(length.words),
            Unit.CHARACTERS: characters(length.characters),
            Unit.LINES: lines(length.lines),
        }
        if filled is not None:
            said[unit] = _of(filled, unit)
            self._fill(filled)
        for one, part in self._counts.items():
            part.setText(said[one])
            _mark(part, filled.reach if filled and one is unit else None)
        self.bar.setVisible(filled is not None)

    def _fill(self, filled: Filled) -> None:
        self.bar.setValue(min(_FULL, round(filled.now * _FULL / max(filled.amount, 1))))
        said = _(_SAID[filled.reach])
        self.bar.setToolTip(said)
        self.bar.setAccessibleDescription(said)
        _mark(self.bar, filled.reach)

    def select(self, length: Length | None) -> None:
        """Show how much is selected; nothing where nothing is."""
        self.selection.setVisible(length is not None)
        if length is None:
            self.selection.clear()
            return
        chosen = {"words": words(length.words), "characters": characters(length.characters)}
        self.selection.setText(_("Selected: {words}, {characters}", **chosen))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for all there is to know of the length."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.asked.emit()


def _mark(part: QLabel | QProgressBar, reach: Reach | None) -> None:
    """Colour a part by how the story stands to its ordered length."""
    wanted = reach.value if reach else ""
    if part.property("reach") != wanted:
        part.setProperty("reach", wanted)
        restyle(part)


def _of(filled: Filled, unit: Unit) -> str:
    gaps = {"n": number(filled.now), "all": number(filled.amount), "unit": _(unit.label)}
    if not filled.difference:
        return _("{n} of {all} {unit}", **gaps)
    sign = "+" if filled.difference > 0 else "−"
    return _("{n} of {all} {unit} ({more})", **gaps, more=sign + number(abs(filled.difference)))


def thin_bar(name: str, width: int) -> QProgressBar:
    """Make a thin bar without words, so many pixels wide."""
    bar = QProgressBar(textVisible=False)
    bar.setAccessibleName(name)
    bar.setFixedWidth(width)
    bar.setRange(0, _FULL)
    return bar


def words(count: int) -> str:
    """Give a number of words in words."""
    return ngettext("{count} word", "{count} words", count, count=number(count))


def characters(count: int) -> str:
    """Give a number of characters in words."""
    return ngettext("{count} character", "{count} characters", count, count=number(count))


def lines(count: int) -> str:
    """Give a number of lines in words."""
    return ngettext("{count} line", "{count} lines", count, count=number(count))


def number(value: int) -> str:
    """Give a number as the interface's language writes it."""
    return QLocale().toString(value)
