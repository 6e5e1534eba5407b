"""The status bar: how long the story is, what is being done, when it was saved, where it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from newsroom.domain.article import OrderedLength, Unit
from newsroom.gui.parts import across, button, label, restyle
from newsroom.gui.theme import type as faces
from newsroom.gui.theme.tokens import SMALL_SIZE
from newsroom.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsroom.text.length import Length

_FULL = 100


class StatusBar(QWidget):
    """One quiet line at the foot of the window."""

    def __init__(self, cancel: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(30)
        figures = faces.tabular(faces.sans(SMALL_SIZE))
        self.words, self.characters, self.lines, self.time, self.selection = (label("") for _n in range(5))
        self.ordered = self._thin_bar(_("How much of the ordered length is filled"), 120)
        self.work, self.saved, self.library = label(""), label(""), label("")
        self.progress = self._thin_bar(_("Progress"), 140)
        self.cancel: QPushButton = button(_("Cancel"), cancel)
        row = across(self, 20)
        row.setContentsMargins(14, 0, 14, 0)
        for start in (self.words, self.characters, self.lines, self.ordered, self.time, self.selection):
            row.addWidget(start)
        row.addStretch(1)
        for end in (self.work, self.progress, self.cancel, self.saved, self.library):
            row.addWidget(end)
        for part in (self.words, self.characters, self.lines, self.saved):
            part.setFont(figures)
        self.rest()
        self.no_story()

    def _thin_bar(self, name: str, width: int) -> QProgressBar:
        bar = QProgressBar(textVisible=False)
        bar.setAccessibleName(name)
        bar.setFixedWidth(width)
        bar.setRange(0, _FULL)
        return bar

    def no_story(self) -> None:
        """Show no counts."""
        for part in (self.words, self.characters, self.lines, self.time, self.selection, self.saved):
            part.clear()
        self.ordered.hide()

    def measure(self, length: Length, ordered: OrderedLength | None) -> None:
        """Show how long the story is, and how much of its ordered length that fills."""
        self.words.setText(_words(length.words))
        self.characters.setText(_characters(length.characters))
        minutes = max(1, round(length.reading_seconds / 60))
        self.time.setText(ngettext("{n} min read", "{n} min read", minutes))
        is_lines = ordered is not None and ordered.unit is Unit.LINES
        self.lines.setText(
            _("{n} of {all} lines", n=_number(length.lines), all=_number(ordered.amount))
            if is_lines and ordered is not None
            else ngettext("{n} line", "{n} lines", length.lines)
        )
        self.ordered.setVisible(ordered is not None)
        if ordered is not None:
            self._fill(_counted(length, ordered.unit), ordered)

    def _fill(self, now: int, ordered: OrderedLength) -> None:
        self.ordered.setValue(min(_FULL, round(now * _FULL / max(ordered.amount, 1))))
        self.ordered.setProperty("over", now > ordered.amount)
        said = _(
            "{n} of {all} {unit}", n=_number(now), all=_number(ordered.amount), unit=_(ordered.unit.label)
        )
        self.ordered.setToolTip(said)
        restyle(self.ordered)

    def select(self, words: int, characters: int) -> None:
        """Show how much of the text is selected; nothing where none is."""
        counted = _(
            "Selected: {words}, {characters}", words=_words(words), characters=_characters(characters)
        )
        self.selection.setText(counted if characters else "")

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


def _counted(length: Length, unit: Unit) -> int:
    return {Unit.LINES: length.lines, Unit.CHARACTERS: length.characters, Unit.WORDS: length.words}[unit]


def _words(count: int) -> str:
    return ngettext("{count} word", "{count} words", count, count=_number(count))


def _characters(count: int) -> str:
    return ngettext("{count} character", "{count} characters", count, count=_number(count))


def _number(value: int) -> str:
    return QLocale().toString(value)
